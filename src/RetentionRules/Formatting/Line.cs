namespace RetentionRules.Formatting;

/// <summary>What decides about the blanks of a line.</summary>
internal enum LineKind
{
    /// <summary>Nothing has been said of it: an empty line, a comment, or a sign that the layout does not know.</summary>
    Open,

    /// <summary>It begins a key or an element, or goes on with a value.</summary>
    Indented,

    /// <summary>It belongs to a literal or folded text: every blank behind its indentation is part of the value.</summary>
    Content,
}

/// <summary>A column before and after the layout.</summary>
internal readonly record struct ColumnMove(int Old, int New);

/// <summary>A line of the file, and what the layout has found out about it.</summary>
internal sealed class Line
{
    public required int Start { get; init; }

    /// <summary>The line break, or the end of the text.</summary>
    public required int End { get; init; }

    /// <summary>The first character that is no blank; the end where there is none.</summary>
    public required int First { get; init; }

    public LineKind Kind { get; set; }

    /// <summary>The indentation that the line is to have.</summary>
    public int Column { get; set; }

    /// <summary>Blanks at its end are part of a value in double quotes.</summary>
    public bool KeepsEnd { get; set; }

    /// <summary>An empty line behind it would be part of a value.</summary>
    public bool TakesEmptyLines { get; set; }

    /// <summary>By how much the blanks behind its dashes grow.</summary>
    public int Growth { get; set; }

    /// <summary>The lists and maps that are open at the end of the line, the innermost last.</summary>
    public IReadOnlyList<ColumnMove> Open { get; set; } = [];

    public bool IsEmpty => First == End;

    public int OldColumn => First - Start;

    public static Line[] Of(string text)
    {
        List<Line> lines = [];
        for (int start = 0; start < text.Length; start = lines[^1].End + 1)
        {
            int end = TreeWalk.LineEnd(text, start);
            lines.Add(new Line { Start = start, End = end, First = Math.Min(TreeWalk.SkipBlanks(text, start), end) });
        }

        return [.. lines];
    }
}
