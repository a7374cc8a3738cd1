using RetentionRules.Analysis.Comparing;

namespace RetentionRules.Analysis;

/// <summary>How two editions of a schedule differ: by their texts, and by what becomes of records. Immutable.</summary>
public sealed class ScheduleComparison
{
    internal ScheduleComparison(RetentionSchedule old, RetentionSchedule @new, IReadOnlyList<TextChange> texts, IReadOnlyList<MeaningChange> changes, IReadOnlyList<AnalysisFinding> open) =>
        (Old, New, Texts, Changes, Open) = (old, @new, texts, changes, open);

    /// <summary>The edition before.</summary>
    public RetentionSchedule Old { get; }

    /// <summary>The edition after.</summary>
    public RetentionSchedule New { get; }

    /// <summary>What is written differently, in the order of the new edition; what it lacks comes last.</summary>
    public IReadOnlyList<TextChange> Texts { get; }

    /// <summary>Which records fare differently, each kind of them with a record; what could destroy sooner comes first.</summary>
    public IReadOnlyList<MeaningChange> Changes { get; }

    /// <summary>What was not settled; while anything is, that nothing else was found proves nothing.</summary>
    public IReadOnlyList<AnalysisFinding> Open { get; }

    /// <summary>Whether the meanings are proved to be the same, shown to differ, or neither.</summary>
    public ProofVerdict SameMeaning => Changes.Count > 0 ? ProofVerdict.Refuted : Open.Count > 0 ? ProofVerdict.NotSettled : ProofVerdict.Proved;
}

/// <summary>Something that is written differently in the new edition.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="What">What it is about: an item, the status, a fact.</param>
/// <param name="Old">As it was; empty where it is new.</param>
/// <param name="New">As it is; empty where it is gone.</param>
public sealed record TextChange(TextChangeKind Kind, string What, string Old, string New);

/// <summary>What happened to a text.</summary>
public enum TextChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It goes by another number.</summary>
    Renamed,

    /// <summary>It is written differently.</summary>
    Changed,
}

/// <summary>Records that fare differently under the new edition.</summary>
public sealed record MeaningChange
{
    /// <summary>How they fare.</summary>
    public required MeaningChangeKind Kind { get; init; }

    /// <summary>The finding, with its places and the record that shows it.</summary>
    public required AnalysisFinding Finding { get; init; }

    /// <summary>The item before; null where there was none, or where two claimed the records.</summary>
    public ScheduleItem? OldItem { get; init; }

    /// <summary>The item after; null where there is none; in a new conflict the later of the two.</summary>
    public ScheduleItem? NewItem { get; init; }

    /// <summary>A record that shows it; null where only a rule beside the items differs.</summary>
    public WitnessRecord? Witness { get; init; }

    /// <summary>What becomes of it by the old edition.</summary>
    public string OldDecision { get; init; } = "";

    /// <summary>What becomes of it by the new edition.</summary>
    public string NewDecision { get; init; } = "";

    internal ChangeExplainer? Explainer { get; init; }

    /// <summary>The act that the record shows to be permitted by one edition only; empty where the decisions about it differ.</summary>
    internal string Act { get; init; } = "";

    /// <summary>
    /// Why each edition decides so about the record that shows the change; null where there is none. It is worked out anew with each
    /// call: a comparison of large editions has thousands of changes, and explaining one looks at every item of both.
    /// </summary>
    public ExplanationPair? Explain() => Witness is null ? null : Explainer?.Explain(Witness, Act);
}

/// <summary>How records fare differently; what could destroy sooner stands first.</summary>
public enum MeaningChangeKind
{
    /// <summary>They are destroyed, and were not.</summary>
    NewDestruction,

    /// <summary>They may be destroyed sooner.</summary>
    ShorterRetention,

    /// <summary>Two items claim them, and before one did or none.</summary>
    NewConflict,

    /// <summary>No item claims them any more.</summary>
    NoLongerCovered,

    /// <summary>A restriction differs.</summary>
    Restriction,

    /// <summary>A rule that gives classes differs.</summary>
    ClassRule,

    /// <summary>They are kept longer.</summary>
    LongerRetention,

    /// <summary>They are no longer destroyed.</summary>
    NoLongerDestroyed,

    /// <summary>Another act, or at another time, that neither destroys sooner nor later.</summary>
    OtherOutcome,

    /// <summary>An item claims them, and before none did or two.</summary>
    NewlyCovered,

    /// <summary>Another item decides, and says the same.</summary>
    OtherItem,
}
