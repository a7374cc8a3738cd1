using RetentionRules.Analysis;
using RetentionRules.Evaluation;
using RetentionRules.Pages;

namespace RetentionRules.Packet.Sections;

/// <summary>
/// The explanations of one record by two editions: a table of two columns, in which what belongs together stands side by side. What
/// differs is bold and has a sign of its own, so that it is found on paper and read aloud too.
/// </summary>
/// <param name="Id">The identifier, unique on the page.</param>
/// <param name="Caption">Which change it is, and the record that shows it; what stands between <c>`</c> is shown as what is written in a file.</param>
/// <param name="Before">The edition before, with its file.</param>
/// <param name="Now">The edition after, with its file.</param>
/// <param name="Parts">Both explanations.</param>
internal sealed record ExplanationTable(string Id, string Caption, string Before, string Now, IReadOnlyList<ComparedPart> Parts) : Block
{
    private const string Differs = "≠";
    private const string Same = "=";

    /// <summary>Lines are indented so far at the most; what stands deeper is still below what it throws light on.</summary>
    private const int MostIndented = 8;

    public override void Write(PageWriter page)
    {
        string caption = Id + "-caption";
        page.Begin("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", caption));
        page.Begin("table", ("id", Id), ("class", "sides"));
        page.Begin("caption", ("id", caption));
        page.Prose(Caption);
        page.End();
        page.Begin("thead");
        page.Begin("tr");
        foreach (string heading in (string[])["", Before, Now]) WriteHeading(page, heading);
        page.End();
        page.End();
        foreach (ComparedPart part in Parts) Write(page, part);
        page.End();
        page.End();
    }

    private static void WriteHeading(PageWriter page, string heading)
    {
        if (heading.Length > 0) page.Element("th", heading, ("scope", "col"));
        else page.Element("td", heading);
    }

    private static void Write(PageWriter page, ComparedPart part)
    {
        page.Begin("tbody");
        page.Begin("tr");
        page.Element("td", "");
        page.Element("th", part.Title, ("scope", "rowgroup"), ("colspan", "2"));
        page.End();
        foreach (ComparedLine line in part.Lines)
        {
            if (line.Differs) page.Begin("tr", ("class", "differs"));
            else page.Begin("tr");
            page.Element("td", line.Differs ? Differs : Same, ("class", "sign"));
            Write(page, line.Old);
            Write(page, line.New);
            page.End();
        }

        page.End();
    }

    private static void Write(PageWriter page, ExplanationLine line)
    {
        page.Begin("td", ("class", "in" + HtmlText.Number(Math.Min(line.Depth, MostIndented))));
        page.Text(line.Text);
        if (line.Line > 0) page.Element("span", PlaceOf(line), ("class", "place"));
        page.End();
    }

    public override void Write(MarkdownWriter text)
    {
        text.Paragraph(MarkdownText.Line(Caption));
        text.Row(["", MarkdownText.Text(Before), MarkdownText.Text(Now)]);
        text.Row(["---", "---", "---"]);
        foreach (ComparedPart part in Parts)
        {
            text.Row(["", $"**{MarkdownText.Text(part.Title)}**", ""]);
            foreach (ComparedLine line in part.Lines) text.Row([line.Differs ? Differs : Same, Cell(line.Old, line.Differs), Cell(line.New, line.Differs)]);
        }

        text.EndRows();
    }

    private static string PlaceOf(ExplanationLine line) => line.Line > 0 ? $" (line\u00A0{HtmlText.Number(line.Line)})" : "";

    /// <summary>
    /// Markdown takes spaces at the beginning of a cell away, but none that is written by its name; and of two that part a value from
    /// what has it, one.
    /// </summary>
    private static string Cell(ExplanationLine line, bool differs)
    {
        if (line.Text.Length == 0) return "";
        string said = MarkdownText.Text(line.Text).Replace("  ", " \u2002", StringComparison.Ordinal);
        return string.Concat(Enumerable.Repeat("&emsp;", Math.Min(line.Depth, MostIndented))) + (differs ? $"**{said}**" : said) + PlaceOf(line);
    }
}
