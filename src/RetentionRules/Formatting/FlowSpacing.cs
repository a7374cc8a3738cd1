using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>Blanks in <c>[a, b]</c> and <c>{ a: b }</c>, between signs that stand on one line.</summary>
internal static class FlowSpacing
{
    private const char Node = '\0';

    public static void Edit(YamlNode node, TextEdits edits)
    {
        List<(TextSpan Span, char Sign)> parts = Parts(node, edits.Text);
        for (int i = 0; i + 1 < parts.Count; i++)
        {
            (int start, int end) = (parts[i].Span.End, parts[i + 1].Span.Start);
            bool isOneLine = end >= start && TreeWalk.SkipBlanks(edits.Text, start) >= end;
            if (isOneLine && Wanted(parts[i].Sign, parts[i + 1].Sign) is { } blank) edits.Replace(start, end, blank);
        }
    }

    /// <summary>What belongs between two parts; null where it stays as it is.</summary>
    private static string? Wanted(char left, char right) => (left, right) switch
    {
        (':' or '?' or '#', _) or (_, ':' or '?' or '#') => null,
        (_, ',') => "",
        ('{', '}') => "",
        ('{', _) or (_, '}') => " ",
        ('[', _) or (_, ']') => "",
        (',', _) => " ",
        _ => null,
    };

    /// <summary>The brackets, the nodes between them, and every sign that parts the nodes.</summary>
    private static List<(TextSpan Span, char Sign)> Parts(YamlNode node, string text)
    {
        int last = node.Span.End - 1;
        List<(TextSpan Span, char Sign)> parts = [(new TextSpan(node.Span.Start, 1), text[node.Span.Start])];
        int at = node.Span.Start + 1;
        foreach (TextSpan child in Children(node).Where(c => !TreeWalk.IsMissing(c)).Select(c => c.Span))
        {
            AddSigns(text, at, child.Start, parts);
            parts.Add((child, Node));
            at = child.End;
        }

        AddSigns(text, at, last, parts);
        parts.Add((new TextSpan(last, 1), text[last]));
        return parts;
    }

    private static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlSequence list => list.Items,
        YamlMapping map => map.Entries.SelectMany(e => new[] { e.Key, e.Value }),
        _ => [],
    };

    private static void AddSigns(string text, int start, int end, List<(TextSpan Span, char Sign)> parts)
    {
        for (int i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            int length = text[i] == '#' ? TreeWalk.LineEnd(text, i) - i : 1;
            parts.Add((new TextSpan(i, length), text[i]));
            i += length - 1;
        }
    }
}
