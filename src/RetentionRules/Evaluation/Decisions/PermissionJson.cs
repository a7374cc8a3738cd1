using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RetentionRules.Evaluation;

/// <summary>Permissions as JSON: one line each, keys in a fixed order (docs/language.md, 14.9).</summary>
public static class PermissionJson
{
    /// <summary>The permission on one line, without a line break.</summary>
    public static string Write(PermissionDecision permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter json = new(buffer, DecisionJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("record", permission.Record);
            json.WriteString("action", permission.Action);
            json.WriteString("permission", PermissionText.Word(permission.Permission));
            DecisionJson.WriteList(json, "forbidding", permission.Forbidding);
            DecisionJson.WriteList(json, "mayForbid", permission.MayForbid);
            DecisionJson.WriteList(json, "missing", permission.Missing);
            WriteDuties(json, permission.Duties);
            DecisionJson.WriteOrNull(json, "changesOn", DecisionJson.Day(permission.ChangesOn));
            DecisionJson.WriteReasons(json, permission.Reasons);
            WriteSchedule(json, permission);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteDuties(Utf8JsonWriter json, IReadOnlyList<ActDuty> duties)
    {
        json.WriteStartArray("duties");
        foreach (ActDuty duty in duties)
        {
            json.WriteStartObject();
            json.WriteString("restriction", duty.Restriction.Id);
            json.WriteString("state", PermissionText.Word(duty.State));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSchedule(Utf8JsonWriter json, PermissionDecision permission)
    {
        RetentionInstrument schedule = permission.Policy.Instrument;
        json.WriteString("schedule", schedule.Id);
        json.WriteString("version", schedule.Version);
        json.WriteString("hash", schedule.ContentHash);
        json.WriteString("engine", DispositionDecision.EngineVersion);
        json.WriteNumber("language", DispositionDecision.LanguageVersion);
        json.WriteString("asOf", permission.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
