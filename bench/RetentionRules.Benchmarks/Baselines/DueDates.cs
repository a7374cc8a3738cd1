namespace RetentionRules.Benchmarks.Baselines;

/// <summary>
/// Due days as the workload counts them: a year ends on its last day, and a day that a month lacks becomes the month's last.
/// Public, because code that is generated at run time calls it.
/// </summary>
public static class DueDates
{
    public static DateOnly? After(DateOnly? day, int months) => day is { } known ? known.AddMonths(months) : null;

    public static DateOnly? AfterCalendarYear(DateOnly? day, int months) => day is { } known ? new DateOnly(known.Year, 12, 31).AddMonths(months) : null;

    /// <summary>The fiscal year ends on 30 September.</summary>
    public static DateOnly? AfterFiscalYear(DateOnly? day, int months) =>
        day is { } known ? new DateOnly(known.Month < 10 ? known.Year : known.Year + 1, 9, 30).AddMonths(months) : null;
}
