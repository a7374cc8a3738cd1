using RetentionRules.Calendars;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>
/// Finds periods that are surely shorter than those of the schedule that is implemented. Only what no record could turn
/// round is told: one period after the same start, on both sides.
/// </summary>
internal static class MinimumLint
{
    public static void Check(YamlReading reading, RetentionSchedule schedule)
    {
        if (schedule.Implements is not { } implemented) return;
        foreach (ScheduleItem item in schedule.Items.Where(i => implemented.Schedule.Contains(i.Implements)))
        {
            ScheduleItem minimum = implemented.Schedule[item.Implements];
            if (!minimum.AllowsShorterRetention) Check(reading, implemented, item, minimum);
        }
    }

    private static void Check(YamlReading reading, ParentSchedule implemented, ScheduleItem item, ScheduleItem minimum)
    {
        // Where the minimum has cases, which of them a case here meets is not known without a record.
        if (minimum.Cases is not [{ Instruction: StepSequence { IsPermanent: false } required }] || PeriodOf(required) is not { } least) return;
        RetentionPeriod shortest = LeastOf(least.Amount, implemented);
        foreach (StepSequence sequence in item.Cases.Select(c => c.Instruction).OfType<StepSequence>())
        {
            if (sequence.IsPermanent || PeriodOf(sequence) is not { } own || !AreAlike(own.Start, least.Start)) continue;
            RetentionPeriod longest = MostOf(own.Amount);
            if (!longest.IsAtMost(shortest) || shortest.IsAtMost(longest)) continue;
            SourceLocation place = new(reading.Source, sequence.Source.Span);
            reading.Diagnostics.Add(new Diagnostic(
                CombinationLints.ShorterThanMinimum, place, item.Number, Written(own), minimum.Number, implemented.Schedule.Id, Written(least)));
        }
    }

    private static string Written((PeriodAmount? Amount, Moment Start) period) => period.Amount is null ? $"`when {period.Start}`" : $"`{period.Amount} after {period.Start}`";

    /// <summary>The period after which a sequence lets a record be destroyed, or appraised to be; none is none at all.</summary>
    private static (PeriodAmount? Amount, Moment Start)? PeriodOf(StepSequence sequence) => sequence.Steps switch
    {
        [.., { Timing: FromMoment { Moment: var moment }, Action: DispositionAction.Destroy }] => Taken(moment),
        [.., { Timing: FromMoment { Moment: var moment } }] when sequence.Outcome is not null => Taken(moment),
        _ => null,
    };

    private static (PeriodAmount? Amount, Moment Start) Taken(Moment moment) => moment switch
    {
        DefinedMoment defined => Taken(defined.Definition),
        PeriodAfter after => (after.Amount, after.Start),
        _ => (null, moment),
    };

    private static bool AreAlike(Moment own, Moment required) => (own, required) switch
    {
        (DefinedMoment x, _) => AreAlike(x.Definition, required),
        (_, DefinedMoment y) => AreAlike(own, y.Definition),
        (FactMoment x, FactMoment y) => x.Fact.Name == y.Fact.Name,
        (CycleBoundary x, CycleBoundary y) => x.IsEnd == y.IsEnd && IsOfEveryCalendar(x.Cycle) && x.Cycle.Name == y.Cycle.Name && AreAlike(x.Within, y.Within),
        _ => false,
    };

    /// <summary>Fiscal years, weeks and listed cycles may begin on other days in the other schedule.</summary>
    private static bool IsOfEveryCalendar(CalendarCycle cycle) =>
        cycle is YearlyCycle && cycle.Name is not (ScheduleCalendar.FiscalYear or ScheduleCalendar.AcademicYear or ScheduleCalendar.Biennium);

    private static RetentionPeriod MostOf(PeriodAmount? amount) => amount switch
    {
        StatedPeriod stated => stated.Period,
        ParameterPeriod { Parameter: var parameter } => parameter.Setting.IsSet ? parameter.Setting.Period : parameter.Most,
        _ => default,
    };

    private static RetentionPeriod LeastOf(PeriodAmount? amount, ParentSchedule implemented) => amount switch
    {
        StatedPeriod stated => stated.Period,
        ParameterPeriod { Parameter: var parameter } =>
            implemented.Settings.TryGetValue(parameter.Name, out RetentionPeriod set) ? set
            : parameter.Setting.IsSet ? parameter.Setting.Period
            : parameter.Least,
        _ => default,
    };
}
