using BenchmarkDotNet.Attributes;
using RetentionRules.Benchmarks.Workload;
using RetentionRules.Calendars;

namespace RetentionRules.Benchmarks;

/// <summary>The arithmetic of days alone, on days spread over sixty years.</summary>
public class PeriodBenchmarks
{
    private const int Days = 4_096;

    private static readonly RetentionPeriod years = new(Years: 7);
    private static readonly RetentionPeriod months = new(Months: 42);
    private static readonly RetentionPeriod mixed = new(Years: 1, Months: 6, Weeks: 2, Days: 3);
    private static readonly YearlyCycle fiscalYear = new("fiscal year", YearParity.Every, new DayOfYear(9, 30));
    private static readonly YearlyCycle quarter =
        new("quarter", YearParity.Every, new DayOfYear(3, 31), new DayOfYear(6, 30), new DayOfYear(9, 30), new DayOfYear(12, 31));

    private DateOnly[] _days = [];
    private int _next;

    [GlobalSetup]
    public void SpreadDays()
    {
        SplitMix random = new(1);
        _days = [.. Enumerable.Range(0, Days).Select(_ => new DateOnly(1970, 1, 1).AddDays(random.Below(60 * 365)))];
    }

    [Benchmark(Baseline = true)]
    public DateBound YearsAfter() => years.After(DateBound.At(Next()), DateRounding.Down);

    [Benchmark]
    public DateBound MonthsAfter() => months.After(DateBound.At(Next()), DateRounding.Up);

    [Benchmark]
    public DateBound MixedAfter() => mixed.After(DateBound.At(Next()), DateRounding.Up);

    [Benchmark]
    public DateBounds EndOfFiscalYear() => fiscalYear.NextStart(Next());

    [Benchmark]
    public DateBounds EndOfQuarter() => quarter.NextStart(Next());

    private DateOnly Next() => _days[_next = (_next + 1) % Days];
}
