using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RetentionRules.Calendars;

namespace RetentionRules.Evaluation;

/// <summary>Decisions as JSON: one line a record, keys in a fixed order (docs/language.md, 9.1).</summary>
public static class DecisionJson
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The decision on one line, without a line break.</summary>
    public static string Write(DispositionDecision decision)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        Write(decision, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Appends the decision to a buffer, in UTF-8, without a line break.</summary>
    public static void Write(DispositionDecision decision, IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(decision);
        using Utf8JsonWriter json = new(buffer, Options);
        json.WriteStartObject();
        json.WriteString("record", decision.Record);
        json.WriteString("status", DecisionText.Word(decision.Status));
        WriteOrNull(json, "item", decision.Item?.Number);
        json.WriteString("value", DecisionText.Word(decision.Value));
        WriteOrNull(json, "action", decision.Action is { } action ? DecisionText.Word(action) : null);
        WriteOrNull(json, "target", decision.Target.Length > 0 ? decision.Target : null);
        WriteOrNull(json, "notBefore", NotBefore(decision.Bounds));
        WriteOrNull(json, "notAfter", Day(decision.Bounds.NotAfter));
        WriteOrNull(json, "latest", Day(decision.Latest));
        WriteOrNull(json, "next", decision.Next is { } next ? DecisionText.Word(next) : null);
        WriteOrNull(json, "changesOn", Day(decision.ChangesOn));
        WriteList(json, "missing", decision.Missing);
        WriteList(json, "candidates", decision.Candidates);
        if (decision.HoldsConsulted) WriteList(json, "holds", decision.Holds);
        else json.WriteNull("holds");
        WriteList(json, "blocks", decision.Blocks);
        WriteReasons(json, decision.Reasons);
        json.WriteString("schedule", decision.Schedule.Id);
        json.WriteString("version", decision.Schedule.Version);
        json.WriteString("hash", decision.Schedule.ContentHash);
        json.WriteString("engine", DispositionDecision.EngineVersion);
        json.WriteNumber("language", DispositionDecision.LanguageVersion);
        json.WriteString("asOf", decision.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    /// <summary>
    /// A day; <c>never</c> where the act cannot come; null where it is not bounded. A day behind year 9999 is written as
    /// the last that can be written, before which it surely does not come.
    /// </summary>
    internal static string? NotBefore(DateBounds bounds) =>
        bounds.IsNever ? "never" : bounds.NotBefore == DateBound.AfterYear9999 ? "9999-12-31" : Day(bounds.NotBefore);

    /// <summary>A day, or null where it is not bounded.</summary>
    internal static string? Day(DateBound bound) => bound.IsFinite ? bound.ToString() : null;

    internal static void WriteReasons(Utf8JsonWriter json, IReadOnlyList<DecisionReason> reasons)
    {
        json.WriteStartArray("reasons");
        foreach (DecisionReason reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteString("text", reason.Text);
            json.WriteStartObject("args");
            foreach ((string name, string value) in reason.Arguments) json.WriteString(name, value);
            json.WriteEndObject();
            if (reason.Line > 0) json.WriteNumber("line", reason.Line);
            else json.WriteNull("line");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteOrNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    internal static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
