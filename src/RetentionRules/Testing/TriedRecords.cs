using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Testing;

/// <summary>
/// The records of a pattern: what is given stays, and every other fact that can matter takes each state, and each value at
/// which something the schedule says can turn. All combinations where they are few; else a fixed choice of them, the same
/// in every run.
/// </summary>
internal sealed class TriedRecords
{
    /// <summary>How many records are tried at most.</summary>
    public const int Most = 2_000;

    /// <summary>How often the answer about one record may change before the days are no longer followed.</summary>
    private const int MostDays = 24;

    /// <summary>Behind this day nothing that people decide about is looked at.</summary>
    private static readonly DateOnly LastDay = new(2200, 1, 1);

    private static readonly DateOnly FirstDay = new(1990, 1, 1);

    private readonly CompiledPolicy _policy;
    private readonly IReadOnlyList<KeyValuePair<string, FactValue>> _given;
    private readonly (FactDefinition Fact, IReadOnlyList<FactValue> Values)[] _open;

    /// <param name="policy">What decides.</param>
    /// <param name="given">What is so of every record.</param>
    /// <param name="asked">Facts that matter although no item asks for them.</param>
    public TriedRecords(CompiledPolicy policy, IReadOnlyList<KeyValuePair<string, FactValue>> given, IEnumerable<FactDefinition> asked)
    {
        (_policy, _given) = (policy, given);
        FactDefinition[] facts = [.. FactsThatMatter().Concat(asked).Distinct().Where(f => given.All(g => g.Key != f.Name))];
        TriedValues values = new(policy.Policy);
        _open = [.. facts.Select(f => (f, values.Of(f)))];
        Count = _open.Aggregate(1.0, (count, fact) => count * fact.Values.Count);
    }

    /// <summary>How many combinations there are.</summary>
    public double Count { get; }

    public bool AreAllTried => Count <= Most;

    public IEnumerable<KeyValuePair<string, FactValue>[]> All()
    {
        int count = AreAllTried ? (int)Count : Most;
        for (int i = 0; i < count; i++) yield return [.. _given, .. Combination(i)];
    }

    /// <summary>The days on which the decision about a record can be another than before.</summary>
    public IEnumerable<DateOnly> DaysOf(RecordFacts facts)
    {
        DateOnly day = FirstDay;
        for (int i = 0; i < MostDays; i++)
        {
            yield return day;
            Calendars.DateBound next = _policy.Evaluate(facts, day).ChangesOn;
            if (!next.IsFinite || next.Date >= LastDay) break;
            day = next.Date;
        }

        yield return LastDay;
    }

    private IEnumerable<KeyValuePair<string, FactValue>> Combination(int number)
    {
        ulong rest = (ulong)number;
        for (int i = 0; i < _open.Length; i++)
        {
            (FactDefinition fact, IReadOnlyList<FactValue> values) = _open[i];
            ulong place = AreAllTried ? rest % (ulong)values.Count : Mixed((ulong)number, (ulong)i) % (ulong)values.Count;
            rest /= (ulong)values.Count;
            yield return new(fact.Name, values[(int)place]);
        }
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): spreads the choices evenly, and always alike.</summary>
    private static ulong Mixed(ulong record, ulong fact)
    {
        ulong z = unchecked((record * 0x9E3779B97F4A7C15) + (fact * 0xD1B54A32D192ED03) + 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }

    /// <summary>What the holds ask for, and the items that apply or may apply while only the given facts are known.</summary>
    private IEnumerable<FactDefinition> FactsThatMatter()
    {
        ClassificationScheme scheme = _policy.Policy.Classification;
        ClassifiedRecord given = new Classifier(scheme).Classify(_policy.NewRecord().Set(_given));
        IEnumerable<FactDefinition> ofItems = _policy.Policy.Instrument.Schedules.SelectMany(s => FactsThatMatter(s, given.Facts));
        IEnumerable<FactDefinition> ofHolds = _policy.Policy.Holds.Holds.Select(h => h.When).OfType<Condition>().SelectMany(ConditionFacts.Of);
        return [.. ofItems, .. ofHolds, .. OfRegisters(), .. FactsOf(scheme, given.Classification), .. _policy.Policy.Restrictions.SelectMany(r => r.Facts)];
    }

    private static IEnumerable<FactDefinition> FactsThatMatter(RetentionSchedule schedule, RecordFacts given)
    {
        IEnumerable<FactDefinition> ofItems = new ItemSelector(schedule, given).Items().SelectMany(i => FactsOf(schedule, i.Item));
        IEnumerable<FactDefinition> ofLimits = schedule.Limits.SelectMany(FactsOf);
        IEnumerable<FactDefinition> ofParent = schedule.Implements is { Schedule: var parent } ? parent.Facts : [];
        return [.. schedule.Facts.Where(f => f.IsRequired), .. ofItems, .. ofLimits, .. ofParent];
    }

    /// <summary>What picks an edition, or tells what becomes of records under the one before; and what limits of a set ask for.</summary>
    private IEnumerable<FactDefinition> OfRegisters()
    {
        RetentionInstrument[] all = _policy.Policy.Instrument is ScheduleSet set ? [set, .. set.Members] : [_policy.Policy.Instrument];
        foreach (ScheduleRegister register in all.OfType<ScheduleRegister>())
        {
            if (register.Governs is { } governs) yield return governs;
            foreach (EditionTransition transition in register.Transitions)
            {
                if (transition.Since is { } since) yield return since;
                foreach (FactDefinition fact in transition.Stands is { } stands ? ConditionFacts.Of(stands.When).Append(stands.Decided) : []) yield return fact;
            }
        }

        foreach (FactDefinition fact in all.OfType<ScheduleSet>().SelectMany(s => s.Limits).SelectMany(FactsOf)) yield return fact;
    }

    private static IEnumerable<FactDefinition> FactsOf(RetentionLimit limit) =>
        [.. ConditionFacts.Of(limit.When), .. ((Moment?[])[limit.NotBefore, limit.NotAfter]).OfType<Moment>().SelectMany(MomentFacts.Of)];

    /// <summary>What the rules ask for, where a record of the pattern may be one that nobody has filed.</summary>
    private static IEnumerable<FactDefinition> FactsOf(ClassificationScheme scheme, RecordClassification given) =>
        given.State is ClassificationState.NoScheme or ClassificationState.Filed ? [] : scheme.Rules.SelectMany(r => ConditionFacts.Of(r.When));

    private static IEnumerable<FactDefinition> FactsOf(RetentionSchedule schedule, ScheduleItem item) =>
        ConditionFacts.Of(item.When).Concat(item.Cases.SelectMany(c => ConditionFacts.Of(c.When).Concat(FactsOf(schedule, c.Instruction))));

    private static IEnumerable<FactDefinition> FactsOf(RetentionSchedule schedule, DispositionInstruction instruction) => instruction switch
    {
        SameAsItem same => FactsOf(schedule, schedule[same.ItemNumber]),
        Referral => [],
        StepSequence sequence => [.. sequence.Steps.SelectMany(FactsOf), .. sequence.Outcome is { } o ? [o.Decision, o.ExtendedTo, o.Destroyed] : Array.Empty<FactDefinition>()],
        _ => throw new ArgumentOutOfRangeException(nameof(instruction)),
    };

    private static IEnumerable<FactDefinition> FactsOf(DispositionStep step) =>
        [.. MomentsOf(step.Timing).SelectMany(MomentFacts.Of), .. step.Completion is RecordedCompletion { Fact: var fact } ? [fact] : Array.Empty<FactDefinition>()];

    private static IEnumerable<Moment> MomentsOf(StepTiming timing) => timing switch
    {
        FromMoment from => [from.Moment],
        TimeWindow window => [window.Floor, window.Ceiling],
        Recurring { End: UntilMoment until } recurring => [recurring.First, until.Moment],
        Recurring recurring => [recurring.First],
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };
}
