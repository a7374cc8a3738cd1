using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What must be so before anything may be done, whatever the item says (docs/language.md, 5.21).</summary>
internal static class Gates
{
    /// <summary>What blocks a due act.</summary>
    public static IEnumerable<DecisionReason> Blocking(RetentionPolicy policy, ScheduleItem item, DispositionAction action, DateOnly asOf)
    {
        RetentionSchedule schedule = policy.Schedule;
        if (schedule.Status is not (ScheduleStatus.Approved or ScheduleStatus.Promulgated))
            yield return Reasons.NotApproved(schedule, StatusWord(schedule.Status));
        if (!schedule.InForce.Covers(asOf)) yield return Reasons.NotInForce(schedule);
        if (item.InForce.IsStated && !item.InForce.Covers(asOf)) yield return Reasons.NotInForce(item);
        if (!policy.Holds.WereConsulted && action == DispositionAction.Destroy) yield return Reasons.NoHoldsConsulted();
    }

    public static IEnumerable<DateBound> ChangeDays(RetentionPolicy policy, ScheduleItem item) =>
        [policy.Schedule.InForce.From, policy.Schedule.InForce.To, item.InForce.From, item.InForce.To];

    private static string StatusWord(ScheduleStatus status) =>
        status == ScheduleStatus.PreReview ? "pre-review" : status.ToString().ToLowerInvariant();
}
