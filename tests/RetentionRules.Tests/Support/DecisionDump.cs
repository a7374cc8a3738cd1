using RetentionRules.Evaluation;

namespace RetentionRules.Tests.Support;

/// <summary>All that a decision says, as a text: two decisions are the same where their texts are.</summary>
internal static class DecisionDump
{
    public static string Write(DispositionDecision decision) => string.Join('\n',
    [
        DecisionJson.Write(decision),
        ClassificationJson.Write(decision),
        decision.Schedule.ToString(),
        string.Join("|", decision.Authorities),
        string.Join("|", decision.Citations),
        .. decision.Timeline.Select(t => t.ToString()),
    ]);

    /// <summary>What a verdict must say, by the decision about the same record.</summary>
    public static string Verdict(DispositionDecision d) => string.Join("|", d.Status, d.Value, d.Item?.Number, d.Action, d.Next, d.Bounds, d.Latest, d.ChangesOn);

    public static string Verdict(DispositionVerdict v) => string.Join("|", v.Status, v.Value, v.Item?.Number, v.Action, v.Next, v.Bounds, v.Latest, v.ChangesOn);
}
