using RetentionRules.Compilation;

namespace RetentionRules.Analysis.Logic;

/// <summary>
/// Which items can meet at all: of each, on every axis that it asks, the classes on which its condition may be true. Two that
/// have none in common on some axis never meet. Pairs are sought along the one axis that parts the items best.
/// </summary>
internal sealed class ItemIndex
{
    private readonly Dictionary<int, ClassSet>[] _boxes;
    private readonly int _axis;

    /// <summary>By class of the axis: the items that may be true there; those that hold on most classes are apart.</summary>
    private readonly List<int>[] _at;

    private readonly List<int> _anywhere = [];

    public ItemIndex(Solver solver, IReadOnlyList<int> conditions)
    {
        _boxes = [.. conditions.Select(c => BoxOf(solver, c))];
        _axis = BestAxis(solver.Classes);
        int classes = _axis < 0 ? 0 : solver.Classes.CountOf(_axis);
        _at = [.. Enumerable.Range(0, classes).Select(_ => new List<int>())];
        for (int item = 0; item < conditions.Count; item++) Place(item, classes);
    }

    private static Dictionary<int, ClassSet> BoxOf(Solver solver, int condition) => solver.AxesOf(condition).ToDictionary(
        axis => axis, axis => solver.Pool.NotFalseOn(condition, axis).And(ClassSet.Range(0, solver.Classes.CountOf(axis) - 1)));

    private void Place(int item, int classes)
    {
        if (_axis < 0 || !_boxes[item].TryGetValue(_axis, out ClassSet set) || 2 * SizeOf(set) > classes) _anywhere.Add(item);
        else foreach ((int first, int last) in set.Ranges)
            for (int @class = first; @class <= last; @class++) _at[@class].Add(item);
    }

    private static int SizeOf(ClassSet set) => set.Ranges.Sum(r => r.Last - r.First + 1);

    /// <summary>The axis along which the fewest pairs of items share a class.</summary>
    private int BestAxis(SettledClasses classes)
    {
        (int best, double fewest) = (-1, (double)_boxes.Length * _boxes.Length);
        foreach (int axis in _boxes.SelectMany(b => b.Keys).Distinct().Order())
        {
            double pairs = PairsAlong(axis, classes.CountOf(axis));
            if (pairs < fewest) (best, fewest) = (axis, pairs);
        }

        return best;
    }

    private double PairsAlong(int axis, int classes)
    {
        int[] begins = new int[classes + 1];
        int anywhere = 0;
        foreach (Dictionary<int, ClassSet> box in _boxes)
        {
            if (!box.TryGetValue(axis, out ClassSet set) || 2 * SizeOf(set) > classes)
            {
                anywhere++;
                continue;
            }

            foreach ((int first, int last) in set.Ranges) (begins[first], begins[last + 1]) = (begins[first] + 1, begins[last + 1] - 1);
        }

        (double pairs, int here) = ((double)anywhere * _boxes.Length, 0);
        foreach (int change in begins) pairs += 0.5 * (here += change) * here;
        return pairs;
    }

    /// <summary>Whether no axis keeps two items apart.</summary>
    public bool CanMeet(int a, int b) => CanMeet(_boxes[a], _boxes[b]);

    private static bool CanMeet(Dictionary<int, ClassSet> a, Dictionary<int, ClassSet> b)
    {
        // What is true on no class of an axis is false only where the axis is known: nothing keeps it apart from a record that says nothing of it.
        foreach ((int axis, ClassSet own) in a)
            if (!own.IsEmpty && b.TryGetValue(axis, out ClassSet other) && !other.IsEmpty && !own.Meets(other)) return false;
        return true;
    }

    /// <summary>The pairs of items that can meet, each once, the earlier item first.</summary>
    /// <param name="effort">What may be spent; a step for each pair.</param>
    /// <param name="isWanted">Which pairs are asked for, the earlier item first; all where it is left out.</param>
    public IEnumerable<(int First, int Second)> Pairs(AnalysisEffort effort, Func<int, int, bool>? isWanted = null)
    {
        bool Is(int a, int b) => isWanted is null || isWanted(a, b);
        for (int @class = 0; @class < _at.Length; @class++)
        {
            foreach (int a in _at[@class])
                foreach (int b in _at[@class])
                {
                    if (a >= b) continue;
                    effort.Spend();
                    if (Is(a, b) && _boxes[a][_axis].And(_boxes[b][_axis])[0].First == @class && CanMeet(a, b)) yield return (a, b);
                }
        }

        HashSet<int> anywhere = [.. _anywhere];
        foreach (int a in _anywhere)
            for (int b = 0; b < _boxes.Length; b++)
            {
                if (a == b || (anywhere.Contains(b) && b < a)) continue;
                effort.Spend();
                if (Is(Math.Min(a, b), Math.Max(a, b)) && CanMeet(a, b)) yield return (Math.Min(a, b), Math.Max(a, b));
            }
    }

    /// <summary>Whether an item can be true in the classes of an assignment, whatever the axes are of which it says nothing.</summary>
    public bool CanBeAt(int item, Assignment assignment) => _boxes[item].All(b => !assignment.TryGet(b.Key, out int there) || b.Value.Contains(there));

    /// <summary>The items that can be true where another condition can.</summary>
    public IEnumerable<int> Near(Solver solver, int condition)
    {
        Dictionary<int, ClassSet> box = BoxOf(solver, condition);
        IEnumerable<int> near = _axis >= 0 && box.TryGetValue(_axis, out ClassSet set) && SizeOf(set) < _at.Length / 4
            ? set.Ranges.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1)).SelectMany(c => _at[c]).Concat(_anywhere).Distinct().Order()
            : Enumerable.Range(0, _boxes.Length);
        return near.Where(item => CanMeet(_boxes[item], box));
    }

    /// <summary>Those of some items that can be true where another condition can.</summary>
    public IEnumerable<int> NearAmong(IEnumerable<int> items, Solver solver, int condition)
    {
        Dictionary<int, ClassSet> box = BoxOf(solver, condition);
        return items.Where(item => CanMeet(_boxes[item], box));
    }
}
