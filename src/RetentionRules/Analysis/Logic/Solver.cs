using RetentionRules.Compilation;

namespace RetentionRules.Analysis.Logic;

/// <summary>
/// Finds classes of which a condition is true, or shows that there are none. Only what is settled is tried: known values and
/// never. It splits a condition by one axis after another; conditions that are left are known by their number, and one that
/// was shown to be impossible is not tried again, so that it costs no more than a diagram of the condition would.
/// </summary>
internal sealed class Solver(ConditionPool pool, SettledClasses classes)
{
    private readonly HashSet<int> _impossible = [];
    private readonly Dictionary<int, int[]> _axes = [];

    public ConditionPool Pool => pool;

    public SettledClasses Classes => classes;

    /// <summary>Classes of which the condition is true; null where no record can be so.</summary>
    /// <exception cref="EffortSpentException">The budget is spent before either is known.</exception>
    public Assignment? Find(int condition, AnalysisEffort effort)
    {
        effort.Spend();
        if (condition == ConditionPool.True) return Assignment.None;
        if (condition == ConditionPool.False || _impossible.Contains(condition)) return null;
        int axis = AxesOf(condition)[0];
        foreach (int @class in Groups([condition], axis))
        {
            if (Find(pool.Where(condition, axis, @class), effort) is { } found) return found.With(axis, @class);
        }

        _impossible.Add(condition);
        return null;
    }

    /// <summary>Whether no record can be so.</summary>
    public bool IsImpossible(int condition, AnalysisEffort effort) => Find(condition, effort) is null;

    /// <summary>The axes that a condition asks, those asked most often first: they settle the most.</summary>
    public int[] AxesOf(int condition)
    {
        if (_axes.TryGetValue(condition, out int[]? known)) return known;
        int[] axes = [.. pool.QuestionsIn(condition).GroupBy(q => q.Axis).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key)];
        _axes.Add(condition, axes);
        return axes;
    }

    /// <summary>One class of each group of classes of an axis that all conditions treat alike.</summary>
    public IEnumerable<int> Groups(IEnumerable<int> conditions, int axis)
    {
        int count = classes.CountOf(axis);
        SortedSet<int> first = [0, count - 1];
        foreach (ConditionPool.Node question in conditions.SelectMany(pool.QuestionsIn).Where(q => q.Axis == axis))
            foreach ((int start, int end) in question.Classes.Ranges) first.UnionWith([start, end + 1]);
        int[] starts = [.. first.Where(c => c < count)];
        for (int i = 0; i < starts.Length; i++)
        {
            int last = i + 1 < starts.Length ? starts[i + 1] - 1 : count - 1;
            if (classes.FirstIn(axis, starts[i], last) is >= 0 and var @class) yield return @class;
        }
    }
}
