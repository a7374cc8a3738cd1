using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// The schedules of a policy made ready. A schedule that decides alone is evaluated by the compiled path; where several
/// decide together or records are disposed of as one, their diagrams find the items, and the layers are walked.
/// </summary>
internal sealed class CompiledInstrument : ItemFinder
{
    private readonly Dictionary<RetentionSchedule, CompiledSchedule> _schedules = new(ReferenceEqualityComparer.Instance);

    public CompiledInstrument(RetentionPolicy policy, FactLayout layout)
    {
        RetentionSchedule[] schedules = [.. policy.Instrument.Schedules.Distinct()];
        FactAxes axes = Axes = new(layout, schedules.SelectMany(ConditionsOf).Concat(policy.Holds.Holds.Select(h => h.When).OfType<Condition>()));
        ConditionPool pool = new(layout, axes);
        BranchCompiler branches = new(policy, pool, layout);
        foreach (RetentionSchedule schedule in schedules) _schedules.Add(schedule, new CompiledSchedule(schedule, pool, layout, branches));
        DiagramSize[] sizes = [.. _schedules.Values.Select(s => s.Diagram.Size)];
        Size = new DiagramSize(sizes.Sum(s => s.Nodes), sizes.Sum(s => s.Ways), sizes.Sum(s => s.Ends), sizes.Sum(s => s.OpenEnds));
        if (policy is { Instrument: RetentionSchedule only, Aggregation: null }) Evaluator = new CompiledEvaluator(policy, _schedules[only], pool, layout);
    }

    /// <summary>The compiled path; null where the layers must be walked.</summary>
    public CompiledEvaluator? Evaluator { get; }

    /// <summary>What the policy asks a record.</summary>
    public FactAxes Axes { get; }

    /// <summary>How large the diagrams are together.</summary>
    public DiagramSize Size { get; }

    private static IEnumerable<Condition> ConditionsOf(RetentionSchedule schedule) => schedule.Items.SelectMany(i => i.Cases.Select(c => c.When).Prepend(i.When));

    public override IReadOnlyList<ScheduleItem> Find(RetentionSchedule schedule, RecordFacts facts) => _schedules[schedule].ItemsThatMayApply(facts);
}
