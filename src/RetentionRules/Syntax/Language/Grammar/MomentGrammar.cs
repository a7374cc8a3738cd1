using RetentionRules.Diagnostics.Catalogue;
using Sprache;
using static RetentionRules.Syntax.Language.Grammar.Combinators;
using static RetentionRules.Syntax.Language.Grammar.Tokens;

namespace RetentionRules.Syntax.Language.Grammar;

/// <summary>The grammar of moments (docs/language.md, "Moments").</summary>
internal static class MomentGrammar
{
    public static readonly IReadOnlyList<MomentSyntax> NoFallback = [];

    public static readonly Parser<NameSyntax> Name = Tokens.Name("an event or a date", Words.CanNameMoment);

    private static readonly Parser<NameSyntax> ParameterName = Tokens.Name("a parameter", word => !Words.IsReserved(word));

    public static readonly Parser<AmountSyntax> Amount =
        PeriodGrammar.Period.Select(p => (AmountSyntax)p)
            .XOr(ParameterName.Select(n => (AmountSyntax)new ParameterSyntax(n)).WithSpan());

    private static readonly Parser<MomentSyntax> NameMoment = Name.Select(n => (MomentSyntax)new NameMomentSyntax(n)).WithSpan();

    private static readonly Parser<MomentSyntax> AnyMoment =
        (from any in Keyword("any") from name in Name select (MomentSyntax)new AnyMomentSyntax(name)).WithSpan();

    private static readonly Parser<MomentSyntax> OrdinalMoment =
        (from ordinal in Choice(
             Keyword("first").Return(OrdinalWord.First),
             Keyword("second").Return(OrdinalWord.Second),
             Keyword("third").Return(OrdinalWord.Third),
             Keyword("last").Return(OrdinalWord.Last))
         from of in Keyword("of")
         from name in Name
         select (MomentSyntax)new OrdinalMomentSyntax(ordinal, name)).WithSpan();

    private static readonly Parser<MomentSyntax> Parenthesised =
        from open in Sign("(")
        from inner in Lazily(() => Complete!)
        from close in Sign(")")
        select inner;

    private static readonly Parser<MomentSyntax> ListItem =
        from worded in Keyword("when").XOr(Keyword("at")).XOptional()
        from item in Lazily(() => Simple!)
        from fallback in FallbackTail(Lazily(() => Simple!)).Mistake(LanguageDiagnostics.FallbackInList).OrElse(NoFallback)
        select WithFallback(item, fallback);

    private static readonly Parser<MomentSyntax> ExtremeMoment =
        (from extreme in Keyword("earliest").Return(ExtremeWord.Earliest).XOr(Keyword("latest").Return(ExtremeWord.Latest))
         from of in Keyword("of")
         from items in ListOf(ListItem)
         select (MomentSyntax)new ExtremeMomentSyntax(extreme, items)).WithSpan();

    private static readonly Parser<CycleSyntax> Cycle =
        (from name in Choice(
             YearCycle("calendar"), YearCycle("fiscal"), YearCycle("academic"),
             Keyword("year").Mistake(LanguageDiagnostics.WhichYear).Return("calendar year"),
             AnyWord("a cycle such as `fiscal year` or `month`"))
         select new CycleSyntax(name)).WithSpan();

    private static Parser<string> YearCycle(string kind) =>
        from first in Keyword(kind) from second in Keyword("year") select kind + " year";

    public static readonly Parser<MomentSyntax> CycleMoment = Choice(
        (from end in Keyword("end")
         from of in Keyword("of")
         from cycle in Cycle
         from of2 in Keyword("of")
         from operand in Lazily(() => Primary!)
         select (MomentSyntax)new CycleMomentSyntax(CycleEdgeWord.EndOf, cycle, operand)).WithSpan(),
        (from start in Phrase("start of next")
         from cycle in Cycle
         from after in Keyword("after")
         from operand in Lazily(() => Primary!)
         select (MomentSyntax)new CycleMomentSyntax(CycleEdgeWord.StartOfNext, cycle, operand)).WithSpan());

    /// <summary>What a cycle may be the cycle of: nothing that would need parentheses to be read in one way only.</summary>
    private static readonly Parser<MomentSyntax> Primary =
        Choice(Parenthesised, ExtremeMoment, OrdinalMoment, AnyMoment, NameMoment);

    private static readonly Parser<MomentSyntax> Base = Choice(CycleMoment, Primary);

    private static readonly Parser<AmountSyntax> AmountAfter =
        (from amount in Amount from after in Keyword("after") select amount).AllOrNothing();

    /// <summary>
    /// <c>6 years after x</c>. A second period without parentheses is understood and refused; the loop keeps a long
    /// chain of them off the stack.
    /// </summary>
    private static readonly Parser<MomentSyntax> AfterMoment =
        (from amount in AmountAfter
         from more in AmountAfter.Mistake(LanguageDiagnostics.NestedPeriod).Repeated()
         from start in Base
         select Nest([amount, .. more], start)).WithSpan();

    private static MomentSyntax Nest(IReadOnlyList<AmountSyntax> amounts, MomentSyntax start) =>
        amounts.Reverse().Aggregate(start, (inner, amount) => new AfterMomentSyntax(amount, inner) { Span = amount.Span });

    /// <summary>A moment without fallback and without a choice: what stands in a list.</summary>
    public static readonly Parser<MomentSyntax> Simple = AfterMoment.XOr(Base);

    /// <summary>A moment with all that may follow it: where it stands alone, or in parentheses.</summary>
    public static readonly Parser<MomentSyntax> Complete =
        (from worded in Keyword("when").XOr(Keyword("at")).XOptional()
         from moment in Alternatives(Simple)
         from fallback in FallbackTail(Simple).OrElse(NoFallback)
         select WithFallback(moment, fallback)).WithSpan();

    public static MomentSyntax WithFallback(MomentSyntax main, IReadOnlyList<MomentSyntax> fallback) =>
        fallback.Count == 0 ? main : new FallbackMomentSyntax(main, fallback[0]);

    /// <summary><c>, or if that never happens …</c>: one moment, or none.</summary>
    public static Parser<IReadOnlyList<MomentSyntax>> FallbackTail(Parser<MomentSyntax> moment) =>
        from comma in Sign(",")
        from phrase in Phrase("or if that never happens")
        from worded in Keyword("when").XOr(Keyword("at")).XOptional()
        from fallback in moment
        select (IReadOnlyList<MomentSyntax>)[fallback];

    /// <summary><c>a or b, whichever is later</c>, or just the one moment.</summary>
    public static Parser<MomentSyntax> Alternatives(Parser<MomentSyntax> first) =>
        (from start in first
         from rest in FurtherAlternative.Repeated()
         from whichever in Whichever.OrElse(WhicheverWord.NotSaid)
         select Choose(start, rest, whichever)).WithSpan();

    private static readonly Parser<(LogicWord Joint, AlternativeSyntax Alternative)> FurtherAlternative =
        from joint in Keyword("or").Return(LogicWord.Or).XOr(Keyword("and").Return(LogicWord.And))
        from alternative in
            (from worded in Keyword("when").XOr(Keyword("at")).XOptional()
             from moment in Simple
             select new AlternativeSyntax(moment, worded.IsDefined || moment is not NameMomentSyntax)).WithSpan()
        select (joint, alternative);

    private static readonly Parser<WhicheverWord> Whichever =
        from comma in Sign(",")
        from phrase in Phrase("whichever is")
        from word in Choice(
            Keyword("earlier").Return(WhicheverWord.Earlier),
            Keyword("later").Return(WhicheverWord.Later),
            Foreign("sooner", "earlier").Return(WhicheverWord.Earlier),
            Foreign("shorter", "earlier").Return(WhicheverWord.Earlier),
            Foreign("longer", "later").Return(WhicheverWord.Later))
        select word;

    private static Parser<string> Foreign(string word, string instead) =>
        Keyword(word).Mistake(LanguageDiagnostics.ForeignSign, word, $"write `{instead}`");

    private static MomentSyntax Choose(
        MomentSyntax first, IReadOnlyList<(LogicWord Joint, AlternativeSyntax Alternative)> rest, WhicheverWord whichever)
    {
        if (rest.Count == 0 && whichever == WhicheverWord.NotSaid) return first;
        AlternativeSyntax start = new(first, IsComplete: true) { Span = first.Span };
        LogicWord joint = rest.Any(r => r.Joint == LogicWord.And) ? LogicWord.And : LogicWord.Or;
        return new AlternativesMomentSyntax([start, .. rest.Select(r => r.Alternative)], joint, whichever);
    }
}
