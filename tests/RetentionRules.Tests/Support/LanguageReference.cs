using System.Text.RegularExpressions;

namespace RetentionRules.Tests.Support;

/// <summary>The reference of the language, docs/language.md, taken apart: what it shows can then be tried out.</summary>
internal static partial class LanguageReference
{
    private static readonly string[] Lines = Repository.Read("docs", "language.md").Split('\n');

    /// <summary>Its fenced blocks, in order.</summary>
    public static IReadOnlyList<ReferenceBlock> Blocks { get; } = [.. ReadBlocks()];

    /// <summary>The numbers of its paragraphs: <c>5</c>, <c>5.12</c>.</summary>
    public static IReadOnlyList<string> Paragraphs { get; } =
        [.. Lines.Select(l => HeadingNumber().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)];

    /// <summary>The text of a paragraph, from its heading to the next.</summary>
    public static IReadOnlyList<string> Paragraph(string number)
    {
        int start = Array.FindIndex(Lines, l => HeadingNumber().Match(l) is { Success: true } m && m.Groups[1].Value == number);
        Assert.True(start >= 0, $"docs/language.md has no paragraph {number}");
        return [.. Lines.Skip(start + 1).TakeWhile(l => !HeadingNumber().IsMatch(l))];
    }

    /// <summary>The rows of the tables of a paragraph, cell by cell, without their heads.</summary>
    public static IEnumerable<string[]> Rows(string paragraph)
    {
        IReadOnlyList<string> lines = Paragraph(paragraph);
        for (int i = 2; i < lines.Count; i++)
            if (lines[i].StartsWith('|') && !lines[i].StartsWith("|---", StringComparison.Ordinal) && lines[i - 1].StartsWith('|'))
                yield return [.. lines[i].Trim('|').Split('|').Select(c => c.Trim())];
    }

    /// <summary>Everything but the fenced blocks.</summary>
    public static string Prose { get; } = string.Join('\n', Lines.Where((_, i) => !Blocks.Any(b => i + 1 >= b.Line && i + 1 <= b.Line + b.Content.Count + 1)));

    private static IEnumerable<ReferenceBlock> ReadBlocks()
    {
        for (int i = 0; i < Lines.Length; i++)
        {
            if (!Lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            int end = Array.IndexOf(Lines, "```", i + 1);
            Assert.True(end > i, $"the fence in line {i + 1} of docs/language.md is not closed");
            yield return new ReferenceBlock(Lines[i][3..].Trim(), i + 1, Lines[(i + 1)..end]);
            i = end;
        }
    }

    [GeneratedRegex(@"^#{2,3} (\d+(?:\.\d+)?) ")]
    private static partial Regex HeadingNumber();
}

/// <summary>A fenced block of the reference.</summary>
/// <param name="Info">What stands behind the opening fence.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="Content">What stands inside.</param>
internal sealed record ReferenceBlock(string Info, int Line, IReadOnlyList<string> Content)
{
    public string Text => string.Join('\n', Content) + "\n";

    /// <summary>The words behind the fence.</summary>
    public string[] Words => Info.Split(' ');

    /// <summary>The expressions of a block that has one a line, without remarks, each with its line.</summary>
    public IEnumerable<(int Line, string Text)> Expressions =>
        Content.Select((text, i) => (Line + 1 + i, text.Split("  #")[0].TrimEnd())).Where(e => e.Item2.Length > 0);
}
