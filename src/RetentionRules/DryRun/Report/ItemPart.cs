using RetentionRules.Evaluation;
using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>What the records of each item come to, and which items have none.</summary>
internal static class ItemPart
{
    /// <summary>The statuses without a due act, in the order of their columns; those of which no record is are left out.</summary>
    private static readonly DispositionStatus[] NotDue =
    [
        DispositionStatus.Retain, DispositionStatus.Awaiting, DispositionStatus.Permanent, DispositionStatus.Completed,
        DispositionStatus.Undetermined, DispositionStatus.Conflict, DispositionStatus.Unscheduled,
    ];

    public static void Write(PageWriter page, ReportContent content)
    {
        Dictionary<string, ItemLine> lines = content.Counts.ByItem.Counts.GroupBy(c => c.Key.Item).ToDictionary(g => g.Key, g => new ItemLine(g));
        (string Name, RetentionSchedule Schedule, ScheduleItem Item)[] met = [.. content.Items.Where(i => lines.ContainsKey(i.Name))];
        (string Name, RetentionSchedule Schedule, ScheduleItem Item)[] unmet = [.. content.Items.Where(i => !lines.ContainsKey(i.Name))];
        if (lines.Count > 0) WriteMet(page, content, lines, met);
        if (unmet.Length > 0) WriteUnmet(page, content, unmet);
    }

    private static void WriteMet(PageWriter page, ReportContent content, Dictionary<string, ItemLine> lines, (string Name, RetentionSchedule Schedule, ScheduleItem Item)[] met)
    {
        ItemColumn[] columns = [.. Columns(content, new ItemLine(content.Counts.ByItem.Counts))];
        IReadOnlyList<TableCell> Row(string name, TableCell title, string authority, ItemLine line, long candidate) =>
            [name, title, authority, .. columns.Select(c => TableCell.Of(c.Is == ItemColumn.Candidates ? candidate : c.Of(line)))];
        List<TableRows> parts =
            [.. content.BySchedule(met.Select(m => (m.Schedule, Row(m.Item.Number, ReportContent.Cell(m.Item.Title), Authorities(m.Item), lines[m.Name], content.Counts.Candidates[m.Name]))))];
        if (lines.TryGetValue("", out ItemLine? without)) parts.Add(new TableRows("", [Row("none", "No single item decides", "", without, 0)]));
        new Table(
            "item-table", "Items that decide records, in the order of the schedule.",
            [new("Item"), new("Title"), new("Authority"), .. columns.Select(c => new TableColumn(c.Heading, ColumnKind.Number, c.Group))])
        {
            Parts = parts,
            Total = Row("all", "", "", new ItemLine(content.Counts.ByItem.Counts), content.Counts.Candidates.Counts.Values.Sum()),
        }.Write(page);
        if (columns.Any(c => c.Is == ItemColumn.Candidates))
            page.Paragraph("“May also take” counts undetermined records to which the item may apply; a record with several such items stands in the line of each.", ("class", "aside"));
    }

    private static IEnumerable<ItemColumn> Columns(ReportContent content, ItemLine all)
    {
        yield return new ItemColumn("Records", "", l => l.Records);
        foreach (DispositionAction act in all.DueActs) yield return new ItemColumn(DecisionText.Word(act), "Due now", l => l.Due(act));
        foreach (DispositionStatus status in (DispositionStatus[])[DispositionStatus.Held, DispositionStatus.Blocked])
            if (all.Of(status) > 0) yield return new ItemColumn($"of these {ReportContent.Word(status)}", "Due now", l => l.Of(status));
        foreach (DispositionStatus status in NotDue)
            if (all.Of(status) > 0) yield return new ItemColumn(ReportContent.Word(status), "Not due, or not known", l => l.Of(status));
        if (content.Counts.Candidates.Counts.Count > 0) yield return new ItemColumn("May also take", "", _ => 0) { Is = ItemColumn.Candidates };
    }

    private static void WriteUnmet(PageWriter page, ReportContent content, (string Name, RetentionSchedule Schedule, ScheduleItem Item)[] unmet) => new Table(
        "unmet-table", $"Items that decide no record: {HtmlText.Number(unmet.Length)} of {HtmlText.Number(content.Items.Count)}.",
        [new("Item"), new("Title"), new("Authority"), new("May take", ColumnKind.Number)])
    {
        Parts = content.BySchedule(unmet.Select(u => (u.Schedule, (IReadOnlyList<TableCell>)[u.Item.Number, ReportContent.Cell(u.Item.Title), Authorities(u.Item), TableCell.Of(content.Counts.Candidates[u.Name])]))),
    }.Write(page);

    /// <summary>A case may have an authority of its own.</summary>
    private static string Authorities(ScheduleItem item) =>
        string.Join(", ", item.Authorities.Concat(item.Cases.SelectMany(c => c.Authorities)).Distinct(StringComparer.Ordinal));

    /// <summary>A column of counts.</summary>
    private sealed record ItemColumn(string Heading, string Group, Func<ItemLine, long> Of)
    {
        public const string Candidates = "candidates";

        public string Is { get; init; } = "";
    }

    /// <summary>The counts of one item, or of all.</summary>
    private sealed class ItemLine(IEnumerable<KeyValuePair<(string Item, DispositionStatus Status, DispositionAction? Due), long>> counts)
    {
        private readonly KeyValuePair<(string Item, DispositionStatus Status, DispositionAction? Due), long>[] _counts = [.. counts];

        public long Records => _counts.Sum(c => c.Value);

        public IEnumerable<DispositionAction> DueActs => _counts.Where(c => c.Key.Due is not null).Select(c => c.Key.Due!.Value).Distinct().Order();

        public long Due(DispositionAction act) => _counts.Where(c => c.Key.Due == act).Sum(c => c.Value);

        public long Of(DispositionStatus status) => _counts.Where(c => c.Key.Status == status).Sum(c => c.Value);
    }
}
