using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Witnesses;

/// <summary>
/// Which items demand which values of one fact: with any other value their conditions are false. Some demand only that it is
/// known: where it is not, they are not true.
/// </summary>
internal sealed class DemandedValues
{
    private readonly FactDefinition _fact;
    private readonly Dictionary<string, List<int>> _equal;
    private readonly Dictionary<string, List<int>> _under;
    private readonly DemandedRanges _ranges;
    private readonly List<int> _known = [];
    private readonly List<int> _others = [];

    public DemandedValues(FactDefinition fact, IReadOnlyList<ScheduleItem> items)
    {
        _fact = fact;
        StringComparer comparer = StringComparer.FromComparison(TextComparison.Of(fact.Type));
        (_equal, _under) = (new(comparer), new(comparer));
        List<DemandedRange> ranges = [];
        for (int place = 0; place < items.Count; place++)
        {
            Condition[] tests = [.. TestsIn(items[place].When).Where(test => FactOf(test).Name == fact.Name)];
            if (tests.FirstOrDefault(HasSingleValues) is { } single) Add(single, place);
            else if (DemandedRange.Of(tests, place) is { } range) ranges.Add(range);
            else (tests.Length > 0 ? _known : _others).Add(place);
        }

        _ranges = new DemandedRanges(ranges);
    }

    /// <summary>The places of the items that demand no value of the fact.</summary>
    public IReadOnlyList<int> Others => _others;

    /// <summary>The tests that must all be true for a condition to be, as far as each asks for the value of a fact.</summary>
    public static IEnumerable<Condition> TestsIn(Condition condition) => condition switch
    {
        AllOf all => all.Operands.SelectMany(TestsIn),
        // What is never is different from each value.
        Comparison { Operator: ComparisonOperator.NotEqual } => [],
        Comparison or Membership or UnderCode or ContainsText or MatchesPattern => [condition],
        _ => [],
    };

    private static bool HasSingleValues(Condition test) => test switch
    {
        UnderCode => true,
        Comparison c => c is { Operator: ComparisonOperator.Equal, Right: ValueOperand { Value.IsText: true } },
        Membership m => m.Values.All(v => v is ValueOperand { Value.IsText: true }),
        _ => false,
    };

    /// <summary>The fact that a test asks for.</summary>
    public static FactDefinition FactOf(Condition test) => test switch
    {
        UnderCode u => u.Fact,
        Comparison c => c.Fact,
        Membership m => m.Fact,
        ContainsText c => c.Fact,
        MatchesPattern m => m.Fact,
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    /// <summary>The places of the items that demand what a record has; null where that is not known and all may.</summary>
    /// <param name="facts">The record.</param>
    /// <param name="isCertain">Whether the value must be known to be the one that is demanded.</param>
    public IReadOnlyList<int>? TryFind(RecordFacts facts, bool isCertain) => facts[_fact] switch
    {
        { State: FactState.Known, IsText: true } value => Asking(value.AsText),
        { State: FactState.Known } value when value.IsNumber || value.IsDate => [.. _ranges.At(value), .. _known],
        { State: FactState.Known } => _known,
        { State: FactState.Never } => [],
        _ => isCertain ? [] : null,
    };

    private IReadOnlyList<int> Asking(string text)
    {
        List<List<int>> asking = [];
        if (_equal.TryGetValue(Spelling(text), out List<int>? equal)) asking.Add(equal);
        if (_fact.Type is CodeType type && _under.Count > 0)
            for (int length = 1; length <= text.Length; length++)
                if (type.IsUnder(text, text[..length]) && _under.TryGetValue(text[..length], out List<int>? under)) asking.Add(under);
        if (_known.Count > 0) asking.Add(_known);
        return asking is [var only] ? only : [.. asking.SelectMany(places => places).Distinct()];
    }

    private void Add(Condition test, int place)
    {
        (Dictionary<string, List<int>> by, IEnumerable<string> values) = test switch
        {
            UnderCode u => (_under, u.Codes),
            Comparison c => (_equal, [SpellingOf(c.Right)]),
            Membership m => (_equal, m.Values.Select(SpellingOf)),
            _ => throw new ArgumentOutOfRangeException(nameof(test)),
        };
        foreach (string value in values)
        {
            if (!by.TryGetValue(value, out List<int>? asking)) by.Add(value, asking = []);
            asking.Add(place);
        }
    }

    private string SpellingOf(Operand operand) => Spelling(((ValueOperand)operand).Value.AsText);

    /// <summary>Values of an enumeration compare by their rank: those of one rank are one value.</summary>
    private string Spelling(string text) => _fact.Type is EnumerationType type && type.RankOf(text) is >= 0 and var rank ? type.Values[rank] : text;
}
