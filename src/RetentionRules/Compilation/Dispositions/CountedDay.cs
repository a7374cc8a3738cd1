using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// A day that counts from that of a fact: first to the next turn of a year, where there is one, and then by a period. Most
/// moments are no more than this, or the first of a few of which the others count only where the fact never comes.
/// </summary>
/// <param name="Place">The place of the fact.</param>
/// <param name="YearBegins">The first day of a new year; the default where no turn is waited for.</param>
/// <param name="Months">The months of the period.</param>
/// <param name="Days">The days behind the months.</param>
/// <param name="RoundsUp">Where the day does not exist on which the months are over: whether the next one is taken.</param>
internal readonly record struct CountedDay(int Place, DayOfYear YearBegins, int Months, int Days, bool RoundsUp)
{
    /// <summary>The day is not known, or lies between two days: the program of the disposition says which.</summary>
    public const int NotKnown = int.MinValue;

    /// <summary>Whether it is the day of the fact itself.</summary>
    private bool IsFact => this == OfFact(Place);

    public static CountedDay OfFact(int place) => new(place, default, 0, 0, RoundsUp: false);

    /// <summary>The turn of the years that end on a day, behind days of facts; none where one is more than that.</summary>
    public static CountedDay[] AfterYears(DayOfYear end, CountedDay[] days)
    {
        // After 28 February a year begins on a day that depends on the year.
        bool isFixed = end.Month != 0 && end is not { Month: 2, Day: 28 };
        return isFixed && Array.TrueForAll(days, d => d.IsFact) ? [.. days.Select(d => d with { YearBegins = DayAfter(end) })] : [];
    }

    private static DayOfYear DayAfter(DayOfYear end) => end.Day < DayNumbers.MostDaysIn(end.Month) ? end with { Day = end.Day + 1 } : new DayOfYear((end.Month % 12) + 1, 1);

    /// <summary>A period behind days; none where one of them has a period already, because the sum is rounded twice then.</summary>
    public static CountedDay[] After(CountedDay[] days, int months, int daysBehind, bool roundsUp) =>
        Array.TrueForAll(days, d => d is { Months: 0, Days: 0 }) ? [.. days.Select(d => d with { Months = months, Days = daysBehind, RoundsUp = roundsUp })] : [];

    /// <summary>The day of a record: that of the first whose fact is not never, or never; <see cref="NotKnown"/> where that is open.</summary>
    public static int Of(ReadOnlySpan<CountedDay> alternatives, RecordFacts facts)
    {
        foreach (ref readonly CountedDay day in alternatives)
        {
            ref readonly FactBits fact = ref facts.At(day.Place);
            if (fact.State == FactState.Known) return day.From(fact.AsDayNumber);
            if (fact.State != FactState.Never) return NotKnown;
        }

        return DayNumbers.Never;
    }

    private int From(int day) => YearBegins.Month == 0 ? DayNumbers.After(day, Months, Days, RoundsUp) : DayNumbers.AfterYear(day, YearBegins, Months, Days, RoundsUp);
}
