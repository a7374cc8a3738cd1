using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>
/// A floor or a ceiling that a law sets for an act, whatever item decides: not before a moment, not after another.
/// Immutable.
/// </summary>
public sealed class RetentionLimit
{
    internal RetentionLimit(string id, DispositionAction action, Condition when, Moment? notBefore, Moment? notAfter, SourceReference source)
    {
        Id = id;
        Action = action;
        When = when;
        NotBefore = notBefore;
        NotAfter = notAfter;
        Source = source;
    }

    /// <summary>The identifier, unique in its file.</summary>
    public string Id { get; }

    /// <summary>The act that is limited.</summary>
    public DispositionAction Action { get; }

    /// <summary>Which records; where it is unknown the limit may apply, and nothing is due that it would forbid.</summary>
    public Condition When { get; }

    /// <summary>The first day for the act; null where the limit has no floor.</summary>
    public Moment? NotBefore { get; }

    /// <summary>The last day for the act; null where the limit has no ceiling.</summary>
    public Moment? NotAfter { get; }

    /// <summary>What the limit is about.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>The law that sets it.</summary>
    public string Authority { get; internal init; } = "";

    /// <summary>When it is in force; where nothing is said, always.</summary>
    public InForceInterval InForce { get; internal init; } = InForceInterval.NotStated;

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
