namespace RetentionRules.Schedules;

/// <summary>What a restriction forbids or asks for. A closed hierarchy; immutable.</summary>
/// <remarks><c>ToString</c> gives it in the words of the file.</remarks>
public abstract class RestrictionRule
{
    private protected RestrictionRule(IReadOnlyList<RecordAct> acts) => Acts = acts;

    /// <summary>The acts that it speaks of; at least one.</summary>
    public IReadOnlyList<RecordAct> Acts { get; }

    /// <summary>Whether it speaks of an act; another schedule means the same act by the same name.</summary>
    internal bool SpeaksOf(RecordAct act) => Acts.Any(a => a.Name == act.Name);

    private protected string Named => string.Join(", ", Acts);
}

/// <summary>The acts must not be done.</summary>
public sealed class Prohibition : RestrictionRule
{
    internal Prohibition(IReadOnlyList<RecordAct> acts, Exemption? exemption)
        : base(acts) => Exemption = exemption;

    /// <summary>What lifts it for a record; null where nothing does.</summary>
    public Exemption? Exemption { get; }

    /// <inheritdoc/>
    public override string ToString() => $"forbid {Named}" + (Exemption is null ? "" : $" unless {Exemption}");
}

/// <summary>The acts must not be done before something is so.</summary>
public sealed class Prerequisite : RestrictionRule
{
    internal Prerequisite(IReadOnlyList<RecordAct> acts, Requirement requirement, FactInterval? during)
        : base(acts) => (Requirement, During) = (requirement, during);

    /// <summary>What must be known to be so.</summary>
    public Requirement Requirement { get; }

    /// <summary>The interval in which the day of the act must lie; null where none is asked for.</summary>
    public FactInterval? During { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"before {Named}: " + string.Join("; ", ((string[])[Requirement.ToString(), During?.ToString() ?? ""]).Where(part => part.Length > 0));
}

/// <summary>Each of the acts must not be done before those that stand before it, and they in that order; two on one day are in order.</summary>
public sealed class ActOrder : RestrictionRule
{
    internal ActOrder(IReadOnlyList<RecordAct> acts)
        : base(acts)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"order {Named}";
}

/// <summary>What must be so once one of the acts has been done. It forbids nothing and is reported.</summary>
public sealed class Duty : RestrictionRule
{
    internal Duty(IReadOnlyList<RecordAct> acts, Requirement requirement)
        : base(acts) => Requirement = requirement;

    /// <summary>What must be so.</summary>
    public Requirement Requirement { get; }

    /// <inheritdoc/>
    public override string ToString() => $"after {Named}: {Requirement}";
}

/// <summary>An exception from a prohibition: it counts only where it is known to be given, and by whom.</summary>
/// <param name="Unless">What must be so.</param>
/// <param name="ApprovedBy">The fact that names who approved it.</param>
public sealed record Exemption(Condition Unless, FactDefinition ApprovedBy)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Unless}, approved by {ApprovedBy.Name}";
}

/// <summary>What must be so for an act, or after it.</summary>
/// <param name="Require">A condition that must be true; <see cref="Always"/> where there is none.</param>
/// <param name="Done">Facts that must be known to have happened.</param>
public sealed record Requirement(Condition Require, IReadOnlyList<FactDefinition> Done)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string require = Require is Always ? "" : $"require {Require}";
        string done = Done.Count == 0 ? "" : "done " + string.Join(", ", Done.Select(f => f.Name));
        return string.Join("; ", ((string[])[require, done]).Where(part => part.Length > 0));
    }
}

/// <summary>An interval between two facts of a record: from the day of the one, up to and without the day of the other.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day behind it; where it never comes, there is none.</param>
public sealed record FactInterval(FactDefinition From, FactDefinition Until)
{
    /// <inheritdoc/>
    public override string ToString() => $"during [{From.Name}, {Until.Name})";
}
