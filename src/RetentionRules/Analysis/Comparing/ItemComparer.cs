using RetentionRules.Analysis.Logic;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>
/// Which records fare differently by the items: for each item before and each after, the records that both alone claim; those
/// that only one edition has an item for; and those that two items claim in one of them.
/// </summary>
internal sealed class ItemComparer(ComparisonContext context, ItemPairing pairing, ComparisonResults results)
{
    private readonly BranchComparer _branches = new(context, pairing, results);

    private ComparisonSide Old => context.Old;

    private ComparisonSide New => context.New;

    public void Run()
    {
        try
        {
            ItemIndex both = new(context.Solver, [.. Old.Raw, .. New.Raw]);
            foreach ((int first, int second) in both.Pairs(context.Effort, (a, b) => a < Old.Raw.Count && b >= Old.Raw.Count && CanShare(a, b - Old.Raw.Count)))
            {
                int item = second - Old.Raw.Count;
                Ask($"item `{New.Schedule.Items[item].Number}`", New.Schedule.Items[item].Source, () => _branches.Compare(first, item));
            }

            foreach (int item in Enumerable.Range(0, New.Raw.Count))
                Ask($"item `{New.Schedule.Items[item].Number}`", New.Schedule.Items[item].Source, () => LookForNewlyCovered(item));
            foreach (int item in Enumerable.Range(0, Old.Raw.Count))
                Ask($"item `{Old.Schedule.Items[item].Number}` of the edition before", default, () => LookForLost(item));
            LookForConflicts(New, Old, isNew: true);
            LookForConflicts(Old, New, isNew: false);
        }
        catch (EffortSpentException)
        {
            results.NotSettled(default, "the items that are left", "the budget is spent");
        }
    }

    /// <summary>Whether both alone can claim a record. Most items stay as they are, and each then goes before another as it did.</summary>
    private bool CanShare(int old, int @new) => !New.Precedes(Old.Raw[old], @new) && !Old.Precedes(New.Raw[@new], old);

    private void Ask(string what, Text.SourceReference place, Action look)
    {
        try
        {
            look();
        }
        catch (EffortSpentException)
        {
            results.NotSettled(place, what, "the budget is spent");
        }
    }

    private void LookForNewlyCovered(int item)
    {
        if (Old.Covers(New.Raw[item])) return;
        ScheduleItem subject = New.Schedule.Items[item];
        int[] none = [.. New.Beside(item), .. Near(Old, New.Raw[item])];
        bool Shows(DispositionDecision old, DispositionDecision @new) => old.Status == DispositionStatus.Unscheduled && @new.Item == subject;
        bool ShowsDestruction(DispositionDecision old, DispositionDecision @new) => Shows(old, @new) && RecordFate.Destruction(@new) is not null;
        ComparedBranch[] branches = [.. New.BranchesOf(item)];
        string destroyed = $"item `{subject.Number}`, where there was no item";
        bool isMixed = branches.Any(b => b.Destroys) && !branches.All(b => b.Destroys);
        foreach (ComparedBranch branch in isMixed ? branches.Where(b => b.Destroys) : [])
        {
            SearchResult there = context.Search.Find([New.Raw[item], .. branch.All], [.. none, .. branch.None], context.Share());
            if (there.Record is { } record) there = SearchResult.Found(context.Maker.WithRequired(record, Old.Schedule, New.Schedule));
            Report(there, ShowsDestruction, MeaningChangeKind.NewDestruction, null, subject, destroyed);
            if (there.Kind == SearchKind.Found) return;
        }

        bool destroys = !isMixed && branches.Any(b => b.Destroys);
        SearchResult found = context.Search.Find([New.Raw[item]], none, context.Share());
        Report(found, Shows, destroys ? MeaningChangeKind.NewDestruction : MeaningChangeKind.NewlyCovered, null, subject, destroys ? destroyed : $"item `{subject.Number}`");
    }

    private void LookForLost(int item)
    {
        if (New.Covers(Old.Raw[item])) return;
        ScheduleItem subject = Old.Schedule.Items[item];
        SearchResult found = context.Search.Find([Old.Raw[item]], [.. Old.Beside(item), .. Near(New, Old.Raw[item])], context.Share());
        bool Shows(DispositionDecision old, DispositionDecision @new) => old.Item == subject && @new.Status == DispositionStatus.Unscheduled;
        Report(found, Shows, MeaningChangeKind.NoLongerCovered, subject, null, $"item `{subject.Number}` of the edition before");
    }

    private IEnumerable<int> Near(ComparisonSide side, int condition) => side.Index.Near(context.Solver, condition).Select(i => side.Raw[i]);

    /// <summary>Records that two items of one edition claim, and not the same two of the other.</summary>
    private void LookForConflicts(ComparisonSide side, ComparisonSide other, bool isNew)
    {
        if (side.Schedule.Selection == ItemSelection.First) return;
        foreach ((int first, int second) in side.Index.Pairs(context.Effort))
        {
            (ScheduleItem a, ScheduleItem b) = (side.Schedule.Items[first], side.Schedule.Items[second]);
            if (a.IsResidual || b.IsResidual) continue;
            int[] none = [.. side.RawBefore(first), .. side.RawBefore(second)];
            int[] claimed = [side.Raw[first], side.Raw[second]];
            if (none.Intersect(claimed).Any()) continue;
            int notThere = context.Pool.Not(ClaimOfPair(other, PartnerOf(a, isNew), PartnerOf(b, isNew)));
            string what = $"items `{a.Number}` and `{b.Number}`{(isNew ? "" : " of the edition before")}";
            bool IsHere(DispositionDecision d) => d.Status == DispositionStatus.Conflict && d.Candidates.Contains(a.Number) && d.Candidates.Contains(b.Number);
            // Two conflicts of different items leave nothing to choose between: neither edition decides.
            int[] decided = [.. none, .. other.ConflictsWithin(claimed[0], claimed[1])];
            int[] there = [.. Near(other, claimed[0]).Intersect(Near(other, claimed[1]))];
            if (isNew)
            {
                Report(context.Search.Find([.. claimed, notThere], decided, context.Share()), (o, n) => IsHere(n) && o.Candidates.Count == 0 && o.Status != DispositionStatus.Conflict, MeaningChangeKind.NewConflict, null, b, what);
                continue;
            }

            Report(context.Search.Find([.. claimed, notThere, context.Pool.Any(there)], decided, context.Share()), (o, n) => IsHere(o) && n.Item is not null, MeaningChangeKind.NewlyCovered, null, null, what);
            Report(context.Search.Find(claimed, [.. none, .. there], context.Share()), (o, n) => IsHere(o) && n.Status == DispositionStatus.Unscheduled, MeaningChangeKind.NoLongerCovered, null, null, what);
        }
    }

    private ScheduleItem? PartnerOf(ScheduleItem item, bool isNew) => isNew
        ? Old.Schedule.Items.FirstOrDefault(o => pairing.AreSame(o, item))
        : pairing.NewOf(item.Number) is { } number ? New.Schedule[number] : null;

    /// <summary>The records that two items of an edition both claim; none where one of them is not there.</summary>
    private static int ClaimOfPair(ComparisonSide side, ScheduleItem? a, ScheduleItem? b)
    {
        if (a is null || b is null) return Compilation.ConditionPool.False;
        return side.ClaimedByBoth(side.Precedence.PlaceOf(a.Number), side.Precedence.PlaceOf(b.Number));
    }

    private void Report(
        SearchResult found, Func<DispositionDecision, DispositionDecision, bool> shows, MeaningChangeKind kind, ScheduleItem? old, ScheduleItem? @new, string what)
    {
        if (found.Kind == SearchKind.None) return;
        if (found.Kind == SearchKind.Opaque)
        {
            results.NotSettled(@new?.Source ?? default, what, "it rests on `matches`, `contains` or on how two facts compare");
            return;
        }

        (DispositionDecision before, DispositionDecision after) = context.Decide(found.Record!);
        if (!shows(before, after))
        {
            results.NotSettled(@new?.Source ?? default, what, "the record that was found does not show it");
            return;
        }

        _branches.Add(kind, found.Record!, shows, old, @new, what);
    }
}
