using System.Numerics;
using RetentionRules.Evaluation;

namespace RetentionRules.Compilation;

/// <summary>
/// Which items of a schedule claim a record or may: a reduced, ordered diagram over the classes of its facts, in one flat array.
/// What it costs to walk grows with the number of facts that matter, and not with that of the items. Immutable.
/// </summary>
/// <remarks>
/// A node is its head, which is its axis and its <see cref="NodeForm"/>; what finds a way by a class; and then of each way where
/// the next node begins, or the complement of a leaf. All of it mostly lies in one line of the cache.
/// </remarks>
internal sealed class DecisionDiagram
{
    /// <summary>The bits of a head that are the form.</summary>
    public const int FormBits = 2;

    private const int FormMask = (1 << FormBits) - 1;

    private readonly int[] _words;
    private readonly DiagramLeaf[] _leaves;
    private readonly int _root;
    private readonly FactAxes _axes;

    /// <param name="axes">The facts and the questions.</param>
    /// <param name="words">All nodes.</param>
    /// <param name="leaves">All ends.</param>
    /// <param name="root">Where the first node begins, or the complement of the only leaf.</param>
    /// <param name="size">How large it came out.</param>
    public DecisionDiagram(FactAxes axes, int[] words, DiagramLeaf[] leaves, int root, DiagramSize size) =>
        (_axes, _words, _leaves, _root, Size) = (axes, words, leaves, root, size);

    /// <summary>All ends.</summary>
    public IReadOnlyList<DiagramLeaf> Leaves => _leaves;

    /// <summary>How large it came out.</summary>
    public DiagramSize Size { get; }

    /// <summary>The leaf of a record.</summary>
    public DiagramLeaf Find(RecordFacts facts) => LeafAt(FindEnd(facts));

    /// <summary>A leaf by its number.</summary>
    public DiagramLeaf LeafAt(int end) => _leaves[end];

    /// <summary>The number of the leaf of a record.</summary>
    public int FindEnd(RecordFacts facts)
    {
        int[] words = _words;
        int at = _root;
        while (at >= 0)
        {
            int head = words[at];
            int @class = _axes.ClassOf(head >>> FormBits, facts);
            at = (NodeForm)(head & FormMask) switch
            {
                NodeForm.Marked => words[at + 2 + BitOperations.PopCount(MarksOf(words, at) << (DiagramWriter.MarkedClasses - 1 - @class))],
                NodeForm.Dense => words[at + 1 + @class],
                NodeForm.Searched => WayOf(words, at, @class),
                _ => throw new InvalidOperationException("unknown form of a node"),
            };
        }

        return ~at;
    }

    /// <summary>Of each class, whether a way begins at it.</summary>
    private static ulong MarksOf(int[] words, int at) => (uint)words[at + 1] | ((ulong)(uint)words[at + 2] << 32);

    /// <summary>The last way that begins at the class or before it.</summary>
    private static int WayOf(int[] words, int at, int @class)
    {
        (int ways, int first) = (words[at + 1], at + 2);
        (int low, int high) = (0, ways - 1);
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (words[first + middle] <= @class) low = middle;
            else high = middle - 1;
        }

        return words[first + ways + low];
    }
}

/// <summary>How a node finds its way.</summary>
internal enum NodeForm
{
    /// <summary>Two words mark the classes at which a way begins; there are no more classes than marks.</summary>
    Marked,

    /// <summary>There is a way for each class.</summary>
    Dense,

    /// <summary>The number of ways, and the class at which each begins.</summary>
    Searched,
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
