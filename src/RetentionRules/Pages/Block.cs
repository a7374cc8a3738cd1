namespace RetentionRules.Pages;

/// <summary>A piece of a document: the same content as HTML and as Markdown.</summary>
internal abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>Writes it as HTML.</summary>
    public abstract void Write(PageWriter page);

    /// <summary>Writes it as Markdown, with an empty line behind it.</summary>
    public abstract void Write(MarkdownWriter text);
}

/// <summary>How a paragraph stands out; a caution is marked by a bar and by its weight, so that it does without colour.</summary>
internal enum ParagraphLook
{
    /// <summary>As the text around it.</summary>
    Plain,

    /// <summary>What must not be overlooked.</summary>
    Caution,

    /// <summary>What may be.</summary>
    Aside,
}

/// <summary>A paragraph; what stands between <c>`</c> is shown as what is written in a file.</summary>
/// <param name="Text">The text.</param>
/// <param name="Look">How it stands out.</param>
/// <param name="Language">The language, where it is another than that of the page.</param>
internal sealed record Paragraph(string Text, ParagraphLook Look = ParagraphLook.Plain, string Language = "") : Block
{
    public static Paragraph Caution(string text) => new(text, ParagraphLook.Caution);

    public static Paragraph Aside(string text) => new(text, ParagraphLook.Aside);

    public override void Write(PageWriter page)
    {
        List<(string, string)> attributes = Look == ParagraphLook.Plain ? [] : [("class", Look == ParagraphLook.Caution ? "caution" : "aside")];
        if (Language.Length > 0) attributes.Add(("lang", Language));
        page.Paragraph(Text, [.. attributes]);
    }

    public override void Write(MarkdownWriter text) => text.Paragraph(Look == ParagraphLook.Caution ? $"**{MarkdownText.Prose(Text)}**" : MarkdownText.Line(Text));
}

/// <summary>A list without an order.</summary>
/// <param name="Lines">The lines; what stands between <c>`</c> is shown as what is written in a file.</param>
internal sealed record BulletList(IReadOnlyList<string> Lines) : Block
{
    public override void Write(PageWriter page)
    {
        page.Begin("ul");
        foreach (string line in Lines)
        {
            page.Begin("li");
            page.Prose(line);
            page.End();
        }

        page.End();
    }

    public override void Write(MarkdownWriter text) => text.List(Lines.Select(MarkdownText.Line));
}

/// <summary>A heading below that of a section.</summary>
/// <param name="Id">The identifier, unique on the page.</param>
/// <param name="Text">The heading.</param>
internal sealed record Subheading(string Id, string Text) : Block
{
    public override void Write(PageWriter page) => page.Element("h3", Text, ("id", Id));

    public override void Write(MarkdownWriter text) => text.Heading(3, Text);
}

/// <summary>Names, each with what belongs to it.</summary>
internal sealed record TermList(IReadOnlyList<Term> Terms) : Block
{
    public override void Write(PageWriter page)
    {
        page.Begin("dl");
        foreach (Term term in Terms) term.Write(page);
        page.End();
    }

    public override void Write(MarkdownWriter text) => text.List(Terms.Select(t => $"{MarkdownText.Line(t.Name)}: {(t.IsCode ? MarkdownText.Code(t.Text) : MarkdownText.Text(t.Text))}"));
}

/// <summary>A name with what belongs to it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">What belongs to it.</param>
/// <param name="IsCode">Whether it is what is written in a file: an identifier, a hash.</param>
/// <param name="Language">The language, where it is another than that of the page.</param>
internal sealed record Term(string Name, string Text, bool IsCode = false, string Language = "")
{
    public void Write(PageWriter page)
    {
        page.Element("dt", Name);
        if (Language.Length > 0) page.Begin("dd", ("lang", Language));
        else page.Begin("dd");
        if (IsCode) page.Element("code", Text);
        else page.Text(Text);
        page.End();
    }
}
