using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>What of a policy hangs on the day of evaluation and on no record: worked out once for a day. Immutable.</summary>
internal sealed class DayPlan
{
    private readonly RetentionSchedule _schedule;
    private readonly DecisionReason[] _blocks;
    private readonly DecisionReason[] _blocksDestruction;
    private readonly bool _wereHoldsConsulted;
    private readonly int _nextChangeOfSchedule;
    private readonly bool[] _isRestricted = new bool[Enum.GetValues<DispositionAction>().Length];

    public DayPlan(RetentionPolicy policy, RetentionSchedule schedule, CompiledHold[] holds, DateOnly asOf)
    {
        (AsOf, Day, _schedule) = (asOf, asOf.DayNumber, schedule);
        Holds = [.. holds.Where(h => !h.Hold.InForce.IsStated || h.Hold.InForce.Covers(asOf))];
        _wereHoldsConsulted = policy.Holds.WereConsulted;
        _blocks = [.. Blocking(schedule, null, asOf)];
        _blocksDestruction = WithHolds(_blocks);
        foreach (Restriction restriction in policy.Restrictions.Where(r => r.Rule is not Duty && r.IsInForceOn(asOf)))
            foreach (RecordAct act in restriction.Rule.Acts) if (act.Disposition is { } action) _isRestricted[(int)action] = true;
        NextChange = First(ChangeDays(policy), DayNumbers.Never);
        _nextChangeOfSchedule = First([schedule.InForce.From, schedule.InForce.To], NextChange);
    }

    private int First(IEnumerable<DateBound> days, int change) => days.Aggregate(change, (first, day) => CompiledSequence.Sooner(first, day.Ordinal, Day));

    public DateOnly AsOf { get; }

    /// <summary>The day as a number.</summary>
    public int Day { get; }

    /// <summary>The holds in force.</summary>
    public CompiledHold[] Holds { get; }

    /// <summary>The first later day on which a hold or a restriction comes into force or lapses.</summary>
    public int NextChange { get; }

    /// <summary>Whether a restriction in force speaks of an act.</summary>
    public bool IsRestricted(DispositionAction action) => _isRestricted[(int)action];

    /// <summary>What blocks an act under an item when it is due.</summary>
    public DecisionReason[] Blocks(CompiledBranch branch, DispositionAction action)
    {
        if (!branch.HasOwnForce) return action == DispositionAction.Destroy ? _blocksDestruction : _blocks;
        DecisionReason[] own = [.. Blocking(_schedule, branch.Item, AsOf)];
        return action == DispositionAction.Destroy ? WithHolds(own) : own;
    }

    /// <summary>The same with the days of the schedule, and of an item that has a force of its own.</summary>
    public int NextChangeOf(CompiledBranch branch) =>
        branch.HasOwnForce ? First([branch.Item.InForce.From, branch.Item.InForce.To], _nextChangeOfSchedule) : _nextChangeOfSchedule;

    private DecisionReason[] WithHolds(DecisionReason[] blocks) => _wereHoldsConsulted ? blocks : [.. blocks, Reasons.NoHoldsConsulted()];

    /// <summary>5.21: the schedule must be approved and in force, and so must an item that has a force of its own.</summary>
    private static IEnumerable<DecisionReason> Blocking(RetentionSchedule schedule, ScheduleItem? item, DateOnly asOf)
    {
        if (schedule.Status is not (ScheduleStatus.Approved or ScheduleStatus.Promulgated)) yield return Reasons.NotApproved(schedule, Gate.StatusWord(schedule.Status));
        if (!schedule.InForce.Covers(asOf)) yield return Reasons.NotInForce(schedule);
        if (item is not null && !item.InForce.Covers(asOf)) yield return Reasons.NotInForce(item);
    }

    private static IEnumerable<DateBound> ChangeDays(RetentionPolicy policy) =>
    [
        .. policy.Holds.Holds.Where(h => h.InForce.IsStated).SelectMany(h => (DateBound[])[h.InForce.From, h.InForce.To]),
        .. policy.Restrictions.Where(r => r.InForce.IsStated).SelectMany(r => (DateBound[])[r.InForce.From, r.InForce.To]),
    ];
}

/// <summary>A hold with its compiled condition, and the reason that a decision gives where it applies.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="When">Its condition in the pool; false where it only lists records.</param>
/// <param name="Reason">The reason.</param>
internal sealed record CompiledHold(Hold Hold, ConditionPool.Node When, DecisionReason Reason)
{
    private readonly bool _listsRecords = Hold.Records.Count > 0;

    /// <summary>Whether it applies, in the three values of a condition; a record without an identifier may be any of those listed.</summary>
    public int Applies(ConditionPool pool, RecordFacts facts)
    {
        if (!_listsRecords) return pool.Ask(When, facts);
        int listed = facts.Id.Length == 0 ? ConditionPool.Unknown
            : Hold.Records.Contains(facts.Id) ? ConditionPool.True : ConditionPool.False;
        return Math.Max(listed, pool.Ask(When, facts));
    }
}
