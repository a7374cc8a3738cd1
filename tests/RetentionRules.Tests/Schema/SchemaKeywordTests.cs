using System.Text.Json;
using RetentionRules.Diagnostics;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Tests.Schema;

/// <summary>
/// A validator that passes over a keyword says nothing about it. So each keyword of the published schema is shown to
/// refuse something, and a keyword that nobody has shown cannot get into the schema.
/// </summary>
public sealed class SchemaKeywordTests
{
    /// <summary>Keywords that explain and check nothing.</summary>
    private static readonly string[] Annotations = ["$schema", "title", "description", "definitions"];

    /// <summary>A keyword, a schema that rests on it, what it must accept and what it must refuse.</summary>
    public static TheoryData<string, string, string, string> Keywords() => new()
    {
        { "type", """{ "type": "object", "properties": { "a": { "type": "array" } } }""", "a: [x]", "a: x" },
        { "type", """{ "properties": { "a": { "type": ["string", "number", "boolean"] } } }""", "a: x", "a: { b: x }" },
        { "enum", """{ "properties": { "a": { "enum": ["yes", "no", true] } } }""", "a: no", "a: maybe" },
        { "pattern", """{ "properties": { "a": { "type": "string", "pattern": "^[0-9]{4}$" } } }""", "a: 2026", "a: year" },
        { "required", """{ "required": ["a"] }""", "a: x", "b: x" },
        { "properties", """{ "properties": { "a": { "type": "array" } } }""", "a: [x]", "a: x" },
        { "additionalProperties", """{ "properties": { "a": {} }, "additionalProperties": false }""", "a: x", "b: x" },
        { "additionalProperties", """{ "additionalProperties": { "type": "array" } }""", "b: [x]", "b: x" },
        { "items", """{ "properties": { "a": { "type": "array", "items": { "enum": ["x"] } } } }""", "a: [x]", "a: [x, y]" },
        { "minItems", """{ "properties": { "a": { "type": "array", "minItems": 1 } } }""", "a: [x]", "a: []" },
        { "minProperties", """{ "properties": { "a": { "type": "object", "minProperties": 1 } } }""", "a: { b: x }", "a: {}" },
        { "anyOf", """{ "properties": { "a": { "anyOf": [{ "enum": ["x"] }, { "type": "array" }] } } }""", "a: [y]", "a: y" },
        { "allOf", """{ "properties": { "a": { "allOf": [{ "enum": ["x"] }] } } }""", "a: x", "a: y" },
        { "$ref", """{ "properties": { "a": { "$ref": "#/definitions/d" } }, "definitions": { "d": { "enum": ["x"] } } }""", "a: x", "a: y" },
    };

    [Theory]
    [MemberData(nameof(Keywords))]
    public void EachKeyword_RefusesWhatItShould(string keyword, string schema, string good, string bad)
    {
        Assert.Contains($"\"{keyword}\"", schema);
        Assert.Empty(Check(good, schema));
        Assert.NotEmpty(Check(bad, schema));
    }

    [Fact]
    public void TheSchema_UsesNoOtherKeywords()
    {
        using JsonDocument schema = JsonDocument.Parse(PublishedSchema.Json);
        SortedSet<string> used = new(StringComparer.Ordinal);
        Collect(schema.RootElement, used);
        Assert.Equal(Keywords().Select(k => (string)((object[])k)[0]).Distinct().Order(StringComparer.Ordinal), used.Except(Annotations));
    }

    /// <summary>The keywords of a schema and of the schemas inside it; names of properties and definitions are none.</summary>
    private static void Collect(JsonElement schema, SortedSet<string> used)
    {
        if (schema.ValueKind != JsonValueKind.Object) return;
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            used.Add(keyword.Name);
            IEnumerable<JsonElement> inner = (keyword.Name, keyword.Value.ValueKind) switch
            {
                ("properties" or "definitions", _) => keyword.Value.EnumerateObject().Select(p => p.Value),
                ("anyOf" or "allOf", _) => keyword.Value.EnumerateArray(),
                ("items" or "additionalProperties", _) => [keyword.Value],
                _ => [],
            };
            foreach (JsonElement element in inner) Collect(element, used);
        }
    }

    private static IReadOnlyList<Diagnostic> Check(string yaml, string schema)
    {
        SourceText source = new("a.yaml", yaml, "");
        DiagnosticBag reading = new();
        YamlNode root = YamlReader.Read(source, reading)!;
        Assert.False(reading.HasErrors);
        return SchemaCheck.Check(source, root, schema);
    }
}
