using RetentionRules.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RetentionRules.Syntax.Yaml;

/// <summary>Turns a scalar event into a node that knows the place of each of its characters.</summary>
internal static class ScalarReader
{
    public static YamlScalar Read(string text, Scalar scalar)
    {
        int start = Math.Min((int)scalar.Start.Index, text.Length);
        TextSpan span = TextSpan.FromBounds(start, Math.Clamp((int)scalar.End.Index, start, text.Length));
        YamlScalarStyle style = StyleOf(scalar.Style);
        if (style is YamlScalarStyle.Literal or YamlScalarStyle.Folded) span = TrimEnd(text, span);
        return new YamlScalar(span, scalar.Value, style, MapOf(text, span, scalar, style));
    }

    private static YamlScalarStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.Plain or ScalarStyle.Any or ScalarStyle.ForcePlain => YamlScalarStyle.Plain,
        ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlScalarStyle.Literal,
        ScalarStyle.Folded => YamlScalarStyle.Folded,
        _ => throw new ArgumentOutOfRangeException(nameof(style)),
    };

    /// <summary>The event of a block scalar ends where the next token begins; the node ends with its last character.</summary>
    private static TextSpan TrimEnd(string text, TextSpan span)
    {
        int end = span.End;
        while (end > span.Start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(span.Start, end);
    }

    private static ScalarMap MapOf(string text, TextSpan span, Scalar scalar, YamlScalarStyle style)
    {
        if (style == YamlScalarStyle.Plain && span.Length == scalar.Value.Length) return ScalarMap.Linear(span.Start, span.Length);
        bool quoted = style is YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted;
        if (quoted && span.Length == scalar.Value.Length + 2) return ScalarMap.Linear(span.Start + 1, span.Length - 2);

        DecodedText? decoded = style switch
        {
            YamlScalarStyle.Plain => FlowScalarDecoder.Plain(text, span),
            YamlScalarStyle.SingleQuoted => FlowScalarDecoder.SingleQuoted(text, span),
            YamlScalarStyle.DoubleQuoted => FlowScalarDecoder.DoubleQuoted(text, span),
            YamlScalarStyle.Literal or YamlScalarStyle.Folded =>
                BlockScalarDecoder.Decode(text, TextSpan.FromBounds(span.Start, Math.Min((int)scalar.End.Index, text.Length)), scalar.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };

        // The parser's value is the value; where the decoder reads it otherwise, only the caret loses precision.
        return decoded?.Value == scalar.Value ? ScalarMap.Exact(decoded.Places, span.End) : ScalarMap.Whole(span, scalar.Value.Length);
    }
}
