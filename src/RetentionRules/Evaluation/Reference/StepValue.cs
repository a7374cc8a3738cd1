using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What one step of a disposition comes to.</summary>
/// <param name="Step">The step.</param>
/// <param name="Floor">The first day on which the act may be done.</param>
/// <param name="Ceiling">The last day for it; never where there is none.</param>
/// <param name="Counted">The moment that later steps count from.</param>
/// <param name="State">What is known about its doing.</param>
/// <param name="ChangeDays">The days on which something about the step can change while the facts do not.</param>
internal sealed record StepValue(
    DispositionStep Step, MomentValue Floor, MomentValue Ceiling, MomentValue Counted, StepState State, IReadOnlyList<DateBound> ChangeDays)
{
    /// <summary>Whether a later step may be looked at: the act is known done, or nobody has to do it.</summary>
    public bool IsBehind => State is StepState.Done or StepState.Computed or StepState.Over;

    /// <summary>5.16: moving a record holds nothing up.</summary>
    public bool HoldsUp => Step.Action != DispositionAction.Move;

    /// <summary>5.14: the last day is surely before the first.</summary>
    public bool CeilingBeforeFloor => Ceiling.Bounds.NotAfter < Floor.Bounds.NotBefore;

    /// <summary>5.14: the last day is perhaps before the first.</summary>
    public bool CeilingMayPrecedeFloor => Ceiling.Bounds.NotBefore < Floor.Bounds.NotAfter;

    /// <summary>Whether a floor that moves on with every day, because it waits for a pending event, may overtake the ceiling.</summary>
    public bool MayBeOvertaken => Ceiling.Bounds.NotAfter.IsFinite && !CeilingBeforeFloor && Floor.WhilePending > Floor.Bounds.NotBefore;

    public TimelineEntry ToEntry() => new(Step, Floor.Bounds, Ceiling.Bounds, State);
}
