using System.Runtime.CompilerServices;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// A disposition of one step with neither a last day nor a time to recur, which is what most items say; kept together, so that
/// deciding by it touches little memory. Immutable.
/// </summary>
internal sealed class SingleStep
{
    private readonly CompiledSequence _sequence;
    private readonly MomentOperation[] _program;
    private readonly MomentOperation _floor;
    private readonly int _done;
    private readonly DispositionAction _action;

    private SingleStep(CompiledSequence sequence, CompiledStep step) =>
        (_sequence, _program, _floor, _done, _action) = (sequence, sequence.Program, sequence.Program[step.Floor], step.Done, step.Action);

    /// <summary>The step of a sequence that has no other; null where it has, or where its step is of another kind.</summary>
    public static SingleStep? Of(CompiledSequence? sequence) =>
        sequence is { Steps: [{ Ceiling: CompiledStep.None, End: CompiledStep.None, Action: not DispositionAction.CutOff } only] } ? new SingleStep(sequence, only) : null;

    /// <summary>
    /// What the step comes to where all that it counts from is known to the day; false where it is more than that, and
    /// <see cref="CompiledSequence.Decide"/> must say. It comes to the same.
    /// </summary>
    public bool TryDecide(RecordFacts facts, int asOf, out SequenceOutcome outcome)
    {
        Unsafe.SkipInit(out outcome);
        int floor = _floor.Day(_program, facts, asOf);
        if (floor == MomentOperation.NoDay) return false;
        int change = CompiledSequence.Sooner(DayNumbers.Never, floor, asOf);
        if (_done != CompiledStep.None && facts.At(_done) is { State: FactState.Known } done)
        {
            change = CompiledSequence.Sooner(change, done.AsDayNumber, asOf);
            if (done.AsDayNumber <= asOf)
            {
                outcome = _sequence.AfterAllActs(change);
                return true;
            }
        }

        (DispositionStatus status, OutcomeCause cause) = floor <= asOf ? (DispositionStatus.Eligible, OutcomeCause.Due)
            : (DispositionStatus.Retain, floor == DayNumbers.Never ? OutcomeCause.NeverDue : OutcomeCause.NotDueBefore);
        outcome = new SequenceOutcome { Status = status, Cause = cause, Act = 0, Action = _action, Waiting = CompiledStep.None, NotBefore = floor, NotAfter = floor, Latest = DayNumbers.Never, NextChange = change };
        return true;
    }
}
