namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// The meaning of the rules language: decides a record by walking over the model. Made to be read, not to be fast; any
/// faster evaluator must give the same decisions. Each rule names its paragraph of docs/language.md.
/// </summary>
/// <remarks>The layers, one after another: the class, the schedules with their editions, the holds, the gates and restrictions.</remarks>
internal sealed class ReferenceEvaluator(RetentionPolicy policy)
{
    private readonly Classifier _classifier = new(policy.Classification);

    public DispositionDecision Evaluate(RecordFacts facts, DateOnly asOf)
    {
        RecordFinding found = Find(facts, asOf);
        return new DecisionBuilder(policy, facts.Layout, asOf).Build(facts.Id, found);
    }

    /// <summary>What is found about a record, before it is decided.</summary>
    public RecordFinding Find(RecordFacts facts, DateOnly asOf)
    {
        ClassifiedRecord record = _classifier.Classify(facts);
        ScheduleOutcome outcome = InstrumentEvaluator.Evaluate(policy, policy.Instrument, record.Facts, asOf);
        HoldCheck holds = new(policy.Holds, record.Facts, asOf);
        RestrictionCheck restrictions = new(policy, record.Facts, asOf);
        RestrictionsOnAct restricted = outcome.Outcome.IsDue ? restrictions.On(outcome.Outcome.Action!.Value) : RestrictionsOnAct.None;
        return new RecordFinding(outcome, record.Classification)
        {
            Holds = [.. holds.Standing().Select(h => new StandingHold(h.Hold.Id, holds.Explain(h.Hold, h.Applies), h.Applies == Truth.Unknown ? [.. holds.MissingFor(h.Hold)] : []))],
            Blocks = outcome.Outcome.IsDue ? [.. Blocking(outcome, asOf), .. restricted.Blocking] : [],
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
