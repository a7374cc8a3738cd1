using System.Globalization;
using RetentionRules.Diagnostics.Catalogue;
using Sprache;
using static RetentionRules.Syntax.Language.Grammar.Combinators;
using static RetentionRules.Syntax.Language.Grammar.Tokens;

namespace RetentionRules.Syntax.Language.Grammar;

/// <summary>The grammar of periods: <c>6 years</c>, <c>7 years and 6 months</c>, <c>90 days</c>.</summary>
internal static class PeriodGrammar
{
    /// <summary>The calendar ends with year 9999, and a period longer than it is a slip of the finger.</summary>
    public const int MaxCount = 9999;

    private enum Unit
    {
        Years,
        Months,
        Weeks,
        Days,
        Hours,
    }

    private static readonly (string Word, int Value)[] NumberWords =
    [
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
        ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("eighteen", 18), ("twenty", 20), ("twenty-five", 25), ("thirty", 30), ("forty", 40), ("fifty", 50),
        ("sixty", 60), ("seventy", 70), ("seventy-five", 75), ("eighty", 80), ("ninety", 90),
    ];

    private static readonly Parser<int> Digits = input =>
    {
        IResult<string> digits = Number("a number")(input);
        if (!digits.WasSuccessful) return Result.Failure<int>(input, digits.Message, digits.Expectations);
        string text = digits.Value;
        bool whole = text.All(char.IsAsciiDigit);
        bool fits = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= MaxCount;
        Mistake? mistake = !whole
            ? new Mistake(LanguageDiagnostics.PeriodNotWhole, Between(input, digits.Remainder), text, "")
            : !fits ? new Mistake(LanguageDiagnostics.PeriodTooLong, Between(input, digits.Remainder), Shortened(text), "") : null;
        if (mistake is not null) ((LanguageInput)input).Trace.Record(mistake);
        return Result.Success(fits ? value : 0, digits.Remainder);
    };

    private static string Shortened(string digits) => digits.Length <= 12 ? digits : digits[..12] + "…";

    private static readonly Parser<int> InWords = Choice([.. NumberWords.Select(n => Keyword(n.Word)
        .Mistake(LanguageDiagnostics.NumberInWords, n.Word, string.Create(CultureInfo.InvariantCulture, $"write `{n.Value}`"))
        .Return(n.Value))]);

    private static readonly Parser<Unit> UnitWord = Choice(
        UnitCalled(Unit.Years, "years", "year"),
        UnitCalled(Unit.Months, "months", "month"),
        UnitCalled(Unit.Weeks, "weeks", "week"),
        UnitCalled(Unit.Days, "days", "day"),
        UnitCalled(Unit.Hours, "hours", "hour"));

    private static Parser<Unit> UnitCalled(Unit unit, string plural, string singular) =>
        Keyword(plural).XOr(Keyword(singular).Silently()).Return(unit);

    private static readonly Parser<(int Count, Unit Unit)> Part =
        from count in Digits.XOr(InWords)
        from unit in UnitWord
        select (count, unit);

    private static readonly Parser<(int Count, Unit Unit)> FurtherPart =
        (from joint in Sign(",").XOr(Keyword("and")).Silently().OrElse("")
         from part in Part
         select part).AllOrNothing();

    public static readonly Parser<PeriodSyntax> Period =
        (from first in Part
         from rest in FurtherPart.Repeated()
         select Sum([first, .. rest])).WithSpan();

    private static PeriodSyntax Sum(IReadOnlyList<(int Count, Unit Unit)> parts)
    {
        int Total(Unit unit) => parts.Where(p => p.Unit == unit).Sum(p => p.Count);
        return new PeriodSyntax(Total(Unit.Years), Total(Unit.Months), Total(Unit.Weeks), Total(Unit.Days), Total(Unit.Hours));
    }
}
