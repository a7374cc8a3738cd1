using System.Text.RegularExpressions;
using RetentionRules.Diagnostics;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>What the README shows is so.</summary>
public sealed partial class ReadmeTests
{
    private const string Readme = "README.md";

    [Fact]
    public void EveryBlock_IsOneThatATestKnows() => Assert.Equal(
        ["yaml city-finance", "csharp five-lines", "sh main-job", "text main-job", "sh tests", "sh explain", "disposition", "text check", "text test"],
        MarkdownBlock.Of(Readme).Select(b => b.Info));

    [Fact]
    public void TheSchedule_ChecksWithoutAFinding() =>
        Assert.Empty(ScheduleReader.Read(MarkdownBlock.Find(Readme, "yaml city-finance").Text, "city-finance.yaml").Diagnostics);

    [Fact]
    public void TheCode_IsTheOneThatTheTestsRun() =>
        Assert.Equal(SnippetSource.Of("ReadmeSnippets.cs")["five-lines"], MarkdownBlock.Find(Readme, "csharp five-lines").Text);

    [Fact]
    public void TheMainJob_PrintsWhatIsShown()
    {
        CliRun run = Run("sh main-job");
        Assert.Equal(0, run.Code);
        Assert.StartsWith(MarkdownBlock.Find(Readme, "text main-job").Text, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsBundled_IsCountedByTheCommands()
    {
        Assert.Equal(MarkdownBlock.Find(Readme, "text check").Text, CliRun.Of("check", Repository.PathOf("schedules")).Error);
        Assert.Equal(MarkdownBlock.Find(Readme, "text test").Text, CliRun.Of("test", Repository.PathOf("schedules")).Output);
        string page = Repository.Read("docs", "nara-grs.md");
        Assert.All(["| full | 266 |", "| person | 34 |", "| referred | 6 |", "| all | 306 |"], row => Assert.Contains(row, page));
        Assert.Contains("266 said in full, 34 by an\nevent that a person states, 6 referred", Repository.Read(Readme));
    }

    [Fact]
    public void TheExplanation_IsOfARecordThatIsThere()
    {
        CliRun run = Run("sh explain");
        Assert.Equal(0, run.Code);
        Assert.StartsWith("Record CN4091304, as of 2026-11-22\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheCheckOfTheProject_CallsTheTestCommand() =>
        Assert.Contains(MarkdownBlock.Find(Readme, "sh tests").Content.Single(), File.ReadAllLines(Repository.PathOf(".ci", "run")));

    public static TheoryData<string> Dispositions() => [.. MarkdownBlock.Find(Readme, "disposition").Content];

    [Theory]
    [MemberData(nameof(Dispositions))]
    public void EachDisposition_CanBeWritten(string disposition)
    {
        LoadResult<RetentionSchedule> read = ScheduleReader.Read($"""
            schedule: readme
            title: What the language can say
            status: draft
            record: {"{ final_payment: event, closed: event, born: date, expired: event, completed: event, superseded: event }"}
            calendar: {"{ fiscal-year-ends: 30 June }"}
            items:
              - item: "1"
                title: All records
                residual: yes
                disposition: {disposition}
            """);
        Assert.False(read.HasErrors, DiagnosticWriter.Write(read.Diagnostics));
    }

    [Fact]
    public void EveryCommandOfTheTable_IsThere()
    {
        string[] named = [.. CommandName().Matches(Repository.Read(Readme)).Select(m => m.Groups[1].Value).Distinct()];
        Assert.Equal(["allowed", "check", "classify", "describe", "diff", "dry-run", "evaluate", "explain", "fmt", "import", "init", "prove", "recheck", "report", "schema", "test", "verify"], named.Order(StringComparer.Ordinal));
        Assert.All(named, name => Assert.Equal(0, CliRun.Of(name, "--help").Code));
    }

    [Fact]
    public void EveryLink_LeadsToAFileOfTheProject()
    {
        string[] targets = [.. Link().Matches(Repository.Read(Readme)).Select(m => m.Groups[1].Value).Where(t => !t.StartsWith("https://", StringComparison.Ordinal))];
        Assert.NotEmpty(targets);
        Assert.All(targets, t => Assert.True(Path.Exists(Repository.PathOf(t.Split('/'))), t));
    }

    /// <summary>Runs a command of the README inside the tests, with its paths taken from the root of the project.</summary>
    private static CliRun Run(string info)
    {
        string line = MarkdownBlock.Find(Readme, info).Content.Single();
        string[] parts = line.Split(" -- ");
        Assert.Equal("dotnet run --project src/RetentionRules.Cli -c Release", parts[0]);
        return CliRun.Of([.. parts[1].Split(' ').Select(a => a.StartsWith("schedules/", StringComparison.Ordinal) ? Repository.PathOf(a.Split('/')) : a)]);
    }

    [GeneratedRegex("`retention ([a-z-]+)")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
