using System.Text.Json;
using System.Text.RegularExpressions;
using RetentionRules.Diagnostics;
using RetentionRules.Tests.Diagnostics;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>What code hosts and editors are told: findings and failed tests as SARIF.</summary>
public sealed class SarifTests : IDisposable
{
    private const string Text = """
        schedule: plans
        title: Plans
        status: draft
        record: { series: code, 名称: text, closed: event, spare: date }
        items:
          - item: "1"
            title: 图纸 🗺
            when: series under "A"
            disposition: destroy 7 years after closed
          - { item: "1", title: Again, when: series under "B", disposition: permanent }

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private CliRun Run(params string[] arguments) => CliRun.In(_folder.Path, arguments);

    private CliRun Check(string name, string text, params string[] arguments) => Run(["check", _folder.File(name, text), "--format", "sarif", .. arguments]);

    [Fact]
    public void AFindingWithASecondPlace_IsAResultWithBoth()
    {
        CliRun run = Check("plans.yaml", Text);
        Assert.Equal(1, run.Code);
        JsonElement result = SarifCheck.ResultsOf(run.Output).Single(r => r.GetProperty("ruleId").GetString() == "RR4019");
        Assert.Equal("error", result.GetProperty("level").GetString());
        JsonElement place = Assert.Single(result.GetProperty("locations").EnumerateArray());
        Assert.Equal("plans.yaml", SarifCheck.UriOf(place));
        Assert.Equal((10, 13, 10, 16), RegionOf(place));
        JsonElement related = Assert.Single(result.GetProperty("relatedLocations").EnumerateArray());
        Assert.Equal((6, 11, 6, 14), RegionOf(related));
        Assert.NotEqual("", related.GetProperty("message").GetProperty("text").GetString());
    }

    private static (int, int, int, int) RegionOf(JsonElement location)
    {
        JsonElement region = location.GetProperty("physicalLocation").GetProperty("region");
        return (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32());
    }

    /// <summary>A sign outside the basic plane counts twice, as <c>utf16CodeUnits</c> says.</summary>
    [Fact]
    public void ColumnsAreUtf16CodeUnits()
    {
        CliRun run = Check("plans.yaml", Text.Replace("title: Again, when", "title: 🗺🗺, whn", StringComparison.Ordinal));
        JsonElement result = SarifCheck.ResultsOf(run.Output).First(r => r.GetProperty("ruleId").GetString() == "RR3001");
        Assert.Equal((10, 31, 10, 34), RegionOf(result.GetProperty("locations")[0]));
        Assert.Equal("utf16CodeUnits", SarifCheck.RunOf(run.Output).GetProperty("columnKind").GetString());
    }

    [Fact]
    public void EveryRule_SaysWhatTheCatalogueSays()
    {
        JsonElement[] rules = [.. SarifCheck.RunOf(Check("plans.yaml", Text).Output).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        Assert.NotEmpty(rules);
        Assert.All(rules, rule =>
        {
            DiagnosticDescriptor kind = DiagnosticCatalogue.Find(rule.GetProperty("id").GetString()!)!;
            Assert.Equal(kind.Title, rule.GetProperty("shortDescription").GetProperty("text").GetString());
            Assert.Equal(kind.Meaning, rule.GetProperty("fullDescription").GetProperty("text").GetString());
            Assert.EndsWith(kind.Mend, rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void AllInputsWithFindings_GiveAValidLog_WithoutAPathOfTheMachine()
    {
        string folder = DiagnosticInput.Folder;
        CliRun run = CliRun.In(folder, "check", folder, "--format", "sarif", "--fail-on", "note");
        Assert.True(SarifCheck.ResultsOf(run.Output).Length > 300);
        Assert.DoesNotContain(Repository.Root, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName + "\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameFiles_GiveTheSameBytes_InWhateverFolder()
    {
        string here = Check("plans.yaml", Text).Output;
        Assert.Equal(here, Check("plans.yaml", Text).Output);
        using TempFolder elsewhere = new();
        Assert.Equal(here, CliRun.In(elsewhere.Path, "check", elsewhere.File("plans.yaml", Text), "--format", "sarif").Output);
    }

    [Fact]
    public void PathsArePercentEncoded_AndRelativeToWhereOneWorks()
    {
        Directory.CreateDirectory(_folder["sub folder"]);
        string uri = SarifCheck.UriOf(SarifCheck.ResultsOf(Check(Path.Combine("sub folder", "计划#1.yaml"), Text).Output)[0].GetProperty("locations")[0]);
        Assert.Equal("sub%20folder/%E8%AE%A1%E5%88%92%231.yaml", uri);
    }

    [Fact]
    public void AFileOutsideOfWhereOneWorks_IsNamedFromTheFolderAboveBoth()
    {
        Directory.CreateDirectory(_folder["here"]);
        CliRun run = CliRun.In(_folder["here"], "check", _folder.File("plans.yaml", Text), "--format", "sarif");
        Assert.Equal("plans.yaml", SarifCheck.UriOf(SarifCheck.ResultsOf(run.Output)[0].GetProperty("locations")[0]));
    }

    [Fact]
    public void AFileWithoutFindings_IsNamedAsLookedAt()
    {
        JsonElement run = SarifCheck.RunOf(Check("contracts.yaml", Given.ContractsText.Replace("status: approved", "status: draft", StringComparison.Ordinal)).Output);
        Assert.Empty(run.GetProperty("results").EnumerateArray());
        Assert.Equal("contracts.yaml", Assert.Single(run.GetProperty("artifacts").EnumerateArray()).GetProperty("location").GetProperty("uri").GetString());
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void WhatIsAccepted_IsSuppressed_AndNothingElseIs()
    {
        CliRun run = Check("plans.yaml", Text.Replace("{ item: \"1\"", "{ item: \"2\"", StringComparison.Ordinal) + """
            accepted:
              - { finding: RR5002, concerning: spare, reason: An old field, by: City Archivist, owner: Registry, until: 2027-06-30 }

            """);
        JsonElement[] results = SarifCheck.ResultsOf(run.Output);
        Assert.Equal(["RR5002", "RR5002"], results.Select(r => r.GetProperty("ruleId").GetString()));
        Assert.Empty(results[0].GetProperty("suppressions").EnumerateArray());
        JsonElement suppression = Assert.Single(results[1].GetProperty("suppressions").EnumerateArray());
        Assert.Equal("external", suppression.GetProperty("kind").GetString());
        Assert.Equal("accepted by City Archivist until 2027-06-30 (Registry sees to it): An old field", suppression.GetProperty("justification").GetString());
    }

    /// <summary>Braces stand for placeholders (SARIF 2.1.0, 3.11.5).</summary>
    [Fact]
    public void BracesThatAreMeant_AreDoubled()
    {
        CliRun run = Check("plans.yaml", Text.Replace("status: draft", "status: approved\nin-force: 2020-01-01", StringComparison.Ordinal));
        string message = SarifCheck.ResultsOf(run.Output).First(r => r.GetProperty("ruleId").GetString() == "RR3003").GetProperty("message").GetProperty("text").GetString()!;
        Assert.EndsWith("help: write {{ from: 2020-01-01 }}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailedTest_IsAResult_WithItsExplanation()
    {
        _folder.File("contracts.yaml", Given.ContractsText);
        string tests = _folder.File("contracts.tests.yaml", """
            tests: contracts
            as-of: 2026-11-22
            cases:
              - { case: passes, facts: { series: FIN-1, copy: official, final_action: 2001-03-01, title: a }, expect: { item: "1.1" } }
              - { case: fails, facts: { series: FIN-1, copy: official, final_action: 2001-03-01, title: a }, expect: { item: "1.2" } }

            """);
        CliRun run = Run("test", tests, "--format", "sarif", "--min-coverage", "90");
        Assert.Equal(1, run.Code);
        JsonElement[] results = SarifCheck.ResultsOf(run.Output);
        Assert.Equal(["test-failed", "too-little-exercised"], results.Select(r => r.GetProperty("ruleId").GetString()));
        Assert.StartsWith("fails: item: expected 1.2, found 1.1\n", results[0].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, results[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("contracts.tests.yaml", SarifCheck.UriOf(results[0].GetProperty("locations")[0]));
    }

    [Fact]
    public void TestsThatCannotBeRead_AreResultsWithTheirCodes()
    {
        CliRun run = Run("test", _folder.File("a.tests.yaml", "tests: a\ncases: none\n"), "--format", "sarif");
        Assert.Equal(2, run.Code);
        Assert.Contains(SarifCheck.ResultsOf(run.Output), r => r.GetProperty("ruleId").GetString() == "RR3003");
    }

    /// <summary>A check of logs that lets everything pass would prove nothing.</summary>
    [Theory]
    [InlineData("\"version\": \"2\\.1\\.0\"", "\"version\": \"2.0.0\"")]
    [InlineData("\"level\": \"error\"", "\"level\": \"fatal\"")]
    [InlineData("\"startLine\": 10", "\"startLine\": 0")]
    [InlineData("\"endLine\": 10", "\"endLine\": 9")]
    [InlineData("\"uri\": \"plans.yaml\"", "\"uri\": \"/tmp/plans.yaml\"")]
    [InlineData("\"uri\": \"plans.yaml\"", "\"uri\": \"../plans.yaml\"")]
    [InlineData("\"ruleIndex\": 0", "\"ruleIndex\": 7")]
    [InlineData("\"executionSuccessful\": true", "\"exitCode\": 0")]
    [InlineData("\"text\": ", "\"txt\": ")]
    [InlineData("\"columnKind\": \"utf16CodeUnits\"", "\"columnKind\": \"bytes\"")]
    [InlineData("\"id\": \"RR[0-9]{4}\"", "\"id\": \"RR0000\"")]
    public void TheCheckOfLogs_RefusesWhatIsNoSarif(string pattern, string replacement)
    {
        string log = Check("plans.yaml", Text).Output;
        Assert.Empty(SarifCheck.FaultsOf(log));
        string spoilt = Regex.Replace(log, pattern, replacement);
        Assert.NotEqual(log, spoilt);
        Assert.NotEmpty(SarifCheck.FaultsOf(spoilt));
    }
}
