namespace RetentionRules.Pages;

/// <summary>A part of a document with a heading.</summary>
/// <param name="Id">The identifier, unique in the document.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Blocks">What stands under it.</param>
internal sealed record DocumentSection(string Id, string Heading, IReadOnlyList<Block> Blocks);

/// <summary>A document that can be written as a page of HTML and as Markdown, with the same content.</summary>
/// <param name="Title">The title of the window.</param>
/// <param name="Heading">The first heading.</param>
/// <param name="Lead">What stands between the heading and the contents.</param>
/// <param name="Sections">The parts, in order.</param>
/// <param name="Foot">The last line.</param>
internal sealed record Document(string Title, string Heading, IReadOnlyList<Block> Lead, IReadOnlyList<DocumentSection> Sections, string Foot)
{
    /// <summary>Writes it as a page that needs nothing else.</summary>
    public void WriteHtml(TextWriter output) =>
        new Page(Title, Heading, page => Write(page, Lead), [.. Sections.Select(s => new Section(s.Id, s.Heading, page => Write(page, s.Blocks)))], Foot).Write(output);

    /// <summary>Writes it as Markdown, in the dialect that code hosts show.</summary>
    public void WriteMarkdown(TextWriter output)
    {
        MarkdownWriter text = new(output);
        text.Heading(1, Heading);
        foreach (Block block in Lead) block.Write(text);
        foreach (DocumentSection section in Sections)
        {
            text.Heading(2, section.Heading);
            foreach (Block block in section.Blocks) block.Write(text);
        }

        text.Rule();
        text.LastParagraph(MarkdownText.Line(Foot));
    }

    private static void Write(PageWriter page, IReadOnlyList<Block> blocks)
    {
        foreach (Block block in blocks) block.Write(page);
    }
}
