namespace RetentionRules.Analysis;

/// <summary>How an analysis is made.</summary>
/// <param name="AsOf">The day on which witnesses are decided.</param>
public sealed record AnalysisOptions(DateOnly AsOf)
{
    /// <summary>The most steps in all; a step is a look at one condition. What is not settled then is said so.</summary>
    public long Steps { get; init; } = 50_000_000;

    /// <summary>The most steps for one question.</summary>
    public long StepsPerQuestion { get; init; } = 2_000_000;

    /// <summary>Ends the search where it is cancelled: what is not settled then is said so. Nothing here reads a clock.</summary>
    public CancellationToken OutOfTime { get; init; }

    /// <summary>The most findings of one kind that are listed; more are counted.</summary>
    public int FindingsOfAKind { get; init; } = 100;

    /// <summary>Holds to look at too: which of them can never apply.</summary>
    public HoldList Holds { get; init; } = HoldList.None;
}
