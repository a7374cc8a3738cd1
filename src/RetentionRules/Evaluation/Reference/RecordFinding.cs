using RetentionRules.Calendars;

namespace RetentionRules.Evaluation.Reference;

/// <summary>All that is found about a record, or about several that are disposed of as one, before it is decided.</summary>
/// <param name="Schedule">What the schedules say.</param>
/// <param name="Classification">Which class it has.</param>
internal sealed record RecordFinding(ScheduleOutcome Schedule, RecordClassification Classification)
{
    /// <summary>The holds that apply or may apply.</summary>
    public IReadOnlyList<StandingHold> Holds { get; init; } = [];

    /// <summary>What blocks the act, where one is due.</summary>
    public IReadOnlyList<DecisionReason> Blocks { get; init; } = [];

    /// <summary>Facts on which it hangs whether something blocks the act.</summary>
    public IReadOnlyList<string> MissingForBlocks { get; init; } = [];

    /// <summary>What is to be said besides.</summary>
    public IReadOnlyList<DecisionReason> Remarks { get; init; } = [];

    /// <summary>Values that the facts cannot hold.</summary>
    public IReadOnlyList<DecisionReason> Faults { get; init; } = [];

    /// <summary>The days on which any of it can change while the facts do not.</summary>
    public IReadOnlyList<DateBound> ChangeDays { get; init; } = [];
}

/// <summary>A hold that applies or may apply.</summary>
/// <param name="Id">The hold.</param>
/// <param name="Reason">How the decision says it.</param>
/// <param name="Missing">The facts that would settle whether it applies.</param>
internal readonly record struct StandingHold(string Id, DecisionReason Reason, IReadOnlyList<string> Missing);
