using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RetentionRules.Calendars;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Calendars;

public sealed class RetentionPeriodTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2024-02-29", 1, 0, "up", "2025-03-01")]
    [InlineData("2024-02-29", 1, 0, "down", "2025-02-28")]
    [InlineData("2024-02-29", 1, 1, "up", "2025-03-29")]
    [InlineData("2024-01-31", 0, 1, "up", "2024-03-01")]
    [InlineData("2024-01-31", 0, 1, "down", "2024-02-29")]
    [InlineData("2020-02-29", 4, 0, "up", "2024-02-29")]
    [InlineData("2023-12-31", 0, 2, "up", "2024-03-01")]
    [InlineData("9999-01-01", 1, 0, "up", "after 9999")]
    [InlineData("9999-12-31", 0, 0, "up", "9999-12-31")]
    public void After_YearsAndMonths_AreRoundedOnce(string start, int years, int months, string rounding, string expected)
    {
        DateBound day = DateBound.At(Day(start));
        Assert.Equal(expected, new RetentionPeriod(years, months).After(day, Enum.Parse<DateRounding>(rounding, ignoreCase: true)).ToString());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(24, 1)]
    [InlineData(25, 2)]
    [InlineData(48, 2)]
    public void Hours_CountAsWholeDays_NeverShort(int hours, int days) => Assert.Equal(days, new RetentionPeriod(Hours: hours).TotalDays);

    /// <summary>400 sums, month ends and leap days mostly, computed by PostgreSQL 15 (date + make_interval) and by Java 17 (LocalDate.plus), which agree.</summary>
    [Fact]
    public void UnderDown_SumsAreThoseOfPostgreSqlAndJava()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.TestData, "calendars", "postgresql-15-and-java-17.csv"));
        Assert.Equal(401, lines.Length);
        foreach (string[] cells in lines.Skip(1).Select(l => l.Split(',')))
        {
            int[] numbers = [.. cells[1..4].Select(c => int.Parse(c, CultureInfo.InvariantCulture))];
            RetentionPeriod period = new(numbers[0], numbers[1], 0, numbers[2]);
            Assert.Equal((cells[0], period, cells[4]), (cells[0], period, period.After(DateBound.At(Day(cells[0])), DateRounding.Down).ToString()));
        }
    }

    [Fact]
    public void UnderDown_SumsAreThoseOfNodaTime() => PropertyCheck.Holds(output, from day in MonthEnds from period in Periods select (day, period), c =>
    {
        LocalDate expected = LocalDate.FromDateOnly(c.day).PlusMonths(c.period.TotalMonths).PlusDays(c.period.TotalDays);
        return c.period.After(DateBound.At(c.day), DateRounding.Down).Date == expected.ToDateOnly();
    }, 5000);

    [Fact]
    public void UnderUp_TheDayIsTheSame_OrTheFirstThatExistsAfterIt() => PropertyCheck.Holds(output, from day in MonthEnds from months in Gen.Choose(0, 1200) select (day, months), c =>
    {
        DateBound up = new RetentionPeriod(Months: c.months).After(DateBound.At(c.day), DateRounding.Up);
        DateBound down = new RetentionPeriod(Months: c.months).After(DateBound.At(c.day), DateRounding.Down);
        bool exists = down.Date.Day == c.day.Day;
        return exists ? up == down : up.Date == down.Date.AddDays(1) && up.Date.Day == 1;
    }, 5000);

    [Fact]
    public void YearsAndMonths_EqualTheirTotalMonths() => PropertyCheck.Holds(output,
        from day in MonthEnds from years in Gen.Choose(0, 80) from months in Gen.Choose(0, 30) from rounding in Gen.Elements(DateRounding.Up, DateRounding.Down) select (day, years, months, rounding),
        c => new RetentionPeriod(c.years, c.months).After(DateBound.At(c.day), c.rounding) == new RetentionPeriod(0, (12 * c.years) + c.months).After(DateBound.At(c.day), c.rounding), 5000);

    [Fact]
    public void ALaterStart_AndALongerPeriod_NeverEndEarlier() => PropertyCheck.Holds(output,
        from a in MonthEnds from b in MonthEnds from p in Periods from more in Periods from rounding in Gen.Elements(DateRounding.Up, DateRounding.Down) select (a, b, p, more, rounding),
        c =>
        {
            (DateBound early, DateBound late) = c.a <= c.b ? (DateBound.At(c.a), DateBound.At(c.b)) : (DateBound.At(c.b), DateBound.At(c.a));
            return c.p.After(early, c.rounding) <= c.p.After(late, c.rounding) && c.p.After(early, c.rounding) <= (c.p + c.more).After(early, c.rounding);
        }, 10000);

    [Fact]
    public void IsAtMost_IsOnlySaid_WhereNoStartContradictsIt() => PropertyCheck.Holds(output,
        from day in MonthEnds from a in Periods from b in Periods from rounding in Gen.Elements(DateRounding.Up, DateRounding.Down) select (day, a, b, rounding),
        c => !c.a.IsAtMost(c.b) || c.a.After(DateBound.At(c.day), c.rounding) <= c.b.After(DateBound.At(c.day), c.rounding), 10000);

    private static readonly Gen<DateOnly> MonthEnds =
        from year in Gen.Choose(1990, 2040)
        from month in Gen.Choose(1, 12)
        from back in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, 3)), (2, Gen.Choose(0, 27)))
        select new DateOnly(year, month, DateTime.DaysInMonth(year, month)).AddDays(-back);

    private static readonly Gen<RetentionPeriod> Periods =
        from years in Gen.Choose(0, 40)
        from months in Gen.Choose(0, 30)
        from weeks in Gen.Choose(0, 5)
        from days in Gen.Choose(0, 40)
        from hours in Gen.Choose(0, 50)
        select new RetentionPeriod(years, months, weeks, days, hours);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
