using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RetentionRules.Cli.Output.Sarif;

/// <summary>
/// Writes results as a SARIF 2.1.0 log (OASIS standard, 27 March 2020), as code hosts and editors read it. The bytes depend
/// on nothing but the results: no time, no absolute path, no name of a machine.
/// </summary>
/// <param name="root">What paths are relative to.</param>
/// <param name="verb">The command; it tells logs of one commit apart.</param>
internal sealed class SarifLog(SourceRoot root, string verb)
{
    private const string BaseId = "%SRCROOT%";
    private const string Fingerprint = "retentionFinding/v1";

    /// <param name="output">Where to write.</param>
    /// <param name="files">The files that were looked at, with results or without.</param>
    /// <param name="results">The results.</param>
    public void Write(TextWriter output, IEnumerable<string> files, IReadOnlyList<SarifResult> results)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, files, results);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private void WriteRun(Utf8JsonWriter json, IEnumerable<string> files, IReadOnlyList<SarifResult> results)
    {
        SarifRule[] rules = [.. results.Select(r => r.Rule).DistinctBy(r => r.Id).OrderBy(r => r.Id, StringComparer.Ordinal)];
        json.WriteStartObject();
        WriteTool(json, rules);
        WriteCircumstances(json);
        WriteArtifacts(json, files);
        json.WriteStartArray("results");
        foreach (SarifResult result in results) WriteResult(json, result, Array.FindIndex(rules, r => r.Id == result.Rule.Id));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>How to read what follows. That the run was successful says that nothing was left out, not that nothing was found.</summary>
    private void WriteCircumstances(Utf8JsonWriter json)
    {
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"retention-{verb}/");
        json.WriteEndObject();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(BaseId);
        WriteMessage(json, "description", "The folder that every path is relative to.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, SarifRule[] rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "retention");
        json.WriteString("fullName", "RetentionRules, the command line");
        json.WriteString("version", DispositionDecision.EngineVersion);
        json.WriteString("semanticVersion", DispositionDecision.EngineVersion);
        json.WriteStartArray("rules");
        foreach (SarifRule rule in rules) WriteRule(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, SarifRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", NameOf(rule.Title));
        WriteMessage(json, "shortDescription", rule.Title);
        WriteMessage(json, "fullDescription", rule.Meaning);
        json.WriteStartObject("help");
        json.WriteString("text", Escaped($"{rule.Meaning} {rule.Mend}"));
        json.WriteString("markdown", Escaped($"**{rule.Id}: {rule.Title}.** {rule.Meaning}\n\n{rule.Mend}"));
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", rule.Level);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The words of a title as one name: <c>ItemWithoutABasis</c>.</summary>
    private static string NameOf(string title)
    {
        string[] words = [.. new string([.. title.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return string.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }

    private void WriteArtifacts(Utf8JsonWriter json, IEnumerable<string> files)
    {
        json.WriteStartArray("artifacts");
        foreach (string uri in files.Select(root.UriOf).Distinct(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", uri);
            json.WriteString("uriBaseId", BaseId);
            json.WriteEndObject();
            json.WriteStartArray("roles");
            json.WriteStringValue("analysisTarget");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteResult(Utf8JsonWriter json, SarifResult result, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", result.Level);
        WriteMessage(json, "message", root.Without(result.Message));
        json.WriteStartArray("locations");
        WritePlace(json, result.Place);
        json.WriteEndArray();
        WriteRelated(json, result.Related);
        json.WriteStartObject("partialFingerprints");
        json.WriteString(Fingerprint, result.Identity);
        json.WriteEndObject();
        WriteSuppressions(json, result.Justification);
        json.WriteEndObject();
    }

    private void WriteRelated(Utf8JsonWriter json, IReadOnlyList<SarifPlace> places)
    {
        if (places.Count == 0) return;
        json.WriteStartArray("relatedLocations");
        for (int i = 0; i < places.Count; i++) WritePlace(json, places[i], i + 1);
        json.WriteEndArray();
    }

    /// <summary>An empty list says that nobody lets the result stand; no list would say that nobody knows.</summary>
    private static void WriteSuppressions(Utf8JsonWriter json, string justification)
    {
        json.WriteStartArray("suppressions");
        if (justification.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", justification);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePlace(Utf8JsonWriter json, SarifPlace place, int id = 0)
    {
        json.WriteStartObject();
        if (id > 0) json.WriteNumber("id", id);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", root.UriOf(place.Path));
        json.WriteString("uriBaseId", BaseId);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.StartLine);
        json.WriteNumber("startColumn", place.StartColumn);
        if (place.End is { } end)
        {
            json.WriteNumber("endLine", end.Line);
            json.WriteNumber("endColumn", end.Column);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        if (place.Note.Length > 0) WriteMessage(json, "message", root.Without(place.Note));
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Escaped(text));
        json.WriteEndObject();
    }

    /// <summary>Braces stand for placeholders in a message; those that are meant are doubled (SARIF 2.1.0, 3.11.5).</summary>
    private static string Escaped(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
