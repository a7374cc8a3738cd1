using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// What a policy can ask a record: the facts with their classes of values, and behind them the questions that no classes
/// answer, each of which is asked when it is needed. Immutable.
/// </summary>
internal sealed class FactAxes
{
    private readonly ValueClasses[] _facts;
    private readonly OpenQuestion[] _questions;

    public FactAxes(FactLayout layout, IEnumerable<Condition> conditions)
    {
        AskedValues asked = new(layout);
        foreach (Condition test in conditions.SelectMany(ConditionFacts.Tests)) asked.Add(test);
        _facts = [.. layout.Facts.Select((fact, place) => asked.ClassesOf(fact, place))];
        _questions = [.. asked.Questions];
    }

    /// <summary>How many there are: facts, and questions behind them.</summary>
    public int Count => _facts.Length + _questions.Length;

    /// <summary>The number of classes of a fact, or of answers to a question.</summary>
    public int ClassesOf(int axis) => axis < _facts.Length ? _facts[axis].Count : OpenQuestion.Answers;

    /// <summary>The class that stands for what is not known.</summary>
    public int UnknownOf(int axis) => axis < _facts.Length ? _facts[axis].Unknown : OpenQuestion.Unknown;

    /// <summary>The classes of a fact by its place.</summary>
    public ValueClasses this[int place] => _facts[place];

    /// <summary>The axis of a question, which is the first that asks the same.</summary>
    public int AxisOf(OpenQuestion question) => _facts.Length + Array.IndexOf(_questions, question);

    /// <summary>How many axes are facts; behind them stand the questions.</summary>
    public int Facts => _facts.Length;

    /// <summary>The question on an axis behind the facts.</summary>
    public OpenQuestion QuestionOn(int axis) => _questions[axis - _facts.Length];

    /// <summary>The class of a record on an axis.</summary>
    public int ClassOf(int axis, RecordFacts facts)
    {
        ValueClasses[] classes = _facts;
        if ((uint)axis >= (uint)classes.Length) return _questions[axis - classes.Length].Ask(facts);
        int kept = facts.ClassAt(axis);
        if (kept != 0) return kept - 1;
        int found = classes[axis].ClassOf(facts, axis);
        facts.ClassAt(axis) = found + 1;
        return found;
    }
}

/// <summary>Collects what conditions hold the facts against.</summary>
internal sealed class AskedValues(FactLayout layout)
{
    private readonly List<FactValue>[] _compared = [.. layout.Facts.Select(_ => new List<FactValue>())];
    private readonly List<string>[] _under = [.. layout.Facts.Select(_ => new List<string>())];

    public List<OpenQuestion> Questions { get; } = [];

    public void Add(Condition test)
    {
        switch (test)
        {
            case Comparison c:
                Add(c.Fact, c.Operator, c.Right);
                break;
            case Membership m:
                foreach (Operand value in m.Values) Add(m.Fact, ComparisonOperator.Equal, value);
                break;
            case UnderCode u:
                _under[PlaceOf(u.Fact)].AddRange(u.Codes);
                break;
            case ContainsText or MatchesPattern:
                Add(OpenQuestion.Of(layout, test));
                break;
            case Always or IsNever:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(test));
        }
    }

    private void Add(FactDefinition fact, ComparisonOperator op, Operand right)
    {
        if (right is ValueOperand { Value: var value }) _compared[PlaceOf(fact)].Add(value);
        else Add(OpenQuestion.Of(layout, fact, op, ((FactOperand)right).Fact));
    }

    private void Add(OpenQuestion question)
    {
        if (!Questions.Contains(question)) Questions.Add(question);
    }

    private int PlaceOf(FactDefinition fact) => layout.PlaceOf(fact.Name);

    public ValueClasses ClassesOf(FactDefinition fact, int place) => fact.Type switch
    {
        EnumerationType type => new EnumerationClasses(type),
        YesNoType => new YesNoClasses(),
        NumberType => new NumberClasses([.. _compared[place].Select(v => v.AsNumber).Distinct().Order()]),
        DateType or EventType => new DayClasses([.. _compared[place].Select(v => v.AsDayNumber).Distinct().Order()]),
        TextType or CodeType => TextClasses.Of(fact.Type, _compared[place].Select(v => v.AsText), _under[place]),
        DateListType => new StateClasses(),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };
}
