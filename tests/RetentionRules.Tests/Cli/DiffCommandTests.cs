using System.Text.Json;
using System.Text.RegularExpressions;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>What <c>diff</c> tells first, and how many changes it explains.</summary>
public sealed class DiffCommandTests
{
    private static string Edition(params int[] years) => $"""
        schedule: files
        title: Files
        status: draft
        record: {"{ series: code, closed: event }"}
        unscheduled: expected
        items:
        {string.Join('\n', years.Select((y, i) => $"  - {{ item: \"{i + 1}\", title: Files, when: series under \"S-{i + 1}\", disposition: destroy {y} years after closed }}"))}

        """;

    private static int[] Years(int items, int years) => [.. Enumerable.Repeat(years, items)];

    private static CliRun Diff(string old, string @new, params string[] arguments)
    {
        using TempFolder folder = new();
        return CliRun.Of(["diff", folder.File("old.yaml", old), folder.File("new.yaml", @new), "--as-of", "2026-11-22", .. arguments]);
    }

    private static int Explained(CliRun run) => Regex.Count(run.Output, "^  before: files, lines of old.yaml +\\| now: files, lines of new.yaml$", RegexOptions.Multiline);

    [Fact]
    public void WhatIsDestroyedSooner_IsToldFirst_WhereverItStands()
    {
        string output = Diff(Edition(7, 7), Edition(9, 5)).Output;
        Assert.InRange(output.IndexOf("RR9602", StringComparison.Ordinal), 0, output.IndexOf("RR9607", StringComparison.Ordinal));
    }

    [Fact]
    public void EachChange_HasItsExplanations_BelowIt()
    {
        string output = Diff(Edition(7, 7), Edition(9, 5)).Output;
        string sooner = output[output.IndexOf("RR9602", StringComparison.Ordinal)..output.IndexOf("RR9607", StringComparison.Ordinal)];
        Assert.Matches(@"\* +2027-06-15 \(not due\)  destroy 7 years after closed +\| +2025-06-15 \(due\)  destroy 5 years after closed", sooner);
        string later = output[output.IndexOf("RR9607", StringComparison.Ordinal)..];
        Assert.Matches(@"\* +2027-06-15 \(not due\)  destroy 7 years after closed +\| +2029-06-15 \(not due\)  destroy 9 years after closed", later);
    }

    [Theory]
    [InlineData(25, 9, 20)]
    [InlineData(25, 5, 25)]
    [InlineData(105, 5, 100)]
    [InlineData(20, 9, 20)]
    public void OfManyChanges_SoManyAreExplained_AndTheRestIsSaid(int items, int years, int expected)
    {
        CliRun run = Diff(Edition(Years(items, 7)), Edition(Years(items, years)));
        Assert.Equal(expected, Explained(run));
        string left = $"Of {items} changes with a record, the first {expected} are explained; --explain all explains each by both editions.\n";
        Assert.Equal(expected < items, run.Output.Contains(left, StringComparison.Ordinal));
        Assert.Equal(expected < items, run.Output.Contains("--explain", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("all", 25)]
    [InlineData("3", 3)]
    [InlineData("none", 0)]
    public void AsManyAreExplained_AsAreAskedFor(string asked, int expected) =>
        Assert.Equal(expected, Explained(Diff(Edition(Years(25, 7)), Edition(Years(25, 9)), "--explain", asked)));

    [Theory]
    [InlineData("--explain", "some")]
    [InlineData("--explain", "-1")]
    [InlineData("--explain", "all", "--format", "sarif")]
    [InlineData("--explain", "all", "--format", "junit")]
    public void WhatCannotBeExplained_IsRefused(params string[] arguments) => Assert.Equal(2, Diff(Edition(7), Edition(5), arguments).Code);

    [Fact]
    public void Json_HasTheExplanationsThatAreAskedFor_AndNoneOtherwise()
    {
        Assert.Empty(Explanations());
        JsonElement explained = Assert.Single(Explanations("--explain", "1"));
        Assert.Equal("series = \"S-2\", closed = 2020-06-15", explained.GetProperty("record").GetString());
        Assert.Equal("2027-06-15", explained.GetProperty("before").GetProperty("decision").GetProperty("notBefore").GetString());
        Assert.Equal("2025-06-15", explained.GetProperty("now").GetProperty("decision").GetProperty("notBefore").GetString());
        JsonElement when = explained.GetProperty("now").GetProperty("sections").EnumerateArray().Single(s => s.GetProperty("title").GetString() == "When");
        JsonElement step = when.GetProperty("nodes")[0].GetProperty("children")[0];
        Assert.Equal(("destroy 5 years after closed", "2025-06-15 (due)"), (step.GetProperty("text").GetString(), step.GetProperty("value").GetString()));
        Assert.Equal(2, Explanations("--explain", "all").Length);
    }

    private static JsonElement[] Explanations(params string[] arguments)
    {
        JsonElement findings = JsonDocument.Parse(Diff(Edition(7, 7), Edition(9, 5), ["--format", "json", .. arguments]).Output).RootElement.GetProperty("findings");
        return [.. findings.EnumerateArray().Where(f => f.TryGetProperty("explanations", out _)).Select(f => f.GetProperty("explanations"))];
    }

    [Fact]
    public void WhatDiffers_IsBoldInColourToo() =>
        Assert.Matches("\u001b\\[1m\\*   RETAIN: next is to destroy, 2027-06-15 +\\|   BLOCKED: destroy, due since 2025-06-15\u001b\\[0m\n", Diff(Edition(7), Edition(5), "--color", "always").Output);

    [Fact]
    public void TheWholeText_IsTheApprovedOne()
    {
        string folder = Path.Combine(Repository.TestData, "reports", "packet");
        string output = CliRun.Of("diff", Path.Combine(folder, "clinic-1.yaml"), Path.Combine(folder, "clinic-2.yaml"), "--as-of", "2026-11-22").Output;
        Golden.Check(Path.Combine(Repository.TestData, "diff-clinic.approved.txt"), output.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }
}
