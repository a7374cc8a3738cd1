using RetentionRules.Analysis;
using RetentionRules.Analysis.Comparing;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Analysis;

/// <summary>What the reference evaluator decides by both editions, of records of which all is known and of those that findings show.</summary>
internal sealed class EditionOutcomes
{
    private static readonly FactValue[] days =
        [.. ((DateOnly[])[new(2024, 2, 29), new(2023, 12, 31), new(2024, 3, 31), new(2020, 1, 30)]).Select(FactValue.Date), FactValue.Never];

    private readonly Side _old;
    private readonly Side _new;

    public EditionOutcomes(RetentionSchedule old, RetentionSchedule @new) => (_old, _new) = (new Side(old), new Side(@new));

    /// <summary>One edition, and a buffer for the record that is decided.</summary>
    private sealed class Side
    {
        private readonly RetentionSchedule _schedule;
        private readonly RetentionPolicy _policy;
        private readonly ReferenceEvaluator _evaluator;
        private readonly RecordFacts _facts;

        public Side(RetentionSchedule schedule)
        {
            _schedule = schedule;
            _policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None);
            _evaluator = new ReferenceEvaluator(_policy);
            _facts = new RecordFacts(new FactLayout(_policy.Facts, _policy.Classification));
        }

        public (DispositionDecision Decision, bool IsOpen) Decide(IEnumerable<WitnessFact> record, bool asksWhetherOpen)
        {
            _facts.Clear();
            foreach (WitnessFact fact in record) _facts.Set(fact.Fact, fact.Value);
            return (_evaluator.Evaluate(_facts, Analyses.Options.AsOf), asksWhetherOpen && IsOpen());
        }

        private bool IsOpen()
        {
            RecordFacts classified = new Classifier(_policy.Classification).Classify(_facts).Facts;
            Truth[] claims = [.. new ItemSelector(_schedule, classified).Items().Select(i => i.Claim)];
            return claims.Contains(Truth.Unknown) && claims.Count(c => c == Truth.True) < 2;
        }
    }

    /// <summary>The record, with what each edition decides; null where one leaves open which items claim it.</summary>
    public EditionOutcome? WhereSettled(IEnumerable<WitnessFact> record)
    {
        WitnessFact[] facts = [.. record];
        (DispositionDecision before, bool isOpenBefore) = _old.Decide(facts, asksWhetherOpen: true);
        (DispositionDecision after, bool isOpenAfter) = _new.Decide(facts, asksWhetherOpen: true);
        return isOpenBefore || isOpenAfter ? null : new EditionOutcome(facts, before, after);
    }

    /// <summary>All records with every value that can make a difference, and with a few days of what is counted from.</summary>
    public static IEnumerable<WitnessFact[]> RecordsOf(EditionPair pair)
    {
        string[] asked = [.. EditionPairs.FactsOf(pair.Old).Union(EditionPairs.FactsOf(pair.New))];
        bool hasRules = pair.Old.Rules.Count + pair.New.Rules.Count > 0;
        IEnumerable<WitnessFact[]> all = [[]];
        foreach (string fact in asked.Union(["level", "created", "closed"]))
        {
            FactValue[] values =
            [
                .. fact == "closed" || (fact == "created" && !asked.Contains(fact)) ? days : fact == "created" ? [.. SmallVocabulary.ValuesOf(fact), .. days]
                    : fact == ClassificationScheme.FactName && hasRules ? SmallVocabulary.ValuesOf(fact) : [.. SmallVocabulary.ValuesOf(fact), FactValue.Never],
            ];
            if (fact == "level" && !asked.Contains(fact)) values = values[..1];
            all = all.SelectMany(record => values.Distinct().Select(value => (WitnessFact[])[.. record, new WitnessFact(fact, value)]));
        }

        return all;
    }

    public IEnumerable<EditionOutcome> OfAll(EditionPair pair) =>
        RecordsOf(pair).Select(record => new EditionOutcome(record, _old.Decide(record, asksWhetherOpen: false).Decision, _new.Decide(record, asksWhetherOpen: false).Decision));
}

/// <summary>What two editions decide about a record.</summary>
internal sealed record EditionOutcome(IReadOnlyList<WitnessFact> Record, DispositionDecision Before, DispositionDecision After)
{
    public string From => StandingOf(Before);

    public string To => StandingOf(After);

    public bool FareAlike => RecordFate.Of(Before) == RecordFate.Of(After);

    /// <summary>A destruction whose day never comes is none that is new.</summary>
    public bool IsNewDestruction => Destroys(After) && !Destroys(Before) && !RecordFate.IsNeverDestroyed(After);

    private static string StandingOf(DispositionDecision decision) => decision switch
    {
        { Item: { } item } => $"item {item.Number}",
        { Status: DispositionStatus.Conflict } => "conflict",
        { Status: DispositionStatus.Unscheduled } => "none",
        _ => "open",
    };

    public static bool Destroys(DispositionDecision decision) => decision.Timeline.Any(t => t.Step.Action == DispositionAction.Destroy);

    public override string ToString() => $"{new string(string.Join(", ", Record))}: {Before} → {After}";
}
