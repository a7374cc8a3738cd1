using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What must be approved and in force before a due act may be done (docs/language.md, 5.21).</summary>
/// <param name="Schedule">The schedule that claims the record.</param>
/// <param name="Item">Its item.</param>
internal sealed record Gate(RetentionSchedule Schedule, ScheduleItem Item)
{
    public IEnumerable<DecisionReason> Blocking(DateOnly asOf)
    {
        if (Schedule.Status is not (ScheduleStatus.Approved or ScheduleStatus.Promulgated))
            yield return Reasons.NotApproved(Schedule, StatusWord(Schedule.Status));
        if (!Schedule.InForce.Covers(asOf)) yield return Reasons.NotInForce(Schedule);
        if (Item.InForce.IsStated && !Item.InForce.Covers(asOf)) yield return Reasons.NotInForce(Item);
    }

    public IEnumerable<DateBound> ChangeDays => [Schedule.InForce.From, Schedule.InForce.To, Item.InForce.From, Item.InForce.To];

    private static string StatusWord(ScheduleStatus status) =>
        status == ScheduleStatus.PreReview ? "pre-review" : status.ToString().ToLowerInvariant();
}
