using RetentionRules.Calendars;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>What is doubtful about a schedule on a certain day, and may not be on another.</summary>
internal sealed class DayLint(YamlReading reading, YamlMapping root, RetentionSchedule schedule, DateOnly asOf)
{
    private readonly DateBound _day = DateBound.At(asOf);

    /// <summary>The findings about a file that has been read without errors.</summary>
    public static IReadOnlyList<Diagnostic> Check(FileText file, RetentionSchedule schedule, DateOnly asOf)
    {
        DiagnosticBag found = new();
        if (ShapedFile.Parse(file, new DiagnosticBag()) is { } parsed)
            new DayLint(new YamlReading(parsed.Source, found), parsed.Map, schedule, asOf).Check();
        return found.ToList();
    }

    private void Check()
    {
        // What was replaced or repealed is kept for what was decided under it; nobody is to mend it.
        if (schedule.Status is ScheduleStatus.Superseded or ScheduleStatus.Repealed) return;
        CheckReview();
        CheckForce();
        foreach ((string item, YamlScalar text) in Citations.Of(root)) CheckCitation(item, text);
    }

    private void CheckReview()
    {
        if (schedule.Approval.Review.By < _day && YamlReading.Map(root, "review")?["by"] is { } by)
            reading.Report(by, ApprovalLintDiagnostics.ReviewOverdue, schedule.Approval.Review.By, _day);
    }

    private void CheckForce()
    {
        bool approved = schedule.Status is ScheduleStatus.Approved or ScheduleStatus.Promulgated;
        if (!approved || !schedule.InForce.IsStated || schedule.InForce.Covers(asOf) || root.Find("in-force") is not { } place) return;
        bool isToCome = schedule.InForce.From > _day;
        string interval = isToCome ? $"only from {schedule.InForce.From}" : $"only until the day before {schedule.InForce.To}";
        Diagnostic finding = new(ApprovalLintDiagnostics.OutOfForce, new(reading.Source, place.Value.Span), YamlReading.Text(root, "status"), interval, _day);
        reading.Diagnostics.Add(isToCome ? finding.WithHelp("nothing is to be mended where the day has only not come yet") : finding);
    }

    private void CheckCitation(string item, YamlScalar text)
    {
        if (!schedule.Contains(item) || HasEnded(schedule[item].InForce)) return;
        if (!schedule.Approval.TryFindAuthority(text.Value.Trim(), out CitedAuthority? authority) || !HasEnded(authority.InForce)) return;
        Diagnostic finding = new(ApprovalLintDiagnostics.LapsedAuthority, new(reading.Source, text.Span), item, authority.Name, authority.InForce.To, _day);
        string help = authority.ReplacedBy.Length > 0 ? $"`{authority.ReplacedBy}` has replaced it: look whether the item still holds, and cite that" : "";
        reading.Diagnostics.Add(finding.WithHelp(help).WithRelated(new(reading.Source, authority.Source.Span), "the authority"));
    }

    private bool HasEnded(InForceInterval interval) => interval.IsStated && interval.To <= _day;
}
