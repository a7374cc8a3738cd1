using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Calendars;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Compilation;

public sealed class DayNumbersTests(ITestOutputHelper output)
{
    private static readonly FactLayout oneDate = new([new FactDefinition("closed", new DateType(), FactRole.Declared, default)], ClassificationScheme.None);

    private static readonly Gen<DateOnly> AnyDay = Gen.OneOf(
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber),
        from year in Gen.Elements(1, 4, 1899, 1900, 2000, 2024, 2100, 9996, 9999)
        from month in Gen.Choose(1, 12)
        from fromEnd in Gen.Choose(0, 2)
        select new DateOnly(year, month, DateTime.DaysInMonth(year, month) - fromEnd));

    [Fact]
    public void EveryDay_IsThatOfTheFramework() => PropertyCheck.Holds(output, AnyDay, day =>
        DayNumbers.DateOf(day.DayNumber) == (day.Year, day.Month, day.Day) && DayNumbers.NumberOf(day.Year, day.Month, day.Day) == day.DayNumber, 10_000);

    [Fact]
    public void FirstAndLastDay_AreThoseOfTheFramework()
    {
        Assert.Equal((1, 1, 1), DayNumbers.DateOf(DateOnly.MinValue.DayNumber));
        Assert.Equal((9999, 12, 31), DayNumbers.DateOf(DateOnly.MaxValue.DayNumber));
    }

    [Fact]
    public void APeriod_EndsWhereRetentionPeriodEndsIt() => PropertyCheck.Holds(
        output,
        from day in AnyDay
        from years in Gen.OneOf(Gen.Choose(0, 150), Gen.Choose(0, 12_000))
        from months in Gen.Choose(0, 30)
        from days in Gen.Choose(0, 800)
        from up in Gen.Elements(true, false)
        select (day, new RetentionPeriod(years, months, 0, days), up),
        c =>
        {
            (DateOnly day, RetentionPeriod period, bool up) = c;
            DateBound meant = period.After(DateBound.At(day), up ? DateRounding.Up : DateRounding.Down);
            return DayNumbers.After(day.DayNumber, period.TotalMonths, period.TotalDays, up) == meant.Ordinal &&
                DayNumbers.NeedsRounding(day.DayNumber, period.TotalMonths, period.TotalDays) == period.NeedsRounding(DateBound.At(day));
        }, 10_000);

    [Fact]
    public void APeriodBehindATurn_EndsWhereTheTwoEndOneAfterTheOther() => PropertyCheck.Holds(
        output,
        from day in AnyDay
        from last in AnyDay
        from months in Gen.OneOf(Gen.Choose(0, 400), Gen.Choose(0, 120_000))
        from days in Gen.Choose(0, 400)
        from up in Gen.Elements(true, false)
        where last is not { Month: 2, Day: 28 }
        select (day, end: new DayOfYear(last.Month, last.Day), months, days, up),
        c =>
        {
            DateOnly end = c.end.In(c.day.Year);
            int start = c.day <= end ? end.DayNumber + 1 : c.day.Year == 9999 ? DayNumbers.AfterYear9999 : c.end.In(c.day.Year + 1).DayNumber + 1;
            RecordFacts facts = new(oneDate);
            facts.SetDay(0, c.day.DayNumber);
            CountedDay[] turn = CountedDay.AfterYears(c.end, [CountedDay.OfFact(0)]);
            return CountedDay.Of(CountedDay.After(turn, c.months, c.days, c.up), facts) == DayNumbers.After(start, c.months, c.days, c.up);
        }, 10_000);

    /// <summary>A year that ends on 28 February does not begin on a day of its own.</summary>
    [Fact]
    public void ATurnAtTheEndOfFebruary_IsLeftToTheProgram()
    {
        Assert.Empty(CountedDay.AfterYears(new DayOfYear(2, 28), [CountedDay.OfFact(0)]));
        Assert.NotEmpty(CountedDay.AfterYears(new DayOfYear(2, 29), [CountedDay.OfFact(0)]));
    }

    [Fact]
    public void TheEndsOfTime_StayWhatTheyAre()
    {
        foreach (int end in (int[])[DayNumbers.BeforeAll, DayNumbers.AfterYear9999, DayNumbers.Never])
        {
            Assert.Equal(end, DayNumbers.After(end, 12, 3, roundsUp: true));
            Assert.Equal(end, DayNumbers.Next(end));
            Assert.False(DayNumbers.IsDay(end));
        }

        Assert.Equal(DayNumbers.AfterYear9999, DayNumbers.Next(DateOnly.MaxValue.DayNumber));
    }
}
