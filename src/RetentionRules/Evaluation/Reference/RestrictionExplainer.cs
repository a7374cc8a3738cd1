using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Shows what each restriction on an act asks of a record, and what came of it. It decides nothing itself.</summary>
/// <param name="policy">The policy.</param>
/// <param name="facts">The record.</param>
/// <param name="asOf">The day.</param>
/// <param name="ofCondition">How conditions are shown.</param>
internal sealed class RestrictionExplainer(RetentionPolicy policy, RecordFacts facts, DateOnly asOf, Func<Condition, ExplanationNode> ofCondition)
{
    private readonly RestrictionCheck _check = new(policy, facts, asOf);

    /// <summary>The restrictions on the act that is due or comes next; none where there is no such act.</summary>
    public IReadOnlyList<ExplanationNode> On(DispositionDecision decision)
    {
        if ((decision.Action ?? decision.Next) is not { } action || action == DispositionAction.CutOff) return [];
        RecordAct act = policy.ActOf(action);
        return [.. policy.Restrictions.Where(r => r.Rule.SpeaksOf(act)).Select(r => OfRestriction(r, act))];
    }

    private ExplanationNode OfRestriction(Restriction restriction, RecordAct act)
    {
        string text = restriction.Title.IsEmpty ? $"restriction {restriction.Id}" : $"restriction {restriction.Id}, {restriction.Title}";
        IEnumerable<ExplanationNode> when = restriction.When is Always ? [] : [ofCondition(restriction.When)];
        return new ExplanationNode(text, ValueOf(restriction, act), restriction.Source.Line, [.. when, .. OfRule(restriction.Rule)]);
    }

    private string ValueOf(Restriction restriction, RecordAct act)
    {
        if (!restriction.IsInForceOn(asOf)) return "not in force";
        if (restriction.Rule is Duty) return _check.Duties(act).Where(d => d.Restriction == restriction).Select(d => PermissionText.Word(d.State)).FirstOrDefault("does not apply");
        return _check.Forbids(restriction, act) switch
        {
            Truth.True => "forbids",
            Truth.Unknown => "may forbid",
            Truth.False => "does not forbid",
            _ => throw new InvalidOperationException("unknown truth"),
        };
    }

    private IEnumerable<ExplanationNode> OfRule(RestrictionRule rule) => rule switch
    {
        Prohibition { Exemption: null } => [],
        Prohibition { Exemption: { } exemption } => [ofCondition(exemption.Unless), OfFact(exemption.ApprovedBy)],
        Prerequisite { Requirement: var requirement, During: var during } =>
            [.. OfRequirement(requirement), .. during is null ? [] : (ExplanationNode[])[OfFact(during.From), OfFact(during.Until)]],
        ActOrder order => order.Acts.Select(a => OfFact(a.Done!)),
        Duty duty => OfRequirement(duty.Requirement),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private IEnumerable<ExplanationNode> OfRequirement(Requirement requirement) =>
        [.. requirement.Require is Always ? [] : (ExplanationNode[])[ofCondition(requirement.Require)], .. requirement.Done.Select(OfFact)];

    private ExplanationNode OfFact(FactDefinition fact) => new(fact.Name, facts[fact].ToString(), 0, []);
}
