using RetentionRules.Calendars;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// What must be true of a record so that a restriction lets an act on a day (docs/language.md, 14.3 to 14.6); +∞ is a day behind
/// all others. An order is held against the days that are kept apart only: within one stretch any two days can be in order.
/// </summary>
/// <param name="pool">The conditions.</param>
/// <param name="layout">The facts.</param>
/// <param name="act">The act.</param>
/// <param name="cuts">The days that are kept apart; none where only the latest day is asked for.</param>
internal sealed class RestrictionConditions(ConditionPool pool, FactLayout layout, RecordAct act, IReadOnlyList<DateOnly> cuts)
{
    /// <summary>Of which records a restriction does not forbid the act on a day.</summary>
    /// <param name="restriction">The restriction.</param>
    /// <param name="day">The day.</param>
    /// <param name="isShut">Whether its interval is known to be over before the act can come.</param>
    public int Lets(Restriction restriction, DateBound day, bool isShut) =>
        !IsInForce(restriction.InForce, day) ? ConditionPool.True
        : isShut ? pool.Not(pool.Add(restriction.When))
        : pool.Any([pool.Not(pool.Add(restriction.When)), Satisfied(restriction.Rule, day)]);

    /// <summary>Of which records the act is not done by a day: what was done is not done again.</summary>
    public int IsAhead(FactDefinition done, DateBound day) => StillToCome(done, day);

    private static bool IsInForce(InForceInterval interval, DateBound day) =>
        !interval.IsStated || (interval.From <= day && (day < interval.To || interval.To == DateBound.PositiveInfinity));

    private int Satisfied(RestrictionRule rule, DateBound day) => rule switch
    {
        Prohibition { Exemption: null } => ConditionPool.False,
        Prohibition { Exemption: { } exemption } => pool.All([pool.Add(exemption.Unless), pool.Not(Never(exemption.ApprovedBy))]),
        Prerequisite prerequisite => pool.All([IsMet(prerequisite.Requirement, day), prerequisite.During is { } during ? LiesIn(during, day) : ConditionPool.True]),
        ActOrder order => IsKept(order, day),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private int IsMet(Requirement requirement, DateBound day) => pool.All([pool.Add(requirement.Require), .. requirement.Done.Select(f => IsDone(f, day))]);

    private int LiesIn(FactInterval interval, DateBound day) => pool.All([IsDone(interval.From, day), StillToCome(interval.Until, day)]);

    /// <summary>All acts before this one are done, each not after the next; this one is still to be done.</summary>
    private int IsKept(ActOrder order, DateBound day)
    {
        FactDefinition[] before = [.. order.Acts.TakeWhile(a => a.Name != act.Name).Select(a => a.Done!)];
        IEnumerable<int> pairs = before.Zip(before.Skip(1), IsNotAfter);
        return pool.All([.. before.Select(f => IsDone(f, day)), .. pairs]);
    }

    /// <summary>Of two facts that have a day: wherever the later one has come, on each of the days and before it, the earlier one has.</summary>
    private int IsNotAfter(FactDefinition earlier, FactDefinition later) => pool.All(
        from cut in cuts
        from op in (ComparisonOperator[])[ComparisonOperator.Less, ComparisonOperator.LessOrEqual]
        select pool.Any([Compared(earlier, op, cut), pool.Not(Compared(later, op, cut))]));

    private int IsDone(FactDefinition fact, DateBound day) => day.IsFinite ? IsBy(fact, day.Date) : pool.Not(Never(fact));

    private int StillToCome(FactDefinition fact, DateBound day) =>
        day.IsFinite ? pool.Any([Never(fact), Compared(fact, ComparisonOperator.Greater, day.Date)]) : Never(fact);

    private int IsBy(FactDefinition fact, DateOnly day) => Compared(fact, ComparisonOperator.LessOrEqual, day);

    private int Compared(FactDefinition fact, ComparisonOperator op, DateOnly day)
    {
        int place = layout.PlaceOf(fact.Name);
        return pool.Question(place, pool.Axes[place].Where(op, FactValue.Date(day)));
    }

    private int Never(FactDefinition fact)
    {
        int place = layout.PlaceOf(fact.Name);
        return pool.Question(place, ClassSet.Range(pool.Axes[place].Never, pool.Axes[place].Never));
    }
}
