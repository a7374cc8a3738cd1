using System.Globalization;
using System.Text;
using RetentionRules.Text;

namespace RetentionRules.Syntax.Yaml;

/// <summary>
/// Decodes plain, single-quoted and double-quoted scalars (YAML 1.2.2, chapter 7.3) for the sake of the places of their
/// characters: line folding, doubled quotes, escapes.
/// </summary>
internal static class FlowScalarDecoder
{
    public static DecodedText Plain(string text, TextSpan span) => Fold(new SourceCursor(text, span.Start, span.End), TakePlain);

    public static DecodedText SingleQuoted(string text, TextSpan span) =>
        Fold(new SourceCursor(text, span.Start + 1, span.End - 1), TakeSingleQuoted);

    public static DecodedText DoubleQuoted(string text, TextSpan span) =>
        Fold(new SourceCursor(text, span.Start + 1, span.End - 1), TakeDoubleQuoted);

    /// <summary>
    /// One line break between texts becomes a space, n of them n − 1 line breaks; blanks around them vanish.
    /// </summary>
    private static DecodedText Fold(SourceCursor cursor, Action<SourceCursor, DecodedText> takeCharacter)
    {
        DecodedText output = new();
        while (!cursor.AtEnd)
        {
            if (!cursor.AtBlank && !cursor.AtBreak)
            {
                takeCharacter(cursor, output);
                continue;
            }

            List<TextSpan> blanks = [];
            while (cursor.AtBlank) blanks.Add(cursor.Take());
            if (cursor.AtBreak) FoldBreaks(cursor, output);
            else foreach (TextSpan blank in blanks) output.Append(cursor.TextAt(blank), blank);
        }

        return output;
    }

    private static void FoldBreaks(SourceCursor cursor, DecodedText output)
    {
        TextSpan first = cursor.TakeBreak();
        List<TextSpan> more = TakeFurtherBreaks(cursor);
        if (more.Count == 0) output.Append(' ', first);
        else output.Append(more);
    }

    private static List<TextSpan> TakeFurtherBreaks(SourceCursor cursor)
    {
        List<TextSpan> breaks = [];
        cursor.SkipBlanks();
        while (cursor.AtBreak)
        {
            breaks.Add(cursor.TakeBreak());
            cursor.SkipBlanks();
        }

        return breaks;
    }

    private static void TakePlain(SourceCursor cursor, DecodedText output)
    {
        char c = cursor.Current;
        output.Append(c, cursor.Take());
    }

    private static void TakeSingleQuoted(SourceCursor cursor, DecodedText output)
    {
        char c = cursor.Current;
        output.Append(c, cursor.Take(c == '\'' ? 2 : 1));
    }

    private static void TakeDoubleQuoted(SourceCursor cursor, DecodedText output)
    {
        if (cursor.Current != '\\')
        {
            TakePlain(cursor, output);
            return;
        }

        if (cursor.Peek(1) is '\n' or '\r')
        {
            cursor.Take();
            cursor.TakeBreak();
            output.Append(TakeFurtherBreaks(cursor));
            return;
        }

        int digits = cursor.Peek(1) switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        string decoded = digits > 0 ? DecodeCode(cursor, digits) : DecodeLetter(cursor.Peek(1));
        output.Append(decoded, cursor.Take(2 + digits));
    }

    private static string DecodeCode(SourceCursor cursor, int digits)
    {
        int code = 0;
        for (int i = 0; i < digits; i++)
        {
            if (!int.TryParse([cursor.Peek(2 + i)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int digit)) return "";
            code = unchecked((code << 4) + digit);
        }

        return code is >= 0 and <= char.MaxValue ? ((char)code).ToString()
            : Rune.IsValid(code) ? new Rune(code).ToString()
            : "";
    }

    private static string DecodeLetter(char letter) => letter switch
    {
        '0' => "\0",
        'a' => "\a",
        'b' => "\b",
        't' or '\t' => "\t",
        'n' => "\n",
        'v' => "\v",
        'f' => "\f",
        'r' => "\r",
        'e' => "\u001B",
        'N' => "\u0085",
        '_' => "\u00A0",
        'L' => "\u2028",
        'P' => "\u2029",
        _ => letter.ToString(),
    };
}
