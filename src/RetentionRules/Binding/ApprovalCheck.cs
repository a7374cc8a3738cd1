using RetentionRules.Calendars;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>
/// Checks that the status and the force of a schedule agree with the acts that it lists. A schedule that lists none is only
/// noted: then its status is all that is said.
/// </summary>
internal sealed class ApprovalCheck(YamlReading reading, YamlMapping root, RetentionSchedule schedule)
{
    private readonly IReadOnlyList<ApprovalAct> _round = schedule.Approval.LastRound();

    private readonly Dictionary<TextSpan, YamlMapping> _places = YamlReading.Maps(root, "approvals").ToDictionary(map => map.Span);

    private readonly ApprovalAct[] _approvals = [.. schedule.Approval.LastRound().Where(a => a.IsApproval)];

    public void Check()
    {
        // An act that could not be read may be the very one that is missed.
        if (schedule.Approval.Acts.Count == 0 || schedule.Approval.Acts.Count < YamlReading.Maps(root, "approvals").Count()) return;
        bool approved = schedule.Status is ScheduleStatus.Approved or ScheduleStatus.Promulgated;
        if (_approvals.Length == 0)
        {
            if (approved) ReportStatus(ApprovalDiagnostics.NoApproval, YamlReading.Text(root, "status"));
            return;
        }

        CheckForce();
        CheckPromulgations();
        if (!approved) return;
        CheckWithdrawals();
        CheckBodies();
    }

    /// <summary>A schedule binds nobody before an authority has agreed to it, whatever it says itself.</summary>
    private void CheckForce()
    {
        DateBound first = DateBound.At(_approvals[0].Date);
        if (!schedule.InForce.IsStated || schedule.InForce.From >= first || root.Find("in-force") is not { } stated) return;
        string since = schedule.InForce.From.IsFinite ? $"from {schedule.InForce.From}" : "since ever";
        YamlNode place = (stated.Value as YamlMapping)?["from"] ?? stated.Key;
        Diagnostic finding = new(ApprovalDiagnostics.ForceBeforeConsent, At(place), since, first);
        reading.Diagnostics.Add(finding.WithHelp($"write `from: {first}` or a later day").WithRelated(At(_approvals[0], "date"), "the first approval that counts"));
    }

    private void CheckPromulgations()
    {
        ApprovalAct[] promulgations = [.. _round.Where(a => a.Action == ApprovalAction.Promulgate)];
        if (promulgations.Length == 0 && schedule.Status == ScheduleStatus.Promulgated) ReportStatus(ApprovalDiagnostics.NoPromulgation);
        foreach (ApprovalAct act in promulgations.Where(a => a.Date < _approvals[0].Date))
        {
            Diagnostic finding = new(ApprovalDiagnostics.PromulgatedBeforeApproved, At(act, "date"), Day(act), Day(_approvals[0]));
            reading.Diagnostics.Add(finding.WithRelated(At(_approvals[0], "date"), "the first approval that counts"));
        }
    }

    private void CheckWithdrawals()
    {
        ApprovalAct last = _approvals[^1];
        foreach (ApprovalAct act in _round.Where(a => a.IsWithdrawal && a.Date >= last.Date))
        {
            if (act.Action == ApprovalAction.Return)
            {
                Diagnostic finding = new(ApprovalDiagnostics.ReturnedAfterApproval, At(act, "date"), YamlReading.Text(root, "status"), Day(act), Day(last));
                reading.Diagnostics.Add(finding.WithRelated(At(last, "date"), "the last approval"));
            }
            else if (!schedule.InForce.IsStated || schedule.InForce.To > DateBound.At(act.Date))
            {
                Diagnostic finding = new(ApprovalDiagnostics.InForceAfterRepeal, At(act, "date"), Day(act));
                reading.Diagnostics.Add(finding.WithHelp($"write `to: {Day(act)}` under `in-force:`, or `status: repealed`"));
            }
        }
    }

    /// <summary>Letters in upper and lower case do not make another body of the same one.</summary>
    private void CheckBodies()
    {
        string compiler = Comparable(schedule.Approval.CompiledBy);
        if (!_approvals.All(a => string.Equals(Comparable(a.Body), compiler, StringComparison.OrdinalIgnoreCase))) return;
        Diagnostic finding = new(ApprovalDiagnostics.ApprovedByItsCompiler, At(_approvals[0], "body"), _approvals[0].Body);
        reading.Diagnostics.Add(root.Find("compiled-by") is { } stated ? finding.WithRelated(At(stated.Value), "who wrote it") : finding);
    }

    private static string Comparable(string text) => ComparableText.TryMake(text, out string comparable) ? comparable : text;

    private static DateBound Day(ApprovalAct act) => DateBound.At(act.Date);

    private void ReportStatus(DiagnosticDescriptor descriptor, params object[] arguments)
    {
        if (root.Find("status") is { } status) reading.Report(status.Value, descriptor, arguments);
    }

    private SourceLocation At(ApprovalAct act, string key) => At(_places[act.Source.Span][key]!);

    private SourceLocation At(YamlNode node) => new(reading.Source, node.Span);
}
