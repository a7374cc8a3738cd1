using RetentionRules.Pages;
using RetentionRules.Schedules;

namespace RetentionRules.DryRun;

/// <summary>Records that no item covers: how many, which, and by the values of the facts that were asked for.</summary>
internal static class UncoveredPart
{
    /// <summary>How many values of a fact are shown; the rest is summed up.</summary>
    private const int MostValues = 50;

    public static void Write(PageWriter page, ReportContent content)
    {
        long uncovered = content.Of(DispositionStatus.Unscheduled);
        if (content.Policy.Instrument.Schedules.Any(s => s.IsPartial))
            page.Paragraph("The schedule says that it lacks items of what it renders: a record that it does not cover may have an item all the same.");
        if (uncovered == 0)
        {
            page.Paragraph("Every record falls under an item, or may.");
            return;
        }

        string count = $"{HtmlText.Count(uncovered, "record")} ({HtmlText.Share(uncovered, content.Records)}) {(uncovered == 1 ? "is" : "are")}";
        page.Paragraph($"{count} covered by no item, and kept. Either the schedule lacks an item, or it does not know how the records are described.");
        page.Begin("p");
        page.Text("For example: ");
        page.Codes(ReportContent.Examples(content.Counts.Uncovered.Found[0].Examples).Split('\n'));
        page.End();
        foreach (FactBreakdown breakdown in content.Summary.ByFact) Write(page, breakdown);
        if (content.Summary.ByFact.Count == 0) page.Paragraph("`--by FACT` would tell them apart by the values of a fact.", ("class", "aside"));
    }

    private static void Write(PageWriter page, FactBreakdown breakdown)
    {
        (string Name, long Uncovered, long All)[] rows =
        [
            .. FactPart.Rows(breakdown).Select(r => (r.Name, Uncovered: r.ByStatus.GetValueOrDefault(DispositionStatus.Unscheduled), All: r.ByStatus.Values.Sum()))
                .Where(r => r.Uncovered > 0).OrderByDescending(r => r.Uncovered),
        ];
        List<IReadOnlyList<TableCell>> shown = [.. rows.Take(MostValues).Select(r => (IReadOnlyList<TableCell>)[r.Name, TableCell.Of(r.Uncovered), TableCell.Of(r.All)])];
        if (rows.Length > MostValues)
            shown.Add([$"({HtmlText.Number(rows.Length - MostValues)} more values)", TableCell.Of(rows.Skip(MostValues).Sum(r => r.Uncovered)), TableCell.Of(rows.Skip(MostValues).Sum(r => r.All))]);
        new Table(
            $"uncovered-{FactPart.IdOf(breakdown)}", $"Records that no item covers, by `{breakdown.Fact}`.",
            [new("Value"), new("Covered by no item", ColumnKind.Number), new("All records with the value", ColumnKind.Number)])
        {
            Rows = shown,
        }.Write(page);
    }
}
