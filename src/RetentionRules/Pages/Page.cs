namespace RetentionRules.Pages;

/// <summary>A part of a page with a heading.</summary>
/// <param name="Id">The identifier, unique on the page.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Write">Writes what stands under it.</param>
internal sealed record Section(string Id, string Heading, Action<PageWriter> Write);

/// <summary>
/// A page that needs nothing else: no script, no font, no picture from elsewhere, and a policy that forbids a browser to fetch
/// or run any. It can be read aloud, printed and kept.
/// </summary>
/// <param name="Title">The title of the window.</param>
/// <param name="Heading">The first heading.</param>
/// <param name="Lead">Writes what stands between the heading and the contents.</param>
/// <param name="Sections">The parts, in order.</param>
/// <param name="Foot">The last line.</param>
internal sealed record Page(string Title, string Heading, Action<PageWriter> Lead, IReadOnlyList<Section> Sections, string Foot)
{
    /// <summary>Writes the page in English.</summary>
    public void Write(TextWriter output)
    {
        PageWriter page = new(output);
        page.DocumentType();
        page.Begin("html", ("lang", "en"));
        WriteHead(page);
        page.Begin("body");
        page.Begin("header");
        page.Element("h1", Heading);
        Lead(page);
        page.End();
        WriteContents(page);
        page.Begin("main");
        foreach (Section section in Sections) WriteSection(page, section);
        page.End();
        page.Begin("footer");
        page.Paragraph(Foot);
        page.End();
        page.End();
        page.End();
    }

    private void WriteHead(PageWriter page)
    {
        page.Begin("head");
        page.Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        page.Element("title", Title);
        page.Style(PageStyle.Css);
        page.End();
    }

    private void WriteContents(PageWriter page)
    {
        page.Begin("nav", ("aria-label", "Contents"));
        page.Begin("ol");
        foreach (Section section in Sections)
        {
            page.Begin("li");
            page.Element("a", section.Heading, ("href", "#" + section.Id));
            page.End();
        }

        page.End();
        page.End();
    }

    private static void WriteSection(PageWriter page, Section section)
    {
        page.Begin("section", ("id", section.Id), ("aria-labelledby", section.Id + "-heading"));
        page.Element("h2", section.Heading, ("id", section.Id + "-heading"));
        section.Write(page);
        page.End();
    }
}
