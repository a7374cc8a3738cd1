using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Witnesses;

/// <summary>
/// Values worth trying where a question is asked that classes do not answer: texts with and without the parts and patterns
/// that conditions name, and the same values for facts that are compared with each other.
/// </summary>
internal sealed class OpaqueValues
{
    private readonly FactLayout _layout;
    private readonly List<FactValue>[] _values;

    public OpaqueValues(FactLayout layout, IEnumerable<Condition> conditions)
    {
        _layout = layout;
        _values = [.. layout.Facts.Select(_ => new List<FactValue>())];
        foreach (Condition test in conditions.SelectMany(ConditionFacts.Tests)) Add(test);
        for (int place = 0; place < _values.Length; place++) Complete(place);
    }

    public IEnumerable<FactValue> Of(int place) => _values[place];

    private void Add(Condition test)
    {
        switch (test)
        {
            case ContainsText c:
                Add(c.Fact, FactValue.Text(c.Part));
                break;
            case MatchesPattern m:
                foreach (string text in PatternSamples.Of(m.Pattern)) Add(m.Fact, FactValue.Text(text));
                break;
            case UnderCode u:
                foreach (string code in u.Codes) Add(u.Fact, FactValue.Text(code));
                break;
            case Comparison c:
                Add(c.Fact, c.Right);
                break;
            case Membership m:
                foreach (Operand value in m.Values) Add(m.Fact, value);
                break;
            case Always or IsNever:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(test));
        }
    }

    private void Add(FactDefinition fact, Operand operand)
    {
        if (operand is ValueOperand { Value: var value }) Add(fact, value);
        else foreach (FactDefinition either in (FactDefinition[])[fact, ((FactOperand)operand).Fact])
            foreach (FactValue usual in Usual(either.Type)) Add(either, usual);
    }

    /// <summary>Values in an order, so that two facts can stand to each other in each way.</summary>
    private static IEnumerable<FactValue> Usual(FactType type) => type switch
    {
        NumberType => [FactValue.Number(1), FactValue.Number(2)],
        DateType or EventType => [FactValue.Date(new DateOnly(2020, 6, 15)), FactValue.Date(new DateOnly(2021, 6, 15))],
        YesNoType => [FactValue.YesNo(false), FactValue.YesNo(true)],
        EnumerationType e => e.Values.Select(FactValue.Text),
        TextType or CodeType => [FactValue.Text("one"), FactValue.Text("other")],
        DateListType => [],
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static IEnumerable<FactValue> Beside(DateOnly day)
    {
        if (day > DateOnly.MinValue) yield return FactValue.Date(day.AddDays(-1));
        if (day < DateOnly.MaxValue) yield return FactValue.Date(day.AddDays(1));
    }

    private void Add(FactDefinition fact, FactValue value) => _values[_layout.PlaceOf(fact.Name)].Add(value);

    /// <summary>Facts that are compared share their values; texts are also joined, so that several parts can be in one.</summary>
    private void Complete(int place)
    {
        FactDefinition fact = _layout.Facts[place];
        IEnumerable<FactValue> own = _values[place].Distinct();
        if (fact.Type is TextType or CodeType)
        {
            string[] texts = [.. own.Select(v => v.AsText).Take(40)];
            own = own.Concat(texts.SelectMany(a => texts.Where(b => b != a).Select(b => FactValue.Text(a + " " + b)))).Append(FactValue.Text("other")).Append(FactValue.Text(string.Join(" ", texts)));
        }
        else if (fact.IsDated)
        {
            own = own.Concat(own.ToArray().SelectMany(v => Beside(v.AsDate)));
        }
        else if (fact.Type is NumberType)
        {
            own = own.Concat(own.ToArray().SelectMany(v => (FactValue[])[FactValue.Number(v.AsNumber - 1), FactValue.Number(v.AsNumber + 1)]));
        }

        List<FactValue> accepted = [];
        foreach (FactValue value in own.Where(v => v.IsKnown))
            if (_layout.Accept(place, value, out string problem) is { IsKnown: true } held && problem.Length == 0) accepted.Add(held);
        _values[place].Clear();
        _values[place].AddRange(accepted.Distinct());
    }
}
