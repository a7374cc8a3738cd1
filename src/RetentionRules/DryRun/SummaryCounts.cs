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

    public IReadOnlyList<FactBreakdown> Breakdowns { get; } = [.. by.Select(f => new FactBreakdown(f))];

    public void Add(DispositionDecision decision, RecordFacts? facts)
    {
        Records++;
        ByStatus.Add(decision.Status);
        ByItem.Add(decision.Item is { } item ? NameOf(decision.Policy.Instrument, decision.Schedule, item) : "");
        if (decision.Action is { } action) ByAction.Add(DecisionText.Word(action));
        if (decision.Action is not null || decision.Next is not null) CountYear(decision.Bounds);
        if (decision.Status == DispositionStatus.Undetermined)
            foreach (string missing in decision.Missing) ByMissing.Add(missing);
        if (decision.Reasons.FirstOrDefault(r => r.Code == Reasons.ReferredCode) is { } referred) ByReferral.Add(referred.Arguments[0].Value);
        if (decision is { Status: DispositionStatus.Blocked, Blocks: [Reasons.HoldsNotConsulted] }) OnlyHoldsNotConsulted++;
        Forecast.Add(decision);
        foreach (FactBreakdown breakdown in Breakdowns) breakdown.Add(facts, decision.Status);
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
        foreach (FactBreakdown breakdown in Breakdowns) breakdown.Clear();
    }

    /// <summary>What an item is called in the summary: numbers are unique within one schedule only.</summary>
    internal static string NameOf(RetentionInstrument asked, RetentionInstrument deciding, ScheduleItem item) =>
        asked is RetentionSchedule ? item.Number : $"{deciding} {item.Number}";

    private void CountYear(Calendars.DateBounds bounds)
    {
        if (bounds.NotAfter.IsFinite) ByDueYear.Add(bounds.NotAfter.Date.Year);
        else WithoutDueYear++;
    }
}
