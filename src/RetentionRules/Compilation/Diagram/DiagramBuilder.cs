namespace RetentionRules.Compilation;

/// <summary>
/// Builds a diagram from the conditions of items, one axis after another. Two ends with the same items are one, and so are two
/// nodes of which nothing differs. Where two items are settled and others are not, the rest is tried one by one: that two may
/// claim a record is rare, and independent flags would multiply the nodes. Where the budget is spent, so is what is left.
/// </summary>
internal sealed class DiagramBuilder
{
    private const int SmallState = 32;

    private readonly ConditionPool _pool;
    private readonly ItemRules _rules;
    private readonly int[] _rankOfAxis;
    private readonly int _nodeBudget;
    private readonly int _wayBudget;
    private readonly List<DiagramNode> _nodes = [];
    private readonly List<DiagramLeaf> _leaves = [];
    private readonly Dictionary<StateKey, int> _states = [];
    private readonly Dictionary<StateKey, int> _ends = [];
    private readonly Dictionary<int, int> _firstAxis = [];
    private long _ways;

    /// <param name="pool">The conditions.</param>
    /// <param name="rules">How the items give way to one another.</param>
    /// <param name="rankOfAxis">The order of the axes: that with the lowest rank is asked first.</param>
    /// <param name="items">How many items there are.</param>
    public DiagramBuilder(ConditionPool pool, ItemRules rules, int[] rankOfAxis, int items)
        : this(pool, rules, rankOfAxis, 50_000 + (40 * items), 1_000_000 + (400 * items))
    {
    }

    internal DiagramBuilder(ConditionPool pool, ItemRules rules, int[] rankOfAxis, int nodeBudget, int wayBudget) =>
        (_pool, _rules, _rankOfAxis, _nodeBudget, _wayBudget) = (pool, rules, rankOfAxis, nodeBudget, wayBudget);

    /// <summary>The diagram of items whose conditions stand in the order of the schedule.</summary>
    public DecisionDiagram Build(IReadOnlyList<int> conditions)
    {
        int root = NodeOf([.. conditions.Select((condition, item) => (item, condition)).Where(e => e.condition != ConditionPool.False)]);
        return new DiagramWriter(_pool.Axes, _nodes, _leaves).Write(root);
    }

    private int NodeOf(List<(int Item, int Raw)> state)
    {
        state = _rules.WithoutIdle(state);
        int settled = state.Count(e => ConditionPool.IsSettled(e.Raw) && !_rules.IsResidual(e.Item));
        if (state.All(e => ConditionPool.IsSettled(e.Raw))) return EndOf(state, isOpen: false);
        if (settled >= 2 || _nodes.Count >= _nodeBudget || _ways >= _wayBudget) return EndOf(state, isOpen: true);
        StateKey key = new([.. state.SelectMany(e => (int[])[e.Item, e.Raw])]);
        if (_states.TryGetValue(key, out int known)) return known;
        int node = Ask(state);
        _states.Add(key, node);
        return node;
    }

    private int EndOf(List<(int Item, int Raw)> state, bool isOpen)
    {
        int[] items = [.. state.Select(e => e.Item)];
        int[] raw = isOpen ? [] : [.. state.Select(e => e.Raw)];
        StateKey key = new([isOpen ? 1 : 0, .. items, .. raw]);
        if (_ends.TryGetValue(key, out int known)) return known;
        List<(int Item, int Claim)> claims = isOpen ? [] : [.. _rules.Claims(state)];
        _leaves.Add(new DiagramLeaf(items, raw, claims is [(var only, ConditionPool.True)] ? only : -1));
        int end = ~(_leaves.Count - 1);
        _ends.Add(key, end);
        return end;
    }

    private int Ask(List<(int Item, int Raw)> state)
    {
        int axis = state.Select(e => FirstAxisOf(e.Raw)).Where(a => a >= 0).MinBy(a => _rankOfAxis[a]);
        int[] from = FirstClasses(state, axis);
        List<(int Item, int Raw)>[] states = state.Count <= SmallState
            ? [.. from.Select(@class => Where(state, axis, @class))]
            : Spread(state, axis, from);
        (List<int> ways, List<int> to) = ([], []);
        for (int i = 0; i < from.Length; i++)
        {
            int next = NodeOf(states[i]);
            if (to.Count > 0 && to[^1] == next) continue;
            ways.Add(from[i]);
            to.Add(next);
        }

        if (to.Count == 1) return to[0];
        _nodes.Add(new DiagramNode(axis, [.. ways], [.. to]));
        _ways += to.Count;
        return _nodes.Count - 1;
    }

    /// <summary>Of the axes that a condition asks, the one that is asked first; −1 where it is settled.</summary>
    private int FirstAxisOf(int condition)
    {
        if (ConditionPool.IsSettled(condition)) return -1;
        if (_firstAxis.TryGetValue(condition, out int axis)) return axis;
        axis = _pool.QuestionsIn(condition).Select(q => q.Axis).MinBy(a => _rankOfAxis[a]);
        _firstAxis.Add(condition, axis);
        return axis;
    }

    /// <summary>The classes at which the answer to any question of the state may change; the unknown is always apart.</summary>
    private int[] FirstClasses(List<(int Item, int Raw)> state, int axis)
    {
        SortedSet<int> first = [0, _pool.Axes.UnknownOf(axis)];
        foreach ((_, int condition) in state)
        {
            foreach (ConditionPool.Node question in _pool.QuestionsIn(condition).Where(q => q.Axis == axis))
                foreach ((int start, int end) in question.Classes.Ranges) first.UnionWith([start, end + 1]);
        }

        return [.. first];
    }

    private List<(int Item, int Raw)> Where(List<(int Item, int Raw)> state, int axis, int @class)
    {
        List<(int Item, int Raw)> left = [];
        foreach ((int item, int condition) in state)
            if (_pool.Where(condition, axis, @class) is not ConditionPool.False and var rest) left.Add((item, rest));
        return left;
    }

    /// <summary>The same for many items, each of which is only looked at for classes on which it can matter.</summary>
    private List<(int Item, int Raw)>[] Spread(List<(int Item, int Raw)> state, int axis, int[] from)
    {
        List<(int Item, int Raw)>[] states = [.. from.Select(_ => new List<(int, int)>())];
        foreach ((int item, int condition) in state)
        {
            foreach ((int first, int last) in _pool.NotFalseOn(condition, axis).Ranges)
            {
                for (int i = PlaceOf(first, from); i < from.Length && from[i] <= last; i++)
                    if (_pool.Where(condition, axis, from[i]) is not ConditionPool.False and var rest) states[i].Add((item, rest));
            }
        }

        return states;
    }

    private static int PlaceOf(int @class, int[] from) => Array.BinarySearch(from, @class) is >= 0 and var found ? found : ~Array.BinarySearch(from, @class) - 1;

    /// <summary>A list of numbers with the equality of values.</summary>
    private readonly struct StateKey(int[] numbers) : IEquatable<StateKey>
    {
        private readonly int[] _numbers = numbers;

        public bool Equals(StateKey other) => _numbers.AsSpan().SequenceEqual(other._numbers);

        public override bool Equals(object? obj) => obj is StateKey other && Equals(other);

        public override int GetHashCode()
        {
            HashCode hash = default;
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_numbers.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
