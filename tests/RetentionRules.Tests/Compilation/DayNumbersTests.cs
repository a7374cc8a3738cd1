using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Calendars;
using RetentionRules.Compilation;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Compilation;

public sealed class DayNumbersTests(ITestOutputHelper output)
{
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
