using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>What docs/report.md shows is what the command writes.</summary>
public sealed class ReportPageTests
{
    private const string Document = "docs/report.md";

    [Fact]
    public void EveryBlock_IsOneThatATestKnows() =>
        Assert.Equal(["usage report", "yaml trees-1.yaml", "yaml trees-2.yaml", "console", "markdown lead"], MarkdownBlock.Of(Document).Select(b => b.Info));

    [Fact]
    public void EveryOptionOfTheUsage_IsOneOfTheCommand()
    {
        string help = CliRun.Of("report", "--help").Output;
        string usage = MarkdownBlock.Find(Document, "usage report").Text;
        Assert.All(usage.Split([' ', '[', ']', '\n', '|', '…'], StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] == '-'), o => Assert.Contains(o, help));
    }

    [Fact]
    public void ThePacketOfTheExample_BeginsAsShown()
    {
        using TempFolder folder = new();
        foreach (string name in (string[])["trees-1.yaml", "trees-2.yaml"]) folder.File(name, MarkdownBlock.Find(Document, "yaml " + name).Text);
        string[] words = MarkdownBlock.Find(Document, "console").Content.Single()[2..].Split(' ');
        CliRun run = CliRun.Of([.. words.Skip(1).Select(w => w.Contains('.') ? folder[w] : w)]);
        Assert.True(run.Code == 0, run.Error);
        string packet = File.ReadAllText(folder["packet.md"]);
        string lead = packet[..packet.IndexOf("\n## ", StringComparison.Ordinal)];
        string shown = MarkdownBlock.Find(Document, "markdown lead").Text;
        Golden.Check(Repository.PathOf("docs", "report.md"), Repository.Read("docs", "report.md").Replace("```markdown lead\n" + shown, "```markdown lead\n" + lead, StringComparison.Ordinal));
    }
}
