using System.Text.Json;
using RetentionRules.Analysis;
using RetentionRules.Evaluation;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Output;

/// <summary>The explanations of the records of changes by both editions. Each is worked out when it is written.</summary>
/// <param name="shown">The changes that a record shows, in the order in which they are told.</param>
/// <param name="most">How many of them are explained.</param>
/// <param name="cancellation">Thousands of explanations take their time.</param>
internal sealed class ChangeExplanations(IReadOnlyList<ChangeFinding> shown, int most, CancellationToken cancellation) : FindingDetails
{
    private readonly Dictionary<JudgedFinding, MeaningChange> _explained = shown.Take(most).ToDictionary(f => f.Finding, f => f.Change!);

    /// <summary>How wide a line of text may be.</summary>
    public required int Width { get; init; }

    /// <summary>Whether lines that differ are bold in text too.</summary>
    public required bool HasColor { get; init; }

    /// <summary>What is left unexplained, with the words to type; empty where nothing is, or where no explanation was wanted.</summary>
    public string Left => _explained.Count == shown.Count || most == 0 ? ""
        : $"Of {Counted.Write(shown.Count, "change")} with a record, the first {(_explained.Count == 1 ? "is" : Counted.Number(_explained.Count) + " are")} explained; --explain all explains each by both editions.\n";

    public override string TextOf(JudgedFinding finding)
    {
        if (Of(finding) is not { } pair) return "";
        string text = pair.Write(Width);
        return (HasColor ? string.Join('\n', text.Split('\n').Select(Painted)) : text) + "\n";
    }

    public override void Write(Utf8JsonWriter json, JudgedFinding finding)
    {
        if (Of(finding) is not { } pair) return;
        json.WriteStartObject("explanations");
        json.WriteString("record", _explained[finding].Witness!.ToString());
        Write(json, "before", pair.Old);
        Write(json, "now", pair.New);
        json.WriteEndObject();
    }

    private ExplanationPair? Of(JudgedFinding finding)
    {
        cancellation.ThrowIfCancellationRequested();
        return _explained.TryGetValue(finding, out MeaningChange? change) ? change.Explain() : null;
    }

    private static string Painted(string line) => line is ['*' or '-' or '+', ' ', ..] ? Color.Bold + line + Color.Reset : line;

    /// <summary>The decision as `evaluate` gives it, and all that `explain` says of it.</summary>
    private static void Write(Utf8JsonWriter json, string name, Explanation explanation)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("decision");
        json.WriteRawValue(DecisionJson.Write(explanation.Decision));
        json.WriteStartArray("sections");
        foreach (ExplanationSection section in explanation.Sections)
        {
            json.WriteStartObject();
            json.WriteString("title", section.Title);
            WriteNodes(json, "nodes", section.Nodes);
            json.WriteString("closing", section.Closing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNodes(Utf8JsonWriter json, string name, IReadOnlyList<ExplanationNode> nodes)
    {
        json.WriteStartArray(name);
        foreach (ExplanationNode node in nodes)
        {
            json.WriteStartObject();
            json.WriteString("text", node.Text);
            json.WriteString("value", node.Value);
            if (node.Line > 0) json.WriteNumber("line", node.Line);
            else json.WriteNull("line");
            WriteNodes(json, "children", node.Children);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
