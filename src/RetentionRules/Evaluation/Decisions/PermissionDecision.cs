using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>Whether something may be done with a record on a day, and why. Immutable; the same inputs give the same answer, for ever.</summary>
public sealed class PermissionDecision
{
    internal PermissionDecision(RetentionPolicy policy, RecordAct act, string record, DateOnly asOf, PermissionStatus permission)
    {
        Policy = policy;
        Act = act;
        Record = record;
        AsOf = asOf;
        Permission = permission;
    }

    internal RecordAct Act { get; }

    /// <summary>The record's identifier; empty where it has none.</summary>
    public string Record { get; }

    /// <summary>The act that was asked for, as the schedule names it.</summary>
    public string Action => Act.Name;

    /// <summary>Whether it may be done.</summary>
    public PermissionStatus Permission { get; }

    /// <summary>Whether the act is known to be permitted. What is not known is not.</summary>
    public bool IsPermitted => Permission == PermissionStatus.Permitted;

    /// <summary>The day of evaluation.</summary>
    public DateOnly AsOf { get; }

    /// <summary>What decided.</summary>
    public RetentionPolicy Policy { get; }

    /// <summary>The identifiers of the restrictions that forbid it.</summary>
    public IReadOnlyList<string> Forbidding { get; internal init; } = [];

    /// <summary>The identifiers of the restrictions of which it is not known whether they forbid it.</summary>
    public IReadOnlyList<string> MayForbid { get; internal init; } = [];

    /// <summary>The facts that would settle what is not known, in the order of the schedule.</summary>
    public IReadOnlyList<string> Missing { get; internal init; } = [];

    /// <summary>What must be so once the act is done; this forbids nothing.</summary>
    public IReadOnlyList<ActDuty> Duties { get; internal init; } = [];

    /// <summary>Why.</summary>
    public IReadOnlyList<DecisionReason> Reasons { get; internal init; } = [];

    /// <summary>The first later day on which the answer could differ with the same facts; +∞ where there is none.</summary>
    public DateBound ChangesOn { get; internal init; } = DateBound.PositiveInfinity;

    /// <summary>One line: <c>publish is forbidden (no-secrets-online)</c>.</summary>
    public override string ToString()
    {
        string names = string.Join(", ", Permission == PermissionStatus.Forbidden ? Forbidding : MayForbid);
        return $"{Action} is {PermissionText.Word(Permission)}" + (names.Length > 0 ? $" ({names})" : "");
    }
}

/// <summary>Whether an act may be done.</summary>
public enum PermissionStatus
{
    /// <summary>It may be forbidden: that hangs on facts that are missing. Not a permission.</summary>
    NotKnown,

    /// <summary>It must not be done.</summary>
    Forbidden,

    /// <summary>It is known that nothing forbids it.</summary>
    Permitted,
}
