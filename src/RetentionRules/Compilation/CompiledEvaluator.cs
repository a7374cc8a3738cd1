using System.Runtime.CompilerServices;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// Decides records by the diagram and the programs. What it cannot say of a record (which of several items, what an
/// appraisal decided, whether a hold applies) it leaves to the evaluator of all layers. Shares no rule with the reference
/// evaluator; a property holds them equal. Safe to share between threads.
/// </summary>
internal sealed class CompiledEvaluator
{
    private static readonly SequenceOutcome nothingApplies = new()
    {
        Status = DispositionStatus.Unscheduled,
        Cause = OutcomeCause.NoItemApplies,
        Act = CompiledStep.None,
        Waiting = CompiledStep.None,
        NotBefore = DayNumbers.BeforeAll,
        NotAfter = DayNumbers.Never,
        Latest = DayNumbers.Never,
        NextChange = DayNumbers.Never,
    };

    private readonly RetentionPolicy _policy;
    private readonly ConditionPool _pool;
    private readonly CompiledSchedule _schedule;
    private readonly CompiledHold[] _holds;
    private readonly int[] _restrictedDays;
    private readonly int _class;
    private DayPlan? _plan;

    public CompiledEvaluator(RetentionPolicy policy, CompiledSchedule schedule, ConditionPool pool, FactLayout layout)
    {
        (_policy, _schedule, _pool) = (policy, schedule, pool);
        _holds = [.. policy.Holds.Holds.Select(h => new CompiledHold(h, pool[h.When is { } when ? pool.Add(when) : ConditionPool.False], Reasons.Held(h)))];
        _restrictedDays = [.. policy.Restrictions.SelectMany(r => r.Days).Select(f => layout.PlaceOf(f.Name)).Distinct()];
        _class = policy.Classification.IsNone ? CompiledStep.None : layout.PlaceOf(policy.Classification.Fact.Name);
    }

    /// <summary>Decides without reasons; false where the record needs the evaluator of all layers.</summary>
    public bool TryDecide(RecordFacts facts, DateOnly asOf, out DispositionVerdict verdict)
    {
        DayPlan plan = PlanFor(asOf);
        // Seldom false, and then nobody looks at it.
        Unsafe.SkipInit(out verdict);
        if (!TrySelect(facts, out CompiledBranch? branch)) return false;
        SequenceOutcome outcome;
        if (branch is null) outcome = nothingApplies;
        else if (branch.Single is not { } single || !single.TryDecide(facts, plan.Day, out outcome)) outcome = DecideByIntervals(branch.Sequence!, facts, plan.Day);
        if (outcome.Cause == OutcomeCause.NotCompiled || IsRestricted(outcome, plan)) return false;
        int holds = HoldsOn(facts, plan);
        if (holds == MayBeHeld) return false;
        bool isPlain = _class == CompiledStep.None && !outcome.NamesMissing && !outcome.HasDoubts && !facts.HasFaults;
        verdict = new DispositionVerdict(outcome, StatusOf(outcome, branch, holds, plan), branch, NextChange(outcome, branch, facts, plan), isPlain ? holds : SeveralHolds);
        return true;
    }

    /// <summary>Apart, so that the space on the stack is only taken where it is needed.</summary>
    private static SequenceOutcome DecideByIntervals(CompiledSequence sequence, RecordFacts facts, int asOf)
    {
        Span<MomentSpan> lines = stackalloc MomentSpan[sequence.Lines];
        return sequence.Decide(lines, facts, asOf);
    }

    /// <summary>The whole decision; null where the record needs the evaluator of all layers.</summary>
    public DispositionDecision? Decide(RecordFacts facts, DateOnly asOf)
    {
        DayPlan plan = PlanFor(asOf);
        if (!TrySelect(facts, out CompiledBranch? branch)) return null;
        Span<MomentSpan> lines = stackalloc MomentSpan[branch?.Sequence?.Lines ?? 0];
        SequenceOutcome outcome = branch is null ? nothingApplies : branch.Sequence!.Decide(lines, facts, plan.Day);
        if (outcome.Cause == OutcomeCause.NotCompiled || IsRestricted(outcome, plan)) return null;
        int found = HoldsOn(facts, plan);
        if (found == MayBeHeld) return null;
        CompiledHold[] holds = found == 0 ? [] : [.. plan.Holds.Where(h => h.Applies(_pool, facts) == ConditionPool.True)];
        DispositionStatus status = StatusOf(outcome, branch, found, plan);
        return new CompiledDecision(_policy, facts, plan).Build(branch, outcome, lines, status, holds, NextChange(outcome, branch, facts, plan), ClassificationOf(facts));
    }

    /// <summary>Another day takes the place of the one before; threads that differ each make their own, and all are equal.</summary>
    private DayPlan PlanFor(DateOnly asOf)
    {
        DayPlan? plan = _plan;
        if (plan is null || plan.AsOf != asOf) _plan = plan = new DayPlan(_policy, _schedule.Schedule, _holds, asOf);
        return plan;
    }

    /// <summary>The case that decides, or null where no item applies; false where it is not certain which.</summary>
    private bool TrySelect(RecordFacts facts, out CompiledBranch? branch)
    {
        branch = null;
        if (_class != CompiledStep.None && facts.At(_class).State != FactState.Known) return false;
        int end = _schedule.Diagram.FindEnd(facts);
        branch = _schedule.BranchOf(end, facts);
        if (branch is null) return _schedule.IsUnscheduled(end, facts);
        return branch.Sequence is not null && !_schedule.LacksRequired(facts);
    }

    private static bool IsRestricted(in SequenceOutcome outcome, DayPlan plan) => outcome.IsDue && plan.IsRestricted(outcome.Action);

    /// <summary>More than one hold applies, or something else makes the reasons the record's own.</summary>
    private const int SeveralHolds = -1;

    /// <summary>Whether a hold applies is not known.</summary>
    private const int MayBeHeld = -2;

    /// <summary>The hold that applies, by its number among those in force from 1; 0 where none does.</summary>
    private int HoldsOn(RecordFacts facts, DayPlan plan)
    {
        int found = 0;
        for (int i = 0; i < plan.Holds.Length; i++)
        {
            int applies = plan.Holds[i].Applies(_pool, facts);
            if (applies == ConditionPool.Unknown) return MayBeHeld;
            if (applies == ConditionPool.True) found = found == 0 ? i + 1 : SeveralHolds;
        }

        return found;
    }

    private static DispositionStatus StatusOf(in SequenceOutcome outcome, CompiledBranch? branch, int holds, DayPlan plan)
    {
        if (!outcome.IsDue) return outcome.Status;
        if (holds != 0) return DispositionStatus.Held;
        return plan.Blocks(branch!, outcome.Action).Length > 0 ? DispositionStatus.Blocked : outcome.Status;
    }

    private int NextChange(in SequenceOutcome outcome, CompiledBranch? branch, RecordFacts facts, DayPlan plan)
    {
        int change = Math.Min(outcome.NextChange, branch is null ? plan.NextChange : plan.NextChangeOf(branch));
        foreach (int place in _restrictedDays)
            if (facts.At(place) is { State: FactState.Known } day) change = CompiledSequence.Sooner(change, day.AsDayNumber, plan.Day);
        return change;
    }

    private RecordClassification ClassificationOf(RecordFacts facts)
    {
        if (_class == CompiledStep.None) return RecordClassification.NoScheme;
        string code = facts.ValueAt(_class).AsText;
        bool isNonRecord = _policy.Classification.TryFind(code, out RecordClass? found) && found.IsNonRecord;
        return new RecordClassification(ClassificationState.Filed)
        {
            Class = code,
            IsNonRecord = isNonRecord,
            Reasons = isNonRecord ? [Reasons.NonRecordClass(_policy.Classification, found!)] : [],
        };
    }
}
