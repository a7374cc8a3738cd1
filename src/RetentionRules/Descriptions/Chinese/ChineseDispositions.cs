using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>What becomes of records, in Chinese clauses without a full stop.</summary>
internal sealed class ChineseDispositions(ScheduleNames names, ChineseMoments moments, ChinesePeriods periods, Wording wording, ChineseScript script)
{
    public IReadOnlyList<string> Clauses(DispositionInstruction instruction) => instruction switch
    {
        SameAsItem same => [script.Say($"依条目{same.ItemNumber}的规定办理")],
        Referral { Question: "" } refer => [script.Say($"交由{wording.Write(refer.To)}决定")],
        Referral refer => [script.Say($"交由{wording.Write(refer.To)}就{wording.Quote(refer.Question)}作出决定")],
        StepSequence sequence => [.. Sequence(sequence)],
        _ => throw new ArgumentOutOfRangeException(nameof(instruction)),
    };

    private IEnumerable<string> Sequence(StepSequence sequence)
    {
        if (sequence.IsPermanent) yield return script.Own("永久保管");
        for (int i = 0; i < sequence.Steps.Count; i++) yield return (i > 0 ? script.Own("其后，") : "") + Write(sequence.Steps[i]);
        if (sequence.Outcome is { } outcome)
            foreach (string clause in Outcome(sequence, outcome)) yield return clause;
    }

    private string Write(DispositionStep step)
    {
        string called = step.Name == Steps.DefaultName(step.Action)
            ? ""
            : script.Say($"（称为{wording.Quote(ScheduleNames.Spaced(step.Name))}）");
        return Timed(step) + called + Write(step.Completion);
    }

    private string Timed(DispositionStep step) => step switch
    {
        { Action: DispositionAction.Destroy, Timing: FromMoment { Moment: PeriodAfter after } } =>
            script.Say($"{moments.Inside(after.Start)}后保管{periods.Write(after.Amount)}，期满{Act(step)}"),
        { Action: DispositionAction.Destroy, Timing: FromMoment from } => script.Say($"保管至{moments.Write(from.Moment)}，期满{Act(step)}"),
        { Timing: FromMoment from } => script.Say($"{moments.Write(from.Moment)}时{Act(step)}"),
        { Timing: TimeWindow { Floor: AtOnce } window } => script.Say($"可随时{Act(step)}，但不得晚于{moments.Write(window.Ceiling)}"),
        { Timing: TimeWindow window } => script.Say($"{Act(step)}，不得早于{moments.Write(window.Floor)}，不得晚于{moments.Write(window.Ceiling)}"),
        { Timing: Recurring recurring } =>
            script.Say($"自{moments.Inside(Steps.StartOf(recurring))}起每{periods.Write(recurring.Every)}{Act(step)}一次，{Write(recurring.End)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private string Act(DispositionStep step) => step switch
    {
        { Target: "" } => Verb(step.Action),
        { Action: DispositionAction.Destroy } => script.Say($"以{wording.Write(step.Target)}方式销毁"),
        { Action: DispositionAction.Move } => script.Say($"移至{wording.Write(step.Target)}存放"),
        _ => $"{Verb(step.Action)}{wording.Write(step.Target)}",
    };

    public string Verb(DispositionAction action) => script.Own(action switch
    {
        DispositionAction.CutOff => "截止",
        DispositionAction.Destroy => "销毁",
        DispositionAction.Transfer => "移交",
        DispositionAction.HandOver => "交付",
        DispositionAction.Return => "退还",
        DispositionAction.Move => "移存",
        DispositionAction.Review => "审核",
        DispositionAction.Appraise => "鉴定",
        DispositionAction.Declassify => "解密",
        DispositionAction.Open => "开放",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    });

    private string Write(RecurrenceEnd end) => end switch
    {
        ForEver => script.Own("不设终止日"),
        UntilMoment until => script.Say($"至{moments.Write(until.Moment)}为止"),
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };

    /// <summary>A fact that the schedule declares for the doing says more than that the act was done.</summary>
    private string Write(StepCompletion completion) => completion switch
    {
        ComputedCompletion => "",
        RecordedCompletion recorded => Recorded(recorded.Fact),
        _ => throw new ArgumentOutOfRangeException(nameof(completion)),
    };

    private string Recorded(FactDefinition fact) => ScheduleNames.IsDeclared(fact) ? script.Say($"（以{names.Of(fact)}为完成之日）") : "";

    private IEnumerable<string> Outcome(StepSequence sequence, AppraisalOutcome outcome)
    {
        DispositionAction action = sequence.Steps[^1].Action;
        IReadOnlyList<string> possible = outcome.Decision.Type is EnumerationType type ? type.Values : AppraisalOutcome.Values;
        string[] ways = [.. AppraisalOutcome.Values.Where(possible.Contains).Where(v => !sequence.IsPermanent || v != AppraisalOutcome.Destroy).Select(v => Way(v, action, outcome))];
        string recorded = ScheduleNames.IsDeclared(outcome.Decision) ? script.Say($"（记于{names.Of(outcome.Decision)}）") : "";
        yield return script.Say($"其后，依{Verb(action)}决定{recorded}办理：{string.Join(script.Own("，或"), ways)}");
        if (sequence.IsPermanent && possible.Contains(AppraisalOutcome.Destroy)) yield return script.Own("决定销毁的，与永久保管相抵触，不予执行");
    }

    private string Way(string value, DispositionAction action, AppraisalOutcome outcome) => value switch
    {
        AppraisalOutcome.Destroy => Verb(DispositionAction.Destroy) + Recorded(outcome.Destroyed),
        AppraisalOutcome.Permanent => script.Own("永久保管"),
        AppraisalOutcome.Extend => script.Say($"延至所定之日再行{Verb(action)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
