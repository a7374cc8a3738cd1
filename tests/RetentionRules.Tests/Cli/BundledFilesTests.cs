using System.Diagnostics;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>What the project carries is clean and does what it says.</summary>
public sealed class BundledFilesTests
{
    private static readonly string Folder = Repository.PathOf("schedules");

    private static string Austender(string name) => Path.Combine(Folder, "examples", "austender", name);

    [Fact]
    public void EveryBundledFile_IsClean()
    {
        CliRun run = CliRun.Of("check", Folder);
        Assert.Equal("", run.Output);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void EveryBundledTest_Passes()
    {
        CliRun run = CliRun.Of("test", Folder);
        Assert.Equal(0, run.Code);
        Assert.EndsWith(" passed, 0 failed\n", run.Output);
    }

    [Fact]
    public void EveryItemOfABundledSchedule_HasATest()
    {
        var files = Directory.EnumerateFiles(Folder, "*" + ScheduleTestReader.Ending, SearchOption.AllDirectories).Select(f => ScheduleTestReader.ReadFile(f).Value);
        // The items of registers and sets are tested beside their own schedules.
        foreach (var ofSchedule in files.Where(f => f.Schedule is RetentionSchedule).GroupBy(f => f.Schedule.Path))
        {
            HashSet<string> decided = [.. ofSchedule.SelectMany(f => f.Cases).Select(c => c.Run().Decision.Item?.Number).OfType<string>()];
            Assert.Empty(ofSchedule.First().Schedule.Schedules.SelectMany(s => s.Items).Select(i => i.Number).Except(decided));
        }
    }

    [Fact]
    public void TheDryRunOfRealNotices_GivesEachADecision_InUnderFiveSeconds()
    {
        Stopwatch watch = Stopwatch.StartNew();
        CliRun run = CliRun.Of("dry-run", Austender("contracts.yaml"), Austender("notices.csv"), "--map", Austender("notices.yaml"), "--holds", "none", "--as-of", "2026-11-22");
        Assert.Equal(0, run.Code);
        Golden.Check(Path.Combine(Repository.TestData, "dry-run-austender.approved.txt"), run.Output);
        Assert.Equal("", run.Error);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Fact]
    public void TheExtract_IsTheOneThatItsReadmeDescribes()
    {
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Austender("notices.csv"))));
        Assert.Contains(hash, File.ReadAllText(Austender("README.md")));
    }

    [Theory]
    [InlineData("CN4091304")]
    [InlineData("CN4097410")]
    [InlineData("CN3968012")]
    public void TheExplanationOfARealNotice_ReadsAsApproved(string id)
    {
        CliRun run = CliRun.Of(
            "explain", Austender("contracts.yaml"), Austender("notices.csv"), "--map", Austender("notices.yaml"), "--holds", Austender("holds.yaml"), "--as-of", "2026-11-22", "--id", id);
        Golden.Check(Path.Combine(Repository.TestData, $"explain-{id}.approved.txt"), run.Output);
    }

    [Fact]
    public void ThePublishedSchema_IsTheOneOfTheCode() => Assert.Equal(PublishedSchema.Json, File.ReadAllText(Path.Combine(Folder, "retention-schedule.schema.json")));
}
