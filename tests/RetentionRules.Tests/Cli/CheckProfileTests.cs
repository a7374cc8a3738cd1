using System.Text.Json;
using System.Xml.Linq;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>Which profile <c>retention check</c> takes, and what it makes of it.</summary>
public sealed class CheckProfileTests : IDisposable
{
    private const string Text = """
        schedule: plans
        title: Plans
        status: draft
        record: { series: code, spare: date }
        items: [{ item: "1", title: Plans, when: series under "A", disposition: permanent }]

        """;

    private const string Accepted = Text + "accepted: [{ finding: RR5002, reason: An old field, by: City Archivist, until: 2027-06-30 }]\n";

    private readonly TempFolder _folder = new();

    public CheckProfileTests()
    {
        Directory.CreateDirectory(_folder["city"]);
        _folder.File(Path.Combine("city", "plans.yaml"), Text);
    }

    public void Dispose() => _folder.Dispose();

    private string Plans => Path.Combine(_folder["city"], "plans.yaml");

    private void Profile(string folder, string weight, string more = "") => _folder.File(Path.Combine(folder, "retention.yaml"), $"profile: p\n{more}findings: {{ RR5002: {weight} }}\n");

    [Fact]
    public void TheNearestProfileUpward_IsTaken_AndNamedOnStandardError()
    {
        Profile("", "off");
        CliRun run = CliRun.Of("check", Plans);
        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Equal($"findings are weighed by {_folder["retention.yaml"]}\n1 file checked: 0 errors, 0 warnings, 0 notes\n", run.Error);
        Profile("city", "error");
        Assert.Contains("plans.yaml:4:25: error RR5002", CliRun.Of("check", Plans).Output);
    }

    [Fact]
    public void EachFile_IsWeighedByItsOwnProfile()
    {
        Directory.CreateDirectory(_folder["land"]);
        _folder.File(Path.Combine("land", "plans.yaml"), Text);
        Profile("city", "off");
        Profile("land", "error");
        CliRun run = CliRun.Of("check", _folder.Path);
        Assert.Equal(["RR5002"], Diagnostics.DiagnosticInput.CodesIn(run.Output));
        Assert.Contains("4 files checked: 1 error, 0 warnings, 0 notes", run.Error);
        Assert.Equal(2, run.Error.Split("findings are weighed by ").Length - 1);
    }

    [Fact]
    public void AScheduleThatHappensToHaveTheName_IsPassedOver()
    {
        Profile("", "off");
        _folder.File(Path.Combine("city", "retention.yaml"), Text);
        Assert.Equal(0, CliRun.Of("check", Plans).Code);
    }

    [Fact]
    public void AProfileCanBeNamed_OrNone()
    {
        Profile("city", "error");
        string other = _folder.File("other.yaml", "profile: other\nfindings: { RR5002: off }\n");
        Assert.Equal(0, CliRun.Of("check", Plans, "--profile", other).Code);
        CliRun none = CliRun.Of("check", Plans, "--profile", "none");
        Assert.Contains("warning RR5002", none.Output);
        Assert.Equal("1 file checked: 0 errors, 1 warning, 0 notes\n", none.Error);
        Assert.Equal(2, CliRun.Of("check", Plans, "--profile", _folder["lost.yaml"]).Code);
    }

    [Theory]
    [InlineData("note", 0)]
    [InlineData("warning", 1)]
    [InlineData("error", 1)]
    public void WhatTheProfileSays_DecidesTheExitCode(string weight, int code)
    {
        Profile("city", weight);
        Assert.Equal(code, CliRun.Of("check", Plans).Code);
    }

    [Fact]
    public void FailOn_StandsBeforeTheProfile_AndWhatFailsIsTold()
    {
        Profile("city", "note", "fail-on: error\n");
        Assert.Equal((0, ""), (CliRun.Of("check", Plans).Code, CliRun.Of("check", Plans).Output));
        CliRun run = CliRun.Of("check", Plans, "--fail-on", "note");
        Assert.Equal(1, run.Code);
        Assert.Contains("note RR5002", run.Output);
    }

    /// <summary>A slip in a profile must not let a check pass that would have failed.</summary>
    [Fact]
    public void AProfileWithAnError_WeighsNothing_AndFailsTheCheck()
    {
        Profile("city", "off", "fail-no: error\n");
        CliRun run = CliRun.Of("check", Plans, "--fail-on", "error");
        Assert.Equal(1, run.Code);
        Assert.Equal(["RR5002", "RR3001"], Diagnostics.DiagnosticInput.CodesIn(run.Output));
        Assert.Contains("retention.yaml has errors; findings have their own weight\n", run.Error);
        Assert.Equal(["RR5002", "RR3001"], Diagnostics.DiagnosticInput.CodesIn(CliRun.Of("check", _folder["city"]).Output));
    }

    [Fact]
    public void WhatIsAccepted_IsToldOnlyWithVerbose_AndDoesNotFail()
    {
        File.WriteAllText(Plans, Accepted);
        CliRun run = CliRun.Of("check", Plans);
        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Equal("1 file checked: 0 errors, 0 warnings, 0 notes, 1 accepted (--verbose shows what is accepted)\n", run.Error);
        string verbose = CliRun.Of("check", Plans, "-v").Output;
        Assert.Contains("accepted warning RR5002: nothing uses the fact `spare`", verbose);
        Assert.Contains("      accepted by City Archivist until 2027-06-30: An old field\n", verbose);
    }

    [Fact]
    public void AfterItsLastDay_TheFindingCountsAgain()
    {
        File.WriteAllText(Plans, Accepted);
        Assert.Equal(["RR5002", "RR9113"], Diagnostics.DiagnosticInput.CodesIn(CliRun.Of("check", Plans, "--as-of", "2027-07-01").Output));
    }

    [Fact]
    public void Json_SaysWhoAccepts()
    {
        File.WriteAllText(Plans, Accepted);
        using JsonDocument document = JsonDocument.Parse(CliRun.Of("check", Plans, "--format", "json").Output);
        Assert.Equal((0, 1), (document.RootElement.GetProperty("warnings").GetInt32(), document.RootElement.GetProperty("accepted").GetInt32()));
        JsonElement finding = Assert.Single(document.RootElement.GetProperty("findings").EnumerateArray());
        Assert.False(finding.GetProperty("fails").GetBoolean());
        Assert.Equal("City Archivist", finding.GetProperty("accepted").GetProperty("by").GetString());
        Assert.Equal("2027-06-30", finding.GetProperty("accepted").GetProperty("until").GetString());
    }

    [Fact]
    public void Junit_HasAFailureForWhatFails_AndPassesOverWhatIsAccepted()
    {
        _folder.File(Path.Combine("city", "accepted.yaml"), Accepted.Replace("status: draft", "status: submitted", StringComparison.Ordinal));
        Profile("city", "warning");
        string target = _folder["junit.xml"];
        Assert.Equal(1, CliRun.Of("check", _folder["city"], "--format", "junit", "-o", target).Code);
        XElement suites = XElement.Load(target);
        Assert.Equal(("4", "2", "0", "1"), ((string?)suites.Attribute("tests"), (string?)suites.Attribute("failures"), (string?)suites.Attribute("errors"), (string?)suites.Attribute("skipped")));
        Assert.Equal(["accepted.yaml", "plans.yaml", "retention.yaml"], suites.Elements().Select(s => Path.GetFileName((string?)s.Attribute("name"))));
        XElement[] cases = [.. suites.Elements().First().Elements()];
        Assert.Equal("accepted by City Archivist until 2027-06-30: An old field", (string?)cases[0].Element("skipped")!.Attribute("message"));
        Assert.Equal("item `1` names neither an authority nor a law", (string?)cases[1].Element("failure")!.Attribute("message"));
        XElement clean = Assert.Single(suites.Elements().Last().Elements());
        Assert.Equal("nothing that fails is found", (string?)clean.Attribute("name"));
        Assert.Empty(clean.Elements());
    }
}
