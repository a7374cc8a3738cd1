using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>The steps of a disposition, one after another, with their days (docs/language.md, 5.13 to 5.17).</summary>
internal sealed class TimelineEvaluator(RetentionPolicy policy, DateRounding rounding, RecordFacts facts, DateOnly asOf)
{
    private readonly DateBound _today = DateBound.At(asOf);
    private readonly List<MomentValue> _counted = [];

    public IReadOnlyList<StepValue> Evaluate(StepSequence sequence) =>
    [
        .. EvaluateSteps(sequence.Steps)
            .Select((value, i) => value with { ChangeDays = [.. value.ChangeDays, .. ConflictDays(sequence, i, value)] }),
    ];

    private List<StepValue> EvaluateSteps(IEnumerable<DispositionStep> steps)
    {
        List<StepValue> values = [];
        foreach (DispositionStep step in steps)
        {
            values.Add(Evaluate(step));
            _counted.Add(values[^1].Counted);
        }

        return values;
    }

    /// <summary>A moment in a sequence of which all steps have been evaluated.</summary>
    public MomentValue Evaluate(Moment moment) => Moments.Evaluate(moment, Side.Floor);

    private MomentEvaluator Moments => new(policy, rounding, facts, asOf, _counted);

    private StepValue Evaluate(DispositionStep step) => step.Timing switch
    {
        FromMoment from => Place(step, Evaluate(from.Moment), NoCeiling),
        TimeWindow window => Place(step, Evaluate(window.Floor), Moments.Evaluate(window.Ceiling, Side.Ceiling)),
        Recurring recurring => Recur(step, recurring),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static MomentValue NoCeiling => MomentValue.Fixed(DateBounds.Never);

    private StepValue Place(DispositionStep step, MomentValue floor, MomentValue ceiling)
    {
        StepState state = step.Action == DispositionAction.CutOff ? StepState.Computed : IsDone(step) ? StepState.Done : DueTest.Of(floor, asOf);
        return new StepValue(step, floor, ceiling, Counted(step, floor), state, ChangeDays(step, floor, ceiling));
    }

    /// <summary>5.15: known done, on a day that has come.</summary>
    private bool IsDone(DispositionStep step) =>
        step.Completion is RecordedCompletion { Fact: var fact } && facts[fact] is { IsKnown: true } done && done.AsDate <= asOf;

    /// <summary>
    /// 5.15: counting from an act. The later of its own moment and its doing says all of it: done, not known, not done
    /// yet and never are the four states of the fact that records it.
    /// </summary>
    private MomentValue Counted(DispositionStep step, MomentValue own) => step.Completion switch
    {
        ComputedCompletion => own,
        RecordedCompletion { Fact: var fact } => MomentValue.Latest([own, Moments.OfFact(fact)]),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>5.17: one period after the start, then one period after each time it was done; over when its end has come.</summary>
    private StepValue Recur(DispositionStep step, Recurring recurring)
    {
        MomentValue first = Evaluate(recurring.First);
        MomentValue next = NextTime(step, recurring, first);
        MomentValue end = recurring.End switch
        {
            ForEver => MomentValue.Fixed(DateBounds.Never),
            UntilMoment until => Evaluate(until.Moment),
            _ => throw new ArgumentOutOfRangeException(nameof(recurring)),
        };
        DateBound last = end.Bounds.NotAfter;
        bool over = last <= _today || (last.IsFinite && next.ApartFromPending >= last);
        IReadOnlyList<DateBound> changeDays = [.. ChangeDays(step, next, NoCeiling), last];
        return new StepValue(step, next, NoCeiling, Counted(step, first), over ? StepState.Over : DueTest.Of(next, asOf), changeDays);
    }

    private MomentValue NextTime(DispositionStep step, Recurring recurring, MomentValue first)
    {
        FactDefinition fact = ((RecordedCompletion)step.Completion).Fact;
        FactValue done = facts[fact];
        return done.State switch
        {
            FactState.Known when done.AsDate <= asOf =>
                MomentValue.Latest([first, Evaluate(new PeriodAfter(step.Source, recurring.Every, new FactMoment(step.Source, fact)))]),
            FactState.Known or FactState.Pending or FactState.Never => first,
            FactState.Unknown => MomentValue.Latest([first, MomentValue.Missing(fact.Name)]),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    /// <summary>5.25: the day from which the act may be open, the day from which it is due, the day after its last, and the day it was done.</summary>
    private List<DateBound> ChangeDays(DispositionStep step, MomentValue floor, MomentValue ceiling)
    {
        List<DateBound> days =
            [floor.WhilePending, floor.Bounds.NotAfter, ceiling.WhilePending, ceiling.Bounds.NotAfter, ceiling.Bounds.NotAfter.NextDay()];
        if (step.Completion is RecordedCompletion { Fact: var fact } && facts[fact] is { IsKnown: true } done)
            days.Add(DateBound.At(done.AsDate));
        return days;
    }

    /// <summary>
    /// A floor that waits for a pending event moves on with every day, and may overtake a ceiling that stands still:
    /// the first day on which it has.
    /// </summary>
    private IEnumerable<DateBound> ConflictDays(StepSequence sequence, int step, StepValue value)
    {
        bool mayBeOvertaken = value.Ceiling.Bounds.NotAfter.IsFinite && !value.CeilingBeforeFloor && value.Floor.WhilePending > value.Floor.Bounds.NotBefore;
        if (!mayBeOvertaken) return [];
        bool IsOvertakenOn(DateOnly day) => new TimelineEvaluator(policy, rounding, facts, day).EvaluateSteps(sequence.Steps.Take(step + 1))[step].CeilingBeforeFloor;
        return FirstDay.After(asOf, IsOvertakenOn) is { } day ? [DateBound.At(day)] : [];
    }
}

/// <summary>5.13: the only predicate of due.</summary>
internal static class DueTest
{
    public static StepState Of(MomentValue floor, DateOnly asOf) =>
        floor.Bounds.NotBefore > DateBound.At(asOf) ? StepState.NotDue
        : floor.Bounds.NotAfter <= DateBound.At(asOf) && floor.Grounds.Rounding == RoundingDoubt.None ? StepState.Due
        : StepState.Open;
}

/// <summary>Finds the first day on which something that stays true once it is true becomes so.</summary>
internal static class FirstDay
{
    public static DateOnly? After(DateOnly start, Func<DateOnly, bool> isTrueOn)
    {
        (int low, int high) = (start.DayNumber, DateOnly.MaxValue.DayNumber);
        if (low == high || !isTrueOn(DateOnly.MaxValue)) return null;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (isTrueOn(DateOnly.FromDayNumber(middle))) high = middle;
            else low = middle;
        }

        return DateOnly.FromDayNumber(high);
    }
}
