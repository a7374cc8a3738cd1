using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Who approved a schedule, and what has changed it since, in Chinese.</summary>
internal sealed class ChineseApprovals(ChineseScript script)
{
    public IEnumerable<string> Sentences(ScheduleApproval approval) =>
        [.. approval.LastRound().Select(Sentence), .. approval.Amendments.Select(Sentence)];

    private string Sentence(ApprovalAct act)
    {
        string document = act.Document.Length > 0 ? $"（{act.Document}）" : "";
        return script.Say($"{ChinesePeriods.Write(act.Date)}，{act.Body}{script.Own(Did(act.Action))}{document}。");
    }

    private string Sentence(ScheduleAmendment amendment) => script.Say(
        $"修正案{amendment.Id}（{amendment.Basis}）：自{ChinesePeriods.Write(amendment.Date)}起{script.Own(Does(amendment.Kind))}条目{string.Join('、', amendment.Items)}。");

    private static string Did(ApprovalAction action) => action switch
    {
        ApprovalAction.PreReview => "预审",
        ApprovalAction.Submit => "报批",
        ApprovalAction.Return => "退回修改",
        ApprovalAction.Consent => "同意",
        ApprovalAction.Approve => "批准",
        ApprovalAction.Promulgate => "公布",
        ApprovalAction.Repeal => "废止",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static string Does(AmendmentKind kind) => kind switch
    {
        AmendmentKind.Repeal => "废止",
        AmendmentKind.Revise => "修改",
        AmendmentKind.Establish => "增设",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
