using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>What becomes of records under the edition before when a new one comes into force. Immutable.</summary>
public sealed class EditionTransition
{
    internal EditionTransition(RetentionSchedule to, TransitionRule running, TransitionRule expired, SourceReference source)
    {
        To = to;
        Running = running;
        Expired = expired;
        Source = source;
    }

    /// <summary>The new edition.</summary>
    public RetentionSchedule To { get; }

    /// <summary>What becomes of records whose last act was not yet allowed under the old edition on its last day.</summary>
    public TransitionRule Running { get; }

    /// <summary>What becomes of records whose last act was allowed under the old edition on its last day.</summary>
    public TransitionRule Expired { get; }

    /// <summary>Which decisions under the old edition stand; null where none do.</summary>
    public StandingDecision? Stands { get; internal init; }

    /// <summary>The day of the record that tells whether the old edition ever covered it; null where nothing asks.</summary>
    public FactDefinition? Since { get; internal init; }

    /// <summary>The law that says so.</summary>
    public string Basis { get; internal init; } = "";

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }
}

/// <summary>A decision that was made under an edition before the next one came into force, and stands.</summary>
/// <param name="Decided">The event of the decision: on a day before the new edition.</param>
/// <param name="When">Which of these decisions stand.</param>
public sealed record StandingDecision(FactDefinition Decided, Condition When);

/// <summary>How a record that was under an earlier edition is treated.</summary>
public enum TransitionRule
{
    /// <summary>By the new edition, from the original start.</summary>
    Recompute,

    /// <summary>By the old edition.</summary>
    Keep,

    /// <summary>It is appraised under the new edition at once; what is kept takes the new period from the original start.</summary>
    Reappraise,
}
