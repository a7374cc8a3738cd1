using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>What docs/embedding.md shows is what the tests run.</summary>
public sealed class EmbeddingTests
{
    private const string Document = "docs/embedding.md";

    [Fact]
    public void EveryPieceOfCode_IsOneThatTheTestsRun()
    {
        IReadOnlyDictionary<string, string> run = SnippetSource.Of("EmbeddingSnippets.cs");
        Dictionary<string, string> shown = MarkdownBlock.Of(Document).Where(b => b.Words[0] == "csharp").ToDictionary(b => b.Words[1], b => b.Text);
        Assert.Equal(run.Keys.Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.All(shown, s => Assert.Equal(run[s.Key], s.Value));
    }

    [Fact]
    public void EveryOtherBlock_IsOneThatATestKnows() => Assert.Equal(
        ["yaml agency-contracts", "console evaluate"], MarkdownBlock.Of(Document).Where(b => b.Words[0] != "csharp").Select(b => b.Info));

    [Fact]
    public void TheSchedule_HasNoFinding() =>
        Assert.Empty(ScheduleReader.Read(MarkdownBlock.Find(Document, "yaml agency-contracts").Text, "agency-contracts.yaml").Diagnostics);

    [Fact]
    public void ALineIn_IsALineOut()
    {
        using TempFolder folder = new();
        string schedule = folder.File("agency-contracts.yaml", MarkdownBlock.Find(Document, "yaml agency-contracts").Text);
        IReadOnlyList<string> lines = MarkdownBlock.Find(Document, "console evaluate").Content;
        string[] arguments = [.. lines[0].Split(' ').Skip(2).Select(a => a == "agency-contracts.yaml" ? schedule : a)];
        CliRun run = CliRun.WithInput(lines[1] + "\n", arguments);
        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        Assert.StartsWith("""{"record":"C-2017-114","status":"eligible","item":"1.1",""", Assert.Single(run.Output.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }
}
