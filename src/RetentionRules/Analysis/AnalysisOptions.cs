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

    /// <summary>
    /// The most findings of one kind that are listed. Of a schedule with more than a thousand items they are fewer, down to ten:
    /// to show that a record needs a fact, every item that may apply without it is evaluated.
    /// </summary>
    public int FindingsOfAKind { get; init; } = 100;

    internal AnalysisOptions For(RetentionInstrument instrument)
    {
        int items = instrument.Schedules.Sum(s => s.Items.Count);
        return this with { FindingsOfAKind = Math.Min(FindingsOfAKind, Math.Max(10, 100_000 / Math.Max(items, 1))) };
    }

    /// <summary>Holds to look at too: which of them can never apply.</summary>
    public HoldList Holds { get; init; } = HoldList.None;
}
