using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// What one case of one item comes to, before holds and gates. A status of <see cref="DispositionStatus.Eligible"/> or
/// <see cref="DispositionStatus.Overdue"/> here means only that the act is due.
/// </summary>
internal sealed record Outcome(DispositionStatus Status, RecordValue Value)
{
    /// <summary>The act that the outcome speaks of, or null.</summary>
    public DispositionAction? Action { get; init; }

    public string Target { get; init; } = "";

    public DateBounds Bounds { get; init; } = DateBounds.Unknown;

    public DateBound Latest { get; init; } = DateBound.PositiveInfinity;

    public IReadOnlyList<string> Missing { get; init; } = [];

    public IReadOnlyList<DecisionReason> Reasons { get; init; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>The days on which the outcome can change while the facts do not.</summary>
    public IReadOnlyList<DateBound> ChangeDays { get; init; } = [];

    public bool IsDue => Status is DispositionStatus.Eligible or DispositionStatus.Overdue;
}
