namespace RetentionRules.Calendars;

/// <summary>The cycles that a schedule can count by. Those that no year divides by itself must be declared.</summary>
public sealed class ScheduleCalendar
{
    private readonly Dictionary<string, CalendarCycle> _cycles = new(StringComparer.Ordinal);

    /// <param name="declared">Cycles that are declared; one with the name of a built-in cycle takes its place.</param>
    public ScheduleCalendar(params IEnumerable<CalendarCycle> declared)
    {
        foreach (CalendarCycle cycle in BuiltIn) _cycles[cycle.Name] = cycle;
        foreach (CalendarCycle cycle in declared) _cycles[cycle.Name] = cycle;
    }

    /// <summary>The fiscal year's name; it must be declared.</summary>
    public const string FiscalYear = "fiscal year";

    /// <summary>The academic year's name; it must be declared.</summary>
    public const string AcademicYear = "academic year";

    /// <summary>The two-year budget's name; it must be declared.</summary>
    public const string Biennium = "biennium";

    /// <summary>The week's name; it begins on Monday (ISO 8601) unless declared.</summary>
    public const string Week = "week";

    /// <summary>The names of all cycles that can be counted by.</summary>
    public IEnumerable<string> Names => _cycles.Keys.Order(StringComparer.Ordinal);

    /// <summary>The cycle of that name, or null where none is declared.</summary>
    public CalendarCycle? Find(string name) => _cycles.GetValueOrDefault(name);

    private static IEnumerable<CalendarCycle> BuiltIn =>
    [
        new YearlyCycle("calendar year", YearParity.Every, new DayOfYear(12, 31)),
        new YearlyCycle("half-year", YearParity.Every, new DayOfYear(6, 30), new DayOfYear(12, 31)),
        new YearlyCycle(
            "quarter", YearParity.Every, new DayOfYear(3, 31), new DayOfYear(6, 30), new DayOfYear(9, 30), new DayOfYear(12, 31)),
        new YearlyCycle("month", YearParity.Every, [.. Enumerable.Range(1, 12).Select(m => new DayOfYear(m, DayOfYear.LastOfMonth))]),
        new WeeklyCycle(Week, DayOfWeek.Monday),
    ];
}
