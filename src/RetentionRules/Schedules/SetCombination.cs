namespace RetentionRules.Schedules;

/// <summary>How what several schedules say about one record is combined.</summary>
public enum SetCombination
{
    /// <summary>A record that two schedules claim is a conflict.</summary>
    Unique,

    /// <summary>The first schedule that claims a record decides.</summary>
    Precedence,

    /// <summary>
    /// All that claim a record hold: the latest floor, the earliest ceiling, every other act. A ceiling before a floor is a
    /// conflict.
    /// </summary>
    Longest,
}
