using RetentionRules.Text;

namespace RetentionRules.Syntax.Yaml;

/// <summary>
/// Decodes literal and folded block scalars (YAML 1.2.2, chapter 8.1) for the sake of the places of their characters:
/// the header, the stripped indentation, folded lines and chomping.
/// </summary>
internal static class BlockScalarDecoder
{
    /// <summary>Deeper than any file that passes the bound on nesting would indent.</summary>
    private const int MaxIndentation = 200;

    /// <summary>
    /// Decodes a scalar whose value is known. The indentation of the content may be stated in the header relative to a
    /// parent that is not seen here; the known value tells which one it is.
    /// </summary>
    public static DecodedText? Decode(string text, TextSpan span, string value)
    {
        SourceCursor header = new(text, span.Start, span.End);
        bool literal = header.Current == '|';
        (char chomping, bool stated) = ReadHeader(header);
        int first = stated ? 1 : FirstIndentation(text, header.Position, span.End);
        int last = stated ? MaxIndentation : first;
        for (int indentation = first; indentation <= last; indentation++)
        {
            DecodedText decoded = Decode(new SourceCursor(text, header.Position, span.End), indentation, literal, chomping);
            if (decoded.Value == value) return decoded;
        }

        return null;
    }

    private static (char Chomping, bool IndentationStated) ReadHeader(SourceCursor cursor)
    {
        (char chomping, bool stated) = (' ', false);
        cursor.Take();
        while (!cursor.AtEnd && !cursor.AtBreak && !cursor.AtBlank)
        {
            if (cursor.Current is '+' or '-') chomping = cursor.Current;
            stated |= char.IsAsciiDigit(cursor.Current);
            cursor.Take();
        }

        while (!cursor.AtEnd && !cursor.AtBreak) cursor.Take();
        if (cursor.AtBreak) cursor.TakeBreak();
        return (chomping, stated);
    }

    /// <summary>The indentation of the first line that has any text, as YAML detects it.</summary>
    private static int FirstIndentation(string text, int start, int end)
    {
        SourceCursor cursor = new(text, start, end);
        while (!cursor.AtEnd)
        {
            int indentation = cursor.TakeSpaces(int.MaxValue);
            if (!cursor.AtBreak) return indentation;
            cursor.TakeBreak();
        }

        return 0;
    }

    private static DecodedText Decode(SourceCursor cursor, int indentation, bool literal, char chomping)
    {
        DecodedText output = new();
        TextSpan? lastBreak = null;
        bool lastLineBlank = false;
        (List<TextSpan> emptyLines, bool inside) = TakeEmptyLines(cursor, indentation);
        while (inside && !cursor.AtEnd)
        {
            bool lineBlank = cursor.AtBlank;
            bool joins = !literal && lastBreak is not null && !lastLineBlank && !lineBlank;
            if (joins && emptyLines.Count == 0) output.Append(' ', lastBreak!.Value);
            else if (!joins && lastBreak is { } kept) output.Append('\n', kept);
            output.Append(emptyLines);
            TakeLine(cursor, output);
            lastLineBlank = lineBlank;
            lastBreak = cursor.AtBreak ? cursor.TakeBreak() : null;
            (emptyLines, inside) = TakeEmptyLines(cursor, indentation);
        }

        if (chomping != '-' && lastBreak is { } final) output.Append('\n', final);
        if (chomping == '+') output.Append(emptyLines);
        return output;
    }

    private static void TakeLine(SourceCursor cursor, DecodedText output)
    {
        while (!cursor.AtEnd && !cursor.AtBreak)
        {
            char c = cursor.Current;
            output.Append(c, cursor.Take());
        }
    }

    /// <summary>Takes empty lines and then the indentation of the next; whether that line still belongs to the scalar.</summary>
    private static (List<TextSpan> Breaks, bool Inside) TakeEmptyLines(SourceCursor cursor, int indentation)
    {
        List<TextSpan> breaks = [];
        while (true)
        {
            int taken = cursor.TakeSpaces(indentation);
            if (!cursor.AtBreak) return (breaks, taken == indentation);
            breaks.Add(cursor.TakeBreak());
        }
    }
}
