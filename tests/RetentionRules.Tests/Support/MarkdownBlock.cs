namespace RetentionRules.Tests.Support;

/// <summary>A fenced block of a document of the project.</summary>
/// <param name="Info">What stands behind the opening fence.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="Content">What stands inside.</param>
internal sealed record MarkdownBlock(string Info, int Line, IReadOnlyList<string> Content)
{
    public string Text => string.Join('\n', Content) + "\n";

    /// <summary>The words behind the fence.</summary>
    public string[] Words => Info.Split(' ');

    /// <summary>The blocks of a document, in order.</summary>
    /// <param name="document">The path of the document from the root of the project, with <c>/</c>.</param>
    public static IReadOnlyList<MarkdownBlock> Of(string document)
    {
        string[] lines = Repository.Read(document.Split('/')).Split('\n');
        List<MarkdownBlock> blocks = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            int end = Array.IndexOf(lines, "```", i + 1);
            Assert.True(end > i, $"the fence in line {i + 1} of {document} is not closed");
            blocks.Add(new MarkdownBlock(lines[i][3..].Trim(), i + 1, lines[(i + 1)..end]));
            i = end;
        }

        return blocks;
    }

    /// <summary>The one block of a document behind whose fence these words stand.</summary>
    public static MarkdownBlock Find(string document, string info) =>
        Of(document).SingleOrDefault(b => b.Info == info) ?? throw new InvalidOperationException($"{document} has no single block `{info}`");
}
