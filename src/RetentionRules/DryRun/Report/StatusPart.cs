using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>How many records came to each status, what it means, and what to do.</summary>
internal static class StatusPart
{
    /// <summary>What may be acted on first, what nobody can decide last; each status stands there once, with or without records.</summary>
    private static readonly DispositionStatus[] Order =
    [
        DispositionStatus.Eligible, DispositionStatus.Overdue, DispositionStatus.Held, DispositionStatus.Blocked,
        DispositionStatus.Retain, DispositionStatus.Awaiting, DispositionStatus.Permanent, DispositionStatus.Completed,
        DispositionStatus.Undetermined, DispositionStatus.Conflict, DispositionStatus.Unscheduled,
    ];

    public static void Write(PageWriter page, ReportContent content)
    {
        new Table(
            "status-table", "Every record has one status.",
            [new("Status"), new("Records", ColumnKind.Number), new("Share", ColumnKind.Number), new("What it means"), new("What to do")])
        {
            Rows = [.. Order.Select(s => (IReadOnlyList<TableCell>)[ReportContent.Word(s), TableCell.Of(content.Of(s)), new(HtmlText.Share(content.Of(s), content.Records), IsZero: content.Of(s) == 0), Meaning(s), ToDo(s)])],
            Total = ["all", TableCell.Of(content.Records), HtmlText.Share(content.Records, content.Records), "", ""],
        }.Write(page);
        if (content.Policy.Aggregation is { } together)
            page.Paragraph($"Records with the same `{together.By.Name}` are disposed of as one, and count as one on this page.", ("class", "aside"));
    }

    private static string Meaning(DispositionStatus status) => status switch
    {
        DispositionStatus.Eligible => "The act is due, and nothing stands in its way.",
        DispositionStatus.Overdue => "The act is due, nothing stands in its way, and the last day for it has passed.",
        DispositionStatus.Held => "The act is due, and a hold applies or may apply.",
        DispositionStatus.Blocked => "The act is due, and something other than a hold forbids it or may.",
        DispositionStatus.Retain => "The next act is certainly not due yet.",
        DispositionStatus.Awaiting => "The next act waits for an event that has not happened yet.",
        DispositionStatus.Permanent => "The record is kept for ever, and no act is left.",
        DispositionStatus.Completed => "Every act is known to be done.",
        DispositionStatus.Undetermined => "Which item applies, or whether its act is due, is not known.",
        DispositionStatus.Conflict => "Two rules collide, and neither goes before the other.",
        DispositionStatus.Unscheduled => "No item of the schedule covers the record.",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static string ToDo(DispositionStatus status) => status switch
    {
        DispositionStatus.Eligible => "Have the lists looked through and signed; then act.",
        DispositionStatus.Overdue => "The same, before all others.",
        DispositionStatus.Held => "Keep until the hold is lifted, or known not to apply.",
        DispositionStatus.Blocked => "Keep until the block is mended.",
        DispositionStatus.Retain => "Keep; the forecast says how long.",
        DispositionStatus.Awaiting => "Keep, and record the event when it happens.",
        DispositionStatus.Permanent => "Preserve.",
        DispositionStatus.Completed => "Nothing.",
        DispositionStatus.Undetermined => "Keep, and supply what is missing.",
        DispositionStatus.Conflict => "Keep, and settle which rule goes before.",
        DispositionStatus.Unscheduled => "Keep, and have an item approved, or the record described rightly.",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
