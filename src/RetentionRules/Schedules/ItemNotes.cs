namespace RetentionRules.Schedules;

/// <summary>What whoever wrote an item down had read of its rule.</summary>
public enum SourceConfidence
{
    /// <summary>The schedule does not say.</summary>
    NotStated,

    /// <summary>The official text.</summary>
    Official,

    /// <summary>Only pages that quote or explain it.</summary>
    Secondary,
}

/// <summary>What a schedule says about an item for people; none of it changes a decision. Immutable.</summary>
public sealed class ItemNotes
{
    internal ItemNotes()
    {
    }

    /// <summary>Nothing said.</summary>
    public static ItemNotes None { get; } = new();

    /// <summary>What the item covers, in more words than the title.</summary>
    public LocalizedText Scope { get; internal init; } = LocalizedText.Empty;

    /// <summary>What the item does not cover.</summary>
    public LocalizedText Excludes { get; internal init; } = LocalizedText.Empty;

    /// <summary>What to know when applying it.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>The official text of the instruction; empty where it is not carried.</summary>
    public string Wording { get; internal init; } = "";

    /// <summary>SHA-256 of the wording's UTF-8 bytes, as <c>sha256:…</c>; empty where there is no wording.</summary>
    public string WordingHash { get; internal init; } = "";

    /// <summary>How an ambiguous wording was taken, and why.</summary>
    public LocalizedText Reading { get; internal init; } = LocalizedText.Empty;

    /// <summary>Why the period is what it is.</summary>
    public LocalizedText Justification { get; internal init; } = LocalizedText.Empty;

    /// <summary>Numbers of earlier items, which records may still carry.</summary>
    public IReadOnlyList<string> Supersedes { get; internal init; } = [];

    /// <summary>Numbers of later items.</summary>
    public IReadOnlyList<string> SupersededBy { get; internal init; } = [];

    /// <summary>Whether the records are vital to go on working after a disaster.</summary>
    public bool IsEssential { get; internal init; }

    /// <summary>How the records are to be destroyed; empty where nothing is said.</summary>
    public string DestructionMethod { get; internal init; } = "";

    /// <summary>Whether an agency may ask for another period; true unless the schedule forbids it.</summary>
    public bool AllowsDeviations { get; internal init; } = true;

    /// <summary>Words to find the item by.</summary>
    public IReadOnlyList<string> Tags { get; internal init; } = [];

    /// <summary>What was read of the item's rule.</summary>
    public SourceConfidence Confidence { get; internal init; }
}
