namespace RetentionRules.Formatting;

/// <summary>A list with dashes.</summary>
/// <param name="Key">The key that it stands behind.</param>
/// <param name="Column">The column that its dashes are to have.</param>
internal sealed record BlockList(string Key, int Column)
{
    /// <summary>The line of each dash, and whether the element has keys in lines of their own.</summary>
    public List<(int Line, bool IsBlock)> Entries { get; } = [];
}

/// <summary>
/// Leaves no more than one empty line in a row, none at either end of the file, and one between the entries of a list where
/// any of them are apart.
/// </summary>
internal static class EmptyLines
{
    private static readonly HashSet<string> Parted = new(["items", "cases", "tables", "every", "holds", "classes", "classify"], StringComparer.Ordinal);

    public static void Edit(FileLines lines, IEnumerable<BlockList> lists, TextEdits edits)
    {
        int last = Array.FindLastIndex(lines.All, line => !IsEmpty(line));
        bool wasEmpty = true;
        for (int i = 0; i < lines.All.Length; i++)
        {
            Line line = lines.All[i];
            bool isEmpty = IsEmpty(line);
            if (isEmpty) edits.Delete(line.Start, wasEmpty || i > last ? Math.Min(line.End + 1, edits.Text.Length) : line.End);
            wasEmpty = isEmpty;
        }

        // The line break would become part of a literal text that ends without one.
        if (edits.Text[^1] != '\n' && lines.All[^1].Kind == LineKind.Indented) edits.Insert(edits.Text.Length, "\n");
        foreach (BlockList list in lists.Where(l => Parted.Contains(l.Key))) Part(lines, list, edits);
    }

    /// <summary>Empty, and not part of a value.</summary>
    private static bool IsEmpty(Line line) => line is { IsEmpty: true, Kind: LineKind.Open };

    private static void Part(FileLines lines, BlockList list, TextEdits edits)
    {
        (int Line, bool IsBlock)[] entries = [.. list.Entries];
        if (!entries.Skip(1).Any(e => IsApart(lines, e.Line))) return;
        for (int i = 1; i < entries.Length; i++)
        {
            if (!entries[i - 1].IsBlock || !entries[i].IsBlock || IsApart(lines, entries[i].Line)) continue;
            int at = entries[i].Line;
            while (IsComment(lines, at - 1) && lines.All[at - 1].Column <= list.Column) at--;
            if (!lines.All[at - 1].TakesEmptyLines) edits.Insert(lines.All[at].Start, "\n");
        }
    }

    /// <summary>Whether an empty line stands among the comments above a line.</summary>
    private static bool IsApart(FileLines lines, int line)
    {
        int above = line - 1;
        while (above > 0 && IsComment(lines, above)) above--;
        return above >= 0 && IsEmpty(lines.All[above]);
    }

    private static bool IsComment(FileLines lines, int line) =>
        lines.All[line] is { IsEmpty: false, Kind: LineKind.Indented, First: var first } && lines.Text[first] == '#';
}
