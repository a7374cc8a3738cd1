using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What must be approved and in force before a due act may be done (docs/language.md, 5.21).</summary>
/// <param name="Schedule">The schedule that claims the record.</param>
/// <param name="Item">Its item.</param>
internal sealed record Gate(RetentionSchedule Schedule, ScheduleItem Item)
{
    /// <summary>The register that has picked the schedule as an edition, or null; then the register is asked (16.3).</summary>
    public ScheduleRegister? Register { get; init; }

    /// <summary>The day of the past on which an edition must have been in force to govern the record still; null for the day of evaluation.</summary>
    public DateOnly? GovernedOn { get; init; }

    public IEnumerable<DecisionReason> Blocking(DateOnly asOf)
    {
        if (Register is { } register && !IsApproved(register.Status)) yield return Reasons.NotApproved(register, StatusWord(register.Status));
        // What a later edition has replaced governs on where the register says so, and nowhere else.
        bool isReplaced = GovernedOn is not null && Schedule.Status == ScheduleStatus.Superseded;
        if (!IsApproved(Schedule.Status) && !isReplaced) yield return Reasons.NotApproved(Schedule, StatusWord(Schedule.Status));
        DateOnly day = GovernedOn ?? asOf;
        if (!Schedule.InForce.Covers(day)) yield return Reasons.NotInForce(Schedule);
        if (Item.InForce.IsStated && !Item.InForce.Covers(day)) yield return Reasons.NotInForce(Item);
    }

    public IEnumerable<DateBound> ChangeDays => [Schedule.InForce.From, Schedule.InForce.To, Item.InForce.From, Item.InForce.To];

    private static bool IsApproved(ScheduleStatus status) => status is ScheduleStatus.Approved or ScheduleStatus.Promulgated;

    internal static string StatusWord(ScheduleStatus status) =>
        status == ScheduleStatus.PreReview ? "pre-review" : status.ToString().ToLowerInvariant();
}
