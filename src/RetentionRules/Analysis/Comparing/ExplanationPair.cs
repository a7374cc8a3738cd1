using RetentionRules.Analysis.Comparing;
using RetentionRules.Evaluation;

namespace RetentionRules.Analysis;

/// <summary>Why two editions decide as they do about one record. Immutable.</summary>
public sealed class ExplanationPair
{
    private readonly bool _isAboutAct;

    internal ExplanationPair(Explanation old, Explanation @new, bool isAboutAct) => (Old, New, _isAboutAct) = (old, @new, isAboutAct);

    /// <summary>The explanation by the edition before.</summary>
    public Explanation Old { get; }

    /// <summary>The explanation by the edition after.</summary>
    public Explanation New { get; }

    /// <summary>
    /// Both side by side, part by part. What names the editions stands below each explanation and in none of the parts, because it
    /// differs between any two. Where only what may be done with the record differs, and not what is decided, the parts that are the
    /// same are left out: they may name every item of the schedule.
    /// </summary>
    public IReadOnlyList<ComparedPart> Parts()
    {
        IReadOnlyList<ComparedPart> parts = ExplanationAlignment.Of(ExplanationText.Parts(Old), ExplanationText.Parts(New));
        return _isAboutAct ? [.. parts.Where((part, place) => place == 0 || part.Lines.Any(l => l.Differs))] : parts;
    }

    /// <summary>
    /// Both in plain text without colour: side by side where the width suffices for two columns, else below one another. Lines that
    /// differ begin with <c>*</c>, or with <c>-</c> before and <c>+</c> now; that a line stands elsewhere in its file is no difference.
    /// </summary>
    /// <param name="width">How many characters a line may have; East Asian ones count as two.</param>
    public string Write(int width) => SideBySideText.Write(this, width);
}

/// <summary>A part of two explanations of one record.</summary>
/// <param name="Title">Which question it answers; the first part has the verdicts, and the record and the day as its title.</param>
/// <param name="Lines">The lines of both; what belongs together stands on one.</param>
public sealed record ComparedPart(string Title, IReadOnlyList<ComparedLine> Lines);

/// <summary>A line of two explanations.</summary>
/// <param name="Old">As the edition before has it; <see cref="ExplanationLine.None"/> where it has none.</param>
/// <param name="New">As the edition after has it; <see cref="ExplanationLine.None"/> where it has none.</param>
public readonly record struct ComparedLine(ExplanationLine Old, ExplanationLine New)
{
    /// <summary>Whether they say something else. That a rule stands on another line of its file is no difference.</summary>
    public bool Differs => !Old.SaysTheSameAs(New);
}
