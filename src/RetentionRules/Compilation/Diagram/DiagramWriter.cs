namespace RetentionRules.Compilation;

/// <summary>A node as it is built.</summary>
/// <param name="Axis">What it asks.</param>
/// <param name="From">Of each way: the first class that it is taken from.</param>
/// <param name="To">Of each way: the number of the next node, or the complement of that of a leaf.</param>
internal sealed record DiagramNode(int Axis, int[] From, int[] To);

/// <summary>
/// Writes the nodes of a diagram one behind another as they are walked, and numbers the leaves in the same order. What is only
/// reached where something is not known stands behind all else: there is much more of it, records seldom come there, and
/// between the rest it would fill the cache.
/// </summary>
internal sealed class DiagramWriter(FactAxes axes, IReadOnlyList<DiagramNode> nodes, IReadOnlyList<DiagramLeaf> leaves)
{
    /// <summary>The most classes that a node can have marks for.</summary>
    public const int MarkedClasses = 64;

    /// <summary>A node for which marks do not suffice has a way for each class where that takes no more room than this many times its ways.</summary>
    private const int DenseFactor = 4;

    private const int NotPlaced = -1;

    private readonly int[] _startOfNode = [.. Enumerable.Repeat(NotPlaced, nodes.Count)];
    private readonly int[] _placeOfLeaf = [.. Enumerable.Repeat(NotPlaced, leaves.Count)];
    private readonly List<DiagramNode> _placed = [];
    private readonly List<DiagramLeaf> _placedLeaves = [];
    private int _length;

    /// <summary>The diagram that begins at a node, or at the complement of a leaf.</summary>
    public DecisionDiagram Write(int root)
    {
        Place(root);
        for (int i = 0; i < _placed.Count; i++)
            foreach (int next in _placed[i].To) Place(next);
        int[] words = new int[_length];
        int at = 0;
        foreach (DiagramNode node in _placed) at += Write(node, words.AsSpan(at));
        DiagramSize size = new(_placed.Count, _placed.Sum(n => n.To.Length), _placedLeaves.Count, _placedLeaves.Count(l => l.IsOpen));
        return new DecisionDiagram(axes, words, [.. _placedLeaves], PlaceOf(root), size);
    }

    /// <summary>Places a node and all that it leads to, but for what hangs on the unknown.</summary>
    private void Place(int next)
    {
        if (next < 0)
        {
            if (_placeOfLeaf[~next] != NotPlaced) return;
            _placeOfLeaf[~next] = _placedLeaves.Count;
            _placedLeaves.Add(leaves[~next]);
            return;
        }

        if (_startOfNode[next] != NotPlaced) return;
        DiagramNode node = nodes[next];
        _startOfNode[next] = _length;
        _length += LengthOf(node);
        _placed.Add(node);
        for (int way = 0; way < node.To.Length; way++)
            if (node.From[way] != axes.UnknownOf(node.Axis)) Place(node.To[way]);
    }

    /// <summary>Where what a way leads to is found in the end.</summary>
    private int PlaceOf(int next) => next < 0 ? ~_placeOfLeaf[~next] : _startOfNode[next];

    private NodeForm FormOf(DiagramNode node) => axes.ClassesOf(node.Axis) switch
    {
        <= MarkedClasses => NodeForm.Marked,
        int classes when classes <= DenseFactor * node.To.Length => NodeForm.Dense,
        _ => NodeForm.Searched,
    };

    private int LengthOf(DiagramNode node) => FormOf(node) switch
    {
        NodeForm.Marked => 3 + node.To.Length,
        NodeForm.Dense => 1 + axes.ClassesOf(node.Axis),
        NodeForm.Searched => 2 + (2 * node.To.Length),
        _ => throw new InvalidOperationException("unknown form of a node"),
    };

    /// <summary>Writes a node as <see cref="DecisionDiagram"/> reads it, and gives its length.</summary>
    private int Write(DiagramNode node, Span<int> words)
    {
        NodeForm form = FormOf(node);
        words[0] = (node.Axis << DecisionDiagram.FormBits) | (int)form;
        if (form == NodeForm.Dense)
        {
            WriteEachClass(node, words[1..LengthOf(node)]);
            return LengthOf(node);
        }

        if (form == NodeForm.Marked)
        {
            ulong marks = node.From.Aggregate(0UL, (marks, from) => marks | (1UL << from));
            (words[1], words[2]) = ((int)marks, (int)(marks >> 32));
        }
        else
        {
            words[1] = node.From.Length;
            node.From.CopyTo(words[2..]);
        }

        int first = LengthOf(node) - node.To.Length;
        for (int way = 0; way < node.To.Length; way++) words[first + way] = PlaceOf(node.To[way]);
        return LengthOf(node);
    }

    private void WriteEachClass(DiagramNode node, Span<int> to)
    {
        int way = 0;
        for (int @class = 0; @class < to.Length; @class++)
        {
            if (way + 1 < node.From.Length && node.From[way + 1] <= @class) way++;
            to[@class] = PlaceOf(node.To[way]);
        }
    }
}
