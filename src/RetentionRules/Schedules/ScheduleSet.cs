namespace RetentionRules.Schedules;

/// <summary>Several schedules that decide together: an agency's, a general one, one on privacy. Immutable.</summary>
public sealed class ScheduleSet : RetentionInstrument
{
    internal ScheduleSet(string id, SetCombination combination, IReadOnlyList<RetentionInstrument> members)
        : base(id)
    {
        Combination = combination;
        Members = members;
        Schedules = [.. members.SelectMany(m => m.Schedules)];
        Facts = FactUnion.Of(members.SelectMany(m => m.Facts));
        Parameters = [.. members.SelectMany(m => m.Parameters).DistinctBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>How what the schedules say is combined.</summary>
    public SetCombination Combination { get; }

    /// <summary>The schedules and registers, in the order in which the set names them.</summary>
    public IReadOnlyList<RetentionInstrument> Members { get; }

    /// <summary>Floors and ceilings that hold for every schedule of the set.</summary>
    public IReadOnlyList<RetentionLimit> Limits { get; internal init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<RetentionSchedule> Schedules { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<FactDefinition> Facts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PeriodParameter> Parameters { get; }

    /// <summary>What to know.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;
}
