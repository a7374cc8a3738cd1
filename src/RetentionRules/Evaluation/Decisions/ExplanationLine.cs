using System.Globalization;

namespace RetentionRules.Evaluation;

/// <summary>One line of an explanation.</summary>
/// <param name="Depth">Below how many lines it stands, on which it throws light.</param>
/// <param name="Text">What it says; empty where there is no line.</param>
/// <param name="Line">The line of the schedule that it is about; 0 where it is about none, or about that of the line above.</param>
public readonly record struct ExplanationLine(int Depth, string Text, int Line)
{
    /// <summary>No line, where the other of two explanations has one.</summary>
    public static ExplanationLine None { get; } = new(0, "", 0);

    /// <summary>Whether it says the same as another, wherever in its file.</summary>
    public bool SaysTheSameAs(ExplanationLine other) => Depth == other.Depth && Text == other.Text;

    /// <summary>The line as the explanation has it: <c>    true  value &lt; 80000  [line 50]</c>.</summary>
    public override string ToString() => new string(' ', Depth * 2) + Text + (Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"  [line {Line}]") : "");
}

/// <summary>Lines of an explanation under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Lines">The lines.</param>
internal sealed record ExplanationPart(string Title, IReadOnlyList<ExplanationLine> Lines);
