using System.Globalization;
using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>What falls due in which year, drawn and in numbers.</summary>
internal static class ForecastPart
{
    /// <summary>Fewer years than these are never drawn, so that a bar does not look like a wall.</summary>
    private const int FewestYears = 10;

    public static void Write(PageWriter page, ReportContent content)
    {
        IReadOnlyList<ForecastAct> acts = content.Summary.Forecast.Acts;
        if (acts.Count == 0)
        {
            page.Paragraph("No record has an act before it.");
            return;
        }

        page.Paragraph("Each record counts once, under the act that is due or comes next, and in the year of the last day that this act can fall due: no record is counted before it is surely due.");
        BarSeries[] series = [.. acts.Select(a => new BarSeries(a.Act, LookOf(a.Act)))];
        BarPlace[] apart = Apart(content, acts);
        BarPlace[] years = Years(content, acts);
        string text = string.Join("; ", apart.Select(p => p.InWords(series))) + ".";
        new BarRows("forecast-apart", "Acts by when they fall due", text, series, apart).Write(page);
        if (years.Length > 0) WriteYears(page, content, series, years);
        WriteTable(page, content, acts, apart);
    }

    private static int LastYear(ReportContent content) => content.Inputs.AsOf.Year + DispositionForecast.Years;

    private static BarPlace[] Apart(ReportContent content, IReadOnlyList<ForecastAct> acts) =>
    [
        new("due now", [.. acts.Select(a => a.DueNow)]),
        new($"until {LastYear(content)}", [.. acts.Select(a => a.ByYear.Values.Sum())]),
        new($"later than {LastYear(content)}", [.. acts.Select(a => a.Later)]),
        new("never", [.. acts.Select(a => a.Never)]),
        new("not known", [.. acts.Select(a => a.NotKnown)]),
    ];

    /// <summary>The years up to the last in which anything falls due, to a full five; what lies behind is said in words.</summary>
    private static BarPlace[] Years(ReportContent content, IReadOnlyList<ForecastAct> acts)
    {
        int first = content.Inputs.AsOf.Year;
        int last = acts.SelectMany(a => a.ByYear.Keys).DefaultIfEmpty(0).Max();
        if (last == 0) return [];
        int shown = Math.Min(first + DispositionForecast.Years, Math.Max(first + FewestYears - 1, (last + 4) / 5 * 5));
        return [.. Enumerable.Range(first, shown - first + 1).Select(y => new BarPlace(Text(y), [.. acts.Select(a => a.ByYear.GetValueOrDefault(y))]))];
    }

    private static void WriteYears(PageWriter page, ReportContent content, BarSeries[] series, BarPlace[] years)
    {
        BarPlace most = years.MaxBy(y => y.Total)!;
        string title = $"Acts that fall due later, by year, {years[0].Name} to {years[^1].Name}";
        new BarChart("forecast-years", title, $"The most fall due in {most.InWords(series)}. All numbers stand in the table below.", series, years).Write(page);
        string behind = years[^1].Name == Text(LastYear(content)) ? "" : $" No act has its day in the years after {years[^1].Name} up to {LastYear(content)}.";
        page.Paragraph($"Of the year {years[0].Name}, only what falls due after {content.Day} is drawn.{behind}", ("class", "aside"));
    }

    private static void WriteTable(PageWriter page, ReportContent content, IReadOnlyList<ForecastAct> acts, BarPlace[] apart)
    {
        IEnumerable<BarPlace> years = acts.SelectMany(a => a.ByYear.Keys).Distinct().Order().Select(y => new BarPlace(Text(y), [.. acts.Select(a => a.ByYear.GetValueOrDefault(y))]));
        BarPlace[] rows = [apart[0], .. years, .. apart[2..]];
        IReadOnlyList<TableCell> Row(string name, IEnumerable<long> counts, long total) => [name, .. counts.Select(TableCell.Of), TableCell.Of(total)];
        new Table(
            "forecast-table", $"The same in numbers. Years up to {LastYear(content)} in which nothing falls due are left out.",
            [new("Falls due"), .. acts.Select(a => new TableColumn(a.Act, ColumnKind.Number)), new("all", ColumnKind.Number)])
        {
            Rows = [.. rows.Select(r => Row(r.Name, r.Counts, r.Total))],
            Total = Row("all", acts.Select((_, i) => rows.Sum(r => r.Counts[i])), rows.Sum(r => r.Total)),
        }.Write(page);
        page.Paragraph(
            "“Due now” counts held and blocked acts too. “Never”: what the act counts from is known never to happen. “Not known”: its day is "
            + "not known, or it has its day and waits for something else.",
            ("class", "aside"));
    }

    /// <summary>An act looks the same on every page, whichever other acts there are.</summary>
    private static int LookOf(string act) => (int)Enum.GetValues<DispositionAction>().First(a => Evaluation.DecisionText.Word(a) == act) switch
    {
        (int)DispositionAction.CutOff => 9,
        (int)DispositionAction.Destroy => 0,
        var other => other - 1,
    };

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
