using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;

namespace RetentionRules.Analysis.Checks;

/// <summary>A region of records around one that no item claims: of each fact that it needs, all classes for which it still holds.</summary>
internal sealed class GapRegion
{
    /// <summary>Values that are named one by one.</summary>
    private const int MostNamed = 4;

    private readonly Solver _solver;
    private readonly SortedDictionary<int, ClassSet> _sets = [];
    private readonly Dictionary<int, int> _own = [];

    public GapRegion(Solver solver, IReadOnlyDictionary<int, FactValue> record)
    {
        _solver = solver;
        foreach ((int place, FactValue value) in record)
        {
            _own[place] = solver.Pool.Axes[place].ClassOf(value);
            _sets[place] = ClassSet.Range(_own[place], _own[place]);
        }
    }

    /// <summary>Takes in every class with which, whatever the others of the region are, no condition can be true.</summary>
    public void Widen(IEnumerable<int> covers)
    {
        foreach (int axis in _sets.Keys.ToArray())
        {
            ClassSet all = ClassSet.Range(0, _solver.Classes.CountOf(axis) - 1);
            ClassSet taken = covers.Select(c => MayBe(c, axis, all).True).Aggregate(ClassSet.Empty, (a, b) => a.Or(b));
            _sets[axis] = taken.Complement(_solver.Classes.CountOf(axis));
        }
    }

    /// <summary>The classes of an axis on which a condition may be true, and on which it may be false, within the region.</summary>
    private (ClassSet True, ClassSet False) MayBe(int condition, int axis, ClassSet all)
    {
        ConditionPool.Node node = _solver.Pool[condition];
        switch (node.Kind)
        {
            case ConditionKind.False:
                return (ClassSet.Empty, all);
            case ConditionKind.True:
                return (all, ClassSet.Empty);
            case ConditionKind.Question when node.Axis == axis:
                return (node.Classes.And(all), node.Classes.Complement(all.Count == 0 ? 0 : all[0].Last + 1));
            case ConditionKind.Question when _sets.TryGetValue(node.Axis, out ClassSet there):
                return (node.Classes.And(there).IsEmpty ? ClassSet.Empty : all, node.Classes.And(there).Equals(there) ? ClassSet.Empty : all);
            case ConditionKind.Question or ConditionKind.Unknown:
                return (all, all);
            case ConditionKind.Not:
                (ClassSet whenTrue, ClassSet whenFalse) = MayBe(node.Operands[0], axis, all);
                return (whenFalse, whenTrue);
            case ConditionKind.All:
                return node.Operands.Select(o => MayBe(o, axis, all)).Aggregate((a, b) => (a.True.And(b.True), a.False.Or(b.False)));
            case ConditionKind.Any:
                return node.Operands.Select(o => MayBe(o, axis, all)).Aggregate((a, b) => (a.True.Or(b.True), a.False.And(b.False)));
            default:
                throw new InvalidOperationException("unknown condition");
        }
    }

    /// <summary>True of the records of the region.</summary>
    public int Condition => _solver.Pool.All([.. _sets.Select(s => _solver.Pool.Question(s.Key, s.Value))]);

    public override string ToString() => _sets.Count == 0 ? "any facts" : string.Join(" and ", _sets.Select(s => Written(s.Key, s.Value)));

    private string Written(int place, ClassSet set)
    {
        string name = _solver.Classes.Layout.Facts[place].Name;
        int[] classes = [.. set.Ranges.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1)).Where(c => _solver.Classes.Exists(place, c))];
        if (classes is [var only]) return only == _solver.Pool.Axes[place].Never ? $"{name} never" : $"{name} {ValueOf(place, only)}";
        string own = $"{name} {ValueOf(place, _own[place])}";
        return classes.Length <= MostNamed ? $"{name} {string.Join(" or ", classes.Select(c => ValueOf(place, c)))}" : $"{own} or one of {classes.Length - 1} other kinds of value";
    }

    private string ValueOf(int place, int @class)
    {
        ValueClasses classes = _solver.Pool.Axes[place];
        return @class == classes.Never ? "never" : classes is TextClasses { HasNames: true } && @class == TextClasses.Other ? "that no condition names" : _solver.Classes.ExampleOf(place, @class).ToString();
    }
}
