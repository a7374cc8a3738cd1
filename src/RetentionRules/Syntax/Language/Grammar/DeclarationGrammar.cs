using System.Globalization;
using Sprache;
using static RetentionRules.Syntax.Language.Grammar.Combinators;
using static RetentionRules.Syntax.Language.Grammar.Tokens;

namespace RetentionRules.Syntax.Language.Grammar;

/// <summary>The grammar of what a schedule declares: types of facts, parameters, ends of years.</summary>
internal static class DeclarationGrammar
{
    private static readonly string[] MonthNames =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>A value of an enumeration: quotes are only needed where it is not a single word or number.</summary>
    private static readonly Parser<TextSyntax> Value = Choice(
        QuotedText("a value"),
        AnyWord("a value").Select(word => new TextSyntax(word)),
        Number("a value").Select(number => new TextSyntax(number))).WithSpan();

    private static readonly Parser<FactTypeSyntax> Enumeration =
        from ordered in Phrase("one of").Return(false).XOr(Keyword("ordered").Return(true))
        from values in ListOf(Value, "[", "]")
        select (FactTypeSyntax)new EnumerationTypeSyntax(ordered, values);

    private static readonly Parser<string> YesNo =
        (from yes in Keyword("yes").Silently() from slash in Sign("/") from no in Keyword("no") select "yes/no").XOr(Expected<string>("`yes/no`"));

    private static Parser<FactTypeSyntax> Simple<T>(Parser<T> words, SimpleTypeWord word) =>
        words.Select(_ => (FactTypeSyntax)new SimpleTypeSyntax(word));

    public static readonly Parser<FactTypeSyntax> FactType = Choice(
        Enumeration,
        Simple(Keyword("code"), SimpleTypeWord.Code),
        Simple(Keyword("text"), SimpleTypeWord.Text),
        Simple(Keyword("number"), SimpleTypeWord.Number),
        Simple(Keyword("date"), SimpleTypeWord.Date),
        Simple(Keyword("event"), SimpleTypeWord.Event),
        Simple(YesNo, SimpleTypeWord.YesNo),
        Simple(Phrase("related record"), SimpleTypeWord.RelatedRecord),
        Simple(Phrase("list of dates"), SimpleTypeWord.DateList)).WithSpan();

    public static readonly Parser<ParameterTypeSyntax> ParameterType =
        (from phrase in Phrase("period from")
         from least in PeriodGrammar.Period
         from to in Keyword("to")
         from most in PeriodGrammar.Period
         select new ParameterTypeSyntax(least, most)).WithSpan();

    private static readonly Parser<int> Month =
        Choice([.. MonthNames.Select((name, index) => Keyword(name).Return(index + 1))]);

    private static readonly Parser<int> DayOfMonth = input =>
    {
        IResult<string> digits = Number("a day from 1 to 31").Silently()(input);
        bool fits = digits.WasSuccessful && int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int day) && day is >= 1 and <= 31;
        return fits
            ? Result.Success(int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture), digits.Remainder)
            : Expected<int>("a day from 1 to 31")(input);
    };

    private static readonly Parser<int> Day = Choice(Phrase("last day of").Return(0), DayOfMonth);

    public static readonly Parser<YearEndSyntax> YearEnd =
        (from day in Day
         from month in Month
         from years in
             (from of in Keyword("of")
              from word in Keyword("odd").Return(YearsWord.Odd).XOr(Keyword("even").Return(YearsWord.Even))
              from noun in Keyword("years")
              select word).XOr(Parse.Return(YearsWord.Every))
         select new YearEndSyntax(day, month, years)).WithSpan();
}
