using System.Collections;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// A schedule made ready: the diagram that finds its items, and what each case of each item comes to. Immutable, and safe to
/// share between threads.
/// </summary>
internal sealed class CompiledSchedule
{
    private readonly ConditionPool _pool;
    private readonly ItemRules _rules;
    private readonly int[] _conditions;
    private readonly CompiledCase[][] _cases;
    private readonly int[] _required;

    /// <summary>Of each end: what becomes of the records, where its only item says so without further conditions; else null.</summary>
    private readonly CompiledBranch?[] _branchOfEnd;

    public CompiledSchedule(RetentionSchedule schedule, ConditionPool pool, FactLayout layout, BranchCompiler branches)
    {
        (Schedule, _pool, _rules) = (schedule, pool, new ItemRules(schedule));
        _conditions = [.. schedule.Items.Select(item => pool.Add(item.When))];
        Diagram = new DiagramBuilder(pool, _rules, RankOfAxes(pool, layout), schedule.Items.Count).Build(_conditions);
        _cases = branches.Compile(schedule);
        _branchOfEnd = [.. Diagram.Leaves.Select(leaf => leaf.Only >= 0 && _cases[leaf.Only] is [{ When: ConditionPool.True, Branch: var only }] ? only : null)];
        _required = [.. schedule.Facts.Where(f => f.IsRequired).Select(f => layout.PlaceOf(f.Name))];
    }

    public RetentionSchedule Schedule { get; }

    public DecisionDiagram Diagram { get; }

    /// <summary>Required facts are asked first, then those that most items ask for; questions that no class answers come last.</summary>
    private int[] RankOfAxes(ConditionPool pool, FactLayout layout)
    {
        int[] asked = new int[pool.Axes.Count];
        foreach (int condition in _conditions)
            foreach (int axis in pool.QuestionsIn(condition).Select(q => q.Axis).Distinct()) asked[axis]++;
        HashSet<string> required = [.. Schedule.Facts.Where(f => f.IsRequired).Select(f => f.Name)];
        bool IsRequired(int axis) => axis < layout.Facts.Count && required.Contains(layout.Facts[axis].Name);
        int[] order = [.. Enumerable.Range(0, asked.Length).OrderByDescending(IsRequired).ThenBy(axis => axis >= layout.Facts.Count).ThenByDescending(axis => asked[axis])];
        int[] ranks = new int[asked.Length];
        for (int rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return ranks;
    }

    /// <summary>Whether a fact is unknown that the schedule requires.</summary>
    public bool LacksRequired(RecordFacts facts)
    {
        foreach (int place in _required)
            if (facts.At(place).State == FactState.Unknown) return true;
        return false;
    }

    /// <summary>What becomes of a record that one item claims for certain, in one case for certain; null where that is open.</summary>
    public CompiledBranch? BranchOf(int end, RecordFacts facts)
    {
        if (_branchOfEnd[end] is { } settled) return settled;
        DiagramLeaf leaf = Diagram.LeafAt(end);
        int only = leaf.IsOpen ? OnlyOf(leaf, facts) : leaf.Only;
        return only < 0 ? null : CompiledCase.Find(_cases[only], _pool, facts);
    }

    /// <summary>The items whose conditions are not false of a record, and some of which they are; none where none can be.</summary>
    public IReadOnlyList<ScheduleItem> ItemsThatMayApply(RecordFacts facts) => new ItemsAt(Schedule.Items, Diagram.Find(facts).Items);

    /// <summary>Whether items are left at an open end of the diagram once each has been tried.</summary>
    public bool IsUnscheduled(int end, RecordFacts facts) =>
        Diagram.LeafAt(end) is var leaf && (leaf.Items.Length == 0 || (leaf.IsOpen && Tried(leaf, facts).Count == 0));

    private int OnlyOf(DiagramLeaf leaf, RecordFacts facts) => _rules.Claims(Tried(leaf, facts)).Take(2).ToArray() is [(var only, ConditionPool.True)] ? only : -1;

    private List<(int Item, int Raw)> Tried(DiagramLeaf leaf, RecordFacts facts)
    {
        List<(int, int)> left = [];
        foreach (int item in leaf.Items)
            if (_pool.Ask(_conditions[item], facts) is not ConditionPool.False and var raw) left.Add((item, raw));
        return left;
    }

    /// <summary>Some of the items. Thousands may be left where little is known, and often the first of them says enough.</summary>
    private sealed class ItemsAt(IReadOnlyList<ScheduleItem> items, int[] places) : IReadOnlyList<ScheduleItem>
    {
        public int Count => places.Length;

        public ScheduleItem this[int index] => items[places[index]];

        public IEnumerator<ScheduleItem> GetEnumerator() => places.Select(place => items[place]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
