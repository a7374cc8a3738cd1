namespace RetentionRules.Pages;

/// <summary>Where a bar stands, and how long its pieces are.</summary>
/// <param name="Name">What stands below or beside it.</param>
/// <param name="Counts">A count for each series.</param>
internal sealed record BarPlace(string Name, IReadOnlyList<long> Counts)
{
    public long Total => Counts.Sum();

    /// <summary>The bar in words: <c>2030: 12 (destroy 10, transfer 2)</c>.</summary>
    public string InWords(IReadOnlyList<BarSeries> series) =>
        $"{Name}: {HtmlText.Number(Total)}" + (Total == 0 ? "" : $" ({string.Join(", ", series.Select((s, i) => (s.Name, Count: Counts[i])).Where(s => s.Count > 0).Select(s => $"{s.Name} {HtmlText.Number(s.Count)}"))})");
}

/// <summary>Counts as bars of several pieces, upright and side by side. The numbers stand in a table beside it.</summary>
/// <param name="Id">The identifier, unique on the page.</param>
/// <param name="Title">What is drawn.</param>
/// <param name="Description">What is to be seen, for those who cannot.</param>
/// <param name="Series">The pieces.</param>
/// <param name="Places">The bars.</param>
internal sealed record BarChart(string Id, string Title, string Description, IReadOnlyList<BarSeries> Series, IReadOnlyList<BarPlace> Places)
{
    private const double Width = 960;
    private const double Left = 64;
    private const double Right = 8;
    private const double Top = 22;
    private const double Floor = 250;
    private const double Height = 276;

    /// <summary>About how wide a digit is.</summary>
    private const double Digit = 7;

    private double Step => (Width - Left - Right) / Places.Count;

    public void Write(PageWriter page)
    {
        page.Begin("figure");
        page.Element("figcaption", Title);
        BarSeries.WriteLegend(page, Id, Series);
        page.Begin("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", Id + "-title"));
        page.Begin("svg", ("viewBox", $"0 0 {HtmlText.Length(Width)} {HtmlText.Length(Height)}"), ("role", "img"), ("aria-labelledby", $"{Id}-title {Id}-description"));
        page.Element("title", Title, ("id", Id + "-title"));
        page.Element("desc", Description, ("id", Id + "-description"));
        page.Begin("defs");
        foreach (BarSeries series in Series) series.Define(page, Id);
        page.End();
        AxisScale scale = AxisScale.For(Places.Max(p => p.Total));
        WriteScale(page, scale);
        for (int i = 0; i < Places.Count; i++) WriteBar(page, Places[i], Left + (i * Step), scale);
        page.Empty("line", ("x1", HtmlText.Length(Left)), ("x2", HtmlText.Length(Width - Right)), ("y1", HtmlText.Length(Floor)), ("y2", HtmlText.Length(Floor)), ("class", "axis"));
        page.End();
        page.End();
        page.End();
    }

    private static double HeightOf(long count, AxisScale scale) => (Floor - Top) * count / scale.Top;

    private static void WriteScale(PageWriter page, AxisScale scale)
    {
        for (long at = 0; at <= scale.Top; at += scale.Step)
        {
            string y = HtmlText.Length(Floor - HeightOf(at, scale));
            if (at > 0) page.Empty("line", ("x1", HtmlText.Length(Left)), ("x2", HtmlText.Length(Width - Right)), ("y1", y), ("y2", y), ("class", "grid"));
            page.Element("text", HtmlText.Number(at), ("x", HtmlText.Length(Left - 8)), ("y", y), ("dy", "4"), ("text-anchor", "end"));
        }
    }

    private void WriteBar(PageWriter page, BarPlace place, double left, AxisScale scale)
    {
        string middle = HtmlText.Length(left + (Step / 2));
        double top = Floor;
        page.Begin("g");
        page.Element("title", place.InWords(Series));
        for (int i = 0; i < Series.Count; i++)
        {
            if (place.Counts[i] == 0) continue;
            double height = HeightOf(place.Counts[i], scale);
            top -= height;
            Series[i].Bar(page, Id, left + (Step * 0.16), top, Step * 0.68, height);
        }

        if (HasNumber(place)) page.Element("text", HtmlText.Number(place.Total), ("x", middle), ("y", HtmlText.Length(top - 5)), ("text-anchor", "middle"), ("class", "value"));
        if (HasName(place)) page.Element("text", place.Name, ("x", middle), ("y", HtmlText.Length(Floor + 18)), ("text-anchor", "middle"));
        page.End();
    }

    /// <summary>Where the numbers of all bars have no room, the longest bar has its own.</summary>
    private bool HasNumber(BarPlace place) => place.Total > 0 &&
        (Places.Max(p => HtmlText.Number(p.Total).Length) * Digit <= Step || place == Places.MaxBy(p => p.Total));

    /// <summary>Years whose names have no room are told by every fifth.</summary>
    private bool HasName(BarPlace place) => Places.Max(p => p.Name.Length) * Digit <= Step || place.Name[^1] is '0' or '5';
}
