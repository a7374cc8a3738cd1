using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RetentionRules.Syntax.Yaml;

/// <summary>
/// Reads a text into a tree of nodes with exact places, and refuses what a schedule does not use: anchors, aliases,
/// tags, merge keys, duplicate keys, several documents. The only place, with the scalar reader, that sees YamlDotNet.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>How deep lists and maps may stand in each other.</summary>
    public const int MaxDepth = 64;

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;
    private readonly Stack<TextSpan> _open = new();
    private TextSpan _lastRead;

    private YamlReader(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(source.Text));
    }

    /// <summary>The root of the tree, or null where the text is not YAML (which is then reported).</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        YamlReader reader = new(source, diagnostics);
        try
        {
            return reader.ReadDocument();
        }
        catch (TooDeepException e)
        {
            diagnostics.Report(source, e.Span, ReadingDiagnostics.TooDeep, MaxDepth);
        }
        catch (YamlException e)
        {
            diagnostics.Add(YamlFault.Explain(source, e));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            // YamlDotNet lets these escape on some malformed input; the text is at fault, not the program.
            diagnostics.Add(YamlFault.ExplainWithoutPlace(source, reader._lastRead, reader._open.TryPeek(out TextSpan open) ? open : null));
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        if (RefuseDirective()) return null;
        Advance<StreamStart>();
        if (!_parser.MoveNext() || _parser.Current is StreamEnd)
        {
            _diagnostics.Report(_source, default, ReadingDiagnostics.EmptyFile);
            return null;
        }

        _parser.MoveNext();
        if (_parser.Current is Scalar { Value: "", IsQuotedImplicit: false, Style: ScalarStyle.Plain })
        {
            _diagnostics.Report(_source, default, ReadingDiagnostics.EmptyFile);
            return null;
        }

        YamlNode root = ReadNode(0);
        _parser.MoveNext();
        if (_parser.MoveNext() && _parser.Current is DocumentStart second)
            _diagnostics.Report(_source, SpanOf(second), ReadingDiagnostics.SeveralDocuments);
        return root;
    }

    /// <summary>YamlDotNet reads over directives that it does not know, so they are looked for in the text.</summary>
    private bool RefuseDirective()
    {
        for (int line = 1; line <= _source.LineCount; line++)
        {
            string text = _source.GetLine(line);
            if (text.Length == 0 || text[0] == '#') continue;
            if (text[0] != '%') return false;
            _diagnostics.Report(_source, _source.GetLineSpan(line), ReadingDiagnostics.Directive, text.TrimEnd());
            return true;
        }

        return false;
    }

    private void Advance<T>()
        where T : ParsingEvent
    {
        if (!_parser.MoveNext() || _parser.Current is not T) throw new InvalidOperationException("unexpected YAML event");
    }

    /// <summary>Reads the node that the current event begins, and leaves its last event current.</summary>
    private YamlNode ReadNode(int depth)
    {
        ParsingEvent current = _parser.Current!;
        _lastRead = SpanOf(current);
        bool refused = current is NodeEvent node && RefuseProperties(node);
        if (depth > MaxDepth) throw new TooDeepException(SpanOf(current));
        return current switch
        {
            AnchorAlias alias => ReadAlias(alias),
            Scalar scalar => refused ? Refused(SpanOf(scalar)) : ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => throw new InvalidOperationException("unexpected YAML event"),
        };
    }

    /// <summary>Whether the node carried an anchor or a tag, which is reported.</summary>
    private bool RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            _diagnostics.Report(_source, PropertySpan(node), ReadingDiagnostics.AnchorOrAlias, "&" + node.Anchor.Value, "anchor");
        if (!node.Tag.IsEmpty)
            ReportTag(PropertySpan(node));
        return !node.Tag.IsEmpty;
    }

    private void ReportTag(TextSpan span)
    {
        Diagnostic finding = new(ReadingDiagnostics.Tag, new SourceLocation(_source, span), Written(span));
        _diagnostics.Add(finding.WithHelp(Written(span).StartsWith("!(", StringComparison.Ordinal) ? "write `not` where the condition is to be negated" : ""));
    }

    /// <summary>A value that was refused as such: nothing more is said about it.</summary>
    private static YamlScalar Refused(TextSpan span) => new(span, "", YamlScalarStyle.Plain, ScalarMap.Linear(span.Start, 0)) { IsRefused = true };

    private string Written(TextSpan span) => _source.Text.Substring(span.Start, span.Length);

    /// <summary>The anchor or tag, which stands before the node's own text and ends at the first blank.</summary>
    private TextSpan PropertySpan(NodeEvent node)
    {
        int start = (int)node.Start.Index;
        int end = start;
        while (end < _source.Text.Length && !char.IsWhiteSpace(_source.Text[end])) end++;
        return TextSpan.FromBounds(start, end);
    }

    private YamlScalar ReadAlias(AnchorAlias alias)
    {
        TextSpan span = SpanOf(alias);
        _diagnostics.Report(_source, span, ReadingDiagnostics.AnchorOrAlias, "*" + alias.Value.Value, "alias");
        return Refused(span);
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        YamlScalar node = ScalarReader.Read(_source.Text, scalar);
        if (node.Style == YamlScalarStyle.DoubleQuoted) RefuseEscapedControls(node);
        return node;
    }

    /// <summary>An escape can bring in what <see cref="CharacterCheck"/> refuses in the open.</summary>
    private void RefuseEscapedControls(YamlScalar node)
    {
        for (int i = 0; i < node.Value.Length; i++)
        {
            if (!CharacterCheck.IsRefused(node.Value, i, out DiagnosticDescriptor? kind)) continue;
            _diagnostics.Report(_source, node.Locate(new TextSpan(i, 1)), kind, (int)node.Value[i], "");
            return;
        }
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        List<YamlNode> items = [];
        if (IsBracket(start)) _open.Push(new TextSpan((int)start.Start.Index, 1));
        _parser.MoveNext();
        while (_parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
            _parser.MoveNext();
        }

        if (IsBracket(start)) _open.Pop();

        return new YamlSequence(SpanOfCollection(start, items.FirstOrDefault(), items.LastOrDefault()), items);
    }

    private YamlNode ReadMapping(MappingStart start, int depth)
    {
        List<YamlEntry> entries = [];
        Dictionary<string, YamlScalar> keys = new(StringComparer.Ordinal);
        YamlNode? first = null;
        YamlNode? last = null;
        if (IsBracket(start)) _open.Push(new TextSpan((int)start.Start.Index, 1));
        _parser.MoveNext();
        while (_parser.Current is not MappingEnd)
        {
            YamlNode key = ReadNode(depth + 1);
            _parser.MoveNext();
            last = ReadNode(depth + 1);
            first ??= key;
            if (AcceptKey(key, keys) is { } name) entries.Add(new YamlEntry(name, last));
            _parser.MoveNext();
        }

        if (IsBracket(start)) _open.Pop();
        TextSpan span = SpanOfCollection(start, first, last);
        return first is not null && entries.Count == 0 ? Refused(span) : new YamlMapping(span, entries);
    }

    private bool IsBracket(NodeEvent start) => start.Start.Index < _source.Text.Length && _source.Text[(int)start.Start.Index] is '[' or '{';

    private YamlScalar? AcceptKey(YamlNode key, Dictionary<string, YamlScalar> keys)
    {
        if (key is not YamlScalar name)
        {
            _diagnostics.Report(_source, key.Span, ReadingDiagnostics.KeyNotText);
            return null;
        }

        if (name is { Value: "<<", Style: YamlScalarStyle.Plain })
        {
            _diagnostics.Report(_source, key.Span, ReadingDiagnostics.MergeKey);
            return null;
        }

        if (keys.TryAdd(name.Value, name)) return name;
        Diagnostic finding = new(ReadingDiagnostics.DuplicateKey, new SourceLocation(_source, key.Span), name.Value);
        _diagnostics.Add(finding.WithRelated(new SourceLocation(_source, keys[name.Value].Span), "the first one"));
        return null;
    }

    private TextSpan SpanOf(ParsingEvent e) =>
        TextSpan.FromBounds((int)e.Start.Index, Math.Clamp((int)e.End.Index, (int)e.Start.Index, _source.Text.Length));

    /// <summary>
    /// From the opening bracket or the first child to the closing bracket or the last child. The start of a map that
    /// stands in a flow list without braces is marked wrongly by the parser, so the first child decides there.
    /// </summary>
    private TextSpan SpanOfCollection(NodeEvent start, YamlNode? first, YamlNode? last)
    {
        int begin = (int)start.Start.Index;
        bool bracketed = begin < _source.Text.Length && _source.Text[begin] is '[' or '{' && (first is null || begin < first.Span.Start);
        if (bracketed) return TextSpan.FromBounds(begin, Math.Min((int)_parser.Current!.Start.Index + 1, _source.Text.Length));
        return first is null ? new TextSpan(begin, 0) : TextSpan.Cover(first.Span, last!.Span);
    }

    private sealed class TooDeepException(TextSpan span) : Exception
    {
        public TextSpan Span { get; } = span;
    }
}
