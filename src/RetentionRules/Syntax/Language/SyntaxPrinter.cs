using System.Globalization;
using System.Text;
using RetentionRules.Text;

namespace RetentionRules.Syntax.Language;

/// <summary>
/// Writes a tree in the one canonical way; parsing the result gives the same tree. Parentheses stand where the grammar
/// needs them and nowhere else.
/// </summary>
internal static class SyntaxPrinter
{
    public static string Print(ConditionSyntax condition) => condition switch
    {
        LogicSyntax logic => PrintLogic(logic),
        NotSyntax { Operand: LogicSyntax or NotSyntax } not => $"not ({Print(not.Operand)})",
        NotSyntax not => $"not {Print(not.Operand)}",
        ComparisonSyntax c => $"{c.Fact.Text} {Print(c.Word)} {Print(c.Right)}",
        MembershipSyntax m => $"{m.Fact.Text} in ({string.Join(", ", m.Values.Select(Print))})",
        UnderSyntax { Codes: [var code] } under => $"{under.Fact.Text} under {QuotedText.Write(code.Value)}",
        UnderSyntax under => $"{under.Fact.Text} under ({string.Join(", ", under.Codes.Select(c => QuotedText.Write(c.Value)))})",
        ContainsSyntax c => $"{c.Fact.Text} contains {QuotedText.Write(c.Part.Value)}",
        MatchesSyntax m => $"{m.Fact.Text} matches {QuotedText.Write(m.Pattern.Value)}",
        IsNeverSyntax n => $"{n.Fact.Text} is never",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string PrintLogic(LogicSyntax logic)
    {
        StringBuilder output = new(PrintOperand(logic.Operands[0]));
        for (int i = 0; i < logic.Words.Count; i++)
            output.Append(logic.Words[i] == LogicWord.And ? " and " : " or ").Append(PrintOperand(logic.Operands[i + 1]));
        return output.ToString();
    }

    private static string PrintOperand(ConditionSyntax operand) => operand is LogicSyntax ? $"({Print(operand)})" : Print(operand);

    public static string Print(ComparisonWord word) => word switch
    {
        ComparisonWord.Equal => "=",
        ComparisonWord.NotEqual => "!=",
        ComparisonWord.Less => "<",
        ComparisonWord.LessOrEqual => "<=",
        ComparisonWord.Greater => ">",
        ComparisonWord.GreaterOrEqual => ">=",
        ComparisonWord.Before => "before",
        ComparisonWord.OnOrBefore => "on or before",
        ComparisonWord.On => "on",
        ComparisonWord.OnOrAfter => "on or after",
        ComparisonWord.After => "after",
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    private static string Print(OperandSyntax operand) => operand switch
    {
        TextOperandSyntax text => QuotedText.Write(text.Value),
        NumberOperandSyntax number => number.Digits,
        DateOperandSyntax date => date.Digits,
        WordOperandSyntax word => word.Word,
        FactOperandSyntax fact => "fact " + fact.Fact.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };

    public static string Print(MomentSyntax moment) => moment switch
    {
        NameMomentSyntax name => name.Name.Text,
        AnyMomentSyntax any => "any " + any.Name.Text,
        OrdinalMomentSyntax ordinal => $"{Lower(ordinal.Ordinal)} of {ordinal.Name.Text}",
        AfterMomentSyntax after => $"{Print(after.Amount)} after {PrintBase(after.Base)}",
        AssumedStartMomentSyntax assumed => "after " + Print(assumed.Amount),
        CycleMomentSyntax { Edge: CycleEdgeWord.EndOf } cycle => $"end of {cycle.Cycle.Name} of {PrintPrimary(cycle.Base)}",
        CycleMomentSyntax cycle => $"start of next {cycle.Cycle.Name} after {PrintPrimary(cycle.Base)}",
        ExtremeMomentSyntax extreme => $"{Lower(extreme.Extreme)} of ({string.Join(", ", extreme.Moments.Select(PrintSimple))})",
        FallbackMomentSyntax fallback => PrintFallback(fallback, Print),
        AlternativesMomentSyntax alternatives => PrintAlternatives(alternatives),
        AtOnceMomentSyntax => "at once",
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    private static string PrintFallback(FallbackMomentSyntax fallback, Func<MomentSyntax, string> print)
    {
        string main = fallback.Main is FallbackMomentSyntax ? $"({Print(fallback.Main)})" : print(fallback.Main);
        string otherwise = fallback.Fallback is FallbackMomentSyntax or AlternativesMomentSyntax
            ? $"({Print(fallback.Fallback)})"
            : print(fallback.Fallback);
        return $"{main}, or if that never happens {otherwise}";
    }

    private static string PrintAlternatives(AlternativesMomentSyntax alternatives)
    {
        string word = alternatives.Joint == LogicWord.And ? " and " : " or ";
        string text = string.Join(word, alternatives.Alternatives.Select((a, i) => PrintAlternative(a, first: i == 0)));
        return alternatives.Whichever switch
        {
            WhicheverWord.NotSaid => text,
            WhicheverWord.Earlier => text + ", whichever is earlier",
            WhicheverWord.Later => text + ", whichever is later",
            _ => throw new ArgumentOutOfRangeException(nameof(alternatives)),
        };
    }

    private static string PrintAlternative(AlternativeSyntax alternative, bool first) =>
        !first && alternative is { IsComplete: true, Moment: NameMomentSyntax }
            ? "when " + Print(alternative.Moment)
            : PrintSimple(alternative.Moment);

    private static string PrintSimple(MomentSyntax moment) =>
        moment is FallbackMomentSyntax or AlternativesMomentSyntax ? $"({Print(moment)})" : Print(moment);

    private static string PrintBase(MomentSyntax moment) =>
        moment is AfterMomentSyntax ? $"({Print(moment)})" : PrintSimple(moment);

    private static string PrintPrimary(MomentSyntax moment) =>
        moment is CycleMomentSyntax ? $"({Print(moment)})" : PrintBase(moment);

    public static string Print(AmountSyntax amount) => amount switch
    {
        PeriodSyntax period => Print(period),
        ParameterSyntax parameter => parameter.Name.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(amount)),
    };

    public static string Print(PeriodSyntax period)
    {
        (int Count, string Unit)[] units =
            [(period.Years, "year"), (period.Months, "month"), (period.Weeks, "week"), (period.Days, "day"), (period.Hours, "hour")];
        string[] parts = [.. units.Where(u => u.Count != 0).Select(u => Count(u.Count, u.Unit))];
        return parts.Length == 0 ? "0 days" : string.Join(" and ", parts);
    }

    private static string Count(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");

    public static string Print(DispositionSyntax disposition) => disposition switch
    {
        AsItemSyntax item => "as item " + QuotedText.Write(item.Item.Value),
        ReferSyntax { Question.Value: "" } refer => "refer to " + QuotedText.Write(refer.To.Value),
        ReferSyntax refer => $"refer to {QuotedText.Write(refer.To.Value)} for {QuotedText.Write(refer.Question.Value)}",
        StepsSyntax steps => string.Join("; ", steps.Segments.Select(Print)),
        _ => throw new ArgumentOutOfRangeException(nameof(disposition)),
    };

    public static string Print(SegmentSyntax segment) => segment switch
    {
        PermanentSyntax => "permanent",
        AsDecidedSyntax => "then as decided",
        StepSyntax { Label.Text: "" } step => PrintAct(step) + " " + Print(step.Timing),
        StepSyntax step => $"{PrintAct(step)} {Print(step.Timing)} as {step.Label.Text}",
        _ => throw new ArgumentOutOfRangeException(nameof(segment)),
    };

    public static string PrintAct(StepSyntax step) => (step.Action, step.Target.Value) switch
    {
        (ActionWord.Destroy, "") => "destroy",
        (ActionWord.Destroy, var method) => "destroy by " + QuotedText.Write(method),
        (_, "") => PhraseOf(step.Action),
        (_, var target) => $"{PhraseOf(step.Action)} to {QuotedText.Write(target)}",
    };

    private static string PhraseOf(ActionWord action) => action switch
    {
        ActionWord.CutOff => "cut off",
        ActionWord.HandOver => "hand over",
        ActionWord.Destroy or ActionWord.Transfer or ActionWord.Return or ActionWord.Move or ActionWord.Review or
            ActionWord.Appraise or ActionWord.Declassify or ActionWord.Open => Lower(action),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    public static string Print(TimingSyntax timing) => timing switch
    {
        AtMomentSyntax at => PrintWorded(at.Moment),
        WindowSyntax { Floor: AtOnceMomentSyntax } window => $"at once, no later than {PrintSimple(window.Ceiling)}",
        WindowSyntax window => $"no sooner than {PrintSimple(window.Floor)}, no later than {PrintSimple(window.Ceiling)}",
        RecurringSyntax recurring =>
            $"every {Print(recurring.Every)}{PrintBound("after", recurring.From)}{PrintBound("until", recurring.Until)}",
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    private static string PrintBound(string word, RecurrenceBound bound) =>
        bound.Moments.Count == 0 ? "" : $" {word} {PrintSimple(bound.Moments[0])}";

    /// <summary>A moment behind an action: an event with <c>when</c>, the edge of a cycle with <c>at</c>.</summary>
    private static string PrintWorded(MomentSyntax moment) => moment switch
    {
        NameMomentSyntax or AnyMomentSyntax or OrdinalMomentSyntax => "when " + Print(moment),
        CycleMomentSyntax => "at " + Print(moment),
        FallbackMomentSyntax fallback => PrintFallback(fallback, PrintWorded),
        AlternativesMomentSyntax { Alternatives: [{ Moment: NameMomentSyntax }, ..] } => "when " + Print(moment),
        _ => Print(moment),
    };

    private static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
