namespace RetentionRules.Schedules;

/// <summary>
/// The editions of a schedule, and which of them governs a record: the one in force on the day of evaluation, or on a day
/// that the record has. Immutable.
/// </summary>
public sealed class ScheduleRegister : RetentionInstrument
{
    internal ScheduleRegister(string id, IReadOnlyList<RetentionSchedule> editions, FactDefinition? governs, IReadOnlyList<EditionTransition> transitions)
        : base(id)
    {
        Schedules = editions;
        Governs = governs;
        Transitions = transitions;
        Facts = FactUnion.Of(editions.SelectMany(e => e.Facts));
        Parameters = [.. editions.SelectMany(e => e.Parameters).DistinctBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>How far the approval of the register has come; where it is not approved, nothing is due under any edition.</summary>
    public ScheduleStatus Status { get; internal init; }

    /// <summary>The editions, the oldest first. Each says from when it is in force, and no two are in force on one day.</summary>
    public override IReadOnlyList<RetentionSchedule> Schedules { get; }

    /// <summary>The fact of the record whose day picks the edition; null where the day of evaluation does.</summary>
    public FactDefinition? Governs { get; }

    /// <summary>What becomes of records under an earlier edition.</summary>
    public IReadOnlyList<EditionTransition> Transitions { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<FactDefinition> Facts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PeriodParameter> Parameters { get; }

    /// <summary>What to know.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>Bodies that must have a schedule of their own.</summary>
    public IReadOnlyList<string> Bodies { get; internal init; } = [];
}
