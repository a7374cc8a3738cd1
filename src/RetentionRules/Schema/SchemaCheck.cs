using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Syntax;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Schema;

/// <summary>
/// Checks a file against the published JSON Schema, as an editor would. The only place that sees NJsonSchema and
/// Newtonsoft.Json; reading and evaluating never come here.
/// </summary>
[RequiresUnreferencedCode("The JSON Schema library uses reflection.")]
[RequiresDynamicCode("The JSON Schema library uses reflection.")]
internal static class SchemaCheck
{
    public static IReadOnlyList<Diagnostic> CheckFile(string path) => Check(path, File.ReadAllBytes(path));

    public static IReadOnlyList<Diagnostic> Check(string path, ReadOnlySpan<byte> bytes)
    {
        DiagnosticBag reading = new();
        SourceText source = SourceReader.Read(path, bytes, reading);
        YamlNode? root = reading.HasErrors ? null : YamlReader.Read(source, reading);
        // What is not even YAML has been reported by the reading, and has no shape.
        if (root is not YamlMapping map || reading.HasErrors) return [];
        string? key = FileShapes.KindOf([.. map.Entries.Select(e => e.Key.Value)]);
        return key is null ? [] : Check(source, map, JsonSchemaWriter.Write(key));
    }

    public static IReadOnlyList<Diagnostic> Check(SourceText source, YamlNode root, string schemaJson)
    {
        YamlTokenReader reader = new(source, root);
        JToken token = JToken.ReadFrom(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
        JsonSchema schema = JsonSchema.FromJsonAsync(schemaJson).GetAwaiter().GetResult();
        DiagnosticBag findings = new();
        foreach (ValidationError error in schema.Validate(token).SelectMany(Innermost))
        {
            TextSpan span = reader.NodeAt(error.LineNumber, error.LinePosition) is { } node ? FirstLine(source, node.Span) : root.Span;
            findings.Report(source, span, ShapeDiagnostics.SchemaViolation, Problem(error.Kind), Place(error.Path));
        }

        return findings.ToList();
    }

    /// <summary>An error of <c>anyOf</c> or <c>allOf</c> hides the errors of its parts.</summary>
    private static IEnumerable<ValidationError> Innermost(ValidationError error) => error is ChildSchemaValidationError { Errors: var inner }
        ? inner.Count == 1 ? inner.First().Value.SelectMany(Innermost) : [error]
        : [error];

    private static string Problem(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.PropertyRequired => "a key is missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "a key is not allowed",
        ValidationErrorKind.NotInEnumeration => "the value is not one of those allowed",
        ValidationErrorKind.PatternMismatch => "the value is not written as it must be",
        ValidationErrorKind.TooFewItems => "the list is too short",
        ValidationErrorKind.StringExpected or ValidationErrorKind.ArrayExpected or ValidationErrorKind.ObjectExpected => "another kind of value is expected",
        _ => "it fits none of the forms allowed",
    };

    /// <summary>The path of a value, without the sign that stands for the whole file.</summary>
    private static string Place(string? path) => path?.TrimStart('#', '/') is { Length: > 0 } named ? $"`{named}`" : "the file";

    private static TextSpan FirstLine(SourceText source, TextSpan span)
    {
        int end = source.GetLineSpan(source.GetPosition(span.Start).Line).End;
        return TextSpan.FromBounds(span.Start, Math.Max(span.Start, Math.Min(span.End, end)));
    }
}
