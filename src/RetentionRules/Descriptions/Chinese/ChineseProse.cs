using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Items in Chinese.</summary>
internal sealed class ChineseProse : IProse
{
    private readonly RetentionSchedule _schedule;
    private readonly ChineseScript _script;
    private readonly ChinesePeriods _periods;
    private readonly ChineseConditions _conditions;
    private readonly ChineseDispositions _dispositions;

    public ChineseProse(RetentionSchedule schedule, ChineseScript script)
    {
        (_schedule, _script) = (schedule, script);
        Wording = new ChineseWording(script);
        _periods = new ChinesePeriods(script, Wording);
        ScheduleNames names = new(schedule, Wording);
        ChineseMoments moments = new(names, Wording, _periods, script);
        _conditions = new ChineseConditions(moments, Wording, script);
        _dispositions = new ChineseDispositions(names, moments, _periods, Wording, script);
        Words = WordsOf(script);
    }

    public Wording Wording { get; }

    public DescriptionWords Words { get; }

    private static DescriptionWords WordsOf(ChineseScript script) => new()
    {
        Tag = script.Tags[0],
        Headings = [.. ((string[])["条目", "题名", "适用范围", "保管期限与处置", "批准依据", "法规依据", "延长保管期限", "决定者"]).Select(script.Own)],
        Colon = "：",
        BetweenSentences = "",
        BetweenEntries = "；",
        LongerAllowed = script.Own("因载明的业务需要可以延长"),
        LongerNotAllowed = "否",
        LongerSentence = script.Own("因载明的业务需要，可以延长保管期限。"),
        Foot = script.Own("本表仅供阅读，以保管期限表本身为准。"),
    };

    public string AppliesTo(ScheduleItem item)
    {
        string over = item.ExceptionTo.Count > 0 ? _script.Say($"；优先于条目{Numbers(item.ExceptionTo)}") : "";
        string[] exceptions = [.. _schedule.Items.Where(i => i.ExceptionTo.Contains(item.Number)).Select(i => i.Number)];
        string under = exceptions.Length > 0 ? _script.Say($"；条目{Numbers(exceptions)}适用的除外") : "";
        return Which(item) + over + under;
    }

    private string Which(ScheduleItem item)
    {
        bool isLaterInList = _schedule.Selection == ItemSelection.First && item != _schedule.Items[0];
        string others = item.IsResidual ? "其他条目均不适用的档案" : isLaterInList ? "在前条目均不适用的档案" : "";
        if (item.When is Always) return _script.Own(others.Length > 0 ? others : "全部档案");
        string condition = _conditions.Write(item.When);
        return others.Length > 0 ? _script.Say($"{_script.Own(others)}中，{condition}的档案") : _script.Say($"{condition}的档案");
    }

    private static string Numbers(IReadOnlyList<string> numbers) => string.Join('、', numbers);

    public IReadOnlyList<string> Paragraphs(ScheduleItem item)
    {
        List<string> paragraphs = [.. item.Cases.Select((c, place) => Case(c, place, item.Cases.Count))];
        if (item.Notes.DestructionMethod.Length > 0) paragraphs.Add(_script.Say($"销毁方式：{item.Notes.DestructionMethod}。"));
        if (item.InForce.IsStated) paragraphs.Add(_script.Say($"本条目{InForce(item.InForce)}。"));
        return paragraphs;
    }

    /// <summary>Cases are tried in their order, so that one behind another begins with “otherwise”.</summary>
    private string Case(ItemCase branch, int place, int count)
    {
        string text = string.Join('。', _dispositions.Clauses(branch.Instruction)) + "。";
        string where = branch.When is Always ? "" : _script.Say($"{_conditions.Write(branch.When)}的");
        string lead = count == 1 && where.Length == 0 ? ""
            : place == 0 ? where + "："
            : where.Length > 0 ? _script.Say($"不属以上情形，且{where}：")
            : _script.Own("其余情形：");
        return lead + text + Own(branch);
    }

    private string Own(ItemCase branch)
    {
        string authorities = branch.Authorities.Count > 0 ? _script.Say($"此情形的批准依据：{string.Join('；', branch.Authorities)}。") : "";
        return authorities + (branch.Citations.Count > 0 ? _script.Say($"此情形的法规依据：{string.Join('；', branch.Citations)}。") : "");
    }

    public string Deciders(ScheduleItem item) =>
        string.Join('；', OpenQuestions.Followed(_schedule, item).SelectMany(Deciders).Distinct(StringComparer.Ordinal));

    private IEnumerable<string> Deciders(DispositionInstruction instruction) =>
    [
        .. instruction is Referral refer ? [refer.To] : Array.Empty<string>(),
        .. instruction is StepSequence { Outcome: not null } decided ? [_script.Say($"{_dispositions.Verb(decided.Steps[^1].Action)}决定")] : Array.Empty<string>(),
        .. OpenQuestions.Unset(instruction).Select(p => _script.Say($"机关（参数{_periods.NameOf(p)}）")),
    ];

    public string Standing()
    {
        string version = _schedule.Version.Length > 0 ? _script.Say($"版本：{_schedule.Version}") : "";
        string by = _schedule.Approval.Issuers.Count > 0 ? _script.Say($"印发：{string.Join('、', _schedule.Approval.Issuers)}") : "";
        string force = _schedule.InForce.IsStated ? InForce(_schedule.InForce) : _script.Own("未载明施行日期");
        string compiled = _schedule.Approval.CompiledBy.Length > 0 ? _script.Say($"起草：{_schedule.Approval.CompiledBy}") : "";
        string adopted = _schedule.Approval.AdoptedBy.Count > 0 ? _script.Say($"适用单位：{string.Join('、', _schedule.Approval.AdoptedBy)}") : "";
        string[] parts = [_script.Say($"保管期限表：{_schedule.Id}"), version, compiled, by, adopted, _script.Say($"状态：{_script.Own(Status(_schedule.Status))}"), force];
        string head = string.Join('；', parts.Where(p => p.Length > 0)) + "。";
        return head + string.Concat(new ChineseApprovals(_script).Sentences(_schedule.Approval));
    }

    private string InForce(InForceInterval interval)
    {
        string from = interval.From.IsFinite ? _script.Say($"自{ChinesePeriods.Write(interval.From.Date)}起") : "";
        string to = interval.To.IsFinite ? _script.Say($"至{ChinesePeriods.Write(interval.To.Date)}前一日止") : "";
        return from + to + "施行";
    }

    private static string Status(ScheduleStatus status) => status switch
    {
        ScheduleStatus.Template => "范本",
        ScheduleStatus.Draft => "草案",
        ScheduleStatus.PreReview => "预审",
        ScheduleStatus.Submitted => "报批",
        ScheduleStatus.Returned => "退回修改",
        ScheduleStatus.Approved => "已批准",
        ScheduleStatus.Promulgated => "已批准并公布",
        ScheduleStatus.Superseded => "被替代",
        ScheduleStatus.Repealed => "已废止",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
