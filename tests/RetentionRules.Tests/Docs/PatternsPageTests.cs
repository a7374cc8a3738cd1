using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>docs/patterns.md shows rules as they stand in the examples.</summary>
public sealed class PatternsPageTests
{
    private const string Page = "docs/patterns.md";

    private static readonly string Folder = Repository.PathOf("schedules", "examples", "patterns");

    public static TheoryData<int> Patterns() => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void EachPattern_HasAnExample_WithTests_AndItsRulesAreThose(int number)
    {
        string prefix = number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
        string[] files = Directory.GetFiles(Folder, prefix + "-*.yaml");
        string schedule = Assert.Single(files, f => FileCheck.KindOf(f) == RetentionFileKind.Schedule);
        Assert.Contains(files, f => f.EndsWith(ScheduleTestReader.Ending, StringComparison.Ordinal));
        MarkdownBlock[] shown = [.. MarkdownBlock.Of(Page).Where(b => b.Info == "yaml pattern " + prefix)];
        Assert.NotEmpty(shown);
        string[] lines = [.. File.ReadAllLines(schedule).Select(Trimmed)];
        Assert.All(shown.SelectMany(b => b.Content).Select(Trimmed).Where(l => l.Length > 0), line => Assert.Contains(line, lines));
    }

    /// <summary>A rule is the same wherever it is indented, and whether or not it begins the entry of a list.</summary>
    private static string Trimmed(string line) => line.Trim().TrimStart('-').TrimStart();

    [Fact]
    public void EveryBlock_BelongsToAPattern() => Assert.All(
        MarkdownBlock.Of(Page).Where(b => b.Info.Length > 0), b => Assert.Matches("^yaml pattern [0-4][0-9]$", b.Info));
}
