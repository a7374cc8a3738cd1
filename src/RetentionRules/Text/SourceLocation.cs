namespace RetentionRules.Text;

/// <summary>A stretch of a certain file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">Where in it.</param>
public readonly record struct SourceLocation(SourceText Source, TextSpan Span)
{
    /// <summary>Where the span begins.</summary>
    public LinePosition Start => Source.GetPosition(Span.Start);

    /// <summary>Just after where the span ends.</summary>
    public LinePosition End => Source.GetPosition(Span.End);

    /// <summary><c>path:line:column</c>.</summary>
    public override string ToString() => $"{Source.Path}:{Start}";
}
