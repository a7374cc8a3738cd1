using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using RetentionRules.Findings;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Cli.Output;

/// <summary>Findings as one JSON document. Lines and columns count from 1; columns are UTF-16 code units.</summary>
internal static class DiagnosticJson
{
    public static void Write(TextWriter output, IReadOnlyList<string> files, IReadOnlyList<JudgedFinding> findings, FindingDetails details)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (string file in files) json.WriteStringValue(file);
            json.WriteEndArray();
            json.WriteNumber("errors", findings.Count(f => !f.IsAccepted && f.Severity == DiagnosticSeverity.Error));
            json.WriteNumber("warnings", findings.Count(f => !f.IsAccepted && f.Severity == DiagnosticSeverity.Warning));
            json.WriteNumber("accepted", findings.Count(f => f.IsAccepted));
            json.WriteStartArray("findings");
            foreach (JudgedFinding finding in findings) Write(json, finding, details);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, JudgedFinding finding, FindingDetails details)
    {
        Diagnostic diagnostic = finding.Diagnostic;
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", diagnostic.Message);
        json.WriteString("help", diagnostic.Help.Length > 0 ? diagnostic.Help : diagnostic.Descriptor.Mend);
        WritePlace(json, diagnostic.Location);
        json.WriteString("identity", finding.Identity);
        json.WriteBoolean("fails", finding.Fails);
        if (finding.Acceptance is { } acceptance) WriteAcceptance(json, acceptance);
        json.WriteStartArray("readings");
        foreach (Reading reading in diagnostic.Readings)
        {
            json.WriteStartObject();
            json.WriteString("name", reading.Name);
            json.WriteString("text", reading.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        details.Write(json, finding);
        json.WriteEndObject();
    }

    private static void WriteAcceptance(Utf8JsonWriter json, AcceptedFinding acceptance)
    {
        json.WriteStartObject("accepted");
        json.WriteString("by", acceptance.By);
        json.WriteString("reason", acceptance.Reason);
        if (acceptance.Owner.Length > 0) json.WriteString("owner", acceptance.Owner);
        json.WriteString("until", acceptance.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceLocation place)
    {
        json.WriteString("file", place.Source.Path);
        json.WriteNumber("line", place.Start.Line);
        json.WriteNumber("column", place.Start.Column);
        json.WriteNumber("endLine", place.End.Line);
        json.WriteNumber("endColumn", place.End.Column);
    }
}
