using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>What the layout asks of a tree and of the text around its nodes.</summary>
internal static class TreeWalk
{
    /// <summary>Every scalar, keys too, in the order of the file.</summary>
    public static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(Scalars),
        YamlMapping map => map.Entries.SelectMany(e => Scalars(e.Value).Prepend(e.Key)),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>Whether a list or a map stands in brackets of its own.</summary>
    public static bool IsBracketed(YamlNode node) => node switch
    {
        YamlSequence list => list.Items.Count == 0 || list.Span.Start < list.Items[0].Span.Start,
        YamlMapping map => map.Entries.Count == 0 || map.Span.Start < map.Entries[0].Key.Span.Start,
        _ => false,
    };

    /// <summary>Whether a node is laid out in lines of its own: a list with dashes, a map with a key a line.</summary>
    public static bool IsBlock(YamlNode node) => node is not YamlScalar && !IsBracketed(node);

    public static bool IsBlockScalar(YamlScalar scalar) => scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded;

    public static bool IsMissing(YamlNode node) => node is YamlScalar { IsMissing: true };

    /// <summary>The comments, each from its sign to the end of its line: outside scalars, every <c>#</c> begins one.</summary>
    public static IReadOnlyList<TextSpan> Comments(string text, YamlNode root)
    {
        List<TextSpan> found = [];
        int at = 0;
        foreach (YamlScalar scalar in Scalars(root))
        {
            Scan(text, at, scalar.Span.Start, found);
            at = scalar.Span.End;
            if (!IsBlockScalar(scalar)) continue;
            int headerEnd = LineEnd(text, scalar.Span.Start);
            Scan(text, scalar.Span.Start, headerEnd, found);
            at = Math.Max(headerEnd, scalar.Span.End);
        }

        Scan(text, at, text.Length, found);
        return found;
    }

    private static void Scan(string text, int start, int end, List<TextSpan> found)
    {
        for (int i = start; i < end; i++)
        {
            if (text[i] != '#') continue;
            found.Add(TextSpan.FromBounds(i, LineEnd(text, i)));
            i = found[^1].End;
        }
    }

    public static int LineEnd(string text, int at)
    {
        int end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>The first place from which on there is no blank.</summary>
    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && IsBlank(text[at])) at++;
        return at;
    }
}
