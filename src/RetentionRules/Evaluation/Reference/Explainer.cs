using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// Builds an explanation by asking the evaluators for the value of each part of what the policy says. It decides nothing
/// itself.
/// </summary>
internal sealed class Explainer
{
    private readonly RetentionPolicy _policy;
    private readonly RecordFacts _facts;
    private readonly DateOnly _asOf;
    private readonly ConditionExplainer _conditions;

    /// <summary>What is explained are the facts with the class that the record gets.</summary>
    public Explainer(RetentionPolicy policy, RecordFacts facts, DateOnly asOf)
    {
        (_policy, _facts, _asOf) = (policy, new Classifier(policy.Classification).Classify(facts).Facts, asOf);
        _conditions = new ConditionExplainer(_facts);
    }

    public Explanation Explain(DispositionDecision decision) => new(
        decision,
        [
            .. OfClass(decision.Classification),
            .. SectionsOf(_policy.Instrument, isOneOfSeveral: false).Where(s => s.Nodes.Count > 0 || s.Closing.Length > 0),
            OfHolds(decision),
            .. OfRestrictions(decision),
        ]);

    /// <summary>What came of it; and where rules were asked, each that is not false of the record.</summary>
    private IEnumerable<ExplanationSection> OfClass(RecordClassification classification)
    {
        if (classification.State == ClassificationState.NoScheme) yield break;
        ClassificationScheme scheme = _policy.Classification;
        bool areAsked = classification.State is ClassificationState.Assigned or ClassificationState.MayBe or ClassificationState.Conflict or ClassificationState.NotFound;
        IEnumerable<ExplanationNode> rules = areAsked ? scheme.Rules.Select(OfClassRule).OfType<ExplanationNode>() : [];
        yield return new ExplanationSection("Which class", [ClassText.Node(scheme, classification), .. rules], ClassText.Lines(scheme));
    }

    private ExplanationNode? OfClassRule(ClassRule rule)
    {
        ExplanationNode condition = _conditions.Condition(rule.When);
        return condition.Value == ConditionExplainer.False ? null : new ExplanationNode($"as {rule.Class}, {rule.Class.Title}", condition.Value, rule.Source.Line, [condition]);
    }

    private IEnumerable<ExplanationSection> SectionsOf(RetentionInstrument instrument, bool isOneOfSeveral) => instrument switch
    {
        RetentionSchedule schedule => new ScheduleExplainer(_policy, schedule, _facts, _asOf).Sections(isOneOfSeveral),
        ScheduleRegister register => OfRegister(register),
        ScheduleSet set => OfSet(set),
        _ => throw new ArgumentOutOfRangeException(nameof(instrument)),
    };

    private IEnumerable<ExplanationSection> OfRegister(ScheduleRegister register)
    {
        ScheduleOutcome[] governing = [.. new EditionEvaluator(_policy, register, _facts, _asOf, ItemFinder.All).Governing()];
        ExplanationNode[] editions = [.. governing.Select(g => new ExplanationNode(g.Which[0].Text, governing.Length > 1 ? "perhaps" : "", 0, []))];
        yield return new ExplanationSection("Which edition", editions, "");
        foreach (ExplanationSection section in governing.Select(g => g.Source).OfType<RetentionSchedule>().Distinct().SelectMany(e => SectionsOf(e, isOneOfSeveral: true)))
            yield return section;
    }

    /// <summary>What each schedule says comes first, then what they say together.</summary>
    private IEnumerable<ExplanationSection> OfSet(ScheduleSet set)
    {
        (RetentionInstrument Member, ScheduleOutcome Outcome)[] parts = [.. set.Members.Zip(new SetEvaluator(_policy, set, _facts, _asOf, ItemFinder.All).Parts())];
        foreach ((RetentionInstrument member, ScheduleOutcome part) in parts)
            if (part.Claim != Truth.False) foreach (ExplanationSection section in SectionsOf(member, isOneOfSeveral: true)) yield return section;
        yield return new ExplanationSection(
            $"Together, {set.Combination.ToString().ToLowerInvariant()}", [.. parts.Select(p => new ExplanationNode(Reasons.ScheduleSays(p.Outcome).Text, "", 0, []))], "");
    }

    private ExplanationSection OfHolds(DispositionDecision decision)
    {
        string closing = !decision.HoldsConsulted ? "Holds were not consulted."
            : decision.Holds.Count == 0 ? "No hold applies or may apply."
            : "Apply or may apply: " + string.Join(", ", decision.Holds);
        return new ExplanationSection("Holds", [.. _policy.Holds.Holds.Where(h => h.When is not null).Select(OfHold)], closing);
    }

    private IEnumerable<ExplanationSection> OfRestrictions(DispositionDecision decision)
    {
        if (_policy.Restrictions.Count == 0) yield break;
        IReadOnlyList<ExplanationNode> nodes = new RestrictionExplainer(_policy, _facts, _asOf, _conditions.Condition).On(decision);
        string closing = (decision.Action ?? decision.Next) is not { } act ? "No act is due or comes next that one could forbid."
            : nodes.Count == 0 ? $"No restriction speaks of whether to {DecisionText.Word(act)}."
            : "";
        yield return new ExplanationSection("Restrictions", nodes, closing);
    }

    private ExplanationNode OfHold(Hold hold)
    {
        ExplanationNode condition = _conditions.Condition(hold.When!);
        return new ExplanationNode($"hold {hold.Id}, {hold.Authority}", condition.Value, 0, [condition with { Line = 0 }]);
    }
}
