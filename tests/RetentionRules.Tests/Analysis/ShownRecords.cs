using RetentionRules.Analysis;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Analysis;

/// <summary>Whether the records of findings show them: by the reference evaluator alone, and with no fact too many.</summary>
internal sealed class ShownRecords(RetentionSchedule schedule)
{
    private readonly RetentionPolicy _policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None);

    /// <summary>What is wrong with a finding's record; empty where nothing is.</summary>
    public string Wrong(AnalysisFinding finding)
    {
        if (finding.Witness is not { } witness) return Needs(finding) ? $"{finding.Descriptor.Code} without a record" : "";
        if (!IsShown(finding, witness.Facts)) return $"{finding.Descriptor.Code} is not shown by {witness}";
        return witness.Facts.FirstOrDefault(f => IsShown(finding, witness.Facts.Where(other => other != f))) is { Fact: { } fact }
            ? $"{finding.Descriptor.Code} is shown by {witness} without {fact} too"
            : "";
    }

    private static bool Needs(AnalysisFinding finding) =>
        finding.Descriptor.Code is "RR9501" or "RR9502" or "RR9503" or "RR9509" or "RR9512" or "RR9520";

    private bool IsShown(AnalysisFinding finding, IEnumerable<WitnessFact> known)
    {
        RecordFacts facts = new(new FactLayout(_policy.Facts, _policy.Classification));
        foreach (WitnessFact fact in known) facts.Set(fact.Fact, fact.Value);
        DispositionDecision decision = new ReferenceEvaluator(_policy).Evaluate(facts, Analyses.Options.AsOf);
        return finding.Descriptor.Code switch
        {
            "RR9501" => decision.Status == DispositionStatus.Unscheduled && schedule.Uncovered.All(u => new ConditionEvaluator(facts).Evaluate(u.When) == Truth.False),
            "RR9502" or "RR9503" => decision.Status == DispositionStatus.Conflict && finding.Items.All(decision.Candidates.Contains),
            "RR9509" => decision.Item?.Number == finding.Items[0] && decision.Reasons.Any(r => r.Code == "no-case-applies"),
            "RR9512" => decision.Classification.State == ClassificationState.Conflict && finding.Arguments.Take(2).All(c => decision.Classification.Candidates.Contains((string)c)),
            "RR9520" => decision.Status == DispositionStatus.Conflict && decision.Item?.Number == finding.Items[0],
            "RR9522" => decision.Item?.Number == finding.Items[0] && decision.Timeline.Any(t => IsOf(finding, t.Step) && (finding.Arguments[3] is string and not ("up" or "down" or "error") ? t.Latest.NotAfter.IsFinite : t.Bounds.NotBefore.IsFinite && t.Bounds.NotAfter.IsFinite)),
            string code => throw new InvalidOperationException($"{code} has a record, and nobody says what it must show"),
        };
    }

    private static bool IsOf(AnalysisFinding finding, DispositionStep step) => step.Source.Span.Contains(finding.Place.Reference.Span);
}
