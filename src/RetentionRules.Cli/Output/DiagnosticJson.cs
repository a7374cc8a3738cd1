using System.Text.Encodings.Web;
using System.Text.Json;
using RetentionRules.Text;

namespace RetentionRules.Cli.Output;

/// <summary>Findings as one JSON document. Lines and columns count from 1; columns are UTF-16 code units.</summary>
internal static class DiagnosticJson
{
    public static void Write(TextWriter output, IReadOnlyList<string> files, IReadOnlyList<Diagnostic> diagnostics)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (string file in files) json.WriteStringValue(file);
            json.WriteEndArray();
            json.WriteNumber("errors", diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error));
            json.WriteNumber("warnings", diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning));
            json.WriteStartArray("findings");
            foreach (Diagnostic diagnostic in diagnostics) Write(json, diagnostic);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", diagnostic.Message);
        json.WriteString("help", diagnostic.Help.Length > 0 ? diagnostic.Help : diagnostic.Descriptor.Mend);
        WritePlace(json, diagnostic.Location);
        json.WriteStartArray("readings");
        foreach (Reading reading in diagnostic.Readings)
        {
            json.WriteStartObject();
            json.WriteString("name", reading.Name);
            json.WriteString("text", reading.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
