using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>What a summary counts; those of several parts are summed, in whatever order.</summary>
internal sealed class SummaryCounts(IReadOnlyList<FactDefinition> by)
{
    public long Records { get; private set; }

    public long OnlyHoldsNotConsulted { get; private set; }

    public long WithoutDueYear { get; private set; }

    public Tally<DispositionStatus> ByStatus { get; } = new();

    public Tally<string> ByItem { get; } = new();

    public Tally<string> ByAction { get; } = new();

    public Tally<int> ByDueYear { get; } = new();

    public Tally<string> ByReferral { get; } = new();

    public Tally<string> ByMissing { get; } = new();

    public DispositionForecast Forecast { get; } = new();

    private readonly FactBreakdown[] _breakdowns = [.. by.Select(f => new FactBreakdown(f))];

    public IReadOnlyList<FactBreakdown> Breakdowns => _breakdowns;

    public void Add(DispositionDecision decision, RecordFacts? facts)
    {
        AddAlike(decision, 1);
        AddDays(decision, decision.Bounds, 1);
        AddFacts(facts, decision.Status);
    }

    /// <summary>Counts decisions that differ from one only in the record and its days, but for those days.</summary>
    public void AddAlike(DispositionDecision decision, long count)
    {
        Records += count;
        ByStatus.Add(decision.Status, count);
        ByItem.Add(decision.Item is { } item ? NameOf(decision.Policy.Instrument, decision.Schedule, item) : "", count);
        if (decision.Action is { } action) ByAction.Add(DecisionText.Word(action), count);
        if (decision.Status == DispositionStatus.Undetermined)
            foreach (string missing in decision.Missing) ByMissing.Add(missing, count);
        if (decision.Reasons.FirstOrDefault(r => r.Code == Reasons.ReferredCode) is { } referred) ByReferral.Add(referred.Arguments[0].Value, count);
        if (decision is { Status: DispositionStatus.Blocked, Blocks: [Reasons.HoldsNotConsulted] }) OnlyHoldsNotConsulted += count;
    }

    /// <summary>Counts when the acts of such decisions fall due.</summary>
    public void AddDays(DispositionDecision decision, Calendars.DateBounds bounds, long count)
    {
        if (decision.Action is null && decision.Next is null) return;
        if (bounds.NotAfter.IsFinite) ByDueYear.Add(bounds.NotAfter.Date.Year, count);
        else WithoutDueYear += count;
        Forecast.Add(decision, bounds, count);
    }

    public void AddFacts(RecordFacts? facts, DispositionStatus status)
    {
        foreach (FactBreakdown breakdown in _breakdowns) breakdown.Add(facts, status);
    }

    public void Add(SummaryCounts other)
    {
        Records += other.Records;
        OnlyHoldsNotConsulted += other.OnlyHoldsNotConsulted;
        WithoutDueYear += other.WithoutDueYear;
        ByStatus.Add(other.ByStatus);
        ByItem.Add(other.ByItem);
        ByAction.Add(other.ByAction);
        ByDueYear.Add(other.ByDueYear);
        ByReferral.Add(other.ByReferral);
        ByMissing.Add(other.ByMissing);
        Forecast.Add(other.Forecast);
        for (int i = 0; i < Breakdowns.Count; i++) Breakdowns[i].Add(other.Breakdowns[i]);
    }

    public void Clear()
    {
        (Records, OnlyHoldsNotConsulted, WithoutDueYear) = (0, 0, 0);
        ByStatus.Clear();
        ByItem.Clear();
        ByAction.Clear();
        ByDueYear.Clear();
        ByReferral.Clear();
        ByMissing.Clear();
        Forecast.Clear();
        foreach (FactBreakdown breakdown in _breakdowns) breakdown.Clear();
    }

    /// <summary>What an item is called in the summary: numbers are unique within one schedule only.</summary>
    internal static string NameOf(RetentionInstrument asked, RetentionInstrument deciding, ScheduleItem item) =>
        asked is RetentionSchedule ? item.Number : $"{deciding} {item.Number}";
}
