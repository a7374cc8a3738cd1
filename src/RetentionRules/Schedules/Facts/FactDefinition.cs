using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules;

/// <summary>A fact that a schedule asks of a record: its name, its type, and what it is for. Immutable.</summary>
public sealed class FactDefinition
{
    internal FactDefinition(string name, FactType type, FactRole role, SourceReference source)
    {
        Name = name;
        Type = type;
        Role = role;
        Source = source;
    }

    internal FactDefinition WithRole(FactRole role) =>
        new(Name, Type, role, Source) { IsRequired = IsRequired, Title = Title, Note = Note };

    /// <summary>The name: letters of any script, digits and <c>_</c>; a dot before the part of a related record.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public FactType Type { get; }

    /// <summary>What the fact is for.</summary>
    public FactRole Role { get; }

    /// <summary>Where it is declared, or first needed where it is not.</summary>
    public SourceReference Source { get; }

    /// <summary>Whether a record without it is undetermined.</summary>
    public bool IsRequired { get; internal init; }

    /// <summary>What people call it.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>What to know when recording it.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>Whether moments can be counted from it.</summary>
    public bool IsDated => Type is DateType or EventType;

    /// <summary>The state of the fact where a source has nothing: pending for events, unknown for all others.</summary>
    public FactValue WhenAbsent => Type is EventType ? FactValue.Pending : FactValue.Unknown;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Type}";
}

/// <summary>Where a fact comes from and what it is for.</summary>
public enum FactRole
{
    /// <summary>Declared under <c>record:</c>.</summary>
    Declared,

    /// <summary>The fate of a related record, such as <c>request.destroyed</c>.</summary>
    RelatedRecordFate,

    /// <summary>The other fate of a related record, for which the schedule never asks.</summary>
    UnaskedFate,

    /// <summary>When a step was done, by the step's own name; a later act waits for it.</summary>
    Completion,

    /// <summary>When the last step was done, by the step's own name; nothing waits for it.</summary>
    FinalCompletion,

    /// <summary>What an appraisal or a review decided, or until when it extended.</summary>
    Outcome,
}
