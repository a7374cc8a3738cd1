using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What a schedule, a register or a set says about a record, before holds and gates.</summary>
internal static class InstrumentEvaluator
{
    public static ScheduleOutcome Evaluate(RetentionPolicy policy, RetentionInstrument instrument, RecordFacts facts, DateOnly asOf, ItemFinder finder) => instrument switch
    {
        RetentionSchedule schedule => new ScheduleEvaluator(policy, schedule, facts, asOf, finder).Evaluate(),
        ScheduleRegister register => new EditionEvaluator(policy, register, facts, asOf, finder).Evaluate(),
        ScheduleSet set => new SetEvaluator(policy, set, facts, asOf, finder).Evaluate(),
        _ => throw new ArgumentOutOfRangeException(nameof(instrument)),
    };
}
