using System.Globalization;
using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Conditions in English.</summary>
internal sealed class EnglishConditions(EnglishMoments moments, Wording wording)
{
    public string Write(Condition condition) => condition switch
    {
        Always => "nothing else is asked",
        AllOf all => string.Join(" and ", all.Operands.Select(Operand)),
        AnyOf any => string.Join(" or ", any.Operands.Select(Operand)),
        Not not => $"it is not the case that ({Write(not.Operand)})",
        Comparison c => $"{moments.Noun(c.Fact)} {Sign(c)} {Right(c.Right, c.Operator)}",
        Membership m => $"{moments.Noun(m.Fact)} is one of ({string.Join("; ", m.Values.Select(v => Right(v, ComparisonOperator.Equal)))})",
        UnderCode { Codes: [var code] } u => $"{moments.Noun(u.Fact)} falls under {wording.Quote(code)}",
        UnderCode u => $"{moments.Noun(u.Fact)} falls under one of ({string.Join("; ", u.Codes.Select(wording.Quote))})",
        ContainsText c => $"{moments.Noun(c.Fact)} contains {wording.Quote(c.Part)}",
        MatchesPattern m => $"{moments.Noun(m.Fact)} matches the pattern {wording.Quote(m.Pattern)}",
        IsNever n => moments.Never(n.Fact),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private string Operand(Condition condition) => condition is AllOf or AnyOf ? $"({Write(condition)})" : Write(condition);

    private static string Sign(Comparison comparison) => comparison.Fact.Type switch
    {
        DateType or EventType => Sign(comparison.Operator, "before", "on or before", "after", "on or after"),
        NumberType => Sign(comparison.Operator, "less than", "at most", "more than", "at least"),
        CodeType or TextType or EnumerationType or YesNoType or DateListType =>
            Sign(comparison.Operator, "lower than", "at most", "higher than", "at least"),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    private static string Sign(ComparisonOperator op, string less, string lessOrEqual, string greater, string greaterOrEqual) => "is" + op switch
    {
        ComparisonOperator.Equal => "",
        ComparisonOperator.NotEqual => " not",
        ComparisonOperator.Less => " " + less,
        ComparisonOperator.LessOrEqual => " " + lessOrEqual,
        ComparisonOperator.Greater => " " + greater,
        ComparisonOperator.GreaterOrEqual => " " + greaterOrEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    /// <summary>Values of enumerations stand without quotation marks where they can; another fact is never taken for a value.</summary>
    private string Right(Operand operand, ComparisonOperator op) => operand switch
    {
        FactOperand other when op is ComparisonOperator.Equal or ComparisonOperator.NotEqual => "the same as " + moments.Noun(other.Fact),
        FactOperand { Fact.IsDated: true } other => moments.Noun(other.Fact),
        FactOperand other => "that of " + moments.Noun(other.Fact),
        ValueOperand { Value: var value } when value.IsDate => EnglishPeriods.Write(value.AsDate),
        ValueOperand { Value: var value } when value.IsNumber => value.AsNumber.ToString(CultureInfo.InvariantCulture),
        ValueOperand { Value: var value } when value.IsYesNo => value.AsYesNo ? "yes" : "no",
        ValueOperand { Value: var value } => wording.Quote(value.AsText),
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };
}
