using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RetentionRules.Evaluation;

/// <summary>The class and the item of a record as JSON: one line a record, keys in a fixed order (docs/language.md, 13.6).</summary>
public static class ClassificationJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The reasons that speak of the item, and not of what becomes due.</summary>
    private static readonly string[] ItemReasons =
        ["required-fact-missing", "no-item-applies", "several-items-apply", "item-applies", "item-may-apply", "follows-item", "data-fault"];

    /// <summary>What a decision says of the class and the item of its record, on one line, without a line break.</summary>
    public static string Write(DispositionDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter json = new(buffer, Options)) Write(json, decision, decision.Classification);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, DispositionDecision decision, RecordClassification classification)
    {
        json.WriteStartObject();
        json.WriteString("record", decision.Record);
        DecisionJson.WriteOrNull(json, "class", classification.Class.Length > 0 ? classification.Class : null);
        json.WriteString("state", classification.StateWord);
        DecisionJson.WriteList(json, "candidates", classification.Candidates);
        DecisionJson.WriteList(json, "missing", Missing(decision));
        json.WriteBoolean("nonRecord", classification.IsNonRecord);
        DecisionJson.WriteOrNull(json, "item", decision.Item?.Number);
        DecisionJson.WriteList(json, "items", decision.Candidates);
        DecisionJson.WriteReasons(json, [.. classification.Reasons, .. decision.Reasons.Where(r => ItemReasons.Contains(r.Code, StringComparer.Ordinal))]);
        json.WriteEndObject();
    }

    /// <summary>What would settle the class; and the item, where it is open which. What an act hangs on is not asked for here.</summary>
    internal static IReadOnlyList<string> Missing(DispositionDecision decision) =>
        [.. decision.Classification.Missing.Concat(decision.Item is null ? decision.Missing : []).Distinct(StringComparer.Ordinal)];
}
