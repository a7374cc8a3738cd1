using RetentionRules.Schedules;

namespace RetentionRules.Evaluation;

/// <summary>Something that must be so once an act is done.</summary>
/// <param name="Restriction">The restriction that asks for it.</param>
/// <param name="State">Whether it is so.</param>
public readonly record struct ActDuty(Restriction Restriction, DutyState State);

/// <summary>Whether what a duty asks for is so.</summary>
public enum DutyState
{
    /// <summary>Nobody knows.</summary>
    NotKnown,

    /// <summary>It is not so yet, and must be once the act is done.</summary>
    Owed,

    /// <summary>It is so.</summary>
    Fulfilled,
}
