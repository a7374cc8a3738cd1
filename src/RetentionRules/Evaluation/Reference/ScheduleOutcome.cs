namespace RetentionRules.Evaluation.Reference;

/// <summary>What a schedule, or several together, say about a record, before holds and gates.</summary>
/// <param name="Source">What says it: a schedule where one decides, else the register or the set.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Claim">Whether the record is claimed at all.</param>
internal sealed record ScheduleOutcome(RetentionInstrument Source, Outcome Outcome, Truth Claim)
{
    /// <summary>The item that decides, or null.</summary>
    public ScheduleItem? Item { get; init; }

    /// <summary>The items that may apply, where it is not known which does.</summary>
    public IReadOnlyList<ScheduleItem> Candidates { get; init; } = [];

    /// <summary>All items that claim the record or may: under a set those of every schedule, whichever of them decides.</summary>
    public IReadOnlyList<ScheduleItem> ClaimedBy
    {
        get => field.Count > 0 ? field : Item is { } item ? [item] : Candidates;
        init;
    } = [];

    /// <summary>The case that decides, or null.</summary>
    public Candidate? Chosen { get; init; }

    /// <summary>Why this item, this edition, this schedule; what comes of it stands in the outcome.</summary>
    public IReadOnlyList<DecisionReason> Which { get; init; } = [];

    /// <summary>What must be approved and in force before anything may be done.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>What it was joined of; none where one schedule speaks for itself.</summary>
    public IReadOnlyList<ScheduleOutcome> Parts { get; init; } = [];
}
