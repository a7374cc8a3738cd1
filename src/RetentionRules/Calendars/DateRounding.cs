namespace RetentionRules.Calendars;

/// <summary>What becomes of a day that does not exist, such as one month after 31 January.</summary>
public enum DateRounding
{
    /// <summary>The first day after: 1 March. A doubtful day never shortens a retention.</summary>
    Up,

    /// <summary>The last day before: 28 or 29 February, as databases and most date libraries count.</summary>
    Down,

    /// <summary>No day at all: the step is undetermined, and its bounds hold both days.</summary>
    Error,
}
