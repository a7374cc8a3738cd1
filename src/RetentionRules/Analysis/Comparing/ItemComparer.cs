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
            LookForConflicts(New, Old, LookForNewConflict);
            LookForConflicts(Old, New, LookForSettledConflict);
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
        string subject = $"item `{New.Schedule.Items[item].Number}`";
        RecordsBefore uncovered = new([], [.. Near(Old, New.Raw[item])], old => old.Status == DispositionStatus.Unscheduled);
        LookForClaimed(item, uncovered, subject, $"{subject}, where there was no item");
    }

    /// <summary>Records for which the edition before had not one item.</summary>
    /// <param name="All">Conditions that are true of them.</param>
    /// <param name="None">Conditions that are not.</param>
    /// <param name="Shows">Whether a decision by the edition before shows it.</param>
    private sealed record RecordsBefore(int[] All, int[] None, Func<DispositionDecision, bool> Shows);

    /// <summary>Whether an item of the new edition alone claims such records; those that it destroys are sought first.</summary>
    private void LookForClaimed(int item, RecordsBefore before, string what, string destroyed)
    {
        ScheduleItem subject = New.Schedule.Items[item];
        int[] all = [New.Raw[item], .. before.All];
        int[] none = [.. New.Beside(item, context.Pool.All(all)), .. before.None];
        bool Shows(DispositionDecision old, DispositionDecision @new) => before.Shows(old) && @new.Item == subject;
        bool ShowsDestruction(DispositionDecision old, DispositionDecision @new) => Shows(old, @new) && RecordFate.Destruction(@new) is { IsNever: false };
        ComparedBranch[] branches = [.. New.BranchesOf(item)];
        ComparedBranch[] destroying = [.. branches.Where(b => b.Destroys)];
        foreach (ComparedBranch branch in destroying)
        {
            // Where it is proved to come for none of them, the records are claimed, and not destroyed.
            SearchResult there = context.Search.Find([.. all, .. branch.All, _branches.Comes(branch)], [.. none, .. branch.None], context.Share());
            if (there.Record is { } record) there = SearchResult.Found(context.Maker.WithRequired(record, Old.Schedule, New.Schedule));

            // Where every case destroys, it need not be known which it is, nor on which day.
            bool areAll = destroying.Length == branches.Length;
            Report(there, areAll ? (o, n) => Shows(o, n) && !RecordFate.IsNeverDestroyed(n) : ShowsDestruction, MeaningChangeKind.NewDestruction, null, subject, destroyed);
            if (there.Kind == SearchKind.Found) return;
        }

        Report(context.Search.Find(all, none, context.Share()), Shows, MeaningChangeKind.NewlyCovered, null, subject, what);
    }

    private void LookForLost(int item)
    {
        if (New.Covers(Old.Raw[item])) return;
        ScheduleItem subject = Old.Schedule.Items[item];
        SearchResult found = context.Search.Find([Old.Raw[item]], [.. Old.Beside(item, Old.Raw[item]), .. Near(New, Old.Raw[item])], context.Share());
        bool Shows(DispositionDecision old, DispositionDecision @new) => old.Item == subject && @new.Status == DispositionStatus.Unscheduled;
        Report(found, Shows, MeaningChangeKind.NoLongerCovered, subject, null, $"item `{subject.Number}` of the edition before");
    }

    private IEnumerable<int> Near(ComparisonSide side, int condition) => side.Index.Near(context.Solver, condition).Select(i => side.Raw[i]);

    /// <summary>
    /// Records that two items of one edition claim, and of which the other edition has one item or none. Where both have two,
    /// whichever they are, neither decides.
    /// </summary>
    private void LookForConflicts(ComparisonSide side, ComparisonSide other, Action<Conflict> look)
    {
        if (side.Schedule.Selection == ItemSelection.First) return;
        foreach ((int first, int second) in side.Index.Pairs(context.Effort))
        {
            (ScheduleItem a, ScheduleItem b) = (side.Schedule.Items[first], side.Schedule.Items[second]);
            if (a.IsResidual || b.IsResidual) continue;
            int[] claimed = [side.Raw[first], side.Raw[second]];
            int[] none = [.. side.RawBefore(first), .. side.RawBefore(second)];
            if (none.Intersect(claimed).Any() || other.ClaimedByBoth(a.Number, b.Number) == side.ClaimedByBoth(first, second)) continue;
            int[] near = [.. other.Index.Near(context.Solver, context.Pool.All(claimed))];
            Conflict conflict = new(a, b, claimed, none, near);
            Ask($"{conflict}{(side == New ? "" : " of the edition before")}", side == New ? b.Source : default, () => look(conflict));
        }
    }

    /// <summary>Two items of one edition that both claim some records.</summary>
    /// <param name="First">The one.</param>
    /// <param name="Second">The other.</param>
    /// <param name="All">Conditions that are true of the records.</param>
    /// <param name="None">Conditions that are not.</param>
    /// <param name="Near">The places of the items that can claim such a record in the other edition.</param>
    private sealed record Conflict(ScheduleItem First, ScheduleItem Second, int[] All, int[] None, int[] Near)
    {
        public bool IsIn(DispositionDecision decision) =>
            decision.Status == DispositionStatus.Conflict && decision.Candidates.Contains(First.Number) && decision.Candidates.Contains(Second.Number);

        public override string ToString() => $"items `{First.Number}` and `{Second.Number}`";
    }

    private void LookForNewConflict(Conflict conflict)
    {
        foreach (int item in conflict.Near)
        {
            ScheduleItem before = Old.Schedule.Items[item];
            int[] all = [.. conflict.All, Old.Raw[item]];
            SearchResult found = context.Search.Find(all, [.. conflict.None, .. Old.Beside(item, context.Pool.All(all))], context.Share());
            Report(found, (o, n) => o.Item == before && conflict.IsIn(n), MeaningChangeKind.NewConflict, before, conflict.Second, $"{conflict}");
        }

        SearchResult uncovered = context.Search.Find(conflict.All, [.. conflict.None, .. conflict.Near.Select(i => Old.Raw[i])], context.Share());
        Report(uncovered, (o, n) => o.Status == DispositionStatus.Unscheduled && conflict.IsIn(n), MeaningChangeKind.NewConflict, null, conflict.Second, $"{conflict}");
    }

    private void LookForSettledConflict(Conflict conflict)
    {
        RecordsBefore disputed = new(conflict.All, conflict.None, conflict.IsIn);
        foreach (int item in conflict.Near)
        {
            string what = $"item `{New.Schedule.Items[item].Number}`, where {conflict} disputed them";
            LookForClaimed(item, disputed, what, what);
        }

        SearchResult lost = context.Search.Find(conflict.All, [.. conflict.None, .. conflict.Near.Select(i => New.Raw[i])], context.Share());
        Report(lost, (o, n) => conflict.IsIn(o) && n.Status == DispositionStatus.Unscheduled, MeaningChangeKind.NoLongerCovered, null, null, $"{conflict} of the edition before");
    }

    private void Report(
        SearchResult found, Func<DispositionDecision, DispositionDecision, bool> shows, MeaningChangeKind kind, ScheduleItem? old, ScheduleItem? @new, string what)
    {
        if (found.Kind == SearchKind.None) return;
        if (found.Kind == SearchKind.Opaque)
        {
            results.NotSettled(@new?.Source ?? default, what, ComparisonResults.RestsOnOpaque);
            return;
        }

        (DispositionDecision before, DispositionDecision after) = context.Decide(found.Record!);
        if (!shows(before, after))
        {
            results.NotSettled(@new?.Source ?? default, what, ComparisonResults.DoesNotShow);
            return;
        }

        _branches.Add(kind, found.Record!, shows, old, @new, what);
    }
}
