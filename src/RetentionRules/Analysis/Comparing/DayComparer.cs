using RetentionRules.Analysis.Days;
using RetentionRules.Analysis.Logic;
using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>Two branches, and a record of which each decides in its edition.</summary>
/// <param name="Old">What the edition before says.</param>
/// <param name="New">What the new edition says.</param>
/// <param name="Record">The record.</param>
/// <param name="Days">The facts that the days of either hang on.</param>
/// <param name="Forms">What both say, in normal form.</param>
/// <param name="HasDays">Whether the record has days worth trying already.</param>
internal sealed record ComparedDays(
    ComparedBranch Old, ComparedBranch New, IReadOnlyDictionary<int, FactValue> Record, FactDefinition[] Days, (string Old, string New) Forms, bool HasDays);

/// <summary>A record that fares differently, and how.</summary>
internal sealed record DayDifference(MeaningChangeKind Kind, IReadOnlyDictionary<int, FactValue> Record)
{
    /// <summary>Whether no difference is worse: a destruction that was none, or that comes sooner.</summary>
    public bool IsWorst => Kind <= MeaningChangeKind.ShorterRetention;
}

/// <summary>On which days two branches say something else of a record.</summary>
internal sealed class DayComparer(ComparisonContext context)
{
    /// <summary>Once something differs, so many more days are tried for a case that destroys sooner.</summary>
    private const int TriedForWorse = 150;

    /// <summary>By what two branches say: the difference that was the worst of all that were tried.</summary>
    private readonly Dictionary<(string Old, string New), DayDifference> _worst = [];

    /// <summary>Of the days tried, those on which the new edition destroys soonest against the old; null where it never differs.</summary>
    public DayDifference? Worst(ComparedDays compared, AnalysisEffort effort)
    {
        // In a large schedule many items say the same; what their records need to know was found with the first of them.
        if (_worst.TryGetValue(compared.Forms, out DayDifference? before) && Worst(compared, [WithDaysOf(before, compared)]) is { } again && IsForAll(again, compared) && again.Kind == before.Kind) return again;
        IEnumerable<IReadOnlyDictionary<int, FactValue>> tried = DayTrials.WithDays(context.Layout, context.Pool.Axes, compared.Record, compared.Days, effort);
        DayDifference? worst = Worst(compared, compared.HasDays ? tried.Prepend(compared.Record) : tried);
        if (worst is not null && IsForAll(worst, compared)) _worst[compared.Forms] = worst;
        return worst;
    }

    /// <summary>Whether no other record, of which the same is said, can fare worse: nothing is worse, or it hangs on the days alone, and all were open.</summary>
    private bool IsForAll(DayDifference difference, ComparedDays compared) => difference.IsWorst || HangsOnDaysAlone(compared);

    /// <summary>Whether nothing that a record is asked bears on what the branches say of it, but the days that are tried.</summary>
    private bool HangsOnDaysAlone(ComparedDays compared) =>
        context.Old.Schedule.Implements is null && context.New.Schedule.Implements is null
        && compared.Days.All(day => day.IsDated && !context.IsAskedFor(day))
        && compared.Record.Keys.Select(place => context.Layout.Facts[place]).All(fact => fact.Role == FactRole.Declared);

    private Dictionary<int, FactValue> WithDaysOf(DayDifference other, ComparedDays compared)
    {
        Dictionary<int, FactValue> record = compared.Record.ToDictionary();
        foreach (int place in compared.Days.Select(day => context.Layout.PlaceOf(day.Name)))
        {
            if (other.Record.TryGetValue(place, out FactValue day)) record[place] = day;
            else record.Remove(place);
        }

        return record;
    }

    private DayDifference? Worst(ComparedDays compared, IEnumerable<IReadOnlyDictionary<int, FactValue>> records)
    {
        (ComparedBranch old, ComparedBranch @new) = (compared.Old, compared.New);
        int ofBoth = context.Pool.All([.. old.All, .. @new.All, .. old.None.Concat(@new.None).Select(context.Pool.Not)]);
        DayDifference? worst = null;
        int since = 0;
        foreach (IReadOnlyDictionary<int, FactValue> tried in records)
        {
            if (worst is not null && (worst.IsWorst || ++since > TriedForWorse)) break;
            (DispositionDecision before, DispositionDecision after) = context.Decide(tried);
            if (before.Item != context.Old.Schedule.Items[old.Item] || after.Item != context.New.Schedule.Items[@new.Item] || RecordFate.Of(before) == RecordFate.Of(after)) continue;
            // A day can take the record to another case, which is compared by itself.
            if (context.Maker.Ask(ofBoth, tried) != Compilation.ConditionPool.True) continue;
            MeaningChangeKind kind = KindOf(old, @new, before, after);
            if (worst is null || kind < worst.Kind) worst = new DayDifference(kind, tried);
        }

        return worst;
    }

    /// <summary>How records fare differently that are decided so.</summary>
    public static MeaningChangeKind KindOf(ComparedBranch old, ComparedBranch @new, DispositionDecision before, DispositionDecision after)
    {
        if (@new.Destroys && !old.Destroys) return RecordFate.IsNeverDestroyed(after) ? MeaningChangeKind.OtherOutcome : MeaningChangeKind.NewDestruction;
        if (old.Destroys && !@new.Destroys) return RecordFate.IsNeverDestroyed(before) ? MeaningChangeKind.OtherOutcome : MeaningChangeKind.NoLongerDestroyed;
        if (RecordFate.Destruction(before) is not { } was || RecordFate.Destruction(after) is not { } @is) return MeaningChangeKind.OtherOutcome;
        return @is.NotAfter < was.NotAfter || @is.NotBefore < was.NotBefore ? MeaningChangeKind.ShorterRetention
            : @is.NotAfter > was.NotAfter || @is.NotBefore > was.NotBefore ? MeaningChangeKind.LongerRetention
            : MeaningChangeKind.OtherOutcome;
    }

    /// <summary>Whether no day of the one event that both count from makes a difference: every day of a whole calendar, and never.</summary>
    public bool AreAllAlike(ComparedDays compared, AnalysisEffort effort)
    {
        DispositionStep[] steps = [.. new[] { compared.Old, compared.New }.SelectMany(b => b.Sequence?.Steps ?? [])];
        bool isPeriodic = steps.SelectMany(s => MomentParts.Of(s.Timing)).SelectMany(MomentParts.All).All(m => m is not (NthOfMoment or CycleBoundary { Cycle: ListedCycle }));
        bool hasRecordedSteps = steps.SkipLast(1).Any(s => s.Completion is RecordedCompletion);
        if (!isPeriodic || hasRecordedSteps || compared.Old.Sequence is null || compared.New.Sequence is null) return false;
        if (compared.Days is not [{ IsDated: true } only] || context.IsAskedFor(only)) return false;
        int place = context.Layout.PlaceOf(only.Name);
        Dictionary<int, FactValue> tried = compared.Record.ToDictionary();
        foreach (FactValue day in WholeCalendar.Values)
        {
            effort.Spend();
            tried[place] = day;
            (DispositionDecision before, DispositionDecision after) = context.Decide(tried);
            if (RecordFate.Of(before) != RecordFate.Of(after)) return false;
        }

        return true;
    }
}
