using System.Globalization;
using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Periods and days in English.</summary>
internal static class EnglishPeriods
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    public static string Write(RetentionPeriod period)
    {
        (int Count, string Unit)[] units =
            [(period.Years, "year"), (period.Months, "month"), (period.Weeks, "week"), (period.Days, "day"), (period.Hours, "hour")];
        string[] parts = [.. units.Where(u => u.Count != 0).Select(u => Count(u.Count, u.Unit))];
        return parts.Length == 0 ? "0 days" : EnglishWording.List(parts, "and");
    }

    public static string Write(PeriodAmount amount, Wording wording) => amount switch
    {
        StatedPeriod stated => Write(stated.Period),
        ParameterPeriod { Parameter: { Setting: { IsSet: true, Period: var period } } set } =>
            $"{Write(period)} ({NameOf(set, wording)}, which may be set from {Write(set.Least)} to {Write(set.Most)})",
        ParameterPeriod { Parameter: var unset } =>
            $"{Write(unset.Least)} to {Write(unset.Most)} ({NameOf(unset, wording)}, which the agency sets)",
        _ => throw new ArgumentOutOfRangeException(nameof(amount)),
    };

    public static string NameOf(PeriodParameter parameter, Wording wording) => wording.Quote(ScheduleNames.Spaced(parameter.Name));

    public static string Write(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>A cycle, with the days on which it turns where a schedule declares them.</summary>
    public static string Write(CalendarCycle cycle, Wording wording) => cycle switch
    {
        YearlyCycle { Name: ScheduleCalendar.FiscalYear or ScheduleCalendar.AcademicYear or ScheduleCalendar.Biennium } yearly =>
            $"{yearly.Name} (ending on {EnglishWording.List([.. yearly.Ends.Select(Write)], "and")}{Write(yearly.Parity)})",
        YearlyCycle => cycle.Name,
        WeeklyCycle weekly => $"week ({weekly.FirstDay} to {(DayOfWeek)(((int)weekly.FirstDay + 6) % 7)})",
        ListedCycle listed => $"{wording.Quote(ScheduleNames.Spaced(listed.Name))} (begun on {EnglishWording.List([.. listed.Starts.Select(Write)], "and")})",
        _ => throw new ArgumentOutOfRangeException(nameof(cycle)),
    };

    private static string Write(DayOfYear day) =>
        day.Day > (day.Month == 2 ? 28 : 30) && day.Month is 2 or 4 or 6 or 9 or 11
            ? $"the last day of {Months[day.Month - 1]}"
            : Count(day);

    private static string Count(DayOfYear day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]}");

    private static string Write(YearParity parity) => parity switch
    {
        YearParity.Every => "",
        YearParity.Odd => " of odd years",
        YearParity.Even => " of even years",
        _ => throw new ArgumentOutOfRangeException(nameof(parity)),
    };

    private static string Count(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}
