namespace RetentionRules.Text;

/// <summary>The text of one file, with its lines. Immutable.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;
    private readonly int _firstLine;

    /// <summary>Wraps a text that is already in memory.</summary>
    /// <param name="path">The name shown in messages; it is never opened.</param>
    /// <param name="text">The text, without a byte order mark.</param>
    /// <param name="contentHash">The hash of the bytes the text came from, as <c>sha256:…</c>.</param>
    /// <param name="firstLine">The number of the text's first line: above 1 where the text is cut out of a larger file.</param>
    internal SourceText(string path, string text, string contentHash, int firstLine = 1)
    {
        _firstLine = firstLine;
        Path = path;
        Text = text;
        ContentHash = contentHash;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The name shown in messages.</summary>
    public string Path { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the file's bytes, <c>sha256:</c> and 64 lower-case hexadecimal digits: what <c>sha256sum</c> prints.</summary>
    public string ContentHash { get; }

    /// <summary>Number of lines; a text that ends in a line break has an empty last line.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The line and column of an offset.</summary>
    /// <param name="offset">From 0 to the length of the text; anything outside is taken as the nearest end.</param>
    public LinePosition GetPosition(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        int index = Array.BinarySearch(_lineStarts, offset);
        int line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + _firstLine, offset - _lineStarts[line] + 1);
    }

    /// <summary>The number of the first line: 1, unless the text is cut out of a larger file.</summary>
    public int FirstLine => _firstLine;

    /// <summary>The text of a line without its line break.</summary>
    /// <param name="line">Its number, from <see cref="FirstLine"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public string GetLine(int line)
    {
        TextSpan span = GetLineSpan(line);
        return Text.Substring(span.Start, span.Length);
    }

    /// <summary>Where a line stands, without its line break.</summary>
    /// <param name="line">Its number, from <see cref="FirstLine"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public TextSpan GetLineSpan(int line)
    {
        line -= _firstLine - 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, LineCount);
        int start = _lineStarts[line - 1];
        int end = line < LineCount ? _lineStarts[line] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r') end--;
        return TextSpan.FromBounds(start, end);
    }

    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            bool endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (endsLine) starts.Add(i + 1);
        }

        return [.. starts];
    }
}
