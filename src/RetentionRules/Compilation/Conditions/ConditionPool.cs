using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>What a compiled condition is.</summary>
internal enum ConditionKind : byte
{
    False,
    Unknown,
    True,

    /// <summary>Whether the record is in one of some classes on an axis.</summary>
    Question,
    All,
    Any,
    Not,
}

/// <summary>
/// Conditions in three-valued logic over the classes of facts. Equal conditions are one, and known by their number. They are
/// added while a policy is compiled, and only asked afterwards.
/// </summary>
internal sealed class ConditionPool(FactLayout layout, FactAxes axes)
{
    public const int False = 0;
    public const int Unknown = 1;
    public const int True = 2;

    private readonly Dictionary<ConditionKey, int> _numbers = [];
    private readonly List<Node> _nodes = [new(ConditionKind.False, -1, default, []), new(ConditionKind.Unknown, -1, default, []), new(ConditionKind.True, -1, default, [])];

    /// <summary>One condition.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Axis">Of a question: the axis.</param>
    /// <param name="Classes">Of a question: the classes of which it is true.</param>
    /// <param name="Operands">What it is made of.</param>
    /// <param name="UnknownClass">Of a question: the class of what is not known.</param>
    public sealed record Node(ConditionKind Kind, int Axis, ClassSet Classes, int[] Operands, int UnknownClass = -1);

    public Node this[int condition] => _nodes[condition];

    public FactAxes Axes => axes;

    public static bool IsSettled(int condition) => condition <= True;

    public int Add(Condition condition) => condition switch
    {
        Always => True,
        AllOf all => All([.. all.Operands.Select(Add)]),
        AnyOf any => Any([.. any.Operands.Select(Add)]),
        Not not => Not(Add(not.Operand)),
        Comparison { Operator: ComparisonOperator.NotEqual } c => Not(Compare(c.Fact, ComparisonOperator.Equal, c.Right)),
        Comparison c => Compare(c.Fact, c.Operator, c.Right),
        Membership m => OneOf(m),
        UnderCode u => Question(PlaceOf(u.Fact), ClassSet.Union(u.Codes.SelectMany(code => ((TextClasses)axes[PlaceOf(u.Fact)]).Under(code).Ranges))),
        ContainsText or MatchesPattern => Question(axes.AxisOf(OpenQuestion.Of(layout, condition)), Answer),
        IsNever n => Question(PlaceOf(n.Fact), ClassSet.Range(axes[PlaceOf(n.Fact)].Never, axes[PlaceOf(n.Fact)].Never)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>The values of a list are one question, however many there are; each other fact is one of its own.</summary>
    private int OneOf(Membership membership)
    {
        int place = PlaceOf(membership.Fact);
        ValueOperand[] values = [.. membership.Values.OfType<ValueOperand>()];
        IEnumerable<int> facts = membership.Values.OfType<FactOperand>().Select(f => Compare(membership.Fact, ComparisonOperator.Equal, f));
        return values.Length == 0 ? Any(facts) : Any([Question(place, ClassSet.Union(values.SelectMany(v => axes[place].Where(ComparisonOperator.Equal, v.Value).Ranges))), .. facts]);
    }

    private static ClassSet Answer => ClassSet.Range(OpenQuestion.Yes, OpenQuestion.Yes);

    private int PlaceOf(FactDefinition fact) => layout.PlaceOf(fact.Name);

    private int Compare(FactDefinition fact, ComparisonOperator op, Operand right) => right switch
    {
        ValueOperand { Value: var value } => Question(PlaceOf(fact), axes[PlaceOf(fact)].Where(op, value)),
        FactOperand { Fact: var other } => Question(axes.AxisOf(OpenQuestion.Of(layout, fact, op, other)), Answer),
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };

    /// <summary>Whether a record is in one of some classes on an axis.</summary>
    public int Question(int axis, ClassSet classes) => Intern(new Node(ConditionKind.Question, axis, classes, [], axes.UnknownOf(axis)));

    /// <summary>All of some conditions.</summary>
    public int All(IEnumerable<int> operands) => Joined(ConditionKind.All, operands, absorbing: False, neutral: True);

    /// <summary>Any of some conditions.</summary>
    public int Any(IEnumerable<int> operands) => Joined(ConditionKind.Any, operands, absorbing: True, neutral: False);

    private int Joined(ConditionKind kind, IEnumerable<int> operands, int absorbing, int neutral)
    {
        SortedSet<int> left = [];
        foreach (int operand in operands)
        {
            if (operand == absorbing) return absorbing;
            if (operand == neutral) continue;
            if (_nodes[operand].Kind == kind) left.UnionWith(_nodes[operand].Operands);
            else left.Add(operand);
        }

        return left.Count switch
        {
            0 => neutral,
            1 => left.Min,
            _ => Intern(new Node(kind, -1, default, [.. left])),
        };
    }

    /// <summary>The opposite of a condition.</summary>
    public int Not(int operand) => operand switch
    {
        False => True,
        True => False,
        Unknown => Unknown,
        _ => _nodes[operand].Kind == ConditionKind.Not ? _nodes[operand].Operands[0] : Intern(new Node(ConditionKind.Not, -1, default, [operand])),
    };

    private int Intern(Node node)
    {
        ConditionKey key = new(node);
        if (_numbers.TryGetValue(key, out int number)) return number;
        _nodes.Add(node);
        _numbers.Add(key, _nodes.Count - 1);
        return _nodes.Count - 1;
    }

    /// <summary>The condition for records of one class on an axis.</summary>
    public int Where(int condition, int axis, int @class)
    {
        Node node = _nodes[condition];
        return node.Kind switch
        {
            ConditionKind.False or ConditionKind.Unknown or ConditionKind.True => condition,
            ConditionKind.Question => node.Axis != axis ? condition : @class == axes.UnknownOf(axis) ? Unknown : node.Classes.Contains(@class) ? True : False,
            ConditionKind.All => All([.. node.Operands.Select(o => Where(o, axis, @class))]),
            ConditionKind.Any => Any([.. node.Operands.Select(o => Where(o, axis, @class))]),
            ConditionKind.Not => Not(Where(node.Operands[0], axis, @class)),
            _ => throw new InvalidOperationException("unknown condition"),
        };
    }

    /// <summary>The classes of an axis on which the condition may be other than false.</summary>
    public ClassSet NotFalseOn(int condition, int axis)
    {
        Node node = _nodes[condition];
        ClassSet all = ClassSet.Range(0, axes.ClassesOf(axis) - 1);
        return node.Kind switch
        {
            ConditionKind.False => ClassSet.Empty,
            ConditionKind.Question when node.Axis == axis => node.Classes.Or(ClassSet.Range(axes.UnknownOf(axis), axes.UnknownOf(axis))),
            ConditionKind.All => node.Operands.Select(o => NotFalseOn(o, axis)).Aggregate((a, b) => a.And(b)),
            ConditionKind.Any => node.Operands.Select(o => NotFalseOn(o, axis)).Aggregate((a, b) => a.Or(b)),
            ConditionKind.Unknown or ConditionKind.True or ConditionKind.Question or ConditionKind.Not => all,
            _ => throw new InvalidOperationException("unknown condition"),
        };
    }

    /// <summary>The questions in a condition.</summary>
    public IEnumerable<Node> QuestionsIn(int condition)
    {
        Node node = _nodes[condition];
        return node.Kind == ConditionKind.Question ? [node] : node.Operands.SelectMany(QuestionsIn);
    }

    /// <summary>Whether a condition is true of a record: <see cref="False"/>, <see cref="Unknown"/> or <see cref="True"/>.</summary>
    public int Ask(int condition, RecordFacts facts) => Ask(_nodes[condition], facts);

    /// <summary>The same for a condition that was looked up before.</summary>
    public int Ask(Node node, RecordFacts facts)
    {
        // The commonest by far, and a hold is hardly ever anything else.
        if (node.Kind == ConditionKind.Question) return AskQuestion(node, facts);
        switch (node.Kind)
        {
            case ConditionKind.False:
                return False;
            case ConditionKind.Unknown:
                return Unknown;
            case ConditionKind.True:
                return True;
            case ConditionKind.Not:
                return True - Ask(node.Operands[0], facts);
            case ConditionKind.All:
                int all = True;
                foreach (int operand in node.Operands)
                    if ((all = Math.Min(all, Ask(operand, facts))) == False) break;
                return all;
            case ConditionKind.Any:
                int any = False;
                foreach (int operand in node.Operands)
                    if ((any = Math.Max(any, Ask(operand, facts))) == True) break;
                return any;
            default:
                throw new InvalidOperationException("unknown condition");
        }
    }

    private int AskQuestion(Node question, RecordFacts facts)
    {
        int @class = axes.ClassOf(question.Axis, facts);
        return @class == question.UnknownClass ? Unknown : question.Classes.Contains(@class) ? True : False;
    }

    /// <summary>What makes two conditions one.</summary>
    private readonly struct ConditionKey(Node node) : IEquatable<ConditionKey>
    {
        private readonly Node _node = node;

        public bool Equals(ConditionKey other) =>
            _node.Kind == other._node.Kind && _node.Axis == other._node.Axis && _node.Operands.AsSpan().SequenceEqual(other._node.Operands) && _node.Classes.Equals(other._node.Classes);

        public override bool Equals(object? obj) => obj is ConditionKey other && Equals(other);

        public override int GetHashCode()
        {
            HashCode hash = default;
            hash.Add(_node.Kind);
            hash.Add(_node.Axis);
            foreach (int operand in _node.Operands) hash.Add(operand);
            hash.Add(_node.Classes);
            return hash.ToHashCode();
        }
    }
}
