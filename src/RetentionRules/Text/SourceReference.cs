namespace RetentionRules.Text;

/// <summary>
/// Where something in the model was written: a value that needs no text to be kept, so that a schedule in
/// memory can say where its rules stand without holding on to the file.
/// </summary>
/// <param name="Start">First line and column.</param>
/// <param name="Span">Offsets in the file.</param>
public readonly record struct SourceReference(LinePosition Start, TextSpan Span)
{
    /// <summary>First line, from 1.</summary>
    public int Line => Start.Line;

    /// <summary><c>line:column</c>.</summary>
    public override string ToString() => Start.ToString();
}
