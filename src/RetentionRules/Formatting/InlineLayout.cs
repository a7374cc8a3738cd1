using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>The layout inside lines: blanks around signs, needless quotes, blanks in texts of the rules language.</summary>
internal sealed class InlineLayout
{
    private readonly string _text;
    private readonly TextEdits _edits;

    private InlineLayout(string text) => (_text, _edits) = (text, new TextEdits(text));

    public static string Edit(string text, YamlNode root, ValueShape shape)
    {
        InlineLayout layout = new(text);
        layout.Visit(root, shape, inFlow: false);
        layout.KeepColumns(TreeWalk.Comments(text, root));
        return layout._edits.Apply();
    }

    private void Visit(YamlNode node, ValueShape? shape, bool inFlow)
    {
        bool bracketed = TreeWalk.IsBracketed(node);
        if (bracketed) FlowSpacing.Edit(node, _edits);
        switch (node)
        {
            case YamlScalar scalar:
                if (shape is TextShape text) LanguageBlanks.Edit(scalar, text.Form, _edits);
                break;
            case YamlSequence list:
                foreach (YamlNode item in list.Items) Visit(item, Shapes.ElementOf(Shapes.Fitting(shape, node)), inFlow || bracketed);
                break;
            case YamlMapping map:
                foreach (YamlEntry entry in map.Entries) VisitEntry(entry, Shapes.ValueOf(Shapes.Fitting(shape, node), entry.Key.Value), inFlow || bracketed);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }

    private void VisitEntry(YamlEntry entry, ValueShape? shape, bool inFlow)
    {
        SpaceColon(entry);
        if (entry.Value is YamlScalar scalar) NeedlessQuotes.Edit(entry.Key, scalar, inFlow, _edits);
        Visit(entry.Value, Shapes.Fitting(shape, entry.Value), inFlow);
    }

    /// <summary>No blank before the colon and one behind it, where the value stands on the same line.</summary>
    private void SpaceColon(YamlEntry entry)
    {
        int colon = TreeWalk.SkipBlanks(_text, entry.Key.Span.End);
        if (entry.Key.IsMissing || colon >= _text.Length || _text[colon] != ':') return;
        _edits.Delete(entry.Key.Span.End, colon);
        int value = TreeWalk.SkipBlanks(_text, colon + 1);
        if (!TreeWalk.IsMissing(entry.Value) && value == entry.Value.Span.Start) _edits.Replace(colon + 1, value, " ");
    }

    /// <summary>
    /// Comments that stand further right than one blank behind their line are lined up with others: they stay in their
    /// column, where what stands before them leaves room.
    /// </summary>
    private void KeepColumns(IReadOnlyList<TextSpan> comments)
    {
        SourceText source = new("", _text, "");
        Dictionary<int, int> growth = _edits.All.GroupBy(e => source.GetPosition(e.Span.Start).Line)
            .ToDictionary(line => line.Key, line => line.Sum(e => e.Replacement.Length - e.Span.Length));
        foreach (TextSpan comment in comments)
        {
            int end = comment.Start;
            while (end > 0 && TreeWalk.IsBlank(_text[end - 1])) end--;
            int gap = comment.Start - end;
            if (gap < 2 || !growth.TryGetValue(source.GetPosition(comment.Start).Line, out int grown)) continue;
            _edits.Replace(end, comment.Start, new string(' ', Math.Max(1, gap - grown)));
        }
    }
}
