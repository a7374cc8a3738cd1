using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>What an item leaves to be decided by people.</summary>
internal static class OpenQuestions
{
    /// <summary>The instructions that can be followed under an item, those of other items included that it refers to.</summary>
    public static IEnumerable<DispositionInstruction> Followed(RetentionSchedule schedule, ScheduleItem item) =>
        item.Cases.SelectMany(c => c.Instruction is SameAsItem same ? Followed(schedule, schedule[same.ItemNumber]) : [c.Instruction]);

    /// <summary>The periods for which the schedule gives a range and no value.</summary>
    public static IEnumerable<PeriodParameter> Unset(DispositionInstruction instruction) => instruction switch
    {
        StepSequence sequence => sequence.Steps.SelectMany(s => ParametersOf(s.Timing)).Where(p => !p.Setting.IsSet),
        SameAsItem or Referral => [],
        _ => throw new ArgumentOutOfRangeException(nameof(instruction)),
    };

    private static IEnumerable<PeriodParameter> ParametersOf(StepTiming timing) => timing switch
    {
        FromMoment from => MomentFacts.ParametersOf(from.Moment),
        TimeWindow window => [.. MomentFacts.ParametersOf(window.Floor), .. MomentFacts.ParametersOf(window.Ceiling)],
        Recurring { End: UntilMoment until } recurring => [.. MomentFacts.ParametersOf(recurring.First), .. MomentFacts.ParametersOf(until.Moment)],
        Recurring recurring => MomentFacts.ParametersOf(recurring.First),
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };
}
