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

    /// <summary>The act with its days, to be held against those of other schedules; null where there is none or it is not known which.</summary>
    public CurrentAct? Current { get; init; }

    /// <summary>
    /// The destruction that the disposition comes to in the end, with its days, also while another act comes first; null where
    /// none is left. Against it stand the ceilings and the permanence of other schedules.
    /// </summary>
    public CurrentAct? Destruction { get; init; }

    public bool IsDue => Status is DispositionStatus.Eligible or DispositionStatus.Overdue;

    /// <summary>Whether the record is kept for now, whatever else is found out.</summary>
    public bool Keeps => Status is DispositionStatus.Permanent or DispositionStatus.Awaiting or DispositionStatus.Retain;
}

/// <summary>The act that an outcome speaks of.</summary>
/// <param name="Value">The step with its days; of an act that an appraisal decided on, the appraisal's with the days of that act.</param>
/// <param name="Name">What reasons call it.</param>
/// <param name="Action">What is done.</param>
/// <param name="Target">To whom, where or how.</param>
internal sealed record CurrentAct(StepValue Value, string Name, DispositionAction Action, string Target);
