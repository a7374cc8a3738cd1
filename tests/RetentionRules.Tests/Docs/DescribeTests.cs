using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>What docs/describe.md shows is what the command prints.</summary>
public sealed class DescribeTests
{
    private const string Document = "docs/describe.md";

    [Fact]
    public void EveryBlock_IsOneThatATestKnows() =>
        Assert.Equal(["console", "yaml prose", "text en", "text zh-Hans", "text zh-Hant"], MarkdownBlock.Of(Document).Select(b => b.Info));

    [Fact]
    public void TheSchedule_HasNoFinding() => Assert.Empty(ScheduleReader.Read(MarkdownBlock.Find(Document, "yaml prose").Text, "prose.yaml").Diagnostics);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void TheProse_IsWhatTheCommandPrints(string language)
    {
        using TempFolder folder = new();
        string schedule = folder.File("prose.yaml", MarkdownBlock.Find(Document, "yaml prose").Text);
        Assert.Equal(MarkdownBlock.Find(Document, "text " + language).Text, CliRun.Of("describe", schedule, "--language", language).Output);
    }
}
