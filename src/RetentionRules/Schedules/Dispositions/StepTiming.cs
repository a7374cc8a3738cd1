namespace RetentionRules.Schedules;

/// <summary>From when an act may be done. A closed hierarchy.</summary>
public abstract class StepTiming
{
    private protected StepTiming()
    {
    }
}

/// <summary>From one moment on.</summary>
public sealed class FromMoment : StepTiming
{
    internal FromMoment(Moment moment) => Moment = moment;

    /// <summary>The first day.</summary>
    public Moment Moment { get; }
}

/// <summary>Between two moments: the floor decides due, the ceiling decides overdue.</summary>
public sealed class TimeWindow : StepTiming
{
    internal TimeWindow(Moment floor, Moment ceiling) => (Floor, Ceiling) = (floor, ceiling);

    /// <summary>The first day.</summary>
    public Moment Floor { get; }

    /// <summary>The last day.</summary>
    public Moment Ceiling { get; }
}

/// <summary>Again and again, for ever or until a moment.</summary>
public sealed class Recurring : StepTiming
{
    internal Recurring(PeriodAmount every, Moment first, RecurrenceEnd end) => (Every, First, End) = (every, first, end);

    /// <summary>How long from one time to the next.</summary>
    public PeriodAmount Every { get; }

    /// <summary>The first time: one period after the start.</summary>
    public Moment First { get; }

    /// <summary>Until when.</summary>
    public RecurrenceEnd End { get; }
}

/// <summary>Until when an act recurs. A closed hierarchy.</summary>
public abstract class RecurrenceEnd
{
    private protected RecurrenceEnd()
    {
    }
}

/// <summary>For ever.</summary>
public sealed class ForEver : RecurrenceEnd
{
    internal ForEver()
    {
    }
}

/// <summary>Until a moment has come; then nothing waits for the act any more.</summary>
public sealed class UntilMoment : RecurrenceEnd
{
    internal UntilMoment(Moment moment) => Moment = moment;

    /// <summary>The moment.</summary>
    public Moment Moment { get; }
}
