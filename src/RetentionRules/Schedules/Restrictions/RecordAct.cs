namespace RetentionRules.Schedules;

/// <summary>
/// Something that may be done with a record and that a restriction can forbid: an act of a disposition, or another, such as
/// to publish it. Immutable. Two are equal where their names are, so that schedules that decide together speak of one act.
/// </summary>
public sealed class RecordAct : IEquatable<RecordAct>
{
    internal RecordAct(string name, DispositionAction? disposition, FactDefinition? done)
    {
        Name = name;
        Disposition = disposition;
        Done = done;
    }

    /// <summary>The words for it, as a schedule writes them: <c>publish</c>, <c>lend the original</c>.</summary>
    public string Name { get; }

    /// <summary>The act of a disposition that it is; null where no disposition has such an act.</summary>
    public DispositionAction? Disposition { get; }

    /// <summary>The fact that says when it was done; null where no fact records it, and then nobody can know.</summary>
    public FactDefinition? Done { get; }

    /// <summary>What people call it.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>What to know about it.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <inheritdoc/>
    public bool Equals(RecordAct? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordAct);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The acts that every schedule knows, by their names: those of dispositions that people do, and four others.</summary>
    internal static IReadOnlyList<(string Name, DispositionAction? Disposition)> BuiltIn { get; } =
    [
        ("destroy", DispositionAction.Destroy),
        ("transfer", DispositionAction.Transfer),
        ("hand over", DispositionAction.HandOver),
        ("return", DispositionAction.Return),
        ("move", DispositionAction.Move),
        ("review", DispositionAction.Review),
        ("appraise", DispositionAction.Appraise),
        ("declassify", DispositionAction.Declassify),
        ("open", DispositionAction.Open),
        ("publish", null),
        ("outsource", null),
        ("digitise", null),
        ("lend the original", null),
    ];
}
