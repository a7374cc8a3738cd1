using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>Compiles the cases of items, and numbers them throughout a policy.</summary>
internal sealed class BranchCompiler(RetentionPolicy policy, ConditionPool pool, FactLayout layout)
{
    /// <summary>Programs stand on the stack; one with more lines than people write is left to the evaluator of all layers.</summary>
    private const int MostLines = 200;

    private readonly List<CompiledBranch> _branches = [];
    private readonly Dictionary<(RetentionSchedule, string), CompiledSequence> _firstOfText = [];
    private readonly Dictionary<string, SingleStep> _singleOfText = [];

    public IReadOnlyList<CompiledBranch> Branches => _branches;

    /// <summary>The cases of each item of a schedule.</summary>
    public CompiledCase[][] Compile(RetentionSchedule schedule) => [.. schedule.Items.Select(item => Compile(schedule, item, item.Cases, null))];

    private CompiledCase[] Compile(RetentionSchedule schedule, ScheduleItem item, IReadOnlyList<ItemCase> cases, ItemCase? following) =>
        [.. cases.Select(c => Compile(schedule, item, c, following ?? c))];

    private CompiledCase Compile(RetentionSchedule schedule, ScheduleItem item, ItemCase rule, ItemCase branch) => rule.Instruction switch
    {
        SameAsItem same => new CompiledCase(pool.Add(rule.When), null, Compile(schedule, item, schedule[same.ItemNumber].Cases, branch)),
        StepSequence sequence => new CompiledCase(pool.Add(rule.When), Branch(item, branch, SequenceOf(schedule, item, sequence)), []),
        Referral => new CompiledCase(pool.Add(rule.When), Branch(item, branch, null), []),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private CompiledSequence? SequenceOf(RetentionSchedule schedule, ScheduleItem item, StepSequence sequence)
    {
        if (IsLimited(schedule, item)) return null;
        CompiledSequence compiled = new SequenceCompiler(policy, schedule, layout).Compile(sequence);
        if (compiled.Lines > MostLines) return null;
        // Items that say the same share one program, which then stays in the cache of the processor.
        if (_firstOfText.TryGetValue((schedule, sequence.Text), out CompiledSequence? first) && compiled.HasLinesOf(first)) return compiled.With(first);
        _firstOfText.TryAdd((schedule, sequence.Text), compiled);
        return compiled;
    }

    /// <summary>Floors and ceilings of laws and of a schedule that is implemented are work for the evaluator of all layers.</summary>
    private bool IsLimited(RetentionSchedule schedule, ScheduleItem item) =>
        policy.LimitsOn(schedule).Any() || item.Implements.Length > 0 || HasLimits(schedule.Implements);

    private static bool HasLimits(ParentSchedule? parent) => parent is not null && (parent.Schedule.Limits.Count > 0 || HasLimits(parent.Schedule.Implements));

    private CompiledBranch Branch(ScheduleItem item, ItemCase branch, CompiledSequence? sequence)
    {
        CompiledBranch compiled = new()
        {
            Number = _branches.Count,
            Item = item,
            Case = branch,
            Sequence = sequence,
            Single = SingleOf(sequence),
            Value = sequence?.Value ?? RecordValue.Undecided,
            HasOwnForce = item.InForce.IsStated,
            Why = [.. WhyThis(item, branch)],
        };
        _branches.Add(compiled);
        return compiled;
    }

    /// <summary>Items that say the same share this too.</summary>
    private SingleStep? SingleOf(CompiledSequence? sequence)
    {
        if (SingleStep.Of(sequence) is not { } single) return null;
        if (_singleOfText.TryGetValue(sequence!.Model.Text, out SingleStep? first) && single.IsSameAs(first)) return first;
        _singleOfText.TryAdd(sequence.Model.Text, single);
        return single;
    }

    private static IEnumerable<DecisionReason> WhyThis(ScheduleItem item, ItemCase branch)
    {
        yield return Reasons.ItemApplies(item);
        if (branch.Instruction is SameAsItem same) yield return Reasons.FollowsItem(item, same.ItemNumber, same.Source);
        if (item.Cases.Count > 1) yield return Reasons.CaseApplies(item, branch);
        if (item.AllowsLongerRetention) yield return Reasons.LongerRetention(item);
    }
}
