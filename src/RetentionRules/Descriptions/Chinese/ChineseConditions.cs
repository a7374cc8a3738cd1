using System.Globalization;
using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Conditions in Chinese.</summary>
internal sealed class ChineseConditions(ChineseMoments moments, Wording wording, ChineseScript script)
{
    public string Write(Condition condition) => condition switch
    {
        Always => script.Own("无其他条件"),
        AllOf all => string.Join(script.Own("，且"), all.Operands.Select(Operand)),
        AnyOf any => string.Join(script.Own("，或"), any.Operands.Select(Operand)),
        Not not => script.Say($"并非（{Write(not.Operand)}）"),
        Comparison c => moments.Write(c.Fact) + script.Own(Sign(c)) + Right(c.Right),
        Membership m => script.Say($"{moments.Write(m.Fact)}为（{string.Join('；', m.Values.Select(Right))}）之一"),
        UnderCode { Codes: [var code] } u => script.Say($"{moments.Write(u.Fact)}属于{wording.Quote(code)}及其下位类"),
        UnderCode u => script.Say($"{moments.Write(u.Fact)}属于（{string.Join('；', u.Codes.Select(wording.Quote))}）之一及其下位类"),
        ContainsText c => script.Say($"{moments.Write(c.Fact)}含有{wording.Quote(c.Part)}"),
        MatchesPattern m => script.Say($"{moments.Write(m.Fact)}符合模式{wording.Quote(m.Pattern)}"),
        IsNever n => moments.Never(n.Fact),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private string Operand(Condition condition) => condition is AllOf or AnyOf ? $"（{Write(condition)}）" : Write(condition);

    private static string Sign(Comparison comparison) => comparison.Fact.Type switch
    {
        DateType or EventType => Sign(comparison.Operator, "早于", "不晚于", "晚于", "不早于"),
        NumberType => Sign(comparison.Operator, "小于", "不大于", "大于", "不小于"),
        CodeType or TextType or EnumerationType or YesNoType or DateListType => Sign(comparison.Operator, "低于", "不高于", "高于", "不低于"),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    private static string Sign(ComparisonOperator op, string less, string lessOrEqual, string greater, string greaterOrEqual) => op switch
    {
        ComparisonOperator.Equal => "为",
        ComparisonOperator.NotEqual => "不为",
        ComparisonOperator.Less => less,
        ComparisonOperator.LessOrEqual => lessOrEqual,
        ComparisonOperator.Greater => greater,
        ComparisonOperator.GreaterOrEqual => greaterOrEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    /// <summary>Texts stand in quotation marks, so that another fact is never taken for one.</summary>
    private string Right(Operand operand) => operand switch
    {
        FactOperand { Fact.IsDated: true } other => moments.Write(other.Fact),
        FactOperand other => script.Say($"{moments.Write(other.Fact)}的值"),
        ValueOperand { Value: var value } when value.IsDate => ChinesePeriods.Write(value.AsDate),
        ValueOperand { Value: var value } when value.IsNumber => value.AsNumber.ToString(CultureInfo.InvariantCulture),
        ValueOperand { Value: var value } when value.IsYesNo => value.AsYesNo ? "是" : "否",
        ValueOperand { Value: var value } => wording.Quote(value.AsText),
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };
}
