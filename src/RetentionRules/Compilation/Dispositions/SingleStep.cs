using System.Runtime.CompilerServices;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// A disposition of no step, or of one with neither a last day nor a time to recur that counts from facts: what most items
/// say. Kept together, so that deciding by it touches little memory. Immutable.
/// </summary>
internal sealed class SingleStep
{
    private readonly CompiledSequence _sequence;
    private readonly CountedDay[] _floor;
    private readonly int _done;
    private readonly DispositionAction _action;

    private SingleStep(CompiledSequence sequence, CountedDay[] floor, int done, DispositionAction action) =>
        (_sequence, _floor, _done, _action) = (sequence, floor, done, action);

    /// <summary>The step of a sequence that has no other; null where it has, or where its step is of another kind.</summary>
    public static SingleStep? Of(CompiledSequence? sequence) => sequence switch
    {
        { Steps: [] } => new SingleStep(sequence, [], CompiledStep.None, default),
        { Steps: [{ Ceiling: CompiledStep.None, End: CompiledStep.None, Action: not DispositionAction.CutOff } only] } =>
            sequence.Program[only.Floor].CountedDays(sequence.Program) is { Length: > 0 } floor ? new SingleStep(sequence, floor, only.Done, only.Action) : null,
        _ => null,
    };

    /// <summary>Whether another comes to the same for every record on every day.</summary>
    public bool IsSameAs(SingleStep other) =>
        _floor.AsSpan().SequenceEqual(other._floor) && (_done, _action) == (other._done, other._action) &&
        (AfterAllActs.Status, AfterAllActs.Cause) == (other.AfterAllActs.Status, other.AfterAllActs.Cause);

    private SequenceOutcome AfterAllActs => _sequence.AfterAllActs(DayNumbers.Never);

    /// <summary>
    /// What the step comes to where all that it counts from is known to the day; false where it is more than that, and
    /// <see cref="CompiledSequence.Decide"/> must say. It comes to the same.
    /// </summary>
    public bool TryDecide(RecordFacts facts, int asOf, out SequenceOutcome outcome)
    {
        Unsafe.SkipInit(out outcome);
        CountedDay[] alternatives = _floor;
        if (alternatives.Length == 0)
        {
            outcome = AfterAllActs;
            return true;
        }

        int floor = CountedDay.Of(alternatives, facts);
        if (floor == CountedDay.NotKnown) return false;
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
