using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>The layout of lines: their indentation, what trails behind them, and the empty ones.</summary>
internal sealed class LineLayout
{
    private readonly string _text;
    private readonly TextEdits _edits;
    private readonly FileLines _lines;
    private readonly Stack<ColumnMove> _open = new();
    private readonly List<BlockList> _lists = [];

    private LineLayout(string text) => (_text, _edits, _lines) = (text, new TextEdits(text), new FileLines(text));

    public static string Edit(string text, YamlNode root)
    {
        LineLayout layout = new(text);
        layout.Place(root, 0, 0);
        return layout.Finish(TreeWalk.Comments(text, root)) ? layout._edits.Apply() : text;
    }

    /// <summary>Whether every line was understood; where one was not, no line moves.</summary>
    private bool Finish(IReadOnlyList<TextSpan> comments)
    {
        if (!new CommentLines(_lines, comments).Place()) return false;
        EmptyLines.Edit(_lines, _lists, _edits);
        foreach (Line line in _lines.All)
        {
            if (line is { IsEmpty: true, Kind: LineKind.Indented }) _edits.Delete(line.Start, line.End);
            if (line is { IsEmpty: true, Kind: not LineKind.Content }) continue;
            _edits.Replace(line.Start, line.Start + Indentation(line), new string(' ', line.Column));
            if (line.Kind != LineKind.Content && !line.KeepsEnd) _edits.Delete(EndOfText(line), line.End);
        }

        return true;
    }

    /// <summary>Of a line inside a literal text, only blanks count as indentation, and no more of them than there were.</summary>
    private int Indentation(Line line) => line.Kind == LineKind.Content ? _lines.SpacesOf(line) : line.OldColumn;

    private int EndOfText(Line line)
    {
        int end = line.End;
        while (end > line.First && TreeWalk.IsBlank(_text[end - 1])) end--;
        return end;
    }

    /// <summary>Places a list or a map that stands in lines of its own.</summary>
    /// <param name="node">The list or the map.</param>
    /// <param name="column">Where its dashes or keys are to begin.</param>
    /// <param name="from">Where the text before it ends, from which its first dash is sought.</param>
    private void Place(YamlNode node, int column, int from)
    {
        if (!TreeWalk.IsBlock(node)) PlaceValue(node, new ColumnMove(0, column - 2), bracketColumn: 0);
        else if (node is YamlSequence list) PlaceList(list, column, from, key: "");
        else PlaceMap((YamlMapping)node, column);
    }

    private void PlaceMap(YamlMapping map, int column)
    {
        ColumnMove move = new(_lines.ColumnOf(map.Span.Start), column);
        _open.Push(move);
        foreach (YamlEntry entry in map.Entries)
        {
            Anchor(entry.Key.Span.Start, column);
            int from = Math.Min(TreeWalk.SkipBlanks(_text, entry.Key.Span.End) + 1, _text.Length);
            if (entry.Value is YamlSequence list && TreeWalk.IsBlock(list)) PlaceList(list, column + 2, from, entry.Key.Value);
            else if (TreeWalk.IsBlock(entry.Value)) PlaceMap((YamlMapping)entry.Value, column + 2);
            else PlaceValue(entry.Value, move, column);
        }

        _open.Pop();
    }

    private void PlaceList(YamlSequence list, int column, int from, string key)
    {
        BlockList block = new(key, column);
        _lists.Add(block);
        int dash = _lines.FindDash(from);
        ColumnMove move = new(_lines.ColumnOf(dash), column);
        _open.Push(move);
        foreach (YamlNode item in list.Items)
        {
            dash = _lines.FindDash(from);
            Anchor(dash, column);
            block.Entries.Add((_lines.IndexOf(dash), TreeWalk.IsBlock(item)));
            SpaceDash(dash, item);
            if (TreeWalk.IsBlock(item)) Place(item, column + 2, dash + 1);
            else PlaceValue(item, move, column + 2);
            from = Math.Max(item.Span.End, dash + 1);
        }

        _open.Pop();
    }

    /// <summary>One blank behind a dash, where its element begins on the same line.</summary>
    private void SpaceDash(int dash, YamlNode item)
    {
        if (TreeWalk.IsMissing(item)) return;
        int first = TreeWalk.SkipBlanks(_text, dash + 1);
        int begins = item is YamlSequence && TreeWalk.IsBlock(item) ? _lines.FindDash(dash + 1) : item.Span.Start;
        if (first != begins) return;
        _edits.Replace(dash + 1, first, " ");
        _lines.At(dash).Growth += dash + 2 - first;
    }

    private void Anchor(int offset, int column)
    {
        Line line = _lines.At(offset);
        if (line.First == offset) (line.Kind, line.Column) = (LineKind.Indented, column);
        line.Open = [.. _open.Reverse()];
    }

    /// <summary>Places what is no list or map in lines of its own: a text, or something in brackets.</summary>
    private void PlaceValue(YamlNode value, ColumnMove parent, int bracketColumn)
    {
        if (TreeWalk.IsMissing(value)) return;
        Line first = _lines.At(value.Span.Start);
        if (first.First == value.Span.Start) (first.Kind, first.Column) = (LineKind.Indented, parent.New + 2);
        if (value is YamlScalar scalar && TreeWalk.IsBlockScalar(scalar)) BlockScalarLines.Place(scalar, parent, _lines);
        else if (value is YamlScalar flow) PlaceLines(flow, parent.New + 2);
        else PlaceBracketed(value, bracketColumn);
    }

    /// <summary>
    /// What is in brackets stands two further right for each bracket that is open, and a line that begins with the closing
    /// bracket stands where the line of the opening one would.
    /// </summary>
    private void PlaceBracketed(YamlNode node, int column)
    {
        if (node is YamlScalar scalar)
        {
            PlaceLines(scalar, column + 2);
            return;
        }

        bool bracketed = TreeWalk.IsBracketed(node);
        int inside = bracketed ? column + 2 : column;
        if (bracketed) PlaceLines(node, inside);
        if (bracketed && _lines.At(node.Span.End - 1) is var last && last.First == node.Span.End - 1) last.Column = column;
        IEnumerable<YamlNode> children = node is YamlSequence list ? list.Items : ((YamlMapping)node).Entries.SelectMany(e => new[] { e.Key, e.Value });
        foreach (YamlNode child in children) PlaceBracketed(child, inside);
    }

    /// <summary>Places the lines of a node behind its first.</summary>
    private void PlaceLines(YamlNode node, int column)
    {
        int last = _lines.IndexOf(Math.Max(node.Span.Start, node.Span.End - 1));
        for (int i = _lines.IndexOf(node.Span.Start); i <= last; i++)
        {
            Line line = _lines.All[i];
            line.KeepsEnd |= i < last && node is YamlScalar { Style: YamlScalarStyle.DoubleQuoted } && IsEscaped(EndOfText(line));
            if (line.Start <= node.Span.Start) continue;
            (line.Kind, line.Column) = (line.IsEmpty && node is not YamlScalar ? LineKind.Open : LineKind.Indented, column);
        }
    }

    /// <summary>A blank behind a backslash is text, and a line break behind one is none.</summary>
    private bool IsEscaped(int end) => end > 0 && _text[end - 1] == '\\';
}
