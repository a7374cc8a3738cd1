using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>What becomes of records. A closed hierarchy; immutable.</summary>
public abstract class DispositionInstruction
{
    private protected DispositionInstruction(SourceReference source, string text) => (Source, Text) = (source, text);

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <summary>The instruction in the words of the rules language, in canonical form.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Acts in their order, or permanence, or both.</summary>
public sealed class StepSequence : DispositionInstruction
{
    internal StepSequence(SourceReference source, string text, bool isPermanent, IReadOnlyList<DispositionStep> steps, AppraisalOutcome? outcome)
        : base(source, text) => (IsPermanent, Steps, Outcome) = (isPermanent, steps, outcome);

    /// <summary>Whether the records are kept for ever: such a sequence never destroys.</summary>
    public bool IsPermanent { get; }

    /// <summary>The acts; empty only where the sequence is permanent.</summary>
    public IReadOnlyList<DispositionStep> Steps { get; }

    /// <summary>What the last step's outcome decides; null unless the sequence ends in <c>then as decided</c>.</summary>
    public AppraisalOutcome? Outcome { get; }
}

/// <summary>The rule of another item: <c>as item "1.1.010"</c>.</summary>
public sealed class SameAsItem : DispositionInstruction
{
    internal SameAsItem(SourceReference source, string text, string itemNumber)
        : base(source, text) => ItemNumber = itemNumber;

    /// <summary>The other item's number; it exists in the same schedule.</summary>
    public string ItemNumber { get; }
}

/// <summary>A person decides; nothing is guessed.</summary>
public sealed class Referral : DispositionInstruction
{
    internal Referral(SourceReference source, string text, string to, string question)
        : base(source, text) => (To, Question) = (to, question);

    /// <summary>Who decides.</summary>
    public string To { get; }

    /// <summary>What is to be decided; empty where the schedule does not say.</summary>
    public string Question { get; }
}

/// <summary>The facts that record what an appraisal decided.</summary>
/// <param name="Decision">The outcome: <c>destroy</c>, <c>permanent</c> or <c>extend</c>.</param>
/// <param name="ExtendedTo">Where the outcome is <c>extend</c>: the day of the next appraisal.</param>
/// <param name="Destroyed">Where the outcome is <c>destroy</c>: the day on which that was done.</param>
public sealed record AppraisalOutcome(FactDefinition Decision, FactDefinition ExtendedTo, FactDefinition Destroyed)
{
    /// <summary>The record may be destroyed from the day of the appraisal on.</summary>
    public const string Destroy = "destroy";

    /// <summary>The record is kept for ever.</summary>
    public const string Permanent = "permanent";

    /// <summary>The record is kept and appraised again.</summary>
    public const string Extend = "extend";

    /// <summary>The values that the outcome can have.</summary>
    public static IReadOnlyList<string> Values { get; } = [Destroy, Permanent, Extend];
}
