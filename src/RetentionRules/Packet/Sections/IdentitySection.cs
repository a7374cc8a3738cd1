using RetentionRules.Evaluation.Reference;
using RetentionRules.Pages;
using RetentionRules.Schedules;

namespace RetentionRules.Packet.Sections;

/// <summary>What the packet was made of: with the same, it can be made again to the byte.</summary>
internal static class IdentitySection
{
    public static IReadOnlyList<Block> Of(PacketContent content) => content.Instrument is RetentionSchedule
        ? [new TermList([.. Terms(content)])]
        : [new TermList([.. Terms(content)]), Members(content)];

    private static IEnumerable<Term> Terms(PacketContent content)
    {
        RetentionInstrument instrument = content.Instrument;
        yield return new Term("Schedule", instrument.Id, IsCode: true);
        yield return new Term("Title", content.Title, Language: PacketContent.LanguageOf(instrument.Title));
        yield return new Term("Version", instrument.Version.Length == 0 ? "not stated" : instrument.Version);
        foreach (Term term in Standing(instrument)) yield return term;
        yield return new Term("File", content.Files.Of(instrument.Path), IsCode: true);
        yield return new Term("Hash", instrument.ContentHash, IsCode: true);
        yield return new Term("As of", PacketContent.Day(content.Packet.AsOf));
        if (content.Packet.Comparison is { Old: var old })
        {
            yield return new Term("Edition before", $"{old}, {content.Files.Of(old.Path)}");
            yield return new Term("Its hash", old.ContentHash, IsCode: true);
        }

        foreach (Term term in Records(content)) yield return term;
        yield return content.Packet.Tests is { } tests ? new Term("Tests", content.Files.Of(tests.Path), IsCode: true) : new Term("Tests", "none");
        yield return new Term("Program", $"RetentionRules {DispositionDecision.EngineVersion}, language {DispositionDecision.LanguageVersion}");
    }

    private static IEnumerable<Term> Standing(RetentionInstrument instrument) => instrument switch
    {
        RetentionSchedule schedule => OfSchedule(schedule),
        ScheduleRegister register => [new Term("Status", $"{Gate.StatusWord(register.Status)} (a register of editions)"), .. Bodies("Bodies", register.Bodies)],
        ScheduleSet => [new Term("Status", "a set; each of its schedules has a status of its own")],
        _ => throw new ArgumentOutOfRangeException(nameof(instrument)),
    };

    private static IEnumerable<Term> OfSchedule(RetentionSchedule schedule) =>
    [
        new Term("Status", Gate.StatusWord(schedule.Status)),
        new Term("In force", PacketContent.Words(schedule.InForce)),
        .. Bodies("Issued by", schedule.Approval.Issuers),
        .. Bodies("Compiled by", schedule.Approval.CompiledBy.Length > 0 ? [schedule.Approval.CompiledBy] : []),
        .. Bodies("Adopted by", schedule.Approval.AdoptedBy),
    ];

    private static IEnumerable<Term> Bodies(string name, IReadOnlyList<string> bodies) => bodies.Count == 0 ? [] : [new Term(name, string.Join("; ", bodies))];

    private static IEnumerable<Term> Records(PacketContent content)
    {
        if (content.Packet.Records is not { } records) return [new Term("Records", "none")];
        return
        [
            .. records.Files.Select(f => new Term("Records", content.Files.Of(f), IsCode: true)),
            records.Mapping.Length == 0 ? new Term("Mapping", "none: columns have the names of the facts") : new Term("Mapping", content.Files.Of(records.Mapping), IsCode: true),
            new Term("Holds", Holds(records.Holds, content)),
        ];
    }

    private static string Holds(HoldList holds, PacketContent content) => !holds.WereConsulted
        ? "not consulted"
        : holds.Path.Length == 0 ? "consulted: none" : $"consulted: {HtmlText.Count(holds.Holds.Count, "hold")} in {content.Files.Of(holds.Path)}";

    private static Table Members(PacketContent content) => new(
        "member-table", $"{HtmlText.Count(content.Instrument.Schedules.Count, "schedule")} of {content.Instrument.Id}.",
        [new("Schedule", ColumnKind.Code), new("Version"), new("Title"), new("Status"), new("In force"), new("Items", ColumnKind.Number), new("Hash", ColumnKind.Code)])
    {
        Rows =
        [
            .. content.Instrument.Schedules.Select(s => (IReadOnlyList<TableCell>)
                [s.Id, s.Version, PacketContent.Cell(s.Title), Gate.StatusWord(s.Status), PacketContent.Words(s.InForce), TableCell.Of(s.Items.Count), s.ContentHash]),
        ],
    };
}
