using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Formatting;

/// <summary>
/// Takes quotes away where every reader of YAML, of 1.1 and of 1.2, takes the plain text for the same text. Whatever might
/// be a number, a date, a yes or a no, or a sign of YAML keeps them.
/// </summary>
internal static class NeedlessQuotes
{
    private const string Signs = " _-./();=<>!+%&*'\"";
    private const string BlockSigns = ",[]{}";

    /// <summary>Numbers of items and editions stand in quotes throughout, also where one of them would not need it.</summary>
    private static readonly HashSet<string> Numbering =
        new(["item", "version", "exception-to", "supersedes", "superseded-by", "candidates"], StringComparer.Ordinal);

    private static readonly HashSet<string> Typed =
        new(["y", "n", "yes", "no", "on", "off", "true", "false", "null"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the key is in quotes too, the writer writes JSON, and goes on doing so.</summary>
    public static void Edit(YamlScalar key, YamlScalar scalar, bool inFlow, TextEdits edits)
    {
        if (scalar.Style is not (YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted)) return;
        if (key.Style != YamlScalarStyle.Plain || Numbering.Contains(key.Value)) return;
        (int start, int end) = (scalar.Span.Start, scalar.Span.End);
        bool isAsWritten = edits.Text.AsSpan(start + 1, end - start - 2).SequenceEqual(scalar.Value);
        if (!isAsWritten || !CanBePlain(scalar.Value, inFlow) || !IsFollowedByBlank(edits.Text, end, inFlow)) return;
        edits.Delete(start, start + 1);
        edits.Delete(end - 1, end);
    }

    private static bool CanBePlain(string value, bool inFlow) =>
        value.Length > 0
        && char.IsLetter(value[0])
        && value[^1] != ' '
        && !Typed.Contains(value)
        && value.All(c => char.IsLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal) || (!inFlow && BlockSigns.Contains(c, StringComparison.Ordinal)))
        && (value.Contains(' ', StringComparison.Ordinal) || !value.Any(char.IsAsciiDigit));

    /// <summary>A <c>#</c> that touches the quote would become part of the text.</summary>
    private static bool IsFollowedByBlank(string text, int end, bool inFlow) =>
        end >= text.Length || char.IsWhiteSpace(text[end]) || (inFlow && text[end] is ',' or ']' or '}');
}
