namespace RetentionRules.Pages;

/// <summary>Writes Markdown block by block. What it is given has been escaped, except for headings.</summary>
internal sealed class MarkdownWriter(TextWriter output)
{
    public void Heading(int level, string text) => Block(new string('#', level) + " " + MarkdownText.Text(text));

    public void Paragraph(string text) => Block(text);

    public void Rule() => Block("---");

    public void List(IEnumerable<string> lines)
    {
        foreach (string line in lines) Line("- " + line);
        Line("");
    }

    /// <summary>A row of a table.</summary>
    public void Row(IEnumerable<string> cells) => Line($"| {string.Join(" | ", cells)} |");

    /// <summary>Ends a table, or what else was written line by line.</summary>
    public void EndRows() => Line("");

    /// <summary>A paragraph behind which nothing comes.</summary>
    public void LastParagraph(string text) => Line(text);

    private void Block(string text)
    {
        Line(text);
        Line("");
    }

    private void Line(string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
