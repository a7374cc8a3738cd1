using RetentionRules.Analysis;
using RetentionRules.Pages;

namespace RetentionRules.Packet.Sections;

/// <summary>What is written differently against the edition before, and which records fare differently.</summary>
internal static class ChangeSection
{
    public static Paragraph InShort(PacketContent content)
    {
        if (content.Packet.Comparison is not { } comparison) return new Paragraph("Changes: it was compared with no edition before; none was given.");
        string open = comparison.Open.Count == 0 ? "" : $" {PacketContent.Count(comparison.Open.Count, "question", "is", "are")} not settled, which is no pass.";
        switch (comparison.SameMeaning)
        {
            case ProofVerdict.Proved: return new Paragraph($"Changes: proved: {comparison.Old} and this edition say the same of every record.");
            case ProofVerdict.NotSettled: return Paragraph.Caution($"Changes: whether {comparison.Old} and this edition say the same is not settled. No difference was found, which proves nothing.{open}");
        }

        (int destroyed, int shorter) = (CountOf(comparison, MeaningChangeKind.NewDestruction), CountOf(comparison, MeaningChangeKind.ShorterRetention));
        int unkept = CountOf(comparison, MeaningChangeKind.NewConflict) + CountOf(comparison, MeaningChangeKind.NoLongerCovered);
        string sooner = string.Join(" and ", ((string[])
        [
            destroyed == 0 ? "" : PacketContent.Count(destroyed, "kind", "is destroyed that was not", "are destroyed that were not"),
            shorter == 0 ? "" : PacketContent.Count(shorter, "kind", "may be destroyed sooner", "may be destroyed sooner"),
        ]).Where(s => s.Length > 0));
        string left = unkept == 0 ? "" : $" {PacketContent.Count(unkept, "kind", "has", "have")} no item any more, or two.";
        string text = $"Changes: against {comparison.Old}, {PacketContent.Count(comparison.Changes.Count, "kind", "of records fares", "of records fare")} differently; {(sooner.Length > 0 ? sooner : "none of them is shown to be destroyed sooner")}.{left}{open}";
        return destroyed + shorter + unkept + comparison.Open.Count > 0 ? Paragraph.Caution(text) : new Paragraph(text);
    }

    public static IReadOnlyList<Block> Of(PacketContent content)
    {
        if (content.Packet.Comparison is not { } comparison) return [new Paragraph("No edition before was given, so that nothing was compared. `--baseline` names one.")];
        ChangeTables tables = new(content, comparison);
        return
        [
            Verdict(comparison),
            new Paragraph($"Before is `{content.Files.Of(comparison.Old.Path)}`, and now is `{content.Files.Of(comparison.New.Path)}`."),
            .. comparison.Changes.Count > 0 ? [Kinds(comparison), .. tables.Guide()] : (Block[])[],
            new Subheading("changes-text", "What is written differently"),
            comparison.Texts.Count == 0 ? new Paragraph("Nothing.") : Texts(comparison),
            .. tables.Blocks(),
            .. Open(content, comparison),
        ];
    }

    private static int CountOf(ScheduleComparison comparison, MeaningChangeKind kind) => comparison.Changes.Count(c => c.Kind == kind);

    private static Paragraph Verdict(ScheduleComparison comparison) => comparison.SameMeaning switch
    {
        ProofVerdict.Proved => new Paragraph("Proved: both editions say the same of every record."),
        ProofVerdict.Refuted when comparison.Open.Count == 0 => new Paragraph("The editions differ in what is listed here, and in nothing else."),
        ProofVerdict.Refuted => Paragraph.Caution("The editions differ in what is listed here; whether in anything else was not settled."),
        ProofVerdict.NotSettled => Paragraph.Caution("Not settled: no difference was found, and that there is none is not proved."),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    private static Table Kinds(ScheduleComparison comparison) => new(
        "kind-table", "Kinds of records that fare differently; what could destroy sooner comes first. A kind is what an item before and an item now both take.",
        [new("What becomes of them"), new("Kinds of records", ColumnKind.Number)])
    {
        Rows = [.. comparison.Changes.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => (IReadOnlyList<TableCell>)[ChangeTables.Heading(g.Key), TableCell.Of(g.Count())])],
        Total = ["all", TableCell.Of(comparison.Changes.Count)],
    };

    /// <summary>The parts of an item stand together: <c>item 2.1, title</c> and <c>item 2.1, when</c>.</summary>
    private static Table Texts(ScheduleComparison comparison) => new(
        "text-table", $"{HtmlText.Count(comparison.Texts.Count, "difference")} of the texts, in the order of the new edition; what it lacks comes last.",
        [new("Part"), new("Before"), new("Now")])
    {
        Parts = [.. comparison.Texts.GroupBy(t => Split(t.What).Subject, StringComparer.Ordinal).Select(g => new TableRows(g.Key, [.. g.Select(Row)]))],
    };

    private static (string Subject, string Part) Split(string what)
    {
        if (!what.StartsWith("item ", StringComparison.Ordinal)) return ("Above the items", what);
        int comma = what.LastIndexOf(", ", StringComparison.Ordinal);
        return comma < 0 ? ("I" + what[1..], "") : ("I" + what[1..comma], what[(comma + 2)..]);
    }

    private static IReadOnlyList<TableCell> Row(TextChange change)
    {
        string part = Split(change.What).Part is { Length: > 0 } named ? named : "the item";
        return change.Kind switch
        {
            TextChangeKind.Added => [part, "(not there)", change.New],
            TextChangeKind.Removed => [part, change.Old, "(gone)"],
            TextChangeKind.Renamed => ["number", change.Old, change.New],
            TextChangeKind.Changed => [part, change.Old, change.New],
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
    }

    private static IEnumerable<Block> Open(PacketContent content, ScheduleComparison comparison) => comparison.Open.Count == 0 ? [] :
    [
        new Subheading("changes-open", "What was not settled"),
        new Table("open-table", "Of these records it is not known whether they fare differently.", [new("Place", ColumnKind.Code), new("Not settled", ColumnKind.Prose), new("Mend", ColumnKind.Prose)])
        {
            Rows = [.. comparison.Open.Select(f => (IReadOnlyList<TableCell>)[content.Files.Place(f.Place.Path, f.Place.Reference.Line), f.Message, f.Help.Length > 0 ? f.Help : f.Descriptor.Mend])],
        },
    ];
}
