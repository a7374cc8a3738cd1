using RetentionRules.Descriptions;
using RetentionRules.Pages;

namespace RetentionRules.Packet.Sections;

/// <summary>The items in the prose of printed schedules, with what each rests on. What no item has takes up no column.</summary>
internal static class ItemSection
{
    private static readonly (TableColumn Column, Func<ItemDescription, TableCell> Cell)[] always =
    [
        (new("Item"), d => d.Item.Number),
        (new("Title"), d => PacketContent.Cell(d.Item.Title)),
        (new("Records"), d => d.AppliesTo),
        (new("What becomes of them", ColumnKind.Sentences), d => string.Join('\n', d.Paragraphs)),
    ];

    private static readonly (TableColumn Column, Func<ItemDescription, TableCell> Cell)[] whereAny =
    [
        (new("Rests on", ColumnKind.Lines), BasesOf),
        (new("Longer retention"), d => d.Item.AllowsLongerRetention ? d.LongerRetention : ""),
        (new("Decided by"), d => d.DecidedBy),
    ];

    public static IReadOnlyList<Block> Of(PacketContent content)
    {
        Dictionary<RetentionSchedule, ScheduleDescription> described = content.Instrument.Schedules.Distinct().ToDictionary(s => s, s => ScheduleDescription.Of(s, DescriptionLanguage.English));
        ItemDescription[] items = [.. described.Values.SelectMany(d => d.Items)];
        if (items.Length == 0) return [new Paragraph("The schedule has no items.")];
        (TableColumn Column, Func<ItemDescription, TableCell> Cell)[] columns = [.. always, .. whereAny.Where(c => items.Any(i => c.Cell(i).Text.Length > 0))];
        return
        [
            new Paragraph("These sentences are made from the rules that decide, and say neither less nor more."),
            new Table("rule-table", $"{HtmlText.Count(items.Length, "item")}, in the order of the schedule.", [.. columns.Select(c => c.Column)])
            {
                Parts = content.BySchedule(s => described[s].Items.Select(i => (IReadOnlyList<TableCell>)[.. columns.Select(c => c.Cell(i))])),
            },
        ];
    }

    /// <summary>The authorities first, then the laws that are cited; a case may have some of its own.</summary>
    private static TableCell BasesOf(ItemDescription description)
    {
        ScheduleItem item = description.Item;
        IEnumerable<string> authorities = item.Authorities.Concat(item.Cases.SelectMany(c => c.Authorities)).Distinct(StringComparer.Ordinal);
        IEnumerable<string> citations = item.Citations.Concat(item.Cases.SelectMany(c => c.Citations)).Distinct(StringComparer.Ordinal);
        return string.Join('\n', authorities.Concat(citations.Select(c => $"cites {c}")));
    }
}
