using System.Text;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation;

/// <summary>Writes an explanation as plain text.</summary>
internal static class ExplanationText
{
    public static string Write(Explanation explanation)
    {
        StringBuilder output = new();
        // The first heading is that of the whole, and stands apart.
        string apart = "\n";
        foreach (ExplanationPart part in Parts(explanation))
        {
            Line(output, part.Title + apart);
            apart = "";
            foreach (ExplanationLine line in part.Lines) Line(output, "  " + line);
            output.Append('\n');
        }

        WriteFoot(output, explanation.Decision);
        return output.ToString();
    }

    /// <summary>What is said of the record, in its order; the foot, which names the schedule, is no part of it.</summary>
    public static IEnumerable<ExplanationPart> Parts(Explanation explanation) => ((ExplanationPart[])
    [
        Head(explanation.Decision),
        new("Why", [.. explanation.Decision.Reasons.Select(r => new ExplanationLine(0, r.Text, r.Line))]),
        .. explanation.Sections.Select(s => new ExplanationPart(s.Title, [.. s.Nodes.SelectMany(n => Lines(n, 0, 0)), .. s.Closing.Length > 0 ? [Plain(s.Closing)] : (ExplanationLine[])[]])),
    ]).Where(p => p.Lines.Count > 0);

    private static ExplanationPart Head(DispositionDecision decision)
    {
        string record = decision.Record.Length > 0 ? $"Record {decision.Record}" : "The record";
        List<ExplanationLine> lines = [Plain(Verdict(decision))];
        if (decision.Item is { } item) lines.Add(Plain($"Item {item.Number}: {item.Title}"));
        if (decision.Authorities.Count > 0) lines.Add(Plain("Authority: " + string.Join(", ", decision.Authorities)));
        if (decision.Citations.Count > 0) lines.Add(Plain("Cites: " + string.Join("; ", decision.Citations)));
        if (decision.Missing.Count > 0) lines.Add(Plain("To settle it, find out: " + string.Join(", ", decision.Missing.Select(m => Called(decision, m)))));
        if (decision.ChangesOn.IsFinite) lines.Add(Plain($"Look again on {decision.ChangesOn}, or when a fact changes."));
        return new ExplanationPart($"{record}, as of {Reasons.DateText(decision.AsOf)}", lines);
    }

    private static ExplanationLine Plain(string text) => new(0, text, 0);

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

    /// <summary>A node with what it rests on; its place is told where it is not that of the node above.</summary>
    private static IEnumerable<ExplanationLine> Lines(ExplanationNode node, int depth, int parentLine)
    {
        string value = node.Value.Length > 0 ? $"{node.Value}  " : "";
        bool leaf = node.Children.Count == 0 && node.Line == 0 && node.Value.Length > 0;
        yield return new ExplanationLine(depth, leaf ? $"{node.Text} is {node.Value}" : value + node.Text, node.Line == parentLine ? 0 : node.Line);
        foreach (ExplanationLine line in node.Children.SelectMany(child => Lines(child, depth + 1, node.Line))) yield return line;
    }

    private static void WriteFoot(StringBuilder output, DispositionDecision decision)
    {
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
