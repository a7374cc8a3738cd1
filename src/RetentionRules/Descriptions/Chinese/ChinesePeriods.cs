using System.Globalization;
using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Periods, days and cycles in Chinese.</summary>
internal sealed class ChinesePeriods(ChineseScript script, Wording wording)
{
    public string Write(RetentionPeriod period)
    {
        (int Count, string Unit)[] units =
            [(period.Years, "年"), (period.Months, "个月"), (period.Weeks, "周"), (period.Days, "日"), (period.Hours, "小时")];
        string text = string.Concat(units.Where(u => u.Count != 0).Select(u => Number(u.Count) + script.Own(u.Unit)));
        return text.Length == 0 ? "0日" : text;
    }

    public string Write(PeriodAmount amount) => amount switch
    {
        StatedPeriod stated => Write(stated.Period),
        ParameterPeriod { Parameter: { Setting: { IsSet: true, Period: var period } } set } =>
            script.Say($"{Write(period)}（参数{NameOf(set)}，可设为{Write(set.Least)}至{Write(set.Most)}）"),
        ParameterPeriod { Parameter: var unset } =>
            script.Say($"{Write(unset.Least)}至{Write(unset.Most)}（参数{NameOf(unset)}，由机关设定）"),
        _ => throw new ArgumentOutOfRangeException(nameof(amount)),
    };

    public string NameOf(PeriodParameter parameter) => wording.Quote(ScheduleNames.Spaced(parameter.Name));

    public static string Write(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>A cycle, with the days on which it turns where a schedule declares them.</summary>
    public string Write(CalendarCycle cycle) => cycle switch
    {
        YearlyCycle { Name: ScheduleCalendar.FiscalYear } c => script.Say($"会计年度（{Ends(c)}终了）"),
        YearlyCycle { Name: ScheduleCalendar.AcademicYear } c => script.Say($"学年（{Ends(c)}终了）"),
        YearlyCycle { Name: ScheduleCalendar.Biennium } c => script.Say($"两年预算期（{Ends(c)}终了）"),
        YearlyCycle { Name: "calendar year" } => script.Own("公历年度"),
        YearlyCycle { Name: "half-year" } => "半年度",
        YearlyCycle { Name: "quarter" } => "季度",
        YearlyCycle { Name: "month" } => "月份",
        YearlyCycle c => wording.Quote(c.Name),
        WeeklyCycle c => script.Say($"周（自{DayName(c.FirstDay)}起）"),
        ListedCycle c => script.Say($"{wording.Quote(ScheduleNames.Spaced(c.Name))}期（起始日：{string.Join('、', c.Starts.Select(Write))}）"),
        _ => throw new ArgumentOutOfRangeException(nameof(cycle)),
    };

    private string Ends(YearlyCycle cycle) => Write(cycle.Parity) + string.Join('、', cycle.Ends.Select(Write));

    private string Write(DayOfYear day) => day.Day > (day.Month == 2 ? 28 : 30) && day.Month is 2 or 4 or 6 or 9 or 11
        ? Number(day.Month) + script.Own("月最后一日")
        : string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    private string Write(YearParity parity) => parity switch
    {
        YearParity.Every => "",
        YearParity.Odd => script.Own("单数年"),
        YearParity.Even => script.Own("双数年"),
        _ => throw new ArgumentOutOfRangeException(nameof(parity)),
    };

    private static string DayName(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "星期一",
        DayOfWeek.Tuesday => "星期二",
        DayOfWeek.Wednesday => "星期三",
        DayOfWeek.Thursday => "星期四",
        DayOfWeek.Friday => "星期五",
        DayOfWeek.Saturday => "星期六",
        DayOfWeek.Sunday => "星期日",
        _ => throw new ArgumentOutOfRangeException(nameof(day)),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
