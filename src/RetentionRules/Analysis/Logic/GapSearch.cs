using RetentionRules.Compilation;

namespace RetentionRules.Analysis.Logic;

/// <summary>
/// Finds classes of which none of many conditions is true. Where one is, nothing more has to be asked, so that the search costs
/// less than a diagram of all of them. A state that was shown to leave nothing is not searched again.
/// </summary>
internal sealed class GapSearch
{
    private readonly Solver _solver;
    private readonly Dictionary<int, int> _rankOfAxis = [];
    private readonly Dictionary<int, int> _firstAxis = [];
    private readonly HashSet<int[]> _covered = new(EqualNumbers.Instance);

    public GapSearch(Solver solver, IReadOnlyList<int> covers)
    {
        _solver = solver;
        IEnumerable<int> axes = covers.SelectMany(solver.AxesOf).GroupBy(a => a).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key);
        foreach (int axis in axes) _rankOfAxis.Add(axis, _rankOfAxis.Count);
    }

    private ConditionPool Pool => _solver.Pool;

    /// <summary>Classes of which none of the conditions is true; null where there are none.</summary>
    /// <param name="covers">Some of the conditions that the search was made for.</param>
    /// <param name="effort">What may be spent.</param>
    /// <exception cref="EffortSpentException">The budget is spent before either is known.</exception>
    public Assignment? Find(IReadOnlyList<int> covers, AnalysisEffort effort)
    {
        int[] state = [.. covers.Where(c => c != ConditionPool.False).Distinct().Order()];
        return Array.IndexOf(state, ConditionPool.True) >= 0 ? null : Search(state, effort);
    }

    private Assignment? Search(int[] state, AnalysisEffort effort)
    {
        effort.Spend(1 + (state.Length / 8));
        if (state.Length == 0) return Assignment.None;
        if (_covered.Contains(state)) return null;
        int axis = state.Select(FirstAxisOf).MinBy(RankOf);
        int[] groups = [.. _solver.Groups(state, axis)];
        List<int>?[] next = Spread(state, axis, groups);
        foreach (int i in Enumerable.Range(0, groups.Length).Where(i => next[i] is not null).OrderBy(i => next[i]!.Count))
        {
            if (Search([.. next[i]!.Distinct().Order()], effort) is { } found) return found.With(axis, groups[i]);
        }

        _covered.Add(state);
        return null;
    }

    private int RankOf(int axis) => _rankOfAxis.GetValueOrDefault(axis, int.MaxValue);

    private int FirstAxisOf(int condition)
    {
        if (_firstAxis.TryGetValue(condition, out int axis)) return axis;
        axis = _solver.AxesOf(condition).MinBy(RankOf);
        _firstAxis.Add(condition, axis);
        return axis;
    }

    /// <summary>What is left of the conditions for each group of classes; null where one of them is true there.</summary>
    private List<int>?[] Spread(int[] state, int axis, int[] groups)
    {
        List<int>?[] next = [.. groups.Select(_ => new List<int>())];
        foreach (int condition in state)
        {
            foreach ((int first, int last) in Pool.NotFalseOn(condition, axis).Ranges)
            {
                int from = Array.BinarySearch(groups, first);
                for (int i = from >= 0 ? from : ~from; i < groups.Length && groups[i] <= last; i++)
                {
                    if (next[i] is not { } left) continue;
                    int rest = Pool.Where(condition, axis, groups[i]);
                    if (rest == ConditionPool.True) next[i] = null;
                    else if (rest != ConditionPool.False) left.Add(rest);
                }
            }
        }

        return next;
    }
}

/// <summary>Lists of numbers with the equality of values.</summary>
internal sealed class EqualNumbers : IEqualityComparer<int[]>
{
    public static readonly EqualNumbers Instance = new();

    public bool Equals(int[]? x, int[]? y) => x is not null && y is not null && x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        HashCode hash = default;
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(obj.AsSpan()));
        return hash.ToHashCode();
    }
}
