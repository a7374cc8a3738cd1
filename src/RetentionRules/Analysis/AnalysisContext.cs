using RetentionRules.Analysis.Logic;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Compilation;
using RetentionRules.Diagnostics;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Analysis;

/// <summary>
/// A schedule made ready to be analysed: its conditions over classes of values, what each item claims, both evaluators, and
/// what is found. One thread only.
/// </summary>
internal sealed class AnalysisContext
{
    private readonly int[]?[] _meeting;

    public AnalysisContext(RetentionSchedule schedule, AnalysisOptions options, AnalysisResults results)
    {
        (Schedule, Options, Results) = (schedule, options, results);
        Evaluators = new EvaluatorPair(RetentionPolicy.For(schedule).WithHolds(options.Holds), options.AsOf);
        FactLayout layout = Evaluators.Layout;
        FactAxes axes = new(layout, ConditionsOf(schedule, options.Holds));
        Pool = new ConditionPool(layout, axes);
        Solver = new Solver(Pool, new SettledClasses(layout, axes, schedule.Classification));
        Values = new RecordMaker(Solver, ConditionsOf(schedule, options.Holds));
        Search = new RecordSearch(Solver, Values);
        Raw = [.. schedule.Items.Select(item => Pool.Add(item.When))];
        Index = new ItemIndex(Solver, Raw);
        Precedence = new ItemPrecedence(schedule);
        _meeting = new int[Raw.Count][];
    }

    public RetentionSchedule Schedule { get; }

    public AnalysisOptions Options { get; }

    public AnalysisResults Results { get; }

    public EvaluatorPair Evaluators { get; }

    public ConditionPool Pool { get; }

    public Solver Solver { get; }

    public RecordMaker Values { get; }

    public RecordSearch Search { get; }

    /// <summary>The items' own conditions.</summary>
    public IReadOnlyList<int> Raw { get; }

    /// <summary>Which items can meet.</summary>
    public ItemIndex Index { get; }

    public ItemPrecedence Precedence { get; }

    /// <summary>The items that can meet an item, in the order of the schedule.</summary>
    public IReadOnlyList<int> Meeting(int item) => _meeting[item] ??= [.. Index.Near(Solver, Raw[item]).Where(other => other != item)];

    /// <summary>The items that go before an item and can meet it.</summary>
    public IEnumerable<int> Before(int item) => Meeting(item).Where(other => Precedence.GoesBefore(other, item));

    /// <summary>The conditions of the items that go before an item and can meet it.</summary>
    public IEnumerable<int> RawBefore(int item) => Before(item).Select(other => Raw[other]);

    /// <summary>
    /// What must not be true of an item's records so that it alone claims them: the items that go before it, and the claims of
    /// those that neither go before it nor give way to it.
    /// </summary>
    public int[] Beside(int item) =>
    [
        .. RawBefore(item),
        .. Meeting(item).Where(other => !Precedence.GoesBefore(other, item) && !Precedence.GoesBefore(item, other))
            .Select(other => Pool.All([Raw[other], .. RawBefore(other).Select(Pool.Not)])),
    ];

    /// <summary>A share of what is left to spend, for one question.</summary>
    public AnalysisEffort Effort() => Results.Effort.Share(Options.StepsPerQuestion);

    public AnalysisPlace Place(SourceReference reference) => new(Schedule.Path, reference);

    /// <summary>All that is asked of a record by conditions.</summary>
    public static IEnumerable<Condition> ConditionsOf(RetentionSchedule schedule, HoldList holds) =>
    [
        .. schedule.Items.SelectMany(i => i.Cases.Select(c => c.When).Prepend(i.When)),
        .. schedule.Restrictions.SelectMany(r => r.Conditions),
        .. schedule.Limits.Select(l => l.When),
        .. schedule.Uncovered.Select(u => u.When),
        .. schedule.Classification.Rules.Select(r => r.When),
        .. holds.Holds.Select(h => h.When).OfType<Condition>(),
        .. schedule.Implements is { } parent ? ConditionsOf(parent.Schedule, HoldList.None) : [],
    ];
}
