using RetentionRules.Calendars;

namespace RetentionRules.Schedules;

/// <summary>When a schedule is to be looked through again. Immutable.</summary>
public sealed class ScheduleReview
{
    internal ScheduleReview(DateBound by, IReadOnlyList<string> triggers) => (By, Triggers) = (by, triggers);

    /// <summary>Nothing is said.</summary>
    public static ScheduleReview NotStated { get; } = new(DateBound.PositiveInfinity, []);

    /// <summary>The last day for it; +∞ where none is stated.</summary>
    public DateBound By { get; }

    /// <summary>What calls for it before that day.</summary>
    public IReadOnlyList<string> Triggers { get; }
}
