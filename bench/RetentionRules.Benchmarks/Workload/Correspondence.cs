using RetentionRules.Calendars;
using RetentionRules.Evaluation;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>How the words of the workload and the decisions of the library correspond.</summary>
internal static class Correspondence
{
    /// <summary>
    /// What the library is to decide where the workload decides <paramref name="theirs"/>. The end of a year is its last
    /// day there and the first day after it here (docs/language.md, 5.9), and both count the period from that. The last day
    /// of a year is the last of a month, so a due day of theirs lies in the month before ours, and ours is the first of the
    /// next. Mostly that is one day later; from 30 September it is two where the period ends in a month of 31 days. A record
    /// due there on the day of evaluation itself is therefore kept one day longer here.
    /// </summary>
    public static WorkloadOutcome InOurWords(WorkloadOutcome theirs, WorkloadRules rules)
    {
        if (theirs.Due is not { } due || rules.Items[theirs.Item - 1].Cutoff == WorkloadCutoff.None) return theirs;
        DateOnly ours = new DateOnly(due.Year, due.Month, 1).AddMonths(1);
        return WorkloadOutcome.Timed(theirs.Item, rules.Items[theirs.Item - 1].Action, ours, theirs.Action == WorkloadAction.Hold, rules.AsOf);
    }

    /// <summary>
    /// A decision in the words of the workload. There a hold goes before everything; here it is a status only where an act is
    /// due, and is listed in every case.
    /// </summary>
    public static WorkloadOutcome InTheirWords(DispositionDecision decision)
    {
        int item = decision.Item is { } decides ? int.Parse(decides.Number.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) : 0;
        DateOnly? due = decision.Bounds.NotBefore == decision.Bounds.NotAfter && decision.Bounds.NotAfter.IsFinite ? decision.Bounds.NotAfter.Date : null;
        return new WorkloadOutcome(item, decision.Holds.Count > 0 ? WorkloadAction.Hold : ActionOf(decision), due);
    }

    private static WorkloadAction ActionOf(DispositionDecision decision) => decision.Status switch
    {
        DispositionStatus.Unscheduled => WorkloadAction.None,
        DispositionStatus.Permanent => WorkloadAction.Permanent,
        DispositionStatus.Retain when decision.Bounds.NotBefore == DateBound.PositiveInfinity => WorkloadAction.Pending,
        DispositionStatus.Retain => WorkloadAction.Keep,
        DispositionStatus.Eligible => decision.Action switch
        {
            DispositionAction.Destroy => WorkloadAction.Destroy,
            DispositionAction.Transfer => WorkloadAction.Transfer,
            DispositionAction.Review => WorkloadAction.Review,
            _ => throw new InvalidOperationException($"The workload has no act `{decision.Action}`."),
        },
        _ => throw new InvalidOperationException($"The workload has no status `{decision.Status}`: {decision}."),
    };
}
