using System.Globalization;
using System.Text;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation;

/// <summary>Writes an explanation as plain text.</summary>
internal static class ExplanationText
{
    public static string Write(Explanation explanation)
    {
        StringBuilder output = new();
        WriteHead(output, explanation.Decision);
        WriteSection(output, "Why", [.. explanation.Decision.Reasons.Select(r => new ExplanationNode(r.Text, "", r.Line, []))]);
        WriteSection(output, "Which item", explanation.Items, OtherItems(explanation));
        WriteSection(output, "When", explanation.Steps);
        WriteHolds(output, explanation);
        WriteFoot(output, explanation.Decision);
        return output.ToString();
    }

    private static void WriteHead(StringBuilder output, DispositionDecision decision)
    {
        string record = decision.Record.Length > 0 ? $"Record {decision.Record}" : "The record";
        Line(output, $"{record}, as of {Reasons.DateText(decision.AsOf)}");
        output.Append('\n');
        Line(output, "  " + Verdict(decision));
        if (decision.Item is { } item) Line(output, $"  Item {item.Number}: {item.Title}");
        if (decision.Authorities.Count > 0) Line(output, "  Authority: " + string.Join(", ", decision.Authorities));
        if (decision.Citations.Count > 0) Line(output, "  Cites: " + string.Join("; ", decision.Citations));
        if (decision.Missing.Count > 0) Line(output, "  To settle it, find out: " + string.Join(", ", decision.Missing.Select(m => Called(decision, m))));
        if (decision.ChangesOn.IsFinite) Line(output, $"  Look again on {decision.ChangesOn}, or when a fact changes.");
    }

    /// <summary>The name of a fact, with what people call it.</summary>
    private static string Called(DispositionDecision decision, string name) =>
        decision.Policy.Facts.FirstOrDefault(f => f.Name == name) is { Title.IsEmpty: false } fact ? $"{name} ({fact.Title})" : name;

    private static string Verdict(DispositionDecision decision)
    {
        string status = DecisionText.Word(decision.Status).ToUpperInvariant();
        string target = decision.Target.Length > 0 ? $" ({decision.Target})" : "";
        if (decision.Action is { } due) return $"{status}: {DecisionText.Word(due)}{target}, due since {BoundsText.Write(decision.Bounds)}";
        return decision.Next is { } next ? $"{status}: next is to {DecisionText.Word(next)}{target}, {BoundsText.Write(decision.Bounds)}" : status;
    }

    private static string OtherItems(Explanation explanation)
    {
        int others = explanation.Decision.Schedule.Items.Count - explanation.Items.Count;
        return others switch
        {
            0 => "",
            1 => "1 other item does not cover the record.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{others} other items do not cover the record."),
        };
    }

    private static void WriteSection(StringBuilder output, string title, IReadOnlyList<ExplanationNode> nodes, string closing = "")
    {
        if (nodes.Count == 0 && closing.Length == 0) return;
        output.Append('\n');
        Line(output, title);
        foreach (ExplanationNode node in nodes) WriteNode(output, node, 1, 0);
        if (closing.Length > 0) Line(output, "  " + closing);
    }

    private static void WriteNode(StringBuilder output, ExplanationNode node, int depth, int parentLine)
    {
        string place = node.Line > 0 && node.Line != parentLine ? string.Create(CultureInfo.InvariantCulture, $"  [line {node.Line}]") : "";
        string value = node.Value.Length > 0 ? $"{node.Value}  " : "";
        bool leaf = node.Children.Count == 0 && node.Line == 0 && node.Value.Length > 0;
        Line(output, new string(' ', depth * 2) + (leaf ? $"{node.Text} is {node.Value}" : $"{value}{node.Text}{place}"));
        foreach (ExplanationNode child in node.Children) WriteNode(output, child, depth + 1, node.Line);
    }

    private static void WriteHolds(StringBuilder output, Explanation explanation)
    {
        DispositionDecision decision = explanation.Decision;
        string closing = !decision.HoldsConsulted ? "Holds were not consulted."
            : decision.Holds.Count == 0 ? "No hold applies or may apply."
            : "Apply or may apply: " + string.Join(", ", decision.Holds);
        WriteSection(output, "Holds", explanation.Holds, closing);
    }

    private static void WriteFoot(StringBuilder output, DispositionDecision decision)
    {
        RetentionSchedule schedule = decision.Schedule;
        output.Append('\n');
        Line(output, $"Schedule {schedule}, {schedule.Status.ToString().ToLowerInvariant()}, {InForce(schedule.InForce)}; lines are those of {Path.GetFileName(schedule.Path)}");
        foreach (string line in ApprovalText.Lines(schedule.Approval, [.. decision.Candidates, .. decision.Item is { } item ? [item.Number] : Array.Empty<string>()])) Line(output, line);
        Line(output, schedule.ContentHash);
    }

    private static string InForce(InForceInterval interval) => interval switch
    {
        { IsStated: false } => "with no day in force stated",
        { From.IsFinite: true, To.IsFinite: true } => $"in force from {interval.From} until the day before {interval.To}",
        { To.IsFinite: true } => $"in force until the day before {interval.To}",
        _ => $"in force since {interval.From}",
    };

    private static void Line(StringBuilder output, string text) => output.Append(text).Append('\n');
}
