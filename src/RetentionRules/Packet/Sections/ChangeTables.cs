using RetentionRules.Analysis;
using RetentionRules.Descriptions;
using RetentionRules.Pages;

namespace RetentionRules.Packet.Sections;

/// <summary>
/// The records that fare differently, a table for each way in which they do. Changes from one rule to the same other one stand
/// together below the two, so that the rules are read once and each record still stands beside its two decisions.
/// </summary>
internal sealed class ChangeTables(PacketContent content, ScheduleComparison comparison)
{
    /// <summary>The changes that are explained, with their places.</summary>
    private readonly Dictionary<MeaningChange, int> _explained =
        Shown(comparison).Take(content.Packet.Explained).Select((c, place) => (c, place)).ToDictionary(p => p.c, p => p.place);

    private readonly Dictionary<ScheduleItem, string> _before = Rules(comparison.Old);
    private readonly Dictionary<ScheduleItem, string> _now = Rules(comparison.New);

    public static string Heading(MeaningChangeKind kind) => kind switch
    {
        MeaningChangeKind.NewDestruction => "Destroyed, and were not",
        MeaningChangeKind.ShorterRetention => "May be destroyed sooner",
        MeaningChangeKind.NewConflict => "Claimed by two items",
        MeaningChangeKind.NoLongerCovered => "Claimed by no item any more",
        MeaningChangeKind.Restriction => "Under a restriction that differs",
        MeaningChangeKind.ClassRule => "Of a class whose rule differs",
        MeaningChangeKind.LongerRetention => "Kept longer",
        MeaningChangeKind.NoLongerDestroyed => "No longer destroyed",
        MeaningChangeKind.OtherOutcome => "Something else, or at another time, and not destroyed sooner",
        MeaningChangeKind.NewlyCovered => "Claimed by one item now",
        MeaningChangeKind.OtherItem => "Decided by another item, which says the same",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public IEnumerable<Block> Blocks() => comparison.Changes.GroupBy(c => c.Kind).OrderBy(g => g.Key).SelectMany(g => (Block[])
    [
        new Subheading($"changes-{IdOf(g.Key)}", Heading(g.Key)),
        TableOf(g.Key, [.. g]),
        .. g.Where(_explained.ContainsKey).Select(Explained),
    ]);

    /// <summary>How the explanations are to be read, and of which changes there are none; nothing where no record shows a change.</summary>
    public IEnumerable<Paragraph> Guide()
    {
        int all = Shown(comparison).Count();
        if (all == 0) yield break;
        string read = "its explanations by both editions stand side by side below the table of its kind: what says the same has the sign =, and what differs is bold and has the sign ≠.";
        yield return _explained.Count == all ? new Paragraph("Of each record that shows a change, " + read)
            : _explained.Count == 0 ? new Paragraph("The explanations by both editions were not asked for; `--explain all` adds them.")
            : Paragraph.Caution($"Of {HtmlText.Number(all)} records that show a change, the first {(_explained.Count == 1 ? "is" : HtmlText.Number(_explained.Count) + " are")} explained. Of each, {read} `--explain all` explains the others too.");
    }

    private static IEnumerable<MeaningChange> Shown(ScheduleComparison comparison) => comparison.Changes.Where(c => c.Witness is not null).OrderBy(c => c.Kind);

    private ExplanationTable Explained(MeaningChange change) => new(
        $"explained-{HtmlText.Number(_explained[change] + 1)}", $"{Subject(change)}, shown by a record: {change.Witness}",
        $"Before, by {Named(comparison.Old)}", $"Now, by {Named(comparison.New)}", change.Explain()!.Parts());

    private string Named(RetentionSchedule edition) => $"{edition} ({content.Files.Of(edition.Path)})";

    private static string IdOf(MeaningChangeKind kind) => kind.ToString().ToLowerInvariant();

    private static Dictionary<ScheduleItem, string> Rules(RetentionSchedule schedule) =>
        ScheduleDescription.Of(schedule, DescriptionLanguage.English).Items.ToDictionary(i => i.Item, i => string.Join('\n', i.Paragraphs));

    private Table TableOf(MeaningChangeKind kind, MeaningChange[] changes) => new(
        $"{IdOf(kind)}-table", $"{HtmlText.Count(changes.Length, "kind")} of records: {changes[0].Finding.Descriptor.Meaning}",
        [new("Items", ColumnKind.Lines), new("Record that shows it", ColumnKind.Prose), new("Before", ColumnKind.Sentences), new("Now", ColumnKind.Sentences)])
    {
        Parts =
        [
            .. changes.GroupBy(c => (Before: RuleOf(_before, c.OldItem, "No single item."), Now: RuleOf(_now, c.NewItem, "No single item.")))
                .Select(g => new TableRows("The rules, before and now", [.. g.Select(Row)]) { Common = [g.Key.Before, g.Key.Now] }),
        ],
    };

    private static string RuleOf(Dictionary<ScheduleItem, string> rules, ScheduleItem? item, string none) => item is not null && rules.TryGetValue(item, out string? rule) ? rule : none;

    private IReadOnlyList<TableCell> Row(MeaningChange change) =>
    [
        string.Join('\n', ((string[])[Subject(change), Titles(change)]).Where(l => l.Length > 0)),
        change.Witness?.ToString() ?? "none is needed",
        change.OldDecision,
        change.NewDecision,
    ];

    private static string Subject(MeaningChange change) => What(change) + Lines(change.Finding);

    /// <summary>What it is about; the rest of the message stands in the heading, where it names nothing else.</summary>
    private static string What(MeaningChange change) => change.Kind switch
    {
        MeaningChangeKind.Restriction or MeaningChangeKind.ClassRule or MeaningChangeKind.ShorterRetention or MeaningChangeKind.LongerRetention => change.Finding.Message,
        _ => change.Finding.Arguments[0].ToString()!,
    };

    /// <summary>Whoever approves knows items by their titles.</summary>
    private static string Titles(MeaningChange change) =>
        string.Join(" → ", ((ScheduleItem?[])[change.OldItem, change.NewItem]).OfType<ScheduleItem>().Select(i => i.Title.Value).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>The files are named above; in a table of hundreds of rows their names would take most of the room.</summary>
    private static string Lines(AnalysisFinding finding)
    {
        string before = string.Join(", ", finding.Related.Where(r => r.Place.Reference.Line > 0).Select(r => HtmlText.Number(r.Place.Reference.Line)));
        string now = finding.Place.Reference.Line > 0 ? HtmlText.Number(finding.Place.Reference.Line) : "";
        return (before.Length, now.Length) switch
        {
            (0, 0) => "",
            (0, _) => $" (now line {now})",
            (_, 0) => $" (before line {before})",
            _ => $" (line {before}, now {now})",
        };
    }
}
