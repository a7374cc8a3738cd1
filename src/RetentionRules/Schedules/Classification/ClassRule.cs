using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>A rule that gives a class to records that are not filed. Immutable.</summary>
public sealed class ClassRule
{
    internal ClassRule(RecordClass @class, Condition when, SourceReference source) => (Class, When, Source) = (@class, when, source);

    /// <summary>The class that it gives.</summary>
    public RecordClass Class { get; }

    /// <summary>Which records it gives it to. It never asks for the class itself.</summary>
    public Condition When { get; }

    /// <summary>What to know.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Class}: {When}";
}
