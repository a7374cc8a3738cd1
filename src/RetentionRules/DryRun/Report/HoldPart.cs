using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>What each hold stops.</summary>
internal static class HoldPart
{
    public static void Write(PageWriter page, ReportContent content)
    {
        HoldList holds = content.Policy.Holds;
        if (!holds.WereConsulted) page.Paragraph("Holds were not consulted, so it is not known what they would stop. A due destruction is blocked; other acts are not.");
        else if (holds.Holds.Count == 0) page.Paragraph("It was stated that there are no holds.");
        else WriteTable(page, content);
    }

    private static void WriteTable(PageWriter page, ReportContent content)
    {
        page.Paragraph($"{HtmlText.Count(content.Of(DispositionStatus.Held), "due act")} {(content.Of(DispositionStatus.Held) == 1 ? "is" : "are")} held.");
        new Table(
            "hold-table", "Holds, in the order of their file. An act under several holds stands in the line of each.",
            [
                new("Hold", ColumnKind.Code), new("Title"), new("Ordered by"), new("stopped", ColumnKind.Number, "Due acts"), new("perhaps stopped", ColumnKind.Number, "Due acts"),
                new("of both, destroy", ColumnKind.Number, "Due acts"), new("by nothing else", ColumnKind.Number, "Due acts"),
                new("Not due, and under it or perhaps", ColumnKind.Number), new("Whether it applies hangs on", ColumnKind.Prose),
            ])
        {
            Rows = [.. content.Policy.Holds.Holds.Select(h => Row(content.Counts.Obstacles, h))],
        }.Write(page);
        page.Paragraph("“By nothing else” is what would be free if this hold alone were lifted. A hold that was over or not yet in force on this day stops nothing.", ("class", "aside"));
    }

    private static IReadOnlyList<TableCell> Row(Obstacles obstacles, Hold hold)
    {
        FindingKey key = Obstacles.HoldKey(hold.Id);
        return
        [
            hold.Id, ReportContent.Cell(hold.Title), hold.Authority,
            TableCell.Of(obstacles[key, Obstruction.Stops]), TableCell.Of(obstacles[key, Obstruction.MayStop]), TableCell.Of(obstacles[key, Obstruction.Destroy]),
            TableCell.Of(obstacles[key, Obstruction.Alone]), TableCell.Of(obstacles[key, Obstruction.NotDue]),
            string.Join(", ", obstacles.OpenFactsOf(hold.Id).Select(f => $"`{f.Fact}` ({HtmlText.Number(f.Count)})")),
        ];
    }
}
