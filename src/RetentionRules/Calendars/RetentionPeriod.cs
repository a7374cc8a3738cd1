using System.Globalization;

namespace RetentionRules.Calendars;

/// <summary>
/// A length of time in calendar units, as it is written: <c>7 years and 6 months</c>. Units are kept apart, because a
/// month has no fixed number of days.
/// </summary>
/// <param name="Years">Years of 12 months.</param>
/// <param name="Months">Months.</param>
/// <param name="Weeks">Weeks of 7 days.</param>
/// <param name="Days">Days.</param>
/// <param name="Hours">Hours; on days they count as whole days, rounded up, so that a period is never short.</param>
public readonly record struct RetentionPeriod(int Years = 0, int Months = 0, int Weeks = 0, int Days = 0, int Hours = 0)
{
    /// <summary>Years and months together, in months.</summary>
    public int TotalMonths => (Years * 12) + Months;

    /// <summary>Weeks, days and hours together, in days; begun days of hours count whole.</summary>
    public int TotalDays => (Weeks * 7) + Days + ((Hours + 23) / 24);

    /// <summary>The units of both periods added up, before anything is rounded.</summary>
    public static RetentionPeriod operator +(RetentionPeriod a, RetentionPeriod b) => Add(a, b);

    /// <summary>The units of both periods added up, before anything is rounded.</summary>
    public static RetentionPeriod Add(RetentionPeriod a, RetentionPeriod b) =>
        new(a.Years + b.Years, a.Months + b.Months, a.Weeks + b.Weeks, a.Days + b.Days, a.Hours + b.Hours);

    /// <summary>
    /// Whether one period is no longer than the other from whatever day both begin. Periods that only a calendar can
    /// compare (1 month and 30 days) are neither.
    /// </summary>
    public bool IsAtMost(RetentionPeriod other) =>
        MostDays(TotalMonths) + TotalDays <= LeastDays(other.TotalMonths) + other.TotalDays ||
        (TotalMonths <= other.TotalMonths && TotalDays <= other.TotalDays);

    /// <summary>
    /// The day on which the period that begins on <paramref name="start"/> is over: months first, rounded once, then
    /// days. 2024-02-29 and 1 year is 2025-03-01 (<see cref="DateRounding.Up"/>) or 2025-02-28
    /// (<see cref="DateRounding.Down"/>); 2024-02-29 and 1 year and 1 month is 2025-03-29.
    /// </summary>
    /// <param name="start">The first day; infinite bounds stay what they are.</param>
    /// <param name="rounding">What becomes of a day that does not exist.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounding"/> is <see cref="DateRounding.Error"/>, which names no day.</exception>
    public DateBound After(DateBound start, DateRounding rounding)
    {
        if (rounding == DateRounding.Error) throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Rounding must be up or down.");
        if (!start.IsFinite) return start;
        DateOnly date = start.Date;
        long monthIndex = ((long)date.Year * 12) + (date.Month - 1) + TotalMonths;
        (long year, int month) = (monthIndex / 12, (int)(monthIndex % 12) + 1);
        if (year > 9999) return DateBound.AfterYear9999;

        int length = DateTime.DaysInMonth((int)year, month);
        long day = new DateOnly((int)year, month, Math.Min(date.Day, length)).DayNumber;
        if (date.Day > length && rounding == DateRounding.Up) day++;
        day += TotalDays;
        return day > DateOnly.MaxValue.DayNumber ? DateBound.AfterYear9999 : DateBound.At(DateOnly.FromDayNumber((int)day));
    }

    /// <summary>Whether the day on which the months are over does not exist, so that rounding decides.</summary>
    public bool NeedsRounding(DateBound start) =>
        start.IsFinite && After(start, DateRounding.Up) != After(start, DateRounding.Down);

    /// <summary><c>7 years and 6 months</c>; <c>0 days</c> where there is nothing.</summary>
    public override string ToString()
    {
        (int Count, string Unit)[] units = [(Years, "year"), (Months, "month"), (Weeks, "week"), (Days, "day"), (Hours, "hour")];
        string[] parts =
        [
            .. units.Where(u => u.Count != 0)
                .Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Count} {u.Unit}{(u.Count == 1 ? "" : "s")}")),
        ];
        return parts.Length == 0 ? "0 days" : string.Join(" and ", parts);
    }

    /// <summary>The most days that so many months can have: whole years with a leap day each fourth and one more.</summary>
    private static long MostDays(int months) => (months * 31L) - Math.Max(0, (months / 12 * 6) - 1);

    /// <summary>The fewest days that so many months can have.</summary>
    private static long LeastDays(int months) => (months / 12 * 365L) + (months % 12 * 30L) - (months % 12 > 0 ? 2 : 0);
}
