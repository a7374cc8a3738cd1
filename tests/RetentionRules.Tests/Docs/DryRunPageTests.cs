using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>What docs/dry-run.md shows is what the commands print, one after another, in a folder with the files that it shows.</summary>
public sealed class DryRunPageTests
{
    private const string Document = "docs/dry-run.md";

    [Fact]
    public void EveryBlock_IsAFile_AConsole_OrAUsage() =>
        Assert.All(MarkdownBlock.Of(Document), b => Assert.Contains(b.Words[0], (string[])["yaml", "csv", "console", "usage", "csharp"]));

    [Fact]
    public void EveryConsoleBlock_IsWhatTheCommandsPrint()
    {
        using TempFolder folder = new();
        string page = Repository.Read("docs", "dry-run.md");
        foreach (MarkdownBlock block in MarkdownBlock.Of(Document))
        {
            if (block.Words is ["yaml" or "csv", var name]) folder.File(name, block.Text);
            if (block.Info != "console") continue;
            string played = string.Concat(block.Content.Where(l => l.StartsWith("$ ", StringComparison.Ordinal)).Select(l => l + "\n" + Play(l, folder)));
            page = page.Replace(block.Text, played, StringComparison.Ordinal);
        }

        Golden.Check(Repository.PathOf("docs", "dry-run.md"), page);
    }

    [Fact]
    public void EveryOptionOfAUsage_IsOneOfItsCommand() => Assert.All(MarkdownBlock.Of(Document).Where(b => b.Words[0] == "usage"), b =>
    {
        string help = CliRun.Of(b.Words[1], "--help").Output;
        Assert.All(b.Text.Split([' ', '[', ']', '\n', '|', '…'], StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] == '-'), o => Assert.Contains(o, help));
    });

    /// <summary>The files of the page stand in the folder; <c>cat</c> shows what was written, and <c>&gt;</c> puts aside what is printed.</summary>
    private static string Play(string line, TempFolder folder)
    {
        if (line.Split(" > ") is [var command, var target])
        {
            folder.File(target, Play(command, folder));
            return "";
        }

        string[] words = [.. Words(line[2..]).Select(w => w.Contains('.') && !w.Contains(' ') ? folder[w] : w)];
        string printed = words[0] == "cat" ? File.ReadAllText(words[1]) : Run([.. words.Skip(1)]);
        return printed.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private static string Run(string[] arguments)
    {
        CliRun run = CliRun.Of(arguments);
        return run.Output + run.Error;
    }

    private static IEnumerable<string> Words(string line) =>
        line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
