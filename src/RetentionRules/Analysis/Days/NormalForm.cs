using System.Globalization;
using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// Moments, dispositions and items in a form in which those that mean the same by the rules of the language are written the
/// same: names of definitions are gone, periods that nest are added up, the order within a list does not matter. Two that are
/// written alike are equal; two that are not may still be.
/// </summary>
internal sealed class NormalForm(RetentionPolicy policy, DateRounding rounding)
{
    public string Of(Moment moment) => moment switch
    {
        FactMoment m => m.Fact.Name,
        AnyFactMoment m => m.Fact.Name,
        NthOfMoment m => string.Create(CultureInfo.InvariantCulture, $"nth({m.Place}, {m.Fact.Name})"),
        StepMoment m => string.Create(CultureInfo.InvariantCulture, $"step({m.Step})"),
        AtOnce => "at once",
        DefinedMoment m => Of(m.Definition),
        AssumedStart m => Of(m.Start),
        PeriodAfter m => OfPeriods(m),
        CycleBoundary m => $"next({Of(m.Cycle)}, {Of(m.Within)})",
        EarliestOf m => OfList("earliest", Flat(m).Select(Of)),
        LatestOf m => OfList("latest", m.Alternatives.Select(Of)),
        WithFallback m => $"fallback({m.Tested.Name}, {Of(m.Main)}, {Of(m.Fallback)})",
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    private static IEnumerable<Moment> Flat(Moment moment) => Plain(moment) is EarliestOf inner ? inner.Moments.SelectMany(Flat) : [moment];

    private string Of(LatestAlternative alternative) =>
        alternative.DropsOutWithout.Count == 0 ? Of(alternative.Moment) : $"any({string.Join(", ", alternative.DropsOutWithout.Select(f => f.Name).Order(StringComparer.Ordinal))}: {Of(alternative.Moment)})";

    private static string OfList(string name, IEnumerable<string> members) =>
        members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray() is [var only] && !only.StartsWith("any(", StringComparison.Ordinal)
            ? only
            : $"{name}({string.Join(", ", members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))})";

    /// <summary>What a moment is called by names that a schedule gives.</summary>
    public static Moment Plain(Moment moment) => moment switch
    {
        DefinedMoment m => Plain(m.Definition),
        AssumedStart m => Plain(m.Start),
        _ => moment,
    };

    /// <summary>5.8: periods that follow on one another are added up; with months the rounding is part of what is meant.</summary>
    private string OfPeriods(PeriodAfter moment)
    {
        (RetentionPeriod stated, List<string> others) = (default, []);
        Moment start = moment;
        while (Plain(start) is PeriodAfter nested)
        {
            if (AmountOf(nested.Amount) is { } period) stated += period;
            else others.Add(Of(nested.Amount));
            start = nested.Start;
        }

        if (stated.TotalMonths == 0 && stated.TotalDays == 0 && others.Count == 0) return Of(start);
        string rounded = stated.TotalMonths > 0 || others.Count > 0 ? $" {rounding}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"after({stated.TotalMonths}m {stated.TotalDays}d {string.Join(" ", others.Order(StringComparer.Ordinal))}{rounded}, {Of(start)})");
    }

    private RetentionPeriod? AmountOf(PeriodAmount amount) => amount switch
    {
        StatedPeriod stated => stated.Period,
        ParameterPeriod { Parameter: var parameter } => policy.SettingOf(parameter) is { IsSet: true } setting ? setting.Period : null,
        _ => throw new ArgumentOutOfRangeException(nameof(amount)),
    };

    private static string Of(PeriodAmount amount) => amount is ParameterPeriod { Parameter: var p } ? $"[{p.Name} {Of(p.Least)}..{Of(p.Most)}]" : "";

    private static string Of(RetentionPeriod period) => string.Create(CultureInfo.InvariantCulture, $"{period.TotalMonths}m{period.TotalDays}d");

    private static string Of(CalendarCycle cycle) => cycle switch
    {
        YearlyCycle c => $"{c.Parity} {string.Join(" ", c.Ends.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Month}-{e.Day}")))}",
        WeeklyCycle c => c.FirstDay.ToString(),
        ListedCycle c => string.Join(" ", c.Starts.Select(s => s.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        _ => throw new ArgumentOutOfRangeException(nameof(cycle)),
    };

    public string Of(DispositionStep step)
    {
        string timing = step.Timing switch
        {
            FromMoment from => Of(from.Moment),
            TimeWindow window => $"between {Of(window.Floor)} and {Of(window.Ceiling)}",
            Recurring { End: UntilMoment until } r => $"every {AmountText(r.Every)} from {Of(r.First)} until {Of(until.Moment)}",
            Recurring r => $"every {AmountText(r.Every)} from {Of(r.First)}",
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
        string done = step.Completion is RecordedCompletion { Fact: var fact } ? fact.Name : "";
        return $"{step.Action} [{step.Target}] {timing} ({done})";
    }

    private string AmountText(PeriodAmount amount) => AmountOf(amount) is { } period ? Of(period) : Of(amount);

    /// <summary>An instruction; that of another item is followed.</summary>
    public string Of(DispositionInstruction instruction, RetentionSchedule schedule) => instruction switch
    {
        StepSequence s => $"{(s.IsPermanent ? "permanent" : "")}; {string.Join("; ", s.Steps.Select(Of))}; {(s.Outcome is { } o ? $"{o.Decision.Name} {o.ExtendedTo.Name} {o.Destroyed.Name}" : "")}",
        SameAsItem same => string.Join(" | ", schedule[same.ItemNumber].Cases.Select(c => $"{c.When}: {Of(c.Instruction, schedule)}")),
        Referral r => $"refer [{r.To}] [{r.Question}]",
        _ => throw new ArgumentOutOfRangeException(nameof(instruction)),
    };

    /// <summary>What an item says becomes of its records, in all of its cases.</summary>
    public string Of(ScheduleItem item, RetentionSchedule schedule) => item.Cases is [{ When: Always } only]
        ? Of(only.Instruction, schedule)
        : string.Join(" | ", item.Cases.Select(c => $"{c.When}: {Of(c.Instruction, schedule)}"));
}
