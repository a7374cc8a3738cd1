using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>A branch of an item. Immutable.</summary>
public sealed class ItemCase
{
    internal ItemCase(Condition when, DispositionInstruction instruction, SourceReference source) =>
        (When, Instruction, Source) = (when, instruction, source);

    /// <summary>Which of the item's records; the first case that is true is taken.</summary>
    public Condition When { get; }

    /// <summary>What becomes of them.</summary>
    public DispositionInstruction Instruction { get; }

    /// <summary>Where the case begins.</summary>
    public SourceReference Source { get; }

    /// <summary>The authorities for this case; empty where they are the item's.</summary>
    public IReadOnlyList<string> Authorities { get; internal init; } = [];

    /// <summary>The law that the case rests on; empty where it is the item's.</summary>
    public IReadOnlyList<string> Citations { get; internal init; } = [];

    /// <summary>What to know.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;
}
