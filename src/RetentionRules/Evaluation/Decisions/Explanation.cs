using RetentionRules.Evaluation;

namespace RetentionRules;

/// <summary>A decision with every condition and every moment behind it, and the value that each took. Immutable.</summary>
public sealed class Explanation
{
    internal Explanation(
        DispositionDecision decision, IReadOnlyList<ExplanationNode> items, IReadOnlyList<ExplanationNode> steps, IReadOnlyList<ExplanationNode> holds,
        IReadOnlyList<ExplanationNode> restrictions)
    {
        Decision = decision;
        Items = items;
        Steps = steps;
        Holds = holds;
        Restrictions = restrictions;
    }

    /// <summary>The decision.</summary>
    public DispositionDecision Decision { get; }

    /// <summary>The items whose condition is not false of the record, each with its condition and its cases.</summary>
    public IReadOnlyList<ExplanationNode> Items { get; }

    /// <summary>The steps of the dispositions that decide or may decide, each with its moments.</summary>
    public IReadOnlyList<ExplanationNode> Steps { get; }

    /// <summary>The holds whose condition is not false of the record.</summary>
    public IReadOnlyList<ExplanationNode> Holds { get; }

    /// <summary>The restrictions on the act that is due or comes next; empty where there is no such act.</summary>
    public IReadOnlyList<ExplanationNode> Restrictions { get; }

    /// <summary>The explanation as an archivist would write it down, in plain text without colour.</summary>
    public override string ToString() => ExplanationText.Write(this);
}

/// <summary>Something that a schedule says, and the value that it took for the record.</summary>
/// <param name="Text">What it says, in the words of the rules language.</param>
/// <param name="Value">What it came to: <c>true</c>, a day, <c>not before 2031-01-01</c>.</param>
/// <param name="Line">The line of the schedule that it stands on; 0 where it stands on none.</param>
/// <param name="Children">What it rests on.</param>
public sealed record ExplanationNode(string Text, string Value, int Line, IReadOnlyList<ExplanationNode> Children);
