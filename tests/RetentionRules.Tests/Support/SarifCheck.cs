using System.Text.Json;
using NJsonSchema;

namespace RetentionRules.Tests.Support;

/// <summary>
/// Whether a log is SARIF 2.1.0 as far as the project uses it: by <c>testdata/sarif/log.schema.json</c>, and by the rules of
/// the standard that no schema can say.
/// </summary>
internal static class SarifCheck
{
    private static readonly JsonSchema Schema =
        JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Repository.TestData, "sarif", "log.schema.json"))).GetAwaiter().GetResult();

    /// <summary>What is wrong; empty where nothing is.</summary>
    public static IReadOnlyList<string> FaultsOf(string log) => [.. Schema.Validate(log).Select(e => e.ToString()), .. Schema.Validate(log).Count > 0 ? [] : Contradictions(log)];

    /// <summary>The only run of a log that is valid.</summary>
    public static JsonElement RunOf(string log)
    {
        Assert.Empty(FaultsOf(log));
        return Assert.Single(JsonDocument.Parse(log).RootElement.GetProperty("runs").EnumerateArray());
    }

    public static JsonElement[] ResultsOf(string log) => [.. RunOf(log).GetProperty("results").EnumerateArray()];

    public static string UriOf(JsonElement location) => location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;

    private static IEnumerable<string> Contradictions(string log)
    {
        foreach (JsonElement run in JsonDocument.Parse(log).RootElement.GetProperty("runs").EnumerateArray())
        {
            string?[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString())];
            if (rules.Distinct().Count() != rules.Length) yield return "a rule stands twice";
            foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
            {
                int index = result.GetProperty("ruleIndex").GetInt32();
                if (index >= rules.Length || rules[index] != result.GetProperty("ruleId").GetString()) yield return $"ruleIndex {index} is not that of its rule";
                foreach (JsonElement location in LocationsOf(result).Where(EndsBeforeItBegins)) yield return "a region ends before it begins: " + location;
            }
        }
    }

    private static IEnumerable<JsonElement> LocationsOf(JsonElement result) =>
        result.GetProperty("locations").EnumerateArray().Concat(result.TryGetProperty("relatedLocations", out JsonElement related) ? related.EnumerateArray() : []);

    private static bool EndsBeforeItBegins(JsonElement location)
    {
        JsonElement region = location.GetProperty("physicalLocation").GetProperty("region");
        if (!region.TryGetProperty("endLine", out JsonElement endLine)) return false;
        (int, int) start = (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
        return (endLine.GetInt32(), region.GetProperty("endColumn").GetInt32()).CompareTo(start) < 0;
    }
}
