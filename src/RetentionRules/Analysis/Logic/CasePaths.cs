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
internal sealed record CasePath(ScheduleItem Item, ItemCase Branch, ScheduleItem Of, ItemCase Followed, StepSequence Sequence, int[] All, int[] None);

/// <summary>The ways on which a record of an item comes to acts: by its cases, and through <c>as item</c> by those of others.</summary>
internal sealed class CasePaths(AnalysisContext context)
{
    public IEnumerable<CasePath> Of(int item) => Of(context.Schedule.Items[item], [context.Raw[item]], []);

    private IEnumerable<CasePath> Of(ScheduleItem item, int[] all, int[] none)
    {
        List<int> earlier = [.. none];
        foreach (ItemCase branch in item.Cases)
        {
            int when = context.Pool.Add(branch.When);
            foreach (CasePath path in Of(item, branch, [.. all, when], [.. earlier])) yield return path;
            earlier.Add(when);
        }
    }

    private IEnumerable<CasePath> Of(ScheduleItem item, ItemCase branch, int[] all, int[] none) => branch.Instruction switch
    {
        StepSequence sequence => [new CasePath(item, branch, item, branch, sequence, all, none)],
        SameAsItem same => Of(context.Schedule[same.ItemNumber], all, none).Select(followed => followed with { Item = item, Branch = branch }),
        Referral => [],
        _ => throw new ArgumentOutOfRangeException(nameof(branch)),
    };
}
