using RetentionRules.Text;

namespace RetentionRules.Syntax.Language;

/// <summary>A node of the rules language as it was written, before any name in it has a meaning.</summary>
internal abstract record SyntaxNode
{
    /// <summary>Where it stands in the text that was parsed (not yet in the file).</summary>
    public TextSpan Span { get; init; }
}

/// <summary>A name, with dots where it is a part of a related record: <c>closed</c>, <c>request.destroyed</c>.</summary>
internal sealed record NameSyntax(string Text) : SyntaxNode;

/// <summary>A text in double quotes, without them.</summary>
internal sealed record TextSyntax(string Value) : SyntaxNode;
