using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// What must be true of a record so that a restriction lets an act on a day (docs/language.md, 14.3 to 14.6); +∞ is a day behind
/// all others. An order is held against the days that are kept apart only: within one stretch any two days can be in order.
/// </summary>
/// <param name="act">The act.</param>
/// <param name="day">The day.</param>
/// <param name="cuts">The days that are kept apart; none where orders are not looked into.</param>
internal sealed class RestrictionConditions(RecordAct act, DateBound day, IReadOnlyList<DateOnly> cuts)
{
    /// <summary>Of which records a restriction does not forbid the act.</summary>
    public Condition Lets(Restriction restriction)
    {
        DayConditions days = new(restriction.Source);
        return IsInForce(restriction.InForce) ? days.Any([days.Not(restriction.When), Satisfied(restriction.Rule, days)]) : days.Always;
    }

    /// <summary>Of which records the act is not done yet: what was done is not done again.</summary>
    public Condition IsAhead(FactDefinition done) => StillToCome(done, new DayConditions(done.Source));

    private bool IsInForce(InForceInterval interval) => !interval.IsStated || (interval.From <= day && (day < interval.To || interval.To == DateBound.PositiveInfinity));

    private Condition Satisfied(RestrictionRule rule, DayConditions days) => rule switch
    {
        Prohibition { Exemption: null } => days.Nothing,
        Prohibition { Exemption: { } exemption } => days.All([exemption.Unless, days.Is(exemption.ApprovedBy)]),
        Prerequisite prerequisite => days.All([IsMet(prerequisite.Requirement, days), prerequisite.During is { } during ? LiesIn(during, days) : days.Always]),
        ActOrder order => IsKept(order, days),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private Condition IsMet(Requirement requirement, DayConditions days) => days.All([requirement.Require, .. requirement.Done.Select(f => IsDone(f, days))]);

    private Condition LiesIn(FactInterval interval, DayConditions days) => days.All([IsDone(interval.From, days), StillToCome(interval.Until, days)]);

    /// <summary>All acts before this one are done, each not after the next; this one is still to be done.</summary>
    private Condition IsKept(ActOrder order, DayConditions days)
    {
        FactDefinition[] before = [.. order.Acts.TakeWhile(a => a.Name != act.Name).Select(a => a.Done!)];
        return days.All([.. before.Select(f => IsDone(f, days)), .. before.Zip(before.Skip(1), (earlier, later) => IsNotAfter(earlier, later, days))]);
    }

    /// <summary>Of two facts that have a day: wherever the later one has come, on each of the days and before it, the earlier one has.</summary>
    private Condition IsNotAfter(FactDefinition earlier, FactDefinition later, DayConditions days) => days.All(
    [
        .. cuts.Select(cut => days.Any([days.IsBefore(earlier, cut), days.Not(days.IsBefore(later, cut))])),
        .. cuts.Select(cut => days.Any([days.IsBy(earlier, cut), days.Not(days.IsBy(later, cut))])),
    ]);

    private Condition IsDone(FactDefinition fact, DayConditions days) => day.IsFinite ? days.IsBy(fact, day.Date) : days.Is(fact);

    private Condition StillToCome(FactDefinition fact, DayConditions days) => day.IsFinite ? days.Any([days.Never(fact), days.IsAfter(fact, day.Date)]) : days.Never(fact);
}
