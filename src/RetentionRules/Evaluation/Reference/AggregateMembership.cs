using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Whether a record is disposed of with others, and with which (docs/language.md, 18.1).</summary>
internal sealed class AggregateMembership(RetentionPolicy policy)
{
    private readonly RecordAggregation? _aggregation = policy.Aggregation;

    /// <summary>The aggregate that a record belongs to; null where it stands alone, or where nobody knows to which it belongs.</summary>
    public string? KeyOf(RecordFinding found, RecordFacts facts) =>
        _aggregation is { } aggregation && MomentsOf(found) != AggregateMoments.Each && facts[aggregation.By] is { IsKnown: true } key ? key.AsText : null;

    public void Add(AggregateState aggregate, RecordFinding found, RecordFacts facts) => aggregate.Add(found, MomentsOf(found), facts[_aggregation!.Complete]);

    /// <summary>Where one of the items that may decide puts the record together with others, it is.</summary>
    private AggregateMoments MomentsOf(RecordFinding found)
    {
        IEnumerable<ScheduleItem> items = found.Schedule.Item is { } item ? [item] : found.Schedule.Candidates;
        AggregateMoments[] wanted = [.. items.Select(i => i.Aggregates ?? _aggregation!.Moments).Distinct()];
        return wanted switch
        {
            [] => _aggregation!.Moments,
            [var only] => only,
            _ => wanted.Contains(AggregateMoments.Latest) ? AggregateMoments.Latest : AggregateMoments.Earliest,
        };
    }

    /// <summary>18.2: a due act of a record that is one of several is not decided by itself; nor is that of one of which it is not known.</summary>
    public RecordFinding UnlessOneOfSeveral(RecordFinding found, RecordFacts facts)
    {
        Outcome outcome = found.Schedule.Outcome;
        if (_aggregation is not { } aggregation || MomentsOf(found) == AggregateMoments.Each) return outcome.IsDue ? found : WithoutBlocks(found);
        FactValue key = facts[aggregation.By];
        if (key.State == FactState.Never || !outcome.IsDue) return outcome.IsDue ? found : WithoutBlocks(found);
        string[] missing = key.IsKnown ? [] : [aggregation.By.Name];
        Outcome undetermined = outcome with
        {
            Status = DispositionStatus.Undetermined,
            Missing = [.. outcome.Missing, .. missing],
            Reasons = [.. outcome.Reasons, key.IsKnown ? Reasons.OneOfSeveral(aggregation, key.AsText) : Reasons.MayBeOneOfSeveral(aggregation)],
        };
        return WithoutBlocks(found with { Schedule = found.Schedule with { Outcome = undetermined } });
    }

    /// <summary>What forbids an act is said of an act that is due.</summary>
    private static RecordFinding WithoutBlocks(RecordFinding found) => found with { Blocks = [], MissingForBlocks = [], Remarks = [] };
}
