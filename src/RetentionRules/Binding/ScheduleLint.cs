using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>What is allowed in a schedule and worth a second look.</summary>
internal static class ScheduleLint
{
    public static void Check(YamlReading reading, YamlMapping root, RetentionSchedule schedule, FactScope scope)
    {
        bool approved = schedule.Status is ScheduleStatus.Approved or ScheduleStatus.Promulgated;
        if (approved && !schedule.InForce.IsStated && root.Find("in-force") is null && root.Find("status") is { } status)
            reading.Report(status.Value, LintDiagnostics.NotInForce, YamlReading.Text(root, "status"));
        foreach (ScheduleItem item in schedule.Items) CheckItem(reading, item, approved);

        // With an error elsewhere a use may have been overlooked.
        if (!reading.Diagnostics.HasErrors) CheckUse(reading, scope);
    }

    private static void CheckItem(YamlReading reading, ScheduleItem item, bool approved)
    {
        if (approved && item.Authorities.Count == 0 && item.Cases.Any(c => c.Authorities.Count == 0))
            Report(reading, item.Source, LintDiagnostics.NoAuthority, item.Number);
        foreach (StepSequence sequence in item.Cases.Select(c => c.Instruction).OfType<StepSequence>())
        {
            foreach (DispositionStep step in sequence.Steps)
            {
                if (MomentsOf(step.Timing).Select(MomentFacts.AssumedStartOf).FirstOrDefault(start => start is not null) is { } assumed)
                    Report(reading, assumed.Source, LintDiagnostics.AssumedStart, item.Number, assumed.Start);
            }
        }
    }

    private static IEnumerable<Moment> MomentsOf(StepTiming timing) => timing switch
    {
        FromMoment from => [from.Moment],
        TimeWindow window => [window.Floor, window.Ceiling],
        Recurring { End: UntilMoment until } recurring => [recurring.First, until.Moment],
        Recurring recurring => [recurring.First],
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    private static void CheckUse(YamlReading reading, FactScope scope)
    {
        foreach (FactDefinition fact in scope.Facts.Where(f => f.Role == FactRole.Declared && !f.IsRequired && !scope.IsUsed(f.Name)))
            Report(reading, fact.Source, LintDiagnostics.UnusedFact, fact.Name);
        foreach (PeriodParameter parameter in scope.Parameters.Where(p => !scope.IsUsed(p.Name)))
            Report(reading, parameter.Source, LintDiagnostics.UnusedName, "parameter", parameter.Name);
    }

    private static void Report(YamlReading reading, SourceReference place, DiagnosticDescriptor descriptor, params object[] arguments) =>
        reading.Diagnostics.Add(new Diagnostic(descriptor, new SourceLocation(reading.Source, place.Span), arguments));
}
