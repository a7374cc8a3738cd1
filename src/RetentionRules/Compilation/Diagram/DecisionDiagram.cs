using RetentionRules.Evaluation;

namespace RetentionRules.Compilation;

/// <summary>
/// Which items of a schedule claim a record or may: a reduced, ordered diagram over the classes of its facts, in flat arrays.
/// What it costs to walk grows with the number of facts that matter, and not with that of the items. Immutable.
/// </summary>
internal sealed class DecisionDiagram
{
    /// <summary>Of each node: its axis, where its ways begin, and how many there are (0: one for each class).</summary>
    private readonly (int Axis, int Start, int Ways)[] _nodes;

    /// <summary>Of each way: the first class that it is taken from. Not used where a node has a way for each class.</summary>
    private readonly int[] _from;

    /// <summary>Of each way: the next node, or the complement of a leaf.</summary>
    private readonly int[] _to;

    private readonly DiagramLeaf[] _leaves;
    private readonly int _root;
    private readonly FactAxes _axes;

    public DecisionDiagram(FactAxes axes, (int Axis, int Start, int Ways)[] nodes, int[] from, int[] to, DiagramLeaf[] leaves, int root)
    {
        (_axes, _nodes, _from, _to, _leaves, _root) = (axes, nodes, from, to, leaves, root);
        Size = new DiagramSize(nodes.Length, to.Length, leaves.Length, leaves.Count(l => l.IsOpen));
    }

    /// <summary>All ends.</summary>
    public IReadOnlyList<DiagramLeaf> Leaves => _leaves;

    /// <summary>How large it came out.</summary>
    public DiagramSize Size { get; }

    /// <summary>The leaf of a record.</summary>
    public DiagramLeaf Find(RecordFacts facts) => _leaves[FindEnd(facts)];

    /// <summary>The number of the leaf of a record.</summary>
    public int FindEnd(RecordFacts facts)
    {
        int at = _root;
        (int Axis, int Start, int Ways)[] nodes = _nodes;
        int[] to = _to;
        ReadOnlySpan<int> known = facts.Classes;
        while (at >= 0)
        {
            ref readonly (int Axis, int Start, int Ways) node = ref nodes[at];
            int @class = node.Axis < known.Length && known[node.Axis] is > 0 and int kept ? kept - 1 : _axes.ClassOf(node.Axis, facts);
            at = to[node.Ways == 0 ? node.Start + @class : WayOf(@class, node.Start, node.Ways)];
        }

        return ~at;
    }

    /// <summary>The last way that begins at the class or before it.</summary>
    private int WayOf(int @class, int start, int ways)
    {
        (int low, int high) = (start, start + ways - 1);
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (_from[middle] <= @class) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}

/// <summary>An end of a diagram: the items that are left, in the order of the schedule.</summary>
/// <param name="Items">The items.</param>
/// <param name="Raw">What each one's condition is, where the diagram has settled all of them; else empty, and they are tried one by one.</param>
/// <param name="Only">The item that alone claims the record, where that is settled; else −1.</param>
internal sealed record DiagramLeaf(int[] Items, int[] Raw, int Only)
{
    /// <summary>Whether the items must be tried one by one.</summary>
    public bool IsOpen => Items.Length > 0 && Raw.Length == 0;
}
