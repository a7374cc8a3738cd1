using RetentionRules.Pages;
using RetentionRules.Schedules;

namespace RetentionRules.Packet.Sections;

/// <summary>Who has approved the schedule, when and by which document, and what is missing.</summary>
internal static class ApprovalSection
{
    public static Paragraph InShort(PacketContent content)
    {
        ApprovalGap[] gaps = [.. Gaps(content).OrderByDescending(g => g.IsAmiss)];
        if (gaps.FirstOrDefault() is { IsAmiss: true } first)
        {
            int others = gaps.Count(g => g.IsAmiss) - 1;
            return Paragraph.Caution($"Approvals: {first.Text}{(others == 0 ? "" : $" {HtmlText.Number(others)} more {(others == 1 ? "thing is" : "things are")} amiss.")}");
        }

        ApprovalAct[] acts = [.. content.Instrument.Schedules.SelectMany(s => s.Approval.LastRound()).Where(a => a.IsApproval)];
        string open = gaps.Length == 0 ? "" : $" {gaps[0].Text}";
        return acts.Length switch
        {
            0 => new Paragraph($"Approvals: none is given yet.{open}"),
            1 => new Paragraph($"Approvals: {Word(acts[0].Action)} by {acts[0].Body} on {PacketContent.Day(acts[0].Date)}.{open}"),
            _ => new Paragraph($"Approvals: {HtmlText.Number(acts.Length)} are given, the last by {acts.MaxBy(a => a.Date)!.Body} on {PacketContent.Day(acts.Max(a => a.Date))}.{open}"),
        };
    }

    public static IReadOnlyList<Block> Of(PacketContent content)
    {
        ApprovalGap[] gaps = [.. Gaps(content)];
        bool hasActs = content.Instrument.Schedules.Any(s => s.Approval.Acts.Count > 0);
        bool hasAmendments = content.Instrument.Schedules.Any(s => s.Approval.Amendments.Count > 0);
        return
        [
            hasActs ? Acts(content) : new Paragraph("No act of approval is listed."),
            .. hasAmendments ? [Amendments(content)] : (Block[])[],
            new Subheading("approval-gaps", "Missing"),
            gaps.Length == 0 ? new Paragraph("Nothing that the schedule should say of its approval is missing.") : new BulletList([.. gaps.Select(g => g.Text)]),
        ];
    }

    /// <summary>Of several schedules, those that were replaced are kept for what was decided under them; nobody is to approve them.</summary>
    private static IEnumerable<ApprovalGap> Gaps(PacketContent content)
    {
        if (content.Instrument is RetentionSchedule schedule) return ApprovalGaps.Of(schedule, content.Packet.AsOf);
        IEnumerable<RetentionSchedule> asked = content.Instrument.Schedules.Where(s => s.Status is not (ScheduleStatus.Superseded or ScheduleStatus.Repealed));
        IEnumerable<ApprovalGap> own = content.Instrument is ScheduleRegister register ? ApprovalGaps.Of(register) : [];
        return own.Concat(asked.SelectMany(s => ApprovalGaps.Of(s, content.Packet.AsOf).Select(g => g with { Text = $"{s}: {g.Text}" })));
    }

    private static Table Acts(PacketContent content) => new(
        "approval-table", "Acts, in the order of the schedule. What came before a return or a repeal that an approval has followed no longer counts.",
        [new("Act"), new("Body"), new("Person or role"), new("Document"), new("Date"), new("Counts")])
    {
        Parts = content.BySchedule(s => s.Approval.Acts.Select(a => (IReadOnlyList<TableCell>)
            [Word(a.Action), a.Body, a.By, a.Document, PacketContent.Day(a.Date), s.Approval.LastRound().Contains(a) ? "yes" : "no longer"])),
    };

    private static Table Amendments(PacketContent content) => new(
        "amendment-table", "What later instruments have changed.",
        [new("Amendment"), new("Does"), new("Items"), new("Rests on"), new("Date")])
    {
        Parts = content.BySchedule(s => s.Approval.Amendments.Select(a => (IReadOnlyList<TableCell>)
            [a.Id, Word(a.Kind), string.Join(", ", a.Items), a.Basis, PacketContent.Day(a.Date)])),
    };

    private static string Word(ApprovalAction action) => action switch
    {
        ApprovalAction.PreReview => "reviewed in advance",
        ApprovalAction.Submit => "submitted",
        ApprovalAction.Return => "returned",
        ApprovalAction.Consent => "consented to",
        ApprovalAction.Approve => "approved",
        ApprovalAction.Promulgate => "promulgated",
        ApprovalAction.Repeal => "repealed",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static string Word(AmendmentKind kind) => kind switch
    {
        AmendmentKind.Repeal => "repeals",
        AmendmentKind.Revise => "revises",
        AmendmentKind.Establish => "establishes",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
