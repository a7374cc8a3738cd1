using System.Globalization;
using System.Text;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Analysis;

/// <summary>
/// Conditions in SMT-LIB 2, by docs/language.md and not by the classes of the analysis: of each fact whether it never is, and
/// otherwise its value as a number, a day's number, a rank or a text. Null where one cannot be written: patterns, and texts of
/// which the case does not matter.
/// </summary>
/// <remarks>
/// Of long schedules with hundreds of codes the theory of texts finds no answer in time. There a code that is only asked for
/// being one of some or standing under one is a place in a list: of the codes that are named, something unnamed under each, and
/// something else.
/// </remarks>
internal sealed class SmtConditions
{
    private readonly Dictionary<string, (int Place, FactDefinition Fact)> _facts = new(StringComparer.Ordinal);
    private readonly ClassificationScheme _classification;

    private readonly Dictionary<string, string[]> _listed = new(StringComparer.Ordinal);

    public SmtConditions(IReadOnlyList<Condition> conditions, ClassificationScheme classification, bool listsCodes)
    {
        _classification = classification;
        foreach (FactDefinition fact in conditions.SelectMany(ConditionFacts.Of)) _facts.TryAdd(fact.Name, (_facts.Count, fact));
        if (!listsCodes) return;
        Condition[] parts = [.. conditions.SelectMany(PartsOf)];
        foreach ((_, FactDefinition fact) in _facts.Values.Where(f => f.Fact.Type is CodeType { IgnoreCase: false }))
        {
            Condition[] asked = [.. parts.Where(p => p is not (AllOf or AnyOf or Not) && ConditionFacts.Of(p).Any(f => f.Name == fact.Name))];
            if (asked.All(IsOfNamedCodes)) _listed.Add(fact.Name, ListOf(fact, asked.SelectMany(NamedIn)));
        }
    }

    private static IEnumerable<Condition> PartsOf(Condition condition) => condition switch
    {
        AllOf all => all.Operands.SelectMany(PartsOf),
        AnyOf any => any.Operands.SelectMany(PartsOf),
        Not not => PartsOf(not.Operand),
        _ => [condition],
    };

    private static bool IsOfNamedCodes(Condition condition) =>
        condition is UnderCode or IsNever or Comparison { Right: ValueOperand } || (condition is Membership m && m.Values.All(v => v is ValueOperand));

    private static IEnumerable<string> NamedIn(Condition condition) => condition switch
    {
        UnderCode u => u.Codes,
        Comparison { Right: ValueOperand { Value: var value } } => [value.AsText],
        Membership m => m.Values.OfType<ValueOperand>().Select(v => v.Value.AsText),
        _ => [],
    };

    private string[] ListOf(FactDefinition fact, IEnumerable<string> named)
    {
        string separator = ((CodeType)fact.Type).Separators[..1];
        IEnumerable<string> all = IsClass(fact) ? named.Concat(_classification.Classes.Select(c => c.Code)) : named;
        return [.. all.Distinct().SelectMany(c => (string[])[c, $"{c}{separator}~"]).Append("~").Distinct().Order(StringComparer.Ordinal)];
    }

    private bool IsClass(FactDefinition fact) => fact.Name == ClassificationScheme.FactName && !_classification.IsNone;

    private IEnumerable<string> OneOf(FactDefinition fact, Func<string, bool> isMeant) =>
        _listed[fact.Name].Select((code, place) => (code, place)).Where(c => isMeant(c.code)).Select(c => $"(= {Value(fact)} {Whole(c.place)})");

    private string Never(FactDefinition fact) => $"n{_facts[fact.Name].Place}";

    private string Value(FactDefinition fact) => $"v{_facts[fact.Name].Place}";

    /// <summary>The facts, and which values each can have.</summary>
    public IEnumerable<string> Declarations()
    {
        foreach ((int place, FactDefinition fact) in _facts.Values)
        {
            string value = Value(fact);
            yield return $"(declare-const n{place} Bool)";
            if ((_listed.ContainsKey(fact.Name) ? "Int" : SortOf(fact.Type)) is { } sort) yield return $"(declare-const {value} {sort})";
            if (RangeOf(fact, value) is { } range) yield return $"(assert {range})";
        }
    }

    private static string? SortOf(FactType type) => type switch
    {
        CodeType or TextType => "String",
        NumberType => "Real",
        EnumerationType or YesNoType or DateType or EventType => "Int",
        DateListType => null,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>5.1: the first and the last day stand for none, and texts are trimmed and not blank.</summary>
    private string? RangeOf(FactDefinition fact, string value) => fact.Type switch
    {
        _ when _listed.TryGetValue(fact.Name, out string[]? codes) && !IsClass(fact) => $"(<= 0 {value} {codes.Length - 1})",
        EnumerationType type => $"(<= 0 {value} {type.Values.Count - 1})",
        YesNoType => $"(<= 0 {value} 1)",
        DateType or EventType => $"(<= 1 {value} {DateOnly.MaxValue.DayNumber - 1})",
        CodeType code when IsClass(fact) => ClassRange(fact, code, value),
        CodeType or TextType => $"(and (> (str.len {value}) 0) (not (str.prefixof \" \" {value})) (not (str.suffixof \" \" {value})))",
        _ => null,
    };

    /// <summary>13.2: a listed class, or a file of one below which none is listed; where rules give the class there always is one.</summary>
    private string ClassRange(FactDefinition fact, CodeType type, string value)
    {
        IEnumerable<string> codes = _classification.Classes.Select(c => c.Code);
        IEnumerable<string> leaves = codes.Where(c => !codes.Any(other => other != c && type.Separators.Any(s => other.StartsWith(c + s, StringComparison.Ordinal))));
        IEnumerable<string> allowed = _listed.ContainsKey(fact.Name)
            ? OneOf(fact, code => codes.Contains(code) || leaves.Any(l => type.Separators.Any(s => code.StartsWith(l + s, StringComparison.Ordinal))))
            : [.. codes.Select(c => $"(= {value} {Text(c)})"), .. leaves.SelectMany(c => type.Separators.Select(s => $"(str.prefixof {Text(c + s)} {value})"))];
        return _classification.Rules.Count > 0 ? $"(and (not {Never(fact)}) {Any(allowed)})" : $"(or {Never(fact)} {Any(allowed)})";
    }

    public static string Any(IEnumerable<string> operands) => $"(or false {string.Join(' ', operands)})";

    /// <summary>A condition; null where it cannot be written.</summary>
    public string? Write(Condition condition) => condition switch
    {
        Always => "true",
        AllOf all => Join("and true", all.Operands),
        AnyOf any => Join("or false", any.Operands),
        Not not => Write(not.Operand) is { } inner ? $"(not {inner})" : null,
        IsNever n => Never(n.Fact),
        Comparison { Operator: ComparisonOperator.NotEqual } c => Compare(c.Fact, "=", c.Right) is { } equal ? $"(not {equal})" : null,
        Comparison c => Compare(c.Fact, Sign(c.Operator), c.Right),
        Membership m => All(m.Values.Select(v => Compare(m.Fact, "=", v))) is { } parts ? Any(parts) : null,
        UnderCode u when IgnoresCase(u.Fact) => null,
        UnderCode u => $"(and (not {Never(u.Fact)}) {Any(u.Codes.SelectMany(c => Under(u.Fact, c)))})",
        ContainsText c => IgnoresCase(c.Fact) ? null : $"(and (not {Never(c.Fact)}) (str.contains {Value(c.Fact)} {Text(c.Part)}))",
        MatchesPattern => null,
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private string? Join(string word, IEnumerable<Condition> operands) => All(operands.Select(Write)) is { } parts ? $"({word} {string.Join(' ', parts)})" : null;

    private static IReadOnlyList<string>? All(IEnumerable<string?> parts) => parts.ToArray() is var all && all.Contains(null) ? null : [.. all.OfType<string>()];

    /// <summary>3.5: the code itself, or what begins with it and goes on with a separator.</summary>
    private IEnumerable<string> Under(FactDefinition fact, string code) => _listed.ContainsKey(fact.Name)
        ? OneOf(fact, c => c == code || ((CodeType)fact.Type).Separators.Any(s => c.StartsWith(code + s, StringComparison.Ordinal)))
        : ((CodeType)fact.Type).Separators.Select(s => $"(str.prefixof {Text(code + s)} {Value(fact)})").Prepend($"(= {Value(fact)} {Text(code)})");

    private static bool IgnoresCase(FactDefinition fact) => fact.Type is TextType { IgnoreCase: true } or CodeType { IgnoreCase: true };

    private string? Compare(FactDefinition fact, string sign, Operand right)
    {
        if (IgnoresCase(fact)) return null;
        return right switch
        {
            FactOperand { Fact: var other } => $"(and (not {Never(fact)}) (not {Never(other)}) ({sign} {Value(fact)} {Value(other)}))",
            ValueOperand { Value: var value } when _listed.ContainsKey(fact.Name) => $"(and (not {Never(fact)}) {Any(OneOf(fact, code => code == value.AsText))})",
            ValueOperand { Value: var value } => $"(and (not {Never(fact)}) ({sign} {Value(fact)} {Literal(fact.Type, value)}))",
            _ => throw new ArgumentOutOfRangeException(nameof(right)),
        };
    }

    private static string Sign(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private static string Literal(FactType type, FactValue value) => type switch
    {
        EnumerationType e => Whole(e.RankOf(value.AsText)),
        YesNoType => value.AsYesNo ? "1" : "0",
        NumberType => Number(value.AsNumber),
        DateType or EventType => Whole(value.AsDate.DayNumber),
        CodeType or TextType => Text(value.AsText),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal number)
    {
        string digits = Math.Abs(number).ToString("0.0###########################", CultureInfo.InvariantCulture);
        return number < 0 ? $"(- {digits})" : digits;
    }

    private static string Text(string text)
    {
        StringBuilder written = new("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value == '"') written.Append("\"\"");
            else if (rune.Value is >= ' ' and <= '~' and not '\\') written.Append(rune.ToString());
            else written.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
        }

        return written.Append('"').ToString();
    }
}
