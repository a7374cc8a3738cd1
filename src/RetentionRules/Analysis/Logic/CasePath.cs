using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Logic;

/// <summary>A case of an item with what is done; where it follows another item, one of that item's cases.</summary>
/// <param name="Item">The item.</param>
/// <param name="Branch">Its case.</param>
/// <param name="Of">The item whose case it comes to in the end; the item itself where it follows none.</param>
/// <param name="Followed">That case.</param>
/// <param name="Sequence">What is done.</param>
/// <param name="All">The conditions that are true of its records.</param>
/// <param name="None">The conditions that are not: those of the cases before it. What other items take is not among them.</param>
internal sealed record CasePath(ScheduleItem Item, ItemCase Branch, ScheduleItem Of, ItemCase Followed, StepSequence Sequence, Condition[] All, Condition[] None)
{
    /// <summary>The ways on which a record of an item comes to acts: by its cases, and through <c>as item</c> by those of others.</summary>
    public static IEnumerable<CasePath> In(RetentionSchedule schedule, ScheduleItem item) => In(schedule, item, [item.When], []);

    private static IEnumerable<CasePath> In(RetentionSchedule schedule, ScheduleItem item, Condition[] all, Condition[] none)
    {
        List<Condition> earlier = [.. none];
        foreach (ItemCase branch in item.Cases)
        {
            foreach (CasePath path in In(schedule, item, branch, [.. all, branch.When], [.. earlier])) yield return path;
            earlier.Add(branch.When);
        }
    }

    private static IEnumerable<CasePath> In(RetentionSchedule schedule, ScheduleItem item, ItemCase branch, Condition[] all, Condition[] none) => branch.Instruction switch
    {
        StepSequence sequence => [new CasePath(item, branch, item, branch, sequence, all, none)],
        SameAsItem same => In(schedule, schedule[same.ItemNumber], all, none).Select(followed => followed with { Item = item, Branch = branch }),
        Referral => [],
        _ => throw new ArgumentOutOfRangeException(nameof(branch)),
    };
}
