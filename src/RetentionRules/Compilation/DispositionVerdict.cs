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
    private const int NotPlain = -1;
    private const int MostSteps = 62;
    private const int MostHolds = 4095;

    /// <summary>The case that decides, or the whole decision where that was made.</summary>
    private readonly object? _source;

    private readonly int _notBefore;
    private readonly int _notAfter;
    private readonly int _latest;
    private readonly int _changesOn;
    private readonly int _branch;
    private readonly byte _status;
    private readonly byte _value;
    private readonly sbyte _action;
    private readonly bool _isDue;
    private readonly int _shape;

    /// <param name="outcome">What the steps come to.</param>
    /// <param name="status">The status, with holds and gates.</param>
    /// <param name="branch">The case that decides; null where no item applies.</param>
    /// <param name="nextChange">The first later day on which anything can change.</param>
    /// <param name="hold">The number of the one hold that applies, 0 where none does; negative where the reasons name more of the record than days.</param>
    internal DispositionVerdict(in SequenceOutcome outcome, DispositionStatus status, CompiledBranch? branch, int nextChange, int hold)
    {
        _shape = hold is < 0 or > MostHolds || outcome.Act > MostSteps || outcome.Waiting > MostSteps ? NotPlain
            : ((int)status << 28) | ((int)outcome.Cause << 24) | ((outcome.Act + 1) << 18) | ((outcome.Waiting + 1) << 12) | hold;
        bool isKept = status == DispositionStatus.Permanent;
        _source = branch;
        _notBefore = isKept ? DayNumbers.BeforeAll : outcome.NotBefore;
        _notAfter = isKept ? DayNumbers.Never : outcome.NotAfter;
        (_latest, _changesOn) = (outcome.Latest, nextChange);
        (_status, _isDue) = ((byte)status, outcome.IsDue);
        (_value, _branch) = branch is null ? ((byte)RecordValue.Undecided, CompiledStep.None) : ((byte)branch.Value, branch.Number);
        _action = outcome.Act == CompiledStep.None ? (sbyte)CompiledStep.None : (sbyte)outcome.Action;
    }

    internal DispositionVerdict(DispositionDecision decision)
    {
        _source = decision;
        (_notBefore, _notAfter) = (decision.Bounds.NotBefore.Ordinal, decision.Bounds.NotAfter.Ordinal);
        (_latest, _changesOn, _shape) = (decision.Latest.Ordinal, decision.ChangesOn.Ordinal, NotPlain);
        (_status, _value, _isDue) = ((byte)decision.Status, (byte)decision.Value, decision.Action is not null);
        _action = (decision.Action ?? decision.Next) is { } action ? (sbyte)action : (sbyte)CompiledStep.None;
    }

    /// <summary>What the decision comes to.</summary>
    public DispositionStatus Status => (DispositionStatus)_status;

    /// <summary>Whether the record is kept for ever.</summary>
    public RecordValue Value => (RecordValue)_value;

    /// <summary>The item that decides; null where none does, or it is not known which.</summary>
    public ScheduleItem? Item => _source is DispositionDecision decision ? decision.Item : Branch?.Item;

    /// <summary>The act that is due, in the statuses eligible, overdue, held and blocked; else null.</summary>
    public DispositionAction? Action => _isDue ? (DispositionAction)_action : null;

    /// <summary>The act that comes next where none is due; null where none does.</summary>
    public DispositionAction? Next => _isDue || _action == CompiledStep.None ? null : (DispositionAction)_action;

    /// <summary>The first day on which the act may be done, as far as it is known.</summary>
    public DateBounds Bounds => new(DateBound.OfOrdinal(_notBefore), DateBound.OfOrdinal(_notAfter));

    /// <summary>The last day for the act, where its time is a window; else +∞.</summary>
    public DateBound Latest => DateBound.OfOrdinal(_latest);

    /// <summary>The first later day on which the decision could differ with the same facts; +∞ where none.</summary>
    public DateBound ChangesOn => DateBound.OfOrdinal(_changesOn);

    /// <summary>The case that decides; null where the verdict was taken from a whole decision, or no item applies.</summary>
    internal CompiledBranch? Branch => _source as CompiledBranch;

    /// <summary>The whole decision, where that was made to come to the verdict; else null.</summary>
    internal DispositionDecision? Decision => _source as DispositionDecision;

    /// <summary>
    /// Whether all verdicts of the same <see cref="Shape"/> make decisions that differ in nothing but the record and the days:
    /// no facts are missing, no fault of the data and at most one hold is named.
    /// </summary>
    internal bool IsPlain => _shape != NotPlain;

    /// <summary>The case, what it comes to and why, the act, what waits for it, and the hold, as one number; of one policy on one day.</summary>
    internal ulong Shape => ((ulong)(uint)_branch << 32) | (uint)_shape;

    /// <summary>The earliest day of the act, as a number.</summary>
    internal int NotBefore => _notBefore;

    /// <summary>The latest day of the act, as a number.</summary>
    internal int NotAfter => _notAfter;

    /// <summary>Whether the act is due and nothing stands in its way.</summary>
    public bool Permits(DispositionAction action) => Status is DispositionStatus.Eligible or DispositionStatus.Overdue && Action == action;

    /// <summary>The status and the item: <c>eligible (item 1.1.010)</c>.</summary>
    public override string ToString() => Item is { } item ? $"{Evaluation.DecisionText.Word(Status)} (item {item.Number})" : Evaluation.DecisionText.Word(Status);
}
