using RetentionRules.Calendars;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Packet.Sections;

/// <summary>Something that the approval of a schedule lacks.</summary>
/// <param name="Text">What, in a sentence.</param>
/// <param name="IsAmiss">Whether it stands against approval, and is not only what approval will bring.</param>
internal readonly record struct ApprovalGap(string Text, bool IsAmiss);

/// <summary>Finds what the approval of a schedule lacks on a day.</summary>
internal static class ApprovalGaps
{
    public static IEnumerable<ApprovalGap> Of(RetentionSchedule schedule, DateOnly asOf) => [.. Standing(schedule), .. Force(schedule, asOf), .. Review(schedule, asOf), .. Bases(schedule, asOf)];

    /// <summary>A register is approved apart from its editions.</summary>
    public static IEnumerable<ApprovalGap> Of(ScheduleRegister register)
    {
        if (register.Status is ScheduleStatus.Approved or ScheduleStatus.Promulgated) yield break;
        yield return new($"The status of the register is {Gate.StatusWord(register.Status)}: no record may be destroyed under it.", register.Status is ScheduleStatus.Returned or ScheduleStatus.Superseded or ScheduleStatus.Repealed);
    }

    private static IEnumerable<ApprovalGap> Standing(RetentionSchedule schedule)
    {
        bool isApproved = schedule.Status is ScheduleStatus.Approved or ScheduleStatus.Promulgated;
        ScheduleApproval approval = schedule.Approval;
        ApprovalAct[] approvals = [.. approval.LastRound().Where(a => a.IsApproval)];
        string status = Gate.StatusWord(schedule.Status);
        if (!isApproved) yield return new($"The status is {status}: no record may be destroyed under the schedule.", schedule.Status is ScheduleStatus.Returned or ScheduleStatus.Superseded or ScheduleStatus.Repealed);
        if (approval.Acts.Count == 0) yield return new($"No act of approval is listed{(isApproved ? $", though the status is {status}: it is believed as it stands" : "")}.", isApproved);
        else if (approvals.Length == 0) yield return new("No act that counts is a consent or an approval.", isApproved);
        foreach (ApprovalAct act in approval.LastRound().Where(a => a.IsWithdrawal && (approvals.Length == 0 || a.Date >= approvals[^1].Date)))
            yield return new($"It was {(act.Action == ApprovalAction.Return ? "returned" : "repealed")} by {act.Body} on {PacketContent.Day(act.Date)}, and no approval has followed.", IsAmiss: true);
        foreach (ApprovalAct act in approvals.Where(a => a.Document.Length == 0)) yield return new($"No document is named for the act of {act.Body} of {PacketContent.Day(act.Date)}.", IsAmiss: false);
    }

    private static IEnumerable<ApprovalGap> Force(RetentionSchedule schedule, DateOnly asOf)
    {
        if (!schedule.InForce.IsStated) yield return new("From which day it is in force is not stated.", IsAmiss: false);
        else if (!schedule.InForce.Covers(asOf)) yield return new($"It is not in force on {PacketContent.Day(asOf)}, but {PacketContent.Words(schedule.InForce)}.", schedule.InForce.To <= DateBound.At(asOf));
    }

    private static IEnumerable<ApprovalGap> Review(RetentionSchedule schedule, DateOnly asOf)
    {
        DateBound by = schedule.Approval.Review.By;
        if (!by.IsFinite) yield return new("No day is stated by which it is to be looked through again.", IsAmiss: false);
        else if (by < DateBound.At(asOf)) yield return new($"It was to be looked through again by {by}, which is past.", IsAmiss: true);
    }

    private static IEnumerable<ApprovalGap> Bases(RetentionSchedule schedule, DateOnly asOf)
    {
        ScheduleItem[] items = [.. schedule.Items.Where(i => !(i.InForce.IsStated && i.InForce.To <= DateBound.At(asOf)))];
        string[] baseless = [.. items.Where(i => BasesOf(i).Count == 0).Select(i => i.Number)];
        if (baseless.Length > 0) yield return new($"Neither an authority nor a law is named for {Items(baseless)}.", IsAmiss: true);
        foreach (CitedAuthority authority in schedule.Approval.Authorities.Where(a => a.InForce.IsStated && a.InForce.To <= DateBound.At(asOf)))
        {
            string[] resting = [.. items.Where(i => BasesOf(i).Any(b => schedule.Approval.TryFindAuthority(b, out CitedAuthority? named) && named == authority)).Select(i => i.Number)];
            string replaced = authority.ReplacedBy.Length > 0 ? $"; {authority.ReplacedBy} has replaced it" : "";
            if (resting.Length > 0) yield return new($"{authority.Name}, on which {Items(resting)} {(resting.Length == 1 ? "rests" : "rest")}, is not in force since {authority.InForce.To}{replaced}.", IsAmiss: true);
        }
    }

    /// <summary>A case may rest on something of its own.</summary>
    private static IReadOnlyList<string> BasesOf(ScheduleItem item) => [.. item.Authorities, .. item.Citations, .. item.Cases.SelectMany(c => c.Authorities.Concat(c.Citations))];

    private static string Items(string[] numbers) => $"{(numbers.Length == 1 ? "item" : "items")} {string.Join(", ", numbers)}";
}
