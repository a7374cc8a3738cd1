using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>
/// Places the lines that hold nothing but a comment: with the key or element below, or with what is open above, whichever
/// they were lined up with; and below the comment of the line before, where they go on with it.
/// </summary>
internal sealed class CommentLines(FileLines lines, IReadOnlyList<TextSpan> comments)
{
    private readonly Dictionary<int, int> _commentOf = comments.ToDictionary(c => lines.IndexOf(c.Start), c => c.Start);

    /// <summary>Whether every line could be placed.</summary>
    public bool Place()
    {
        IReadOnlyList<ColumnMove> open = [];
        ColumnMove? above = null;
        ColumnMove?[] below = Below();
        for (int i = 0; i < lines.All.Length; i++)
        {
            Line line = lines.All[i];
            if (line.Kind == LineKind.Open && !line.IsEmpty)
            {
                bool isComment = lines.Text[line.First] == '#';
                if (!isComment && !IsMarker(line)) return false;
                (line.Kind, line.Column) = (LineKind.Indented, isComment ? ColumnOf(line, open, above, below[i]) : 0);
            }

            if (line.Open.Count > 0) open = line.Open;
            above = CommentColumn(line, i);
        }

        return true;
    }

    /// <summary>The signs before and behind a document.</summary>
    private bool IsMarker(Line line) => line.OldColumn == 0 && lines.Text[line.Start..line.End].TrimEnd() is "---" or "...";

    private ColumnMove? CommentColumn(Line line, int index)
    {
        if (!_commentOf.TryGetValue(index, out int start)) return null;
        int old = start - line.Start;
        return new ColumnMove(old, old - line.OldColumn + line.Column + line.Growth);
    }

    private static int ColumnOf(Line line, IReadOnlyList<ColumnMove> open, ColumnMove? above, ColumnMove? below)
    {
        if (above is { } previous && previous.Old == line.OldColumn) return previous.New;
        IEnumerable<ColumnMove> inner = open.Reverse();
        IEnumerable<ColumnMove> candidates = below is { } next ? inner.Prepend(next) : inner;
        return candidates.OrderByDescending(c => c.Old <= line.OldColumn).ThenByDescending(c => c.Old <= line.OldColumn ? c.Old : -c.Old)
            .Select(c => c.New).FirstOrDefault();
    }

    /// <summary>For each line the column of the next key or element, where one follows.</summary>
    private ColumnMove?[] Below()
    {
        ColumnMove?[] below = new ColumnMove?[lines.All.Length];
        ColumnMove? next = null;
        for (int i = below.Length - 1; i >= 0; i--)
        {
            below[i] = next;
            Line line = lines.All[i];
            if (line is { Open.Count: > 0, Kind: LineKind.Indented }) next = new ColumnMove(line.OldColumn, line.Column);
        }

        return below;
    }
}
