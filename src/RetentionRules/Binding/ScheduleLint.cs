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
        ApprovalLint.Check(reading, root, schedule);

        // With an error elsewhere a use may have been overlooked.
        if (!reading.Diagnostics.HasErrors) CheckUse(reading, root, schedule, scope);
    }

    private static void CheckItem(YamlReading reading, ScheduleItem item, bool approved)
    {
        // What a later item has taken over is no longer disposed of under an authority of its own.
        if (approved && item.Authorities.Count == 0 && item.Notes.SupersededBy.Count == 0 && item.Cases.Any(c => c.Authorities.Count == 0))
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

    private static void CheckUse(YamlReading reading, YamlMapping root, RetentionSchedule schedule, FactScope scope)
    {
        foreach (FactDefinition fact in scope.Facts.Where(f => f.Role == FactRole.Declared && !f.IsRequired && !scope.IsUsed(f.Name)))
            reading.Diagnostics.Add(Unused(reading, root, schedule, fact));
        foreach (PeriodParameter parameter in scope.Parameters.Where(p => !scope.IsUsed(p.Name)))
            Report(reading, parameter.Source, LintDiagnostics.UnusedName, "parameter", parameter.Name);
    }

    /// <summary>A fact that was to record a step, and names one that there is not, is mostly a slip in that name.</summary>
    private static Diagnostic Unused(YamlReading reading, YamlMapping root, RetentionSchedule schedule, FactDefinition fact)
    {
        Diagnostic unused = new(LintDiagnostics.UnusedFact, new SourceLocation(reading.Source, fact.Source.Span), fact.Name);
        if (YamlReading.Map(root, "record")?[fact.Name] is not YamlMapping declaration) return unused;
        string step = YamlReading.Text(declaration, "completes") + YamlReading.Text(declaration, "decides");
        if (step.Length == 0) return unused;
        IEnumerable<string> steps = schedule.Items.SelectMany(i => i.Cases).Select(c => c.Instruction).OfType<StepSequence>().SelectMany(s => s.Steps).Select(s => s.Name);
        string meant = NearestWord.To(step, steps) is { } name ? $"did you mean `{name}`?" : "write the name of a step, or delete the declaration";
        return unused.WithHelp($"no disposition has a step that is called `{step}`; {meant}");
    }

    private static void Report(YamlReading reading, SourceReference place, DiagnosticDescriptor descriptor, params object[] arguments) =>
        reading.Diagnostics.Add(new Diagnostic(descriptor, new SourceLocation(reading.Source, place.Span), arguments));
}
