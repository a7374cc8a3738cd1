using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>Which rules collide, and over how many records.</summary>
internal static class ConflictPart
{
    public static void Write(PageWriter page, ReportContent content)
    {
        ExampleTally conflicts = content.Counts.Conflicts;
        if (conflicts.Total == 0)
        {
            page.Paragraph("No rules collide over these records.");
            return;
        }

        new Table(
            "conflict-table", $"{HtmlText.Count(conflicts.Total, "record")} in conflict, by cause.",
            [new("Items", ColumnKind.Code), new("Cause"), new("Records", ColumnKind.Number), new("For example", ColumnKind.Code), new("The mend", ColumnKind.Prose)])
        {
            Rows = [.. conflicts.Found.Select(f => (IReadOnlyList<TableCell>)[f.Key.Name, ConflictKeys.InWords(f.Key), TableCell.Of(f.Count), ReportContent.Examples(f.Examples), ConflictKeys.Mend(f.Key)])],
        }.Write(page);
        if (conflicts.Others > 0) page.Paragraph($"{HtmlText.Count(conflicts.Others, "record")} more, of other causes.");
    }
}
