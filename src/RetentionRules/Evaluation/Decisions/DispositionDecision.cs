using RetentionRules.Calendars;
using RetentionRules.Evaluation;

namespace RetentionRules;

/// <summary>
/// What may be done with a record on a day, why, and on whose authority. Immutable; the same inputs give the same
/// decision, for ever.
/// </summary>
public sealed class DispositionDecision
{
    internal DispositionDecision(RetentionPolicy policy, string record, DateOnly asOf, DispositionStatus status)
    {
        Policy = policy;
        Record = record;
        AsOf = asOf;
        Status = status;
        Schedule = policy.Instrument;
    }

    internal RetentionPolicy Policy { get; }

    /// <summary>The version of the library that decided.</summary>
    public static string EngineVersion => "0.1.0";

    /// <summary>The version of the rules language.</summary>
    public const int LanguageVersion = 1;

    /// <summary>The record's identifier; empty where it has none.</summary>
    public string Record { get; }

    /// <summary>The day of evaluation.</summary>
    public DateOnly AsOf { get; }

    /// <summary>What the decision comes to.</summary>
    public DispositionStatus Status { get; }

    /// <summary>The item that decides; null where none does, or it is not known which.</summary>
    public ScheduleItem? Item { get; internal init; }

    /// <summary>Whether the record is kept for ever.</summary>
    public RecordValue Value { get; internal init; }

    /// <summary>The act that is due, in the statuses eligible, overdue, held and blocked; else null.</summary>
    public DispositionAction? Action { get; internal init; }

    /// <summary>The act that comes next where none is due; null where none does.</summary>
    public DispositionAction? Next { get; internal init; }

    /// <summary>To whom or where, or by which method, the act goes; empty where nothing is said.</summary>
    public string Target { get; internal init; } = "";

    /// <summary>The first day on which the act may be done, as far as it is known.</summary>
    public DateBounds Bounds { get; internal init; } = DateBounds.Unknown;

    /// <summary>The last day for the act, where its time is a window; else +∞.</summary>
    public DateBound Latest { get; internal init; } = DateBound.PositiveInfinity;

    /// <summary>
    /// The first later day on which the decision could differ with the same facts; +∞ where none. Until then only the
    /// bounds of an act that waits for a pending event move, because that event has still not happened.
    /// </summary>
    public DateBound ChangesOn { get; internal init; } = DateBound.PositiveInfinity;

    /// <summary>The facts, and parameters, that would settle what is not settled; in the order of the schedule.</summary>
    public IReadOnlyList<string> Missing { get; internal init; } = [];

    /// <summary>The numbers of the items that may apply, where it is not known which does.</summary>
    public IReadOnlyList<string> Candidates { get; internal init; } = [];

    /// <summary>Which class the record has, and why, as far as the policy has a classification.</summary>
    public RecordClassification Classification { get; internal init; } = RecordClassification.NoScheme;

    /// <summary>Whether holds were consulted.</summary>
    public bool HoldsConsulted => Policy.Holds.WereConsulted;

    /// <summary>The holds that apply or may apply.</summary>
    public IReadOnlyList<string> Holds { get; internal init; } = [];

    /// <summary>The codes of what forbids the due act, or may; holds apart.</summary>
    public IReadOnlyList<string> Blocks { get; internal init; } = [];

    /// <summary>Why.</summary>
    public IReadOnlyList<DecisionReason> Reasons { get; internal init; } = [];

    /// <summary>The disposition authorities of the item or its case.</summary>
    public IReadOnlyList<string> Authorities { get; internal init; } = [];

    /// <summary>The law that the item or its case rests on.</summary>
    public IReadOnlyList<string> Citations { get; internal init; } = [];

    /// <summary>All steps of the disposition with their days; empty where no single item decides.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; internal init; } = [];

    /// <summary>The schedule that decided; where several are asked and none decides alone, the register or the set.</summary>
    public RetentionInstrument Schedule { get; internal init; }

    /// <summary>Whether the act is due and nothing stands in its way.</summary>
    public bool Permits(DispositionAction action) =>
        Status is DispositionStatus.Eligible or DispositionStatus.Overdue && Action == action;

    /// <summary>One line: <c>eligible: destroy since 2024-05-01 (item 1.1.010)</c>.</summary>
    public override string ToString() => DecisionText.OneLine(this);
}
