using RetentionRules.Diagnostics.Catalogue;
using Sprache;
using static RetentionRules.Syntax.Language.Grammar.Combinators;
using static RetentionRules.Syntax.Language.Grammar.Tokens;

namespace RetentionRules.Syntax.Language.Grammar;

/// <summary>The grammar of dispositions (docs/language.md, "Dispositions").</summary>
internal static class DispositionGrammar
{
    private static readonly TextSyntax NoText = new("");

    private static readonly NameSyntax NoName = new("");

    private static readonly Parser<MomentSyntax> AssumedStart =
        (from after in Keyword("after")
         from amount in MomentGrammar.Amount
         select (MomentSyntax)new AssumedStartMomentSyntax(amount)).WithSpan();

    private static readonly Parser<MomentSyntax> CeilingTail =
        from comma in Sign(",")
        from phrase in Phrase("no later than")
        from ceiling in MomentGrammar.Simple
        select ceiling;

    private static readonly Parser<MomentSyntax> AtOnce =
        Phrase("at once").Select(_ => (MomentSyntax)new AtOnceMomentSyntax()).WithSpan();

    private static readonly Parser<TimingSyntax> AtOnceWindow =
        from floor in AtOnce
        from ceiling in CeilingTail
        select (TimingSyntax)new WindowSyntax(floor, ceiling);

    private static readonly Parser<TimingSyntax> CeilingOnly =
        (from phrase in Phrase("no later than")
         from ceiling in MomentGrammar.Simple
         select (TimingSyntax)new WindowSyntax(new AtOnceMomentSyntax { Span = ceiling.Span }, ceiling))
        .Mistake(LanguageDiagnostics.CeilingWithoutFloor);

    private static readonly Parser<TimingSyntax> Floor =
        from phrase in Phrase("no sooner than")
        from floor in MomentGrammar.Simple
        from timing in WithCeiling(floor)
        select timing;

    private static readonly Parser<TimingSyntax> Recurring =
        from every in Keyword("every")
        from amount in MomentGrammar.Amount
        from start in Bound("after")
        from until in Bound("until")
        select (TimingSyntax)new RecurringSyntax(amount, start, until);

    private static Parser<RecurrenceBound> Bound(string word) =>
        (from bound in Keyword(word)
         from moment in MomentGrammar.Simple
         select new RecurrenceBound([moment])).WithSpan().XOr(Parse.Return(RecurrenceBound.NotSaid));

    private static readonly Parser<TimingSyntax> Moment =
        from worded in Keyword("when").XOr(Keyword("at")).XOptional()
        from moment in MomentGrammar.Alternatives(AssumedStart.XOr(MomentGrammar.Simple))
        from fallback in MomentGrammar.FallbackTail(AssumedStart.XOr(MomentGrammar.Simple)).OrElse(MomentGrammar.NoFallback)
        from timing in WithCeiling(MomentGrammar.WithFallback(moment, fallback) with { Span = moment.Span })
        select timing;

    private static Parser<TimingSyntax> WithCeiling(MomentSyntax floor) =>
        CeilingTail.Select(ceiling => (TimingSyntax)new WindowSyntax(floor, ceiling)).OrElse(new AtMomentSyntax(floor) { Span = floor.Span });

    private static readonly Parser<TimingSyntax> Timing =
        Choice(AtOnceWindow, CeilingOnly, Floor, Recurring, Moment).WithSpan();

    private static Parser<TextSyntax> Keeper(string what) =>
        from to in Keyword("to") from keeper in QuotedText(what) select keeper;

    private static readonly Parser<TextSyntax> Method =
        (from word in Keyword("by") from method in QuotedText("a method in double quotes") select method).XOr(Parse.Return(NoText));

    private static readonly Parser<(ActionWord Action, TextSyntax Target)> Act = Choice(
        Action("cut off", ActionWord.CutOff, Parse.Return(NoText)),
        Action("destroy", ActionWord.Destroy, Method),
        Action("transfer", ActionWord.Transfer, Keeper("a keeper in double quotes")),
        Action("hand over", ActionWord.HandOver, Keeper("a receiver in double quotes")),
        Action("return", ActionWord.Return, Keeper("a receiver in double quotes")),
        Action("move", ActionWord.Move, Keeper("a place in double quotes")),
        Action("review", ActionWord.Review, Parse.Return(NoText)),
        Action("appraise", ActionWord.Appraise, Parse.Return(NoText)),
        Action("declassify", ActionWord.Declassify, Parse.Return(NoText)),
        Action("open", ActionWord.Open, Parse.Return(NoText)));

    private static Parser<(ActionWord Action, TextSyntax Target)> Action(string words, ActionWord action, Parser<TextSyntax> target) =>
        from phrase in Phrase(words) from text in target select (action, text);

    private static readonly Parser<NameSyntax> Label =
        (from word in Keyword("as")
         from name in Name("a name for the step", word => !Words.IsReserved(word))
         select name).XOr(Parse.Return(NoName));

    private static readonly Parser<SegmentSyntax> Step =
        from act in Act
        from timing in Timing
        from label in Label
        select (SegmentSyntax)new StepSyntax(act.Action, act.Target, timing, label);

    private static readonly Parser<SegmentSyntax> Segment = Choice(
        Keyword("permanent").Select(_ => (SegmentSyntax)new PermanentSyntax()),
        Phrase("then as decided").Select(_ => (SegmentSyntax)new AsDecidedSyntax()),
        Step).WithSpan();

    private static readonly Parser<DispositionSyntax> AsItem =
        from phrase in Phrase("as item")
        from item in QuotedText("an item number in double quotes")
        select (DispositionSyntax)new AsItemSyntax(item);

    private static readonly Parser<DispositionSyntax> Refer =
        from phrase in Phrase("refer to")
        from person in QuotedText("a person or office in double quotes")
        from question in
            (from word in Keyword("for") from text in QuotedText("the question in double quotes") select text).XOr(Parse.Return(NoText))
        select (DispositionSyntax)new ReferSyntax(person, question);

    private static readonly Parser<DispositionSyntax> Steps =
        SeparatedBy(Segment, Sign(";")).Select(segments => (DispositionSyntax)new StepsSyntax(segments));

    public static readonly Parser<DispositionSyntax> Disposition = Choice(AsItem, Refer, Steps).WithSpan();
}
