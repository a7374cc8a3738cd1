using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// Floors and ceilings that stand beside what an item says: those of laws, and the minima of the schedule that is
/// implemented (docs/language.md, 17.3 and 17.4).
/// </summary>
internal sealed class LimitEvaluator(RetentionPolicy policy, RetentionSchedule schedule, ScheduleItem item, RecordFacts facts, DateOnly asOf)
{
    private readonly ConditionEvaluator _conditions = new(facts);

    /// <summary>A step with the limits on its act; what is done is no longer limited.</summary>
    public StepValue Apply(StepValue step) => Apply(step, step.Step.Action);

    /// <summary>The days of a step as those of another act, with the limits on that act.</summary>
    public StepValue Apply(StepValue step, DispositionAction action)
    {
        ActLimit[] limits = step.IsBehind ? [] : [.. LimitsOn(action)];
        if (limits.Length == 0) return step;
        MomentValue floor = MomentValue.Latest([step.Floor, .. limits.Select(l => l.Floor).OfType<MomentValue>()]);
        MomentValue ceiling = MomentValue.Earliest([step.Ceiling, .. limits.Select(l => l.Ceiling).OfType<MomentValue>()]);
        return step with
        {
            Floor = floor,
            Ceiling = ceiling,
            State = DueTest.Of(floor, asOf),
            ChangeDays = [.. step.ChangeDays, floor.WhilePending, floor.Bounds.NotAfter, ceiling.WhilePending, ceiling.Bounds.NotAfter, ceiling.Bounds.NotAfter.NextDay()],
        };
    }

    /// <summary>The last day for a destruction; what is kept for ever stands against it.</summary>
    public DateBound EndOfKeeping() =>
        LimitsOn(DispositionAction.Destroy).Select(l => l.Ceiling).OfType<MomentValue>().Select(c => c.Bounds.NotAfter).Aggregate(DateBound.PositiveInfinity, DateBound.Min);

    public IEnumerable<DecisionReason> ReasonsFor(DispositionAction action) => LimitsOn(action).SelectMany(l => l.Reasons);

    /// <summary>The days on which a limit comes into force or lapses.</summary>
    public IEnumerable<DateBound> ChangeDays => Laws.Where(l => l.Limit.InForce.IsStated).SelectMany(l => (DateBound[])[l.Limit.InForce.From, l.Limit.InForce.To]);

    private IEnumerable<ActLimit> LimitsOn(DispositionAction action) =>
        [.. Laws.Where(l => l.Limit.Action == action).SelectMany(l => OfLaw(l.Limit, l.Policy)), .. action == DispositionAction.Destroy ? OfParent() : []];

    /// <summary>The limits, each with the policy that sets the parameters of its file.</summary>
    private IEnumerable<(RetentionLimit Limit, RetentionPolicy Policy)> Laws =>
        policy.LimitsOn(schedule).Select(l => (l, policy)).Concat(OfParents(policy, schedule)).DistinctBy(l => l.Item1);

    /// <summary>A law that limits a schedule limits those that implement it.</summary>
    private static IEnumerable<(RetentionLimit Limit, RetentionPolicy Policy)> OfParents(RetentionPolicy policy, RetentionSchedule schedule)
    {
        if (schedule.Implements is not { Schedule: var parent } implemented) return [];
        RetentionPolicy there = policy.For(implemented);
        return parent.Limits.Select(l => (l, there)).Concat(OfParents(there, parent));
    }

    private IEnumerable<ActLimit> OfLaw(RetentionLimit limit, RetentionPolicy policy)
    {
        if (limit.InForce.IsStated && !limit.InForce.Covers(asOf)) return [];
        Truth applies = _conditions.Evaluate(limit.When);
        if (applies == Truth.False) return [];
        MomentValue? floor = limit.NotBefore is { } notBefore ? Moment(policy, notBefore, Side.Floor) : null;
        MomentValue? ceiling = limit.NotAfter is { } notAfter ? Moment(policy, notAfter, Side.Ceiling) : null;
        if (applies == Truth.True) return [new ActLimit(floor, ceiling, [.. Told(limit, floor, ceiling)])];
        // A limit that may not apply cannot delay for certain, nor end anything for certain; but it may.
        string[] missing = [.. _conditions.MissingIn(limit.When).Select(f => f.Name)];
        Grounds doubt = Grounds.None with { Missing = missing };
        return
        [
            new ActLimit(
                floor is { } f ? f.WithoutFloor() with { Grounds = f.Grounds.And(doubt) } : null,
                ceiling is { } c ? MomentValue.Hull(c, MomentValue.Fixed(DateBounds.Never)) with { Grounds = c.Grounds.And(doubt) } : null,
                [Reasons.LimitMayApply(limit, missing)]),
        ];
    }

    private MomentValue Moment(RetentionPolicy policy, Moment moment, Side side) => new MomentEvaluator(policy, schedule.Rounding, facts, asOf, []).Evaluate(moment, side);

    private static IEnumerable<DecisionReason> Told(RetentionLimit limit, MomentValue? floor, MomentValue? ceiling)
    {
        if (floor is { } first) yield return Reasons.LimitFloor(limit, first.Bounds);
        if (ceiling is { } last) yield return Reasons.LimitCeiling(limit, last.Bounds);
    }

    /// <summary>17.4: no destruction before the parent's item would allow it, unless that item allows shorter periods.</summary>
    private IEnumerable<ActLimit> OfParent()
    {
        if (schedule.Implements is not { } implemented || item.Implements.Length == 0) return [];
        RetentionSchedule parent = implemented.Schedule;
        ScheduleItem minimum = parent[item.Implements];
        if (minimum.AllowsShorterRetention) return [];
        MomentValue floor = new ParentFloor(policy.For(implemented), parent, facts, asOf).Of(minimum);
        return [new ActLimit(floor, null, [Reasons.ParentFloor(parent, minimum, floor.Bounds)])];
    }

    private sealed record ActLimit(MomentValue? Floor, MomentValue? Ceiling, IReadOnlyList<DecisionReason> Reasons);
}
