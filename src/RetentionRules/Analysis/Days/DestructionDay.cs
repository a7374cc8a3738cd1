using RetentionRules.Analysis.Logic;
using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>What is asked of the records of a case so that they can be destroyed on a day.</summary>
/// <param name="Comes">That the destruction is due, and not done.</param>
/// <param name="Lets">Of each restriction, that it does not forbid it.</param>
internal sealed record DestructionDay(Condition Comes, IReadOnlyDictionary<Restriction, Condition> Lets)
{
    /// <summary>What is asked on a day; +∞ is a day behind all others.</summary>
    /// <param name="context">The schedule.</param>
    /// <param name="restrictions">What may forbid the destruction.</param>
    /// <param name="path">The case.</param>
    /// <param name="day">The day.</param>
    /// <param name="named">The days that conditions name; none where the order of acts is not looked into.</param>
    public static DestructionDay Of(AnalysisContext context, ActRestrictions restrictions, CasePath path, DateBound day, IReadOnlyCollection<DateOnly> named)
    {
        DestructionReach reach = new(context.Evaluators.Policy, context.Schedule.Rounding, path.Sequence, day);
        Condition comes = reach.Make();
        RestrictionConditions conditions = new(restrictions.Act, day, [.. named.Concat(reach.Thresholds).Concat(day.IsFinite ? [day.Date] : Array.Empty<DateOnly>()).Distinct().Order()]);
        return new DestructionDay(
            DestructionReach.DoneOf(path.Sequence) is { } done ? new AllOf(done.Source, [comes, conditions.IsAhead(done)]) : comes,
            restrictions.All.ToDictionary(r => r, conditions.Lets));
    }
}
