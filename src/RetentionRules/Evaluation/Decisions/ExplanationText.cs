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
        foreach (ExplanationSection section in explanation.Sections) WriteSection(output, section.Title, section.Nodes, section.Closing);
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

    private static void WriteFoot(StringBuilder output, DispositionDecision decision)
    {
        output.Append('\n');
        // A schedule that decides alone is named; of several, each of them, because any may have had a say.
        IReadOnlyList<RetentionSchedule> schedules = decision.Schedule is RetentionSchedule only ? [only] : decision.Schedule.Schedules;
        string[] items = [.. decision.Candidates, .. decision.Item is { } item ? [item.Number] : Array.Empty<string>()];
        foreach (RetentionSchedule schedule in schedules)
        {
            Line(output, $"Schedule {schedule}, {schedule.Status.ToString().ToLowerInvariant()}, {InForce(schedule.InForce)}; lines are those of {Path.GetFileName(schedule.Path)}");
            foreach (string line in ApprovalText.Lines(schedule.Approval, items)) Line(output, line);
            Line(output, schedule.ContentHash);
        }
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
