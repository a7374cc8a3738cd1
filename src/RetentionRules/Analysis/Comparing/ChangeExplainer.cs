using RetentionRules.Analysis.Witnesses;
using RetentionRules.Evaluation;

namespace RetentionRules.Analysis.Comparing;

/// <summary>
/// Explains the records of changes by both editions, as they were compiled to compare them. Of thousands of changes few are looked
/// at, so that each is explained when somebody asks.
/// </summary>
internal sealed class ChangeExplainer(EvaluatorPair old, EvaluatorPair @new)
{
    /// <param name="witness">The record.</param>
    /// <param name="act">The act that one edition permits and the other does not; empty where the decisions differ.</param>
    public ExplanationPair Explain(WitnessRecord witness, string act) => new(By(old, witness, act), By(@new, witness, act), isAboutAct: act.Length > 0);

    private static Explanation By(EvaluatorPair edition, WitnessRecord witness, string act)
    {
        Dictionary<int, FactValue> own = [];
        foreach ((string fact, FactValue value) in witness.Facts)
            if (edition.Layout.TryPlace(fact, out int place)) own[place] = value;
        Explanation explanation = edition.Explain(own);
        return act.Length == 0 ? explanation : new Explanation(explanation.Decision, [.. explanation.Sections, OfAct(edition, own, act)]);
    }

    private static ExplanationSection OfAct(EvaluatorPair edition, Dictionary<int, FactValue> record, string act) => edition.Permits(record, act) is { } permission
        ? new ExplanationSection($"Whether to {act}", [.. permission.Reasons.Select(r => new ExplanationNode(r.Text, "", r.Line, []))], $"{permission}.")
        : new ExplanationSection($"Whether to {act}", [], $"The schedule knows no act `{act}`, and nothing forbids it.");
}
