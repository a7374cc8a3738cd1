using RetentionRules.Compilation;

namespace RetentionRules.Analysis.Logic;

/// <summary>A class on some axes; on the others nothing is known. Immutable.</summary>
internal sealed class Assignment
{
    private readonly SortedDictionary<int, int> _classes;

    private Assignment(SortedDictionary<int, int> classes) => _classes = classes;

    public static Assignment None { get; } = new([]);

    /// <summary>The axes with their classes, in the order of the axes.</summary>
    public IEnumerable<(int Axis, int Class)> Entries => _classes.Select(e => (e.Key, e.Value));

    public int Count => _classes.Count;

    public bool TryGet(int axis, out int @class) => _classes.TryGetValue(axis, out @class);

    public Assignment With(int axis, int @class) => new(new SortedDictionary<int, int>(_classes) { [axis] = @class });

    public Assignment Without(int axis)
    {
        SortedDictionary<int, int> left = new(_classes);
        left.Remove(axis);
        return new Assignment(left);
    }

    /// <summary>What a condition is of records in the classes: false, unknown or true.</summary>
    public int Evaluate(ConditionPool pool, int condition)
    {
        ConditionPool.Node node = pool[condition];
        switch (node.Kind)
        {
            case ConditionKind.False or ConditionKind.Unknown or ConditionKind.True:
                return condition;
            case ConditionKind.Question:
                return !TryGet(node.Axis, out int @class) ? ConditionPool.Unknown : node.Classes.Contains(@class) ? ConditionPool.True : ConditionPool.False;
            case ConditionKind.Not:
                return ConditionPool.True - Evaluate(pool, node.Operands[0]);
            case ConditionKind.All:
                int all = ConditionPool.True;
                foreach (int operand in node.Operands)
                    if ((all = Math.Min(all, Evaluate(pool, operand))) == ConditionPool.False) break;
                return all;
            case ConditionKind.Any:
                int any = ConditionPool.False;
                foreach (int operand in node.Operands)
                    if ((any = Math.Max(any, Evaluate(pool, operand))) == ConditionPool.True) break;
                return any;
            default:
                throw new InvalidOperationException("unknown condition");
        }
    }
}
