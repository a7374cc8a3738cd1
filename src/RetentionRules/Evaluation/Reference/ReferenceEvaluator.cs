namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// The meaning of the rules language: decides a record by walking over the model. Made to be read, not to be fast; any
/// faster evaluator must give the same decisions. Each rule names its paragraph of docs/language.md.
/// </summary>
/// <remarks>The layers, one after another: the class, the schedules with their editions, the holds, the gates and restrictions.</remarks>
internal sealed class ReferenceEvaluator(RetentionPolicy policy, ItemFinder finder)
{
    /// <summary>The evaluator that looks at every item: the meaning of the language.</summary>
    public ReferenceEvaluator(RetentionPolicy policy)
        : this(policy, ItemFinder.All)
    {
    }

    private readonly Classifier _classifier = new(policy.Classification);
    private readonly AggregateMembership _aggregates = new(policy);

    public DispositionDecision Evaluate(RecordFacts facts, DateOnly asOf) => Decide(Find(facts, asOf), facts, asOf);

    /// <summary>The decision about one record; of one that is disposed of with others, that it hangs on them where its act is due.</summary>
    public DispositionDecision Decide(RecordFinding found, RecordFacts facts, DateOnly asOf) =>
        new DecisionBuilder(policy, facts.Layout, asOf).Build(facts.Id, _aggregates.UnlessOneOfSeveral(found, facts));

    /// <summary>The aggregate that a record belongs to, or null where it stands alone or nobody knows.</summary>
    public string? AggregateOf(RecordFinding found, RecordFacts facts) => _aggregates.KeyOf(found, facts);

    /// <summary>An aggregate without records.</summary>
    public AggregateState NewAggregate(DateOnly asOf) => new(policy.Aggregation!, policy.Instrument, asOf);

    /// <summary>Takes a record into an aggregate.</summary>
    public void Add(AggregateState aggregate, RecordFinding found, RecordFacts facts) => _aggregates.Add(aggregate, found, facts);

    /// <summary>The decision about an aggregate.</summary>
    public DispositionDecision Decide(AggregateState aggregate, string id, FactLayout layout, DateOnly asOf) =>
        new DecisionBuilder(policy, layout, asOf).Build(id, aggregate.Together(id));

    /// <summary>What is found about a record, before it is decided.</summary>
    public RecordFinding Find(RecordFacts facts, DateOnly asOf)
    {
        ClassifiedRecord record = _classifier.Classify(facts);
        ScheduleOutcome outcome = InstrumentEvaluator.Evaluate(policy, policy.Instrument, record.Facts, asOf, finder);
        HoldCheck holds = new(policy.Holds, record.Facts, asOf);
        RestrictionCheck restrictions = new(policy, record.Facts, asOf);
        // An act of an aggregate may be due before this record's own is; what forbids it for this record must be known then.
        bool isAsked = outcome.Outcome.IsDue || (policy.Aggregation is not null && outcome.Outcome.Current is not null);
        RestrictionsOnAct restricted = isAsked ? restrictions.On(outcome.Outcome.Action!.Value) : RestrictionsOnAct.None;
        return new RecordFinding(outcome, record.Classification)
        {
            Holds = [.. holds.Standing().Select(h => new StandingHold(h.Hold.Id, holds.Explain(h.Hold, h.Applies), h.Applies == Truth.Unknown ? [.. holds.MissingFor(h.Hold)] : []))],
            Blocks = isAsked ? [.. Blocking(outcome, asOf), .. restricted.Blocking] : [],
            MissingForBlocks = restricted.Missing,
            Remarks = restricted.Excepted,
            Faults = [.. record.Facts.Faults.Select(Reasons.DataFault)],
            ChangeDays = [.. outcome.Outcome.ChangeDays, .. holds.ChangeDays(), .. restrictions.ChangeDays(), .. outcome.Gates.SelectMany(g => g.ChangeDays)],
        };
    }

    /// <summary>5.21: what blocks a due act.</summary>
    private IEnumerable<DecisionReason> Blocking(ScheduleOutcome found, DateOnly asOf)
    {
        foreach (DecisionReason block in found.Gates.SelectMany(g => g.Blocking(asOf)).DistinctBy(b => b.Text)) yield return block;
        if (!policy.Holds.WereConsulted && found.Outcome.Action == DispositionAction.Destroy) yield return Reasons.NoHoldsConsulted();
    }
}
