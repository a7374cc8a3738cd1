using RetentionRules.Calendars;

namespace RetentionRules.Schedules;

/// <summary>When something is in force: from a first day, up to and without a last one.</summary>
public readonly record struct InForceInterval
{
    private InForceInterval(DateBound from, DateBound to) => (IsStated, From, To) = (true, from, to);

    /// <summary>Nothing is said. What that means is for the reader to decide, and never that it is in force.</summary>
    public static InForceInterval NotStated => default;

    /// <summary>Whether an interval is stated.</summary>
    public bool IsStated { get; }

    /// <summary>First day in force; −∞ where only an end is stated.</summary>
    public DateBound From { get; }

    /// <summary>First day no longer in force; +∞ where no end is known.</summary>
    public DateBound To { get; }

    /// <summary>An interval; the end is later than the start.</summary>
    public static InForceInterval Between(DateBound from, DateBound to) => new(from, to);

    /// <summary>Whether the day lies in a stated interval.</summary>
    public bool Covers(DateOnly day) => IsStated && From <= DateBound.At(day) && DateBound.At(day) < To;

    /// <summary><c>[2023-06-01, +∞)</c>.</summary>
    public override string ToString() => IsStated ? $"[{From}, {To})" : "not stated";
}
