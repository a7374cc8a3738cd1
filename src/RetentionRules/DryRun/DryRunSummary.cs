using RetentionRules.Calendars;
using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>Counts decisions: by status, by item, by act, by the year in which the act is or falls due.</summary>
public sealed class DryRunSummary
{
    private readonly SortedDictionary<DispositionStatus, long> _byStatus = [];
    private readonly SortedDictionary<string, long> _byItem = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _byAction = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, long> _byDueYear = [];
    private readonly SortedDictionary<string, long> _byReferral = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _byMissing = new(StringComparer.Ordinal);

    /// <summary>How many records were decided.</summary>
    public long Records { get; private set; }

    /// <summary>How many due destructions nothing blocks but that holds were not consulted.</summary>
    public long BlockedOnlyByHoldsNotConsulted { get; private set; }

    /// <summary>How many decisions came to each status.</summary>
    public IReadOnlyDictionary<DispositionStatus, long> ByStatus => _byStatus;

    /// <summary>
    /// How many records each item decides, by its number, and where several schedules are asked by the schedule and its
    /// number; the empty name counts those that no single item decides.
    /// </summary>
    public IReadOnlyDictionary<string, long> ByItem => _byItem;

    /// <summary>How many records have each act as their due act.</summary>
    public IReadOnlyDictionary<string, long> ByAction => _byAction;

    /// <summary>How many records have an act, due or next, whose day is known, by the year of that day.</summary>
    public IReadOnlyDictionary<int, long> ByDueYear => _byDueYear;

    /// <summary>How many records have an act whose day is not known.</summary>
    public long WithoutDueYear { get; private set; }

    /// <summary>How many undetermined decisions name each fact as missing.</summary>
    public IReadOnlyDictionary<string, long> UndeterminedByMissing => _byMissing;

    /// <summary>How many records the schedule leaves to each person or office.</summary>
    public IReadOnlyDictionary<string, long> ByReferral => _byReferral;

    /// <summary>Counts one decision.</summary>
    public void Add(DispositionDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        Records++;
        Count(_byStatus, decision.Status);
        Count(_byItem, decision.Item is { } item ? NameOf(decision.Policy.Instrument, decision.Schedule, item) : "");
        if (decision.Action is { } action) Count(_byAction, DecisionText.Word(action));
        if (decision.Action is not null || decision.Next is not null) CountYear(decision.Bounds);
        if (decision.Status == DispositionStatus.Undetermined)
            foreach (string missing in decision.Missing) Count(_byMissing, missing);
        if (decision.Reasons.FirstOrDefault(r => r.Code == Reasons.ReferredCode) is { } referred) Count(_byReferral, referred.Arguments[0].Value);
        bool onlyHolds = decision is { Status: DispositionStatus.Blocked, Blocks: [Reasons.HoldsNotConsulted] };
        if (onlyHolds) BlockedOnlyByHoldsNotConsulted++;
    }

    /// <summary>What an item is called in the summary: numbers are unique within one schedule only.</summary>
    private static string NameOf(RetentionInstrument asked, RetentionInstrument deciding, ScheduleItem item) =>
        asked is RetentionSchedule ? item.Number : $"{deciding} {item.Number}";

    private void CountYear(DateBounds bounds)
    {
        if (bounds.NotAfter.IsFinite) Count(_byDueYear, bounds.NotAfter.Date.Year);
        else WithoutDueYear++;
    }

    private static void Count<T>(SortedDictionary<T, long> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
