using RetentionRules.Analysis;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;
using RetentionRules.Pages;

namespace RetentionRules.Packet.Sections;

/// <summary>What becomes of real records: how many fare differently than before, and how many come to which status.</summary>
internal static class RecordSection
{
    public static Paragraph InShort(PacketContent content)
    {
        if (content.Packet.Records is not { } records) return new Paragraph("Records: it was tried on no real records; none were given.");
        if (records.Count == 0) return Paragraph.Caution("Records: there were none in the files that were given.");
        string undecided = Undecided(records) is var open and > 0 ? $"; {HtmlText.Number(open)} cannot be decided, and are kept" : "";
        string unfit = content.Packet.UnfitValues > 0 ? $" {PacketContent.Count(content.Packet.UnfitValues, "value", "does", "do")} not fit, and {(content.Packet.UnfitValues == 1 ? "was" : "were")} taken as unknown." : "";
        string decided = $"Records: {HtmlText.Count(records.Count, "record")} decided{undecided}.{unfit}";
        if (content.Packet.Impact is not { } impact) return new Paragraph(decided);
        string text = $"{decided} {PacketContent.Count(impact.Changed, "record", "fares", "fare")} differently than before, and {HtmlText.Number(impact.Sooner)} of these may be destroyed sooner.";
        return impact.Sooner > 0 ? Paragraph.Caution(text) : new Paragraph(text);
    }

    public static IReadOnlyList<Block> Of(PacketContent content)
    {
        if (content.Packet.Records is not { } records) return [new Paragraph("No records were given. `--records` names files of them.")];
        return
        [
            .. Cautions(content, records),
            .. content.Packet.Impact is { } impact ? Impact(impact) : [],
            .. records.Count > 0 ? [Counts(content, records)] : (Block[])[],
        ];
    }

    private static long Undecided(PacketRecords records) =>
        records.Counts.Where(c => c.Key.Status is DispositionStatus.Undetermined or DispositionStatus.Conflict or DispositionStatus.Unscheduled).Sum(c => c.Value);

    private static IEnumerable<Block> Cautions(PacketContent content, PacketRecords records)
    {
        if (records.Count == 0) yield return Paragraph.Caution("There were no records. Check that the right files were given.");
        if (!records.Holds.WereConsulted) yield return Paragraph.Caution("Holds were not consulted: in the table of items and statuses, what is due to be destroyed is counted as blocked.");
        if (content.Packet.UnfitValues > 0) yield return Paragraph.Caution($"{HtmlText.Count(content.Packet.UnfitValues, "value")} did not fit and {(content.Packet.UnfitValues == 1 ? "was" : "were")} taken as unknown; what hangs on {(content.Packet.UnfitValues == 1 ? "it" : "them")} is kept.");
    }

    private static IEnumerable<Block> Impact(RecordImpact impact)
    {
        string text = $"Of {HtmlText.Count(impact.Records, "record")} that both editions decide, {HtmlText.Number(impact.Changed)} {(impact.Changed == 1 ? "fares" : "fare")} differently ({HtmlText.Share(impact.Changed, impact.Records)}); {HtmlText.Number(impact.Sooner)} may be destroyed sooner, or at all.";
        yield return impact.Sooner > 0 ? Paragraph.Caution(text) : new Paragraph(text);
        if (impact.Shifts.Count == 0) yield break;
        yield return new Table(
            "impact-table", "Records that fare differently, the most frequent change first.",
            [new("Before"), new("Now"), new("Records", ColumnKind.Number), new("Such as", ColumnKind.Code)])
        {
            Rows = [.. impact.Shifts.Select(s => (IReadOnlyList<TableCell>)[s.Old, s.New, TableCell.Of(s.Count), s.Example])],
            Total = ["all", "", TableCell.Of(impact.Changed), ""],
        };
    }

    private static Table Counts(PacketContent content, PacketRecords records)
    {
        DispositionStatus[] statuses = [.. records.Counts.Keys.Select(k => k.Status).Distinct().Order()];
        IReadOnlyList<TableCell> Row(string name, TableCell title, Func<string, bool> isMeant)
        {
            long[] counts = [.. statuses.Select(s => records.Counts.Where(c => c.Key.Status == s && isMeant(c.Key.Item)).Sum(c => c.Value))];
            return [name, title, TableCell.Of(counts.Sum()), .. counts.Select(c => TableCell.Of(c))];
        }

        List<TableRows> parts = [.. content.BySchedule(s => s.Items.Select(i => (Item: i, Name: SummaryCounts.NameOf(content.Instrument, s, i))).Select(i => Row(i.Item.Number, PacketContent.Cell(i.Item.Title), n => n == i.Name)))];
        if (records.Counts.Keys.Any(k => k.Item.Length == 0)) parts.Add(new TableRows("", [Row("none", "No single item decides", n => n.Length == 0)]));
        return new Table(
            "record-table", $"Records under this edition as of {PacketContent.Day(content.Packet.AsOf)}, by item and status.",
            [new("Item"), new("Title"), new("Records", ColumnKind.Number), .. statuses.Select(s => new TableColumn(DecisionText.Word(s), ColumnKind.Number, "Of these"))])
        {
            Parts = parts,
            Total = Row("all", "", _ => true),
        };
    }
}
