using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Calendars;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Calendars;

public sealed class CalendarCycleTests(ITestOutputHelper output)
{
    [Theory]
    // Ends of fiscal years that countries and agencies really have.
    [InlineData(9, 30, "2026-09-30", "2026-10-01")]
    [InlineData(9, 30, "2026-10-01", "2027-10-01")]
    [InlineData(6, 30, "2026-06-30", "2026-07-01")]
    [InlineData(6, 30, "2026-07-01", "2027-07-01")]
    [InlineData(4, 5, "2026-04-05", "2026-04-06")]
    [InlineData(4, 5, "2026-04-06", "2027-04-06")]
    // 28 February is taken at its word: in a leap year the 29th belongs to the next year.
    [InlineData(2, 28, "2023-02-28", "2023-03-01")]
    [InlineData(2, 28, "2024-02-28", "2024-02-29")]
    [InlineData(2, 28, "2024-02-29", "2025-03-01")]
    // 29 February is the last day of the month.
    [InlineData(2, 29, "2024-02-29", "2024-03-01")]
    [InlineData(2, 29, "2023-02-28", "2023-03-01")]
    [InlineData(2, DayOfYear.LastOfMonth, "2024-02-28", "2024-03-01")]
    public void TheNextFiscalYear_BeginsOnTheDayAfterTheLast(int month, int day, string within, string expected) =>
        Assert.Equal(expected, new YearlyCycle("fiscal year", YearParity.Every, new DayOfYear(month, day)).NextStart(Day(within)).NotBefore.ToString());

    [Theory]
    [InlineData("calendar year", "2026-11-22", "2027-01-01")]
    [InlineData("half-year", "2026-06-30", "2026-07-01")]
    [InlineData("half-year", "2026-07-01", "2027-01-01")]
    [InlineData("quarter", "2026-09-30", "2026-10-01")]
    [InlineData("month", "2024-02-10", "2024-03-01")]
    [InlineData("month", "2023-12-31", "2024-01-01")]
    [InlineData("week", "2026-11-22", "2026-11-23")]
    [InlineData("week", "2026-11-23", "2026-11-30")]
    [InlineData("calendar year", "9999-12-31", "after 9999")]
    public void BuiltInCycles(string name, string within, string expected) =>
        Assert.Equal(expected, new ScheduleCalendar().Find(name)!.NextStart(Day(within)).NotBefore.ToString());

    [Theory]
    [InlineData("2024-07-01", "2025-07-01")]
    [InlineData("2025-06-30", "2025-07-01")]
    [InlineData("2025-07-01", "2027-07-01")]
    public void ABiennium_EndsInOddYears(string within, string expected) =>
        Assert.Equal(expected, new YearlyCycle("biennium", YearParity.Odd, new DayOfYear(6, 30)).NextStart(Day(within)).NotBefore.ToString());

    [Fact]
    public void AListedCycle_BeyondItsLastStart_HasNoLatestDay()
    {
        ListedCycle administrations = new("administration", [Day("2021-01-20"), Day("2025-01-20")]);
        Assert.Equal("[2025-01-20, 2025-01-20]", administrations.NextStart(Day("2024-05-05")).ToString());
        Assert.Equal("[2025-01-21, +∞]", administrations.NextStart(Day("2025-01-20")).ToString());
    }

    [Fact]
    public void TheNextTurn_BeginsAfterTheDay_AndNeverEarlierForALaterDay() => PropertyCheck.Holds(output,
        from cycle in Gen.Elements(Cycles) from start in Gen.Choose(700_000, 760_000) from ahead in Gen.Choose(0, 900) select (cycle, start, ahead),
        c =>
        {
            (DateOnly day, DateOnly later) = (DateOnly.FromDayNumber(c.start), DateOnly.FromDayNumber(c.start + c.ahead));
            (DateBounds a, DateBounds b) = (c.cycle.NextStart(day), c.cycle.NextStart(later));
            return a.NotBefore > DateBound.At(day) && a.NotBefore <= b.NotBefore && a.NotAfter <= b.NotAfter;
        }, 20000);

    private static readonly CalendarCycle[] Cycles =
    [
        .. new ScheduleCalendar().Names.Select(n => new ScheduleCalendar().Find(n)!),
        new YearlyCycle("fiscal year", YearParity.Every, new DayOfYear(2, 28)),
        new YearlyCycle("fiscal year", YearParity.Every, new DayOfYear(2, 29)),
        new YearlyCycle("biennium", YearParity.Even, new DayOfYear(4, 5)),
        new WeeklyCycle("week", DayOfWeek.Sunday),
        new ListedCycle("administration", [new DateOnly(2017, 1, 20), new DateOnly(2021, 1, 20), new DateOnly(2025, 1, 20)]),
    ];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
