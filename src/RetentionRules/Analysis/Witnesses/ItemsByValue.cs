using System.Collections.Concurrent;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Witnesses;

/// <summary>
/// Finds items by the codes and texts that they ask for: an item <c>when: series under ("S1") and …</c> claims nothing of another
/// series, whatever else it asks. Taken from the conditions as they are written, with nothing of the compiled policy in it.
/// </summary>
internal sealed class ItemsByValue : ItemFinder
{
    private readonly ConcurrentDictionary<RetentionSchedule, DemandedValues[]> _demands = [];

    /// <inheritdoc/>
    public override IReadOnlyList<ScheduleItem> Find(RetentionSchedule schedule, RecordFacts facts) => Fewest(schedule, facts, isCertain: false);

    /// <summary>At least the items whose condition is true of a record, in the order of the schedule: none that asks for a value that nobody knows.</summary>
    public IReadOnlyList<ScheduleItem> FindCertain(RetentionSchedule schedule, RecordFacts facts) => Fewest(schedule, facts, isCertain: true);

    private IReadOnlyList<ScheduleItem> Fewest(RetentionSchedule schedule, RecordFacts facts, bool isCertain)
    {
        (IReadOnlyList<int> Asking, IReadOnlyList<int> Others)? fewest = null;
        // Where half of the items are left, to put them together costs as much as to look at all.
        int fewer = (schedule.Items.Count + 1) / 2;
        foreach (DemandedValues demands in DemandsOf(schedule))
        {
            if (demands.Others.Count >= fewer) break;
            if (demands.TryFind(facts, isCertain) is not { } asking || asking.Count + demands.Others.Count >= fewer) continue;
            (fewest, fewer) = ((asking, demands.Others), asking.Count + demands.Others.Count);
        }

        return fewest is { } found ? [.. found.Asking.Concat(found.Others).Order().Select(place => schedule.Items[place])] : schedule.Items;
    }

    /// <summary>By the facts of which most items demand a value first.</summary>
    private DemandedValues[] DemandsOf(RetentionSchedule schedule) => _demands.GetOrAdd(schedule, static of =>
    [
        .. of.Items.SelectMany(item => DemandedValues.TestsIn(item.When)).Select(DemandedValues.FactOf).DistinctBy(f => f.Name)
            .Select(fact => new DemandedValues(fact, of.Items)).OrderBy(d => d.Others.Count),
    ]);
}
