using RetentionRules.Diagnostics.Catalogue;
using Sprache;
using static RetentionRules.Syntax.Language.Grammar.Combinators;
using static RetentionRules.Syntax.Language.Grammar.Tokens;

namespace RetentionRules.Syntax.Language.Grammar;

/// <summary>The grammar of conditions (docs/language.md, "Conditions").</summary>
internal static class ConditionGrammar
{
    private static readonly Parser<NameSyntax> FactName = Name("a fact", name => !Words.IsReserved(name));

    private static readonly Parser<OperandSyntax> TextOperand = QuotedText("a text in double quotes").Select(t => new TextOperandSyntax(t.Value));

    private static readonly Parser<OperandSyntax> DateOperand = Date("a date").Select(d => new DateOperandSyntax(d));

    private static readonly Parser<OperandSyntax> NumberOperand = Number("a number").Select(n => new NumberOperandSyntax(n));

    private static readonly Parser<OperandSyntax> FactOperand =
        from word in Keyword("fact")
        from name in FactName
        select (OperandSyntax)new FactOperandSyntax(name);

    private static readonly Parser<OperandSyntax> WordOperand =
        Name("a value", _ => true).Select(n => new WordOperandSyntax(n.Text));

    private static readonly Parser<OperandSyntax> TodayOperand =
        Keyword("today").XOr(Keyword("now")).Mistake(LanguageDiagnostics.ConditionOnToday).Select(w => new WordOperandSyntax(w));

    private static readonly Parser<OperandSyntax> Operand =
        Choice(TextOperand, DateOperand, NumberOperand, FactOperand, TodayOperand, WordOperand).WithSpan();

    private static readonly Parser<ComparisonWord> ComparisonSign = Choice(
        Sign("!=").Return(ComparisonWord.NotEqual),
        Sign("<=").Return(ComparisonWord.LessOrEqual),
        Sign("<").Return(ComparisonWord.Less),
        Sign(">=").Return(ComparisonWord.GreaterOrEqual),
        Sign(">").Return(ComparisonWord.Greater),
        Sign("==").Mistake(LanguageDiagnostics.ForeignSign, "==", "write `=`").Return(ComparisonWord.Equal),
        Sign("=").Return(ComparisonWord.Equal));

    private static readonly Parser<ComparisonWord> OnWord =
        from start in Keyword("on")
        from word in Choice(
            from or in Keyword("or")
            from side in Keyword("before").Return(ComparisonWord.OnOrBefore).XOr(Keyword("after").Return(ComparisonWord.OnOrAfter))
            select side,
            Parse.Return(ComparisonWord.On))
        select word;

    private static readonly Parser<ComparisonWord> DateWord = Choice(
        Keyword("before").Return(ComparisonWord.Before), Keyword("after").Return(ComparisonWord.After), OnWord);

    private static Parser<ConditionSyntax> Comparison(NameSyntax fact) =>
        from word in ComparisonSign.XOr(DateWord)
        from right in Operand
        select (ConditionSyntax)new ComparisonSyntax(fact, word, right);

    private static Parser<ConditionSyntax> Membership(NameSyntax fact) =>
        from word in Keyword("in")
        from values in ListOf(Operand)
        select (ConditionSyntax)new MembershipSyntax(fact, values);

    private static Parser<ConditionSyntax> Under(NameSyntax fact) =>
        from word in Keyword("under")
        from codes in ListOf(QuotedText("a code in double quotes")).XOr(QuotedText("a code in double quotes").Select(c => (IReadOnlyList<TextSyntax>)[c]))
        select (ConditionSyntax)new UnderSyntax(fact, codes);

    private static Parser<ConditionSyntax> Contains(NameSyntax fact) =>
        from word in Keyword("contains")
        from part in QuotedText("a text in double quotes")
        select (ConditionSyntax)new ContainsSyntax(fact, part);

    private static Parser<ConditionSyntax> Matches(NameSyntax fact) =>
        from word in Keyword("matches")
        from pattern in QuotedText("a pattern in double quotes")
        select (ConditionSyntax)new MatchesSyntax(fact, pattern);

    /// <summary>A question of what is known is understood, to be refused with its reason.</summary>
    private static readonly Parser<string> Never = Choice(
        Keyword("never"),
        (from not in Keyword("not").XOptional()
         from word in Choice(
             Keyword("known"), Keyword("unknown"), Keyword("null"), Keyword("empty"), Keyword("missing"), Keyword("blank"), Keyword("pending"))
         select word).Mistake(LanguageDiagnostics.QuestionOfKnowledge));

    private static Parser<ConditionSyntax> IsNever(NameSyntax fact) =>
        from word in Keyword("is")
        from never in Never
        select (ConditionSyntax)new IsNeverSyntax(fact);

    private static readonly Parser<ConditionSyntax> Statement =
        (from fact in FactName
         from condition in Choice(
             Comparison(fact), Membership(fact), Under(fact), Contains(fact), Matches(fact), IsNever(fact))
         select condition).WithSpan();

    private static readonly Parser<ConditionSyntax> Parenthesised =
        from open in Sign("(")
        from inner in Lazily(() => Condition!)
        from close in Sign(")")
        select inner;

    private static readonly Parser<ConditionSyntax> Negation =
        (from not in Keyword("not")
         from more in Keyword("not").Mistake(LanguageDiagnostics.NotAfterNot).Repeated()
         from operand in Parenthesised.XOr(Statement)
         select (ConditionSyntax)new NotSyntax(operand)).WithSpan();

    private static readonly Parser<ConditionSyntax> Term = Choice(Negation, Parenthesised, Statement);

    private static readonly Parser<LogicWord> Joint = Choice(
        Keyword("and").Return(LogicWord.And),
        Keyword("or").Return(LogicWord.Or),
        Sign("&&").Mistake(LanguageDiagnostics.ForeignSign, "&&", "write `and`").Return(LogicWord.And),
        Sign("||").Mistake(LanguageDiagnostics.ForeignSign, "||", "write `or`").Return(LogicWord.Or));

    public static readonly Parser<ConditionSyntax> Condition =
        (from first in Term
         from rest in (from word in Joint from term in Term select (word, term)).Repeated()
         select Join(first, rest)).WithSpan();

    private static ConditionSyntax Join(ConditionSyntax first, IReadOnlyList<(LogicWord Word, ConditionSyntax Term)> rest) =>
        rest.Count == 0 ? first : new LogicSyntax([first, .. rest.Select(r => r.Term)], [.. rest.Select(r => r.Word)]);
}
