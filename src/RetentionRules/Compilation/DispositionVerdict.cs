using RetentionRules.Calendars;
using RetentionRules.Compilation;

namespace RetentionRules;

/// <summary>
/// What a decision comes to, without its reasons and texts: a value that is made without allocating, for systems that decide
/// millions of records. <see cref="CompiledPolicy.Evaluate"/> gives the whole decision about the same record.
/// </summary>
/// <remarks>Where a policy has layers that are not compiled (docs/embedding.md), the whole decision is made and kept in it.</remarks>
public readonly struct DispositionVerdict
{
    private readonly sbyte _action;

    internal DispositionVerdict(in SequenceOutcome outcome, DispositionStatus status, CompiledBranch? branch, int nextChange)
    {
        (Status, Branch, Cause, Act, Waiting, IsDue) = (status, branch, outcome.Cause, (short)outcome.Act, (short)outcome.Waiting, outcome.IsDue);
        Value = branch?.Sequence?.Value ?? RecordValue.Undecided;
        _action = outcome.Act == CompiledStep.None ? (sbyte)CompiledStep.None : (sbyte)branch!.Sequence!.StepAt(outcome.Act).Action;
        bool isKept = status == DispositionStatus.Permanent;
        Bounds = isKept ? DateBounds.Unknown : new DateBounds(DateBound.OfOrdinal(outcome.NotBefore), DateBound.OfOrdinal(outcome.NotAfter));
        Latest = DateBound.OfOrdinal(outcome.Latest);
        ChangesOn = DateBound.OfOrdinal(nextChange);
    }

    internal DispositionVerdict(DispositionDecision decision)
    {
        (Decision, Status, Value, Bounds, Latest, ChangesOn) = (decision, decision.Status, decision.Value, decision.Bounds, decision.Latest, decision.ChangesOn);
        IsDue = decision.Action is not null;
        _action = (decision.Action ?? decision.Next) is { } action ? (sbyte)action : (sbyte)CompiledStep.None;
        (Act, Waiting) = (CompiledStep.None, CompiledStep.None);
    }

    /// <summary>What the decision comes to.</summary>
    public DispositionStatus Status { get; }

    /// <summary>Whether the record is kept for ever.</summary>
    public RecordValue Value { get; }

    /// <summary>The item that decides; null where none does, or it is not known which.</summary>
    public ScheduleItem? Item => Decision is null ? Branch?.Item : Decision.Item;

    /// <summary>The act that is due, in the statuses eligible, overdue, held and blocked; else null.</summary>
    public DispositionAction? Action => IsDue ? (DispositionAction)_action : null;

    /// <summary>The act that comes next where none is due; null where none does.</summary>
    public DispositionAction? Next => IsDue || _action == CompiledStep.None ? null : (DispositionAction)_action;

    /// <summary>The first day on which the act may be done, as far as it is known.</summary>
    public DateBounds Bounds { get; }

    /// <summary>The last day for the act, where its time is a window; else +∞.</summary>
    public DateBound Latest { get; }

    /// <summary>The first later day on which the decision could differ with the same facts; +∞ where none.</summary>
    public DateBound ChangesOn { get; }

    /// <summary>The case that decides; null where the verdict was taken from a whole decision, or no item applies.</summary>
    internal CompiledBranch? Branch { get; }

    /// <summary>The whole decision, where that was made to come to the verdict; else null.</summary>
    internal DispositionDecision? Decision { get; }

    internal OutcomeCause Cause { get; }

    internal short Act { get; }

    internal short Waiting { get; }

    private bool IsDue { get; }

    /// <summary>Whether the act is due and nothing stands in its way.</summary>
    public bool Permits(DispositionAction action) => Status is DispositionStatus.Eligible or DispositionStatus.Overdue && Action == action;

    /// <summary>The status and the item: <c>eligible (item 1.1.010)</c>.</summary>
    public override string ToString() => Item is { } item ? $"{Evaluation.DecisionText.Word(Status)} (item {item.Number})" : Evaluation.DecisionText.Word(Status);
}
