using RetentionRules.Evaluation;

namespace RetentionRules;

/// <summary>A decision with every condition and every moment behind it, and the value that each took. Immutable.</summary>
public sealed class Explanation
{
    internal Explanation(DispositionDecision decision, IReadOnlyList<ExplanationSection> sections)
    {
        Decision = decision;
        Sections = sections;
    }

    /// <summary>The decision.</summary>
    public DispositionDecision Decision { get; }

    /// <summary>
    /// What stands around the decision, in the order in which it was found: the class, the edition, the item, its steps, the
    /// schedules together, the holds, the restrictions. A part that the policy does not have is left out.
    /// </summary>
    public IReadOnlyList<ExplanationSection> Sections { get; }

    /// <summary>The explanation as an archivist would write it down, in plain text without colour.</summary>
    public override string ToString() => ExplanationText.Write(this);
}

/// <summary>Something that a schedule says, and the value that it took for the record.</summary>
/// <param name="Text">What it says, in the words of the rules language.</param>
/// <param name="Value">What it came to: <c>true</c>, a day, <c>not before 2031-01-01</c>.</param>
/// <param name="Line">The line of the schedule that it stands on; 0 where it stands on none.</param>
/// <param name="Children">What it rests on.</param>
public sealed record ExplanationNode(string Text, string Value, int Line, IReadOnlyList<ExplanationNode> Children);
