using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Who approved a schedule, and what has changed it since, in English.</summary>
internal static class EnglishApprovals
{
    public static IEnumerable<string> Sentences(ScheduleApproval approval) =>
        [.. approval.LastRound().Select(Sentence), .. approval.Amendments.Select(Sentence)];

    private static string Sentence(ApprovalAct act)
    {
        string document = act.Document.Length > 0 ? $" ({act.Document})" : "";
        return $"{Did(act.Action)} {act.Body} on {EnglishPeriods.Write(act.Date)}{document}.";
    }

    private static string Sentence(ScheduleAmendment amendment)
    {
        string items = (amendment.Items.Count == 1 ? "item " : "items ") + EnglishWording.List(amendment.Items, "and");
        return $"Amendment {amendment.Id} ({amendment.Basis}) {Does(amendment.Kind)} {items} with effect from {EnglishPeriods.Write(amendment.Date)}.";
    }

    private static string Did(ApprovalAction action) => action switch
    {
        ApprovalAction.PreReview => "Reviewed in advance by",
        ApprovalAction.Submit => "Submitted by",
        ApprovalAction.Return => "Returned for changes by",
        ApprovalAction.Consent => "Consented to by",
        ApprovalAction.Approve => "Approved by",
        ApprovalAction.Promulgate => "Promulgated by",
        ApprovalAction.Repeal => "Repealed by",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static string Does(AmendmentKind kind) => kind switch
    {
        AmendmentKind.Repeal => "repeals",
        AmendmentKind.Revise => "revises",
        AmendmentKind.Establish => "establishes",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
