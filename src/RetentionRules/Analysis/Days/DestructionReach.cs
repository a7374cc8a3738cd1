using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// Of which records a disposition comes to its destruction in the end, as a condition: what it counts from comes, the acts before
/// it are done, and where an appraisal decides, it decides so. On which day is no part of it.
/// </summary>
internal sealed class DestructionReach(ConditionPool pool, FactLayout layout)
{
    /// <summary>Whether a disposition can destroy at all.</summary>
    public static bool Destroys(StepSequence sequence) =>
        sequence.Steps.Any(s => s.Action == DispositionAction.Destroy) || sequence is { IsPermanent: false, Outcome: not null };

    /// <summary>The step behind which nothing is left but to destroy: the destruction itself, or the appraisal that decides on it.</summary>
    public static DispositionStep LastOf(StepSequence sequence) => sequence.Steps.FirstOrDefault(s => s.Action == DispositionAction.Destroy) ?? sequence.Steps[^1];

    /// <summary>The fact that records the destruction; null where none does.</summary>
    public static FactDefinition? DoneOf(StepSequence sequence) => sequence.Outcome?.Destroyed ?? (LastOf(sequence).Completion as RecordedCompletion)?.Fact;

    /// <summary>The condition that the destruction comes.</summary>
    public int Of(StepSequence sequence)
    {
        DispositionStep last = LastOf(sequence);
        IEnumerable<int> before = sequence.Steps.TakeWhile(s => s != last).Select(s => IsBehind(s, sequence));
        int comes = Comes(MomentParts.FloorOf(last), sequence);
        return sequence.Outcome is { } appraisal ? pool.All([.. before, comes, IsBehind(last, sequence), IsToDestroy(appraisal)]) : pool.All([.. before, comes]);
    }

    private int IsToDestroy(AppraisalOutcome appraisal)
    {
        int place = layout.PlaceOf(appraisal.Decision.Name);
        return pool.Question(place, pool.Axes[place].Where(ComparisonOperator.Equal, FactValue.Text(AppraisalOutcome.Destroy)));
    }

    /// <summary>Whether a step holds nothing up any more: it is done, or over, or never did.</summary>
    private int IsBehind(DispositionStep step, StepSequence sequence) => (step.Timing, step.Completion) switch
    {
        _ when step.Action == DispositionAction.Move => ConditionPool.True,
        (Recurring { End: ForEver }, _) => ConditionPool.False,
        (Recurring { End: UntilMoment until }, _) => Comes(until.Moment, sequence),
        (_, RecordedCompletion { Fact: var fact }) => Is(fact),
        (_, ComputedCompletion) => ConditionPool.True,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private int Never(FactDefinition fact)
    {
        int place = layout.PlaceOf(fact.Name);
        return pool.Question(place, ClassSet.Range(pool.Axes[place].Never, pool.Axes[place].Never));
    }

    private int Is(FactDefinition fact) => pool.Not(Never(fact));

    /// <summary>Whether a moment comes, of records of which each event has a day or never happens.</summary>
    private int Comes(Moment moment, StepSequence sequence) => moment switch
    {
        FactMoment m => Is(m.Fact),
        AnyFactMoment m => Is(m.Fact),
        NthOfMoment m => Is(m.Fact),
        AtOnce => ConditionPool.True,
        StepMoment m => Counted(sequence.Steps[m.Step], sequence),
        EarliestOf m => pool.Any(m.Moments.Select(x => Comes(x, sequence))),
        LatestOf m => Latest(m, sequence),
        WithFallback m => pool.Any([pool.All([Is(m.Tested), Comes(m.Main, sequence)]), pool.All([Never(m.Tested), Comes(m.Fallback, sequence)])]),
        PeriodAfter or CycleBoundary or DefinedMoment or AssumedStart => Comes(MomentFacts.Inner(moment).Single(), sequence),
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>What counts from an act waits for its own moment and for its doing.</summary>
    private int Counted(DispositionStep step, StepSequence sequence) =>
        pool.All([Comes(MomentParts.FloorOf(step), sequence), step.Completion is RecordedCompletion { Fact: var fact } ? Is(fact) : ConditionPool.True]);

    /// <summary>What drops out is not waited for; where all have, nothing is left to come.</summary>
    private int Latest(LatestOf latest, StepSequence sequence)
    {
        (int DropsOut, int Comes)[] alternatives =
            [.. latest.Alternatives.Select(a => (pool.Any(a.DropsOutWithout.Select(Never)), Comes(a.Moment, sequence)))];
        return pool.All([.. alternatives.Select(a => pool.Any([a.DropsOut, a.Comes])), pool.Any(alternatives.Select(a => pool.Not(a.DropsOut)))]);
    }
}
