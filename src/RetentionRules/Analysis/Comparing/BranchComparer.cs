using RetentionRules.Analysis.Days;
using RetentionRules.Analysis.Logic;
using RetentionRules.Calendars;
using RetentionRules.Compilation;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>What becomes of the records that an item before and an item after alone claim, branch by branch.</summary>
internal sealed class BranchComparer(ComparisonContext context, ItemPairing pairing, ComparisonResults results)
{
    /// <summary>With so many limits on different records, each choice of those that bear on a record is looked at.</summary>
    private const int MostLimits = 5;

    private readonly DayComparer _days = new(context);

    private ComparisonSide Old => context.Old;

    private ComparisonSide New => context.New;

    public void Compare(int oldItem, int newItem)
    {
        (ScheduleItem before, ScheduleItem after) = (Old.Schedule.Items[oldItem], New.Schedule.Items[newItem]);
        bool isSameItem = pairing.AreSame(before, after);
        AnalysisEffort effort = context.Share();
        int[] claimed = [Old.Raw[oldItem], New.Raw[newItem]];
        int within = context.Pool.All(claimed);
        Lazy<Region> shared = new(() => new Region(claimed, [.. Old.Beside(oldItem, within), .. New.Beside(newItem, within)]));
        bool saysOther = false;
        SearchKind meets = SearchKind.None;
        foreach (ComparedBranch old in Old.BranchesOf(oldItem))
            foreach (ComparedBranch @new in New.BranchesOf(newItem))
            {
                if (isSameItem && FormOf(Old, old) == FormOf(New, @new)) continue;
                Region region = shared.Value.Within(old, @new);
                SearchResult found = context.Search.Find(region.All, region.None, effort);
                if (found.Kind == SearchKind.None) continue;
                if (meets != SearchKind.Found) meets = found.Kind;
                saysOther |= Compare(old, @new, region, effort);
            }

        if (!saysOther && meets != SearchKind.None && !isSameItem) SayOtherItem(before, after, meets == SearchKind.Found ? context.Search.Find(shared.Value.All, shared.Value.None, effort) : SearchResult.Opaque);
    }

    /// <summary>Both items say the same of the records, and which of them says it differs.</summary>
    private void SayOtherItem(ScheduleItem before, ScheduleItem after, SearchResult found)
    {
        string what = $"`{before.Number}` → `{after.Number}`";
        bool Shows(DispositionDecision o, DispositionDecision n) => o.Item == before && n.Item == after;
        if (found.Record is { } record && context.Decide(record) is var (old, @new) && Shows(old, @new)) Add(MeaningChangeKind.OtherItem, record, Shows, before, after, what);
        else results.NotSettled(after.Source, what, found.Kind == SearchKind.Opaque ? ComparisonResults.RestsOnOpaque : ComparisonResults.DoesNotShow);
    }

    /// <summary>The records of which some conditions are true and others are not.</summary>
    private sealed record Region(int[] All, int[] None)
    {
        public Region Within(ComparedBranch old, ComparedBranch @new) => new([.. All, .. old.All, .. @new.All], [.. None, .. old.None, .. @new.None]);
    }

    /// <summary>Whether the two branches may say something else of the records that both decide.</summary>
    private bool Compare(ComparedBranch old, ComparedBranch @new, Region region, AnalysisEffort effort)
    {
        if (FormOf(Old, old) == FormOf(New, @new)) return false;
        (ScheduleItem before, ScheduleItem after) = (Old.Schedule.Items[old.Item], New.Schedule.Items[@new.Item]);
        string what = before.Number == after.Number ? $"item `{after.Number}`" : $"`{before.Number}` → `{after.Number}`";
        int[] whens = [.. LimitsOf(Old).Concat(LimitsOf(New)).Select(l => context.Pool.Add(l.When)).Distinct().Where(w => w is not (ConditionPool.True or ConditionPool.False))];
        DayDifference? worst = null;
        string open = "";
        foreach (int[] met in SubsetsOf(whens))
        {
            int[] unmet = whens.Length > MostLimits ? [] : [.. whens.Except(met)];
            (string Old, string New) forms = (FormOf(Old, old, unmet), FormOf(New, @new, unmet));
            if (whens.Length <= MostLimits && forms.Old == forms.New) continue;
            SearchResult found = context.Search.Find([.. region.All, .. met], [.. region.None, .. unmet], effort);
            if (found.Kind == SearchKind.Opaque) open = ComparisonResults.RestsOnOpaque;
            if (found.Kind != SearchKind.Found) continue;
            // The days that are tried may all be such on which nothing is destroyed: a record that comes to it is sought.
            SearchResult destroyed = @new.Destroys && !old.Destroys ? context.Search.Find([.. region.All, .. met, Comes(@new)], [.. region.None, .. unmet], effort) : SearchResult.None;
            if (destroyed.Kind == SearchKind.Opaque) open = ComparisonResults.RestsOnOpaque;
            FactDefinition[] days = DaysOf(old, @new);
            IReadOnlyDictionary<int, FactValue> record = context.Maker.WithRequired(destroyed.Record ?? found.Record!, Old.Schedule, New.Schedule);
            ComparedDays compared = new(old, @new, record, days, forms, destroyed.Kind == SearchKind.Found);
            if (_days.Worst(compared, effort) is { } difference)
            {
                if (worst is null || difference.Kind < worst.Kind) worst = difference;
            }
            else if (whens.Length > MostLimits || days.Count(d => d.IsDated) > 1 || !_days.AreAllAlike(compared, effort))
            {
                open = "no day was found on which they differ, and they are not written alike";
            }
        }

        // What is told of some records need not be the worst of it.
        if (open.Length > 0 && worst is not { IsWorst: true })
            results.NotSettled(@new.Instruction?.Source ?? after.Source, worst is null ? what : $"the other records of {what}", open, after.Number);
        if (worst is null) return open.Length > 0;

        bool IsOfKind(DispositionDecision o, DispositionDecision n) => DayComparer.KindOf(old, @new, o, n) == worst.Kind
            || (worst.Kind == MeaningChangeKind.OtherOutcome && RecordFate.Destruction(o) is null && RecordFate.Destruction(n) is null);
        bool Differs(DispositionDecision o, DispositionDecision n) => o.Item == before && n.Item == after && RecordFate.Of(o) != RecordFate.Of(n) && IsOfKind(o, n);
        // Where an item destroys only in some of its cases, the record must show that it is one of those.
        bool Destroys(DispositionDecision o, DispositionDecision n) => Differs(o, n) && worst.Kind switch
        {
            MeaningChangeKind.NewDestruction => RecordFate.Destruction(n) is not null,
            MeaningChangeKind.NoLongerDestroyed => RecordFate.Destruction(o) is not null,
            _ => true,
        };
        bool isCertain = (worst.Kind == MeaningChangeKind.NewDestruction ? New.BranchesOf(@new.Item) : Old.BranchesOf(old.Item)).All(b => b.Destroys);
        Func<DispositionDecision, DispositionDecision, bool> shows = !isCertain && context.Decide(worst.Record) is var (was, @is) && Destroys(was, @is) ? Destroys : Differs;
        Add(worst.Kind, worst.Record, shows, before, after, what);
        return true;
    }

    /// <summary>Every choice of the conditions of limits; none is made where they are too many.</summary>
    private static IEnumerable<int[]> SubsetsOf(int[] whens)
    {
        if (whens.Length > MostLimits) return [[]];
        return Enumerable.Range(0, 1 << whens.Length).Select(chosen => (int[])[.. whens.Where((_, i) => (chosen & (1 << i)) != 0)]);
    }

    private FactDefinition[] DaysOf(ComparedBranch old, ComparedBranch @new) =>
    [
        .. FactsOf(old).Concat(FactsOf(@new))
            .Concat(LimitsOf(Old).Concat(LimitsOf(New)).SelectMany(l => ((Moment?[])[l.NotBefore, l.NotAfter]).OfType<Moment>()).SelectMany(MomentFacts.Of)).DistinctBy(f => f.Name),
    ];

    private static IEnumerable<FactDefinition> FactsOf(ComparedBranch branch) => (branch.Sequence?.Steps ?? []).SelectMany(s => MomentParts.Of(s.Timing).SelectMany(MomentFacts.Of));

    private static IEnumerable<RetentionLimit> LimitsOf(ComparisonSide side) => side.Evaluators.Policy.LimitsOn(side.Schedule);

    /// <summary>What a branch says, with the limits of laws that bear on its records and the minimum that it implements.</summary>
    private string FormOf(ComparisonSide side, ComparedBranch branch, params int[] unmet)
    {
        IEnumerable<string> limits = LimitsOf(side).Where(l => !unmet.Contains(context.Pool.Add(l.When))).Select(l => $"{l.Action} {l.When} {(l.NotBefore is { } b ? side.Form.Of(b) : "")} {(l.NotAfter is { } a ? side.Form.Of(a) : "")} {l.InForce}");
        ScheduleItem item = side.Schedule.Items[branch.Item];
        string parent = side.Schedule.Implements is { } implemented && item.Implements.Length > 0 ? $"{implemented.Schedule.ContentHash} {item.Implements}" : "";
        return $"{(branch.Instruction is { } said ? side.Form.Of(said, side.Schedule) : "no case")} / {string.Join(" / ", limits)} / {parent}";
    }

    /// <summary>Of which records the destruction that a case lays down comes at all; of all others what it counts from never does.</summary>
    public int Comes(ComparedBranch branch) =>
        context.Pool.Add(new DestructionReach(New.Evaluators.Policy, New.Schedule.Rounding, branch.Sequence!, DateBound.PositiveInfinity).Make());

    /// <summary>Adds a change that a record shows.</summary>
    public void Add(
        MeaningChangeKind kind, IReadOnlyDictionary<int, FactValue> record, Func<DispositionDecision, DispositionDecision, bool> shows, ScheduleItem? old, ScheduleItem? @new, string what) =>
        results.Add(@new?.Source ?? default, what, () => Change(kind, context.Least(record, shows), shows, old, @new, what));

    /// <summary>A change with a record that both evaluators of both editions confirm.</summary>
    private MeaningChange Change(
        MeaningChangeKind kind, IReadOnlyDictionary<int, FactValue> record, Func<DispositionDecision, DispositionDecision, bool> shows, ScheduleItem? old, ScheduleItem? @new, string what)
    {
        WitnessRecord witness = context.Confirm(record, shows, what);
        (DispositionDecision before, DispositionDecision after) = context.Decide(record);
        object[] arguments = kind switch
        {
            MeaningChangeKind.ShorterRetention or MeaningChangeKind.LongerRetention => [what, DayOf(before), DayOf(after)],
            MeaningChangeKind.NewConflict => [what, old is null ? "that no item claimed" : $"that item `{old.Number}` decided"],
            _ => [what],
        };
        AnalysisPlace place = @new is null ? new AnalysisPlace(New.Schedule.Path, default) : New.Place(PlaceOf(@new, after));
        return new MeaningChange
        {
            Kind = kind,
            OldItem = old,
            NewItem = @new,
            Witness = witness,
            OldDecision = before.ToString(),
            NewDecision = after.ToString(),
            Explainer = context.Explainer,
            Finding = new AnalysisFinding(DescriptorOf(kind), place, arguments)
            {
                Witness = witness,
                Related = old is null ? [] : [(Old.Place(PlaceOf(old, before)), $"before, item `{old.Number}`")],
                Items = [.. ((string?[])[@new?.Number, old?.Number]).OfType<string>().Distinct()],
            },
        };
    }

    /// <summary>The act that is spoken of; where there is none, the condition of the item.</summary>
    private static Text.SourceReference PlaceOf(ScheduleItem item, DispositionDecision decision) =>
        decision.Timeline is [.., { Step.Source: var act }] ? act : item.Cases is [var only] ? only.Source : item.When.Source;

    private static string DayOf(DispositionDecision decision) =>
        RecordFate.Destruction(decision) is { } days ? days.IsNever ? "never" : days.NotBefore.ToString() : "no day";

    internal static DiagnosticDescriptor DescriptorOf(MeaningChangeKind kind) => kind switch
    {
        MeaningChangeKind.NewDestruction => ComparisonDiagnostics.NewDestruction,
        MeaningChangeKind.ShorterRetention => ComparisonDiagnostics.ShorterRetention,
        MeaningChangeKind.NewConflict => ComparisonDiagnostics.NewConflict,
        MeaningChangeKind.NoLongerCovered => ComparisonDiagnostics.NoLongerCovered,
        MeaningChangeKind.Restriction => ComparisonDiagnostics.RestrictionChanged,
        MeaningChangeKind.ClassRule => ComparisonDiagnostics.ClassRuleChanged,
        MeaningChangeKind.LongerRetention => ComparisonDiagnostics.LongerRetention,
        MeaningChangeKind.NoLongerDestroyed => ComparisonDiagnostics.NoLongerDestroyed,
        MeaningChangeKind.OtherOutcome => ComparisonDiagnostics.OtherOutcome,
        MeaningChangeKind.NewlyCovered => ComparisonDiagnostics.NewlyCovered,
        MeaningChangeKind.OtherItem => ComparisonDiagnostics.OtherItem,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
