using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schema;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>calendar:</c>.</summary>
internal sealed class CalendarBinder(YamlReading reading, FactScope scope)
{
    public ScheduleCalendar Bind(YamlMapping calendar) => new(Cycles(calendar));

    private IEnumerable<CalendarCycle> Cycles(YamlMapping calendar)
    {
        List<CalendarCycle?> cycles =
        [
            YearCycle(calendar, "fiscal-year-ends", ScheduleCalendar.FiscalYear),
            YearCycle(calendar, "academic-year-ends", ScheduleCalendar.AcademicYear),
            YearCycle(calendar, "biennium-ends", ScheduleCalendar.Biennium),
            WeekCycle(calendar),
        ];
        if (YamlReading.Map(calendar, "cycles") is { } named) cycles.AddRange(named.Entries.Select(ListedCycle));
        return cycles.OfType<CalendarCycle>();
    }

    private YearlyCycle? YearCycle(YamlMapping calendar, string key, string name)
    {
        if (YamlReading.Scalar(calendar, key) is not { } scalar) return null;
        if (reading.Language(scalar).Parse(LanguageParser.YearEnd) is not { } syntax)
        {
            scope.FaultyCycles.Add(name);
            return null;
        }

        if (Fault(syntax, name) is { } fault)
        {
            scope.FaultyCycles.Add(name);
            reading.Report(scalar, BindingDiagnostics.BadCycle, fault);
            return null;
        }

        if (syntax is { Month: 2, Day: 28 }) reading.Report(scalar, LintDiagnostics.EndOfFebruary);
        return new YearlyCycle(name, ParityOf(syntax.Years), new DayOfYear(syntax.Month, syntax.Day == 0 ? DayOfYear.LastOfMonth : syntax.Day));
    }

    private static string? Fault(YearEndSyntax syntax, string name)
    {
        const int LeapYear = 2024;
        if (syntax.Day > DateTime.DaysInMonth(LeapYear, syntax.Month)) return "this day does not exist in any year";
        if (name == ScheduleCalendar.Biennium && syntax.Years == YearsWord.Every) return "a biennium ends every second year; write `30 June of odd years`";
        if (name != ScheduleCalendar.Biennium && syntax.Years != YearsWord.Every) return $"the {name} ends every year";
        return null;
    }

    private static YearParity ParityOf(YearsWord word) => word switch
    {
        YearsWord.Every => YearParity.Every,
        YearsWord.Odd => YearParity.Odd,
        YearsWord.Even => YearParity.Even,
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    private static WeeklyCycle? WeekCycle(YamlMapping calendar)
    {
        string day = YamlReading.Text(calendar, "week-starts");
        return CommonShapes.Weekdays.Contains(day, StringComparer.Ordinal)
            ? new WeeklyCycle(ScheduleCalendar.Week, Enum.Parse<DayOfWeek>(day))
            : null;
    }

    private ListedCycle? ListedCycle(YamlEntry entry)
    {
        string name = entry.Key.Value;
        if (!Words.IsName(name) || Words.IsReserved(name))
        {
            reading.Report(entry.Key, Words.IsReserved(name) ? BindingDiagnostics.ReservedName : BindingDiagnostics.NotAName, name);
            return null;
        }

        if (new ScheduleCalendar().Find(name) is not null || name is "year" or "calendar" or "fiscal" or "academic" or ScheduleCalendar.Biennium)
        {
            reading.Report(entry.Key, BindingDiagnostics.BadCycle, $"`{name}` is a cycle of its own kind and cannot be a list of days");
            return null;
        }

        List<DateOnly> starts = [];
        foreach (YamlScalar scalar in (entry.Value as YamlSequence)?.Items.OfType<YamlScalar>() ?? [])
        {
            if (!YamlReading.TryDate(scalar, out DateOnly start)) continue;
            if (starts.Count > 0 && start <= starts[^1])
                reading.Report(scalar, BindingDiagnostics.BadCycle, $"the turns of `{name}` are not in the order of their first days");
            starts.Add(start);
        }

        return starts.Count > 0 ? new ListedCycle(name, starts) : null;
    }
}
