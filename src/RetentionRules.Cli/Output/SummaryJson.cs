using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Output;

/// <summary>The summary of a dry-run as one JSON document.</summary>
internal static class SummaryJson
{
    public static void Write(TextWriter output, DryRunSummary summary, CompiledPolicy policy, DateOnly asOf, RecordFindings findings)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("records", summary.Records);
            Write(json, "byStatus", summary.ByStatus.Select(s => (s.Key.ToString().ToLowerInvariant(), s.Value)));
            Write(json, "byItem", summary.ByItem.Select(i => (i.Key, i.Value)));
            Write(json, "byAction", summary.ByAction.Select(a => (a.Key, a.Value)));
            Write(json, "byDueYear", summary.ByDueYear.Select(y => (y.Key.ToString(CultureInfo.InvariantCulture), y.Value)));
            json.WriteNumber("withoutDueYear", summary.WithoutDueYear);
            Write(json, "byReferral", summary.ByReferral.Select(r => (r.Key, r.Value)));
            Write(json, "undeterminedByMissing", summary.UndeterminedByMissing.Select(m => (m.Key, m.Value)));
            json.WriteNumber("blockedOnlyByHoldsNotConsulted", summary.BlockedOnlyByHoldsNotConsulted);
            json.WriteNumber("unfitValues", findings.UnfitValues);
            Write(json, "unfitByFact", findings.UnfitByFact.Select(f => (f.Key, f.Value)));
            json.WriteString("schedule", policy.Policy.Instrument.Id);
            json.WriteString("version", policy.Policy.Instrument.Version);
            json.WriteString("hash", policy.Policy.Instrument.ContentHash);
            json.WriteString("asOf", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<(string Name, long Count)> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, long count) in counts) json.WriteNumber(key, count);
        json.WriteEndObject();
    }
}
