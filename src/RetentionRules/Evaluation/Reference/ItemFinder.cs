namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// Says which items of a schedule are worth looking at for a record. By itself the evaluator looks at all of them; a compiled
/// policy knows beforehand of most that they cannot matter.
/// </summary>
internal abstract class ItemFinder
{
    /// <summary>All items of the schedule.</summary>
    public static ItemFinder All { get; } = new EveryItem();

    /// <summary>The items, in the order of the schedule: at least all whose condition is not false, but for those that cannot matter beside others.</summary>
    public abstract IReadOnlyList<ScheduleItem> Find(RetentionSchedule schedule, RecordFacts facts);

    private sealed class EveryItem : ItemFinder
    {
        public override IReadOnlyList<ScheduleItem> Find(RetentionSchedule schedule, RecordFacts facts) => schedule.Items;
    }
}
