using RetentionRules.Schedules;

namespace RetentionRules.Evaluation;

/// <summary>Who has approved a schedule, and what has changed the items that a decision speaks of.</summary>
internal static class ApprovalText
{
    /// <summary>A line for each act that counts, and for each amendment of one of the items; none where the schedule lists none.</summary>
    public static IEnumerable<string> Lines(ScheduleApproval approval, IReadOnlyCollection<string> items) =>
    [
        .. approval.LastRound().Where(a => Did(a.Action).Length > 0).Select(a => OneLine(Line(a))),
        .. approval.Amendments.Where(a => a.Items.Any(items.Contains)).Select(a => OneLine(Line(a, items))),
    ];

    private static string Line(ApprovalAct act)
    {
        string document = act.Document.Length > 0 ? $", {act.Document}" : "";
        string by = act.By.Length > 0 ? $" ({act.By})" : "";
        return $"{Did(act.Action)} {act.Body}{by}{document}, on {Reasons.DateText(act.Date)}";
    }

    private static string Line(ScheduleAmendment amendment, IReadOnlyCollection<string> items)
    {
        string[] numbers = [.. amendment.Items.Where(items.Contains)];
        return $"Amendment {amendment.Id} {Does(amendment.Kind)} {(numbers.Length == 1 ? "item" : "items")} {string.Join(", ", numbers)} on {Reasons.DateText(amendment.Date)}: {amendment.Basis}";
    }

    /// <summary>A name that YAML has folded into several lines must not read as other lines of the explanation.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What came before an approval is not told: it gave nobody leave for anything.</summary>
    private static string Did(ApprovalAction action) => action switch
    {
        ApprovalAction.PreReview or ApprovalAction.Submit => "",
        ApprovalAction.Return => "Returned by",
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
