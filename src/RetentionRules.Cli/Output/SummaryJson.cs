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
            Write(json, "byStatus", Words(summary.ByStatus));
            Write(json, "byItem", summary.ByItem.Select(i => (i.Key, i.Value)));
            Write(json, "byAction", summary.ByAction.Select(a => (a.Key, a.Value)));
            Write(json, "byDueYear", summary.ByDueYear.Select(y => (y.Key.ToString(CultureInfo.InvariantCulture), y.Value)));
            json.WriteNumber("withoutDueYear", summary.WithoutDueYear);
            Write(json, "byReferral", summary.ByReferral.Select(r => (r.Key, r.Value)));
            Write(json, "undeterminedByMissing", summary.UndeterminedByMissing.Select(m => (m.Key, m.Value)));
            json.WriteNumber("blockedOnlyByHoldsNotConsulted", summary.BlockedOnlyByHoldsNotConsulted);
            json.WriteNumber("unfitValues", findings.UnfitValues);
            Write(json, "unfitByFact", findings.UnfitByFact.Select(f => (f.Key, f.Value)));
            WriteForecast(json, summary.Forecast);
            if (summary.ByFact.Count > 0) WriteByFact(json, summary.ByFact);
            json.WriteString("schedule", policy.Policy.Instrument.Id);
            json.WriteString("version", policy.Policy.Instrument.Version);
            json.WriteString("hash", policy.Policy.Instrument.ContentHash);
            json.WriteString("asOf", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteForecast(Utf8JsonWriter json, DispositionForecast forecast)
    {
        json.WriteStartObject("forecast");
        foreach (ForecastAct act in forecast.Acts)
        {
            json.WriteStartObject(act.Act);
            json.WriteNumber("dueNow", act.DueNow);
            Write(json, "byYear", act.ByYear.Select(y => (y.Key.ToString(CultureInfo.InvariantCulture), y.Value)));
            json.WriteNumber("later", act.Later);
            json.WriteNumber("never", act.Never);
            json.WriteNumber("notKnown", act.NotKnown);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Values stand in a list and not as keys: a text may well be the word `unknown`.</summary>
    private static void WriteByFact(Utf8JsonWriter json, IReadOnlyList<FactBreakdown> breakdowns)
    {
        json.WriteStartObject("byFact");
        foreach (FactBreakdown breakdown in breakdowns)
        {
            json.WriteStartObject(breakdown.Fact);
            json.WriteStartArray("values");
            foreach (FactBreakdownRow row in breakdown.Rows)
            {
                json.WriteStartObject();
                json.WriteString("state", row.State.ToString().ToLowerInvariant());
                json.WriteString("value", row.Value);
                Write(json, "byStatus", Words(row.ByStatus));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, "otherValues", Words(breakdown.OtherValues));
            Write(json, "aggregates", Words(breakdown.WithoutFacts));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(string, long)> Words(IReadOnlyDictionary<DispositionStatus, long> counts) =>
        counts.Select(c => (c.Key.ToString().ToLowerInvariant(), c.Value));

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<(string Name, long Count)> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, long count) in counts) json.WriteNumber(key, count);
        json.WriteEndObject();
    }
}
