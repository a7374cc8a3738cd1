namespace RetentionRules.Compilation;

/// <summary>A set of value classes, as disjoint ranges in ascending order: what a schedule says about one fact is mostly one range.</summary>
internal readonly struct ClassSet : IEquatable<ClassSet>
{
    private readonly int[] _bounds;

    /// <param name="bounds">First and last class of each range, one after another.</param>
    private ClassSet(int[] bounds) => _bounds = bounds;

    public static ClassSet Empty { get; } = new([]);

    public static ClassSet Range(int first, int last) => first > last ? Empty : new([first, last]);

    /// <summary>How many ranges there are.</summary>
    public int Count => _bounds.Length / 2;

    public (int First, int Last) this[int range] => (_bounds[2 * range], _bounds[(2 * range) + 1]);

    public bool IsEmpty => _bounds.Length == 0;

    public bool Contains(int @class)
    {
        int[] bounds = _bounds;
        for (int i = 0; i + 1 < bounds.Length; i += 2)
            if (bounds[i] <= @class && @class <= bounds[i + 1]) return true;
        return false;
    }

    public IEnumerable<(int First, int Last)> Ranges
    {
        get
        {
            for (int i = 0; i < _bounds.Length; i += 2) yield return (_bounds[i], _bounds[i + 1]);
        }
    }

    /// <summary>The classes of any of the ranges; they may overlap, and stand in any order.</summary>
    public static ClassSet Union(IEnumerable<(int First, int Last)> ranges)
    {
        List<int> bounds = [];
        foreach ((int first, int last) in ranges.Where(r => r.First <= r.Last).Order())
        {
            if (bounds.Count > 0 && first <= bounds[^1] + 1) bounds[^1] = Math.Max(bounds[^1], last);
            else bounds.AddRange([first, last]);
        }

        return bounds.Count == 0 ? Empty : new([.. bounds]);
    }

    public ClassSet Or(ClassSet other) => Union(Ranges.Concat(other.Ranges));

    public ClassSet And(ClassSet other)
    {
        List<(int, int)> common = [];
        foreach ((int first, int last) in Ranges)
            foreach ((int otherFirst, int otherLast) in other.Ranges) common.Add((Math.Max(first, otherFirst), Math.Min(last, otherLast)));
        return Union(common);
    }

    /// <summary>Whether a class is in both.</summary>
    public bool Meets(ClassSet other)
    {
        (int[] bounds, int[] others) = (_bounds, other._bounds);
        for (int i = 0, j = 0; i < bounds.Length && j < others.Length;)
        {
            if (bounds[i + 1] < others[j]) i += 2;
            else if (others[j + 1] < bounds[i]) j += 2;
            else return true;
        }

        return false;
    }

    /// <summary>The classes from 0 up to a number of them that are not in the set.</summary>
    public ClassSet Complement(int count)
    {
        List<(int, int)> left = [];
        int next = 0;
        foreach ((int first, int last) in Ranges)
        {
            left.Add((next, Math.Min(first, count) - 1));
            next = last + 1;
        }

        return Union([.. left, (next, count - 1)]);
    }

    public bool Equals(ClassSet other) => Bounds.SequenceEqual(other.Bounds);

    public override bool Equals(object? obj) => obj is ClassSet other && Equals(other);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Bounds));
        return hash.ToHashCode();
    }

    private ReadOnlySpan<int> Bounds => _bounds;

    public override string ToString() => string.Join(" ", Ranges.Select(r => $"{r.First}-{r.Last}"));
}
