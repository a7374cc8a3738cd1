namespace RetentionRules.Pages;

/// <summary>Counts as bars of several pieces, one below the other, each with its number.</summary>
/// <param name="Id">The identifier, unique on the page.</param>
/// <param name="Title">What is drawn.</param>
/// <param name="Description">What is to be seen, for those who cannot.</param>
/// <param name="Series">The pieces.</param>
/// <param name="Places">The bars.</param>
internal sealed record BarRows(string Id, string Title, string Description, IReadOnlyList<BarSeries> Series, IReadOnlyList<BarPlace> Places)
{
    private const double Width = 960;
    private const double Left = 150;
    private const double Right = 100;
    private const double RowHeight = 26;

    public void Write(PageWriter page)
    {
        page.Begin("figure");
        page.Element("figcaption", Title);
        BarSeries.WriteLegend(page, Id, Series);
        page.Begin("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", Id + "-title"));
        page.Begin("svg", ("viewBox", $"0 0 {HtmlText.Length(Width)} {HtmlText.Length(Places.Count * RowHeight)}"), ("role", "img"), ("aria-labelledby", $"{Id}-title {Id}-description"));
        page.Element("title", Title, ("id", Id + "-title"));
        page.Element("desc", Description, ("id", Id + "-description"));
        page.Begin("defs");
        foreach (BarSeries series in Series) series.Define(page, Id);
        page.End();
        long most = Math.Max(1, Places.Max(p => p.Total));
        for (int i = 0; i < Places.Count; i++) WriteRow(page, Places[i], i * RowHeight, most);
        page.End();
        page.End();
        page.End();
    }

    private void WriteRow(PageWriter page, BarPlace place, double top, long most)
    {
        string line = HtmlText.Length(top + (RowHeight / 2));
        double x = Left;
        page.Begin("g");
        page.Element("title", place.InWords(Series));
        page.Element("text", place.Name, ("x", HtmlText.Length(Left - 10)), ("y", line), ("dy", "4"), ("text-anchor", "end"));
        for (int i = 0; i < Series.Count; i++)
        {
            if (place.Counts[i] == 0) continue;
            double width = (Width - Left - Right) * place.Counts[i] / most;
            Series[i].Bar(page, Id, x, top + 5, width, RowHeight - 10);
            x += width;
        }

        page.Element("text", HtmlText.Number(place.Total), ("x", HtmlText.Length(x + 8)), ("y", line), ("dy", "4"));
        page.End();
    }
}
