using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>
/// What may not be done with records, or not yet, or not without something else. It holds whatever the status of its
/// schedule is: to forbid needs no approval. Immutable.
/// </summary>
public sealed class Restriction
{
    internal Restriction(string id, RestrictionRule rule, Condition when, SourceReference source)
    {
        Id = id;
        Rule = rule;
        When = when;
        Source = source;
    }

    /// <summary>The identifier, unique in its schedule.</summary>
    public string Id { get; }

    /// <summary>What the restriction is.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>What it forbids or asks for.</summary>
    public RestrictionRule Rule { get; }

    /// <summary>Of which records; <see cref="Always"/> where nothing is said.</summary>
    public Condition When { get; }

    /// <summary>On whose authority.</summary>
    public IReadOnlyList<string> Authorities { get; internal init; } = [];

    /// <summary>The law that it rests on.</summary>
    public IReadOnlyList<string> Citations { get; internal init; } = [];

    /// <summary>What to know about it.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>What was read of the rule.</summary>
    public SourceConfidence Confidence { get; internal init; }

    /// <summary>When it is in force; where nothing is said, always, because a restriction that nobody lifted stands.</summary>
    public InForceInterval InForce { get; internal init; }

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForceOn(DateOnly day) => !InForce.IsStated || InForce.Covers(day);

    /// <summary>Everything that it asks a record by conditions.</summary>
    internal IEnumerable<Condition> Conditions => Rule switch
    {
        Prohibition { Exemption: { } exemption } => [When, exemption.Unless],
        Prohibition or ActOrder => [When],
        Prerequisite prerequisite => [When, prerequisite.Requirement.Require],
        Duty duty => [When, duty.Requirement.Require],
        _ => throw new InvalidOperationException("unknown kind of restriction"),
    };

    /// <summary>The facts that it speaks of; a fact may stand twice.</summary>
    internal IEnumerable<FactDefinition> Facts => [.. Conditions.SelectMany(ConditionFacts.Of), .. FactsByName];

    private IEnumerable<FactDefinition> FactsByName => Rule switch
    {
        Prohibition { Exemption: { } exemption } => [exemption.ApprovedBy],
        Prohibition => [],
        Prerequisite { During: { } during } prerequisite => [.. prerequisite.Requirement.Done, during.From, during.Until],
        Prerequisite prerequisite => prerequisite.Requirement.Done,
        ActOrder order => order.Acts.Select(a => a.Done!),
        Duty duty => duty.Requirement.Done,
        _ => throw new InvalidOperationException("unknown kind of restriction"),
    };

    /// <summary>The dates and events that it holds against the day of evaluation.</summary>
    internal IEnumerable<FactDefinition> Days => FactsByName.Where(f => f.IsDated);

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Rule}";
}
