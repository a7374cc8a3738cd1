using System.Text.Json;
using System.Xml.Linq;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>How <c>prove</c> and <c>diff</c> end, and in which forms they tell what they found.</summary>
public sealed class ProveCommandTests
{
    private const string Contracts = """
        schedule: contracts
        title: Contracts
        status: draft
        record: { series: code, closed: event, left: event, paid: event }
        unscheduled: expected
        items:
          - { item: "1", title: Contracts, when: series under "CON", disposition: destroy 7 years after end of calendar year of closed }
          - { item: "2", title: Plans, when: series under "PLA", disposition: permanent }

        """;

    private static readonly string overlapping = Contracts.Replace("\"PLA\"", "\"CON-4\"", StringComparison.Ordinal);

    [Fact]
    public void WhatIsProved_EndsWithNothing() => Assert.Equal(0, Prove(Contracts).Code);

    [Fact]
    public void WhatIsRefuted_EndsWithOne() => Assert.Equal(1, Prove(overlapping).Code);

    [Fact]
    public void WhatIsNotSettled_IsNoPass_ButCanBeAccepted()
    {
        string open = Contracts.Replace("permanent", "destroy no sooner than end of calendar year of (latest of (left, paid)), no later than latest of (end of calendar year of left, end of calendar year of paid)", StringComparison.Ordinal)
            .Replace("{ item: \"2\", title: Plans, when: series under \"PLA\", disposition: ", "item: \"2\"\n    title: Plans\n    when: series under \"PLA\"\n    disposition: ", StringComparison.Ordinal)
            .Replace("of paid) }", "of paid)", StringComparison.Ordinal);
        Assert.Equal(3, Prove(open).Code);
        Assert.Equal(0, Prove(open + "accepted: [{ finding: RR9532, reason: both are one day, by: Archivist, until: 2031-12-31 }]\n").Code);
    }

    [Fact]
    public void ABudgetThatIsTooSmall_SettlesNothing_AndIsNoPass()
    {
        CliRun run = Prove(Contracts, "--steps", "1");
        Assert.Equal(3, run.Code);
        Assert.Contains("NOT SETTLED", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--steps", "0")]
    [InlineData("--seconds", "-1")]
    public void ABudgetOfNothing_IsRefused(string option, string value) => Assert.Equal(2, Prove(Contracts, option, value).Code);

    [Fact]
    public void TheFindings_AreGivenOutAsSarif_WithTheRecordThatShowsThem()
    {
        using JsonDocument log = JsonDocument.Parse(Prove(overlapping, "--format", "sarif").Output);
        JsonElement result = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("RR9502", result.GetProperty("ruleId").GetString());
        Assert.Contains("CON-4", result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheFindings_AreGivenOutAsJunit() =>
        Assert.Contains(XDocument.Parse(Prove(overlapping, "--format", "junit").Output).Descendants("failure"), f => f.ToString().Contains("RR9502", StringComparison.Ordinal));

    [Fact]
    public void EqualEditions_AreProvedToBe()
    {
        CliRun run = Diff(Contracts, Contracts.Replace("7 years after end of calendar year of closed", "84 months after start of next calendar year after closed", StringComparison.Ordinal));
        Assert.Equal(0, run.Code);
        Assert.Contains("Proved: both editions say the same of every record.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("json")]
    [InlineData("text")]
    public void EditionsThatDiffer_EndWithOne_InEveryForm(string format)
    {
        CliRun run = Diff(Contracts, Contracts.Replace("7 years", "5 years", StringComparison.Ordinal), "--format", format);
        Assert.Equal(1, run.Code);
        Assert.Contains("RR9602", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeclaredRenaming_IsNoChange_AndOneThatIsNone_IsRefused()
    {
        string renumbered = Contracts.Replace("item: \"2\"", "item: \"5\"", StringComparison.Ordinal).Replace("permanent", "permanent; transfer to \"Archives\" 20 years after closed", StringComparison.Ordinal);
        Assert.Contains("item 5: was 2", Diff(Contracts, renumbered, "--rename", "2=5").Output, StringComparison.Ordinal);
        Assert.Equal(2, Diff(Contracts, renumbered, "--rename", "2=6").Code);
        Assert.Equal(2, Diff(Contracts, renumbered, "--rename", "2").Code);
    }

    [Fact]
    public void RealRecords_AreCounted()
    {
        using TempFolder folder = new();
        string records = folder.File("records.csv", "id,series,closed\nA,CON-1,2015-03-31\nB,PLA,2015-03-31\nC,CON-2,2020-01-01\n");
        CliRun run = CliRun.Of(
            "diff", folder.File("old.yaml", Contracts), folder.File("new.yaml", Contracts.Replace("7 years", "5 years", StringComparison.Ordinal)), records, "--as-of", "2026-11-22");
        Assert.Contains("3 records decided by both: 2 fare differently, 2 of them may be destroyed sooner", run.Output, StringComparison.Ordinal);
    }

    private static CliRun Prove(string schedule, params string[] arguments)
    {
        using TempFolder folder = new();
        return CliRun.Of(["prove", folder.File("contracts.yaml", schedule), "--as-of", "2026-11-22", .. arguments]);
    }

    private static CliRun Diff(string old, string @new, params string[] arguments)
    {
        using TempFolder folder = new();
        return CliRun.Of(["diff", folder.File("old.yaml", old), folder.File("new.yaml", @new), "--as-of", "2026-11-22", .. arguments]);
    }
}
