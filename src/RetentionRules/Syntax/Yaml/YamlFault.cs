using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;
using YamlDotNet.Core;

namespace RetentionRules.Syntax.Yaml;

/// <summary>Says in a schedule writer's words what the YAML parser stumbled over.</summary>
internal static class YamlFault
{
    public static Diagnostic Explain(SourceText source, YamlException fault)
    {
        int at = Math.Clamp((int)fault.Start.Index, 0, source.Text.Length);
        int end = Math.Clamp((int)fault.End.Index, at, source.Text.Length);
        TextSpan marked = TextSpan.FromBounds(at, Math.Max(end, Math.Min(at + 1, source.Text.Length)));
        // Of a tab before a key the parser gives no place.
        if (Has(fault.Message, "tab as indentation") && FirstTab(source) is { } tab) return Report(source, tab, Tab.Message, Tab.Help);
        if (VisibleCause(source, at) is { } cause) return Report(source, cause.Span, cause.Message, cause.Help);
        (string message, string help) = MisplacedText(source, at, fault.Message) ?? Words(fault.Message);
        return Report(source, marked, message, help);
    }

    /// <summary>A fault of which the parser gives no place; what is still open there is mostly the cause.</summary>
    public static Diagnostic ExplainWithoutPlace(SourceText source, TextSpan lastRead, TextSpan? open)
    {
        if (VisibleCause(source, lastRead.Start) is { } cause) return Report(source, cause.Span, cause.Message, cause.Help);
        return open is { } bracket
            ? Report(source, bracket, "the bracket that opens here is not closed, or a comma is missing behind it", "write [a, b, c] or { a: b, c: d }; quote texts that contain commas or brackets")
            : Report(source, lastRead, "the text behind this place is not well-formed YAML", "check indentation, quotes and brackets of this line and the next");
    }

    private static Diagnostic Report(SourceText source, TextSpan span, string message, string help) =>
        new Diagnostic(ReadingDiagnostics.YamlSyntax, new SourceLocation(source, span), message).WithHelp(help);

    /// <summary>
    /// Slips that can be seen in the text, on the line where the parser stopped or just around it. The parser mostly
    /// notices them later than a person would.
    /// </summary>
    private static (TextSpan Span, string Message, string Help)? VisibleCause(SourceText source, int at)
    {
        int line = source.GetPosition(at).Line;
        int[] near = [.. ((int[])[line, line - 1, line + 1]).Where(l => l >= source.FirstLine && l < source.FirstLine + source.LineCount)];
        foreach (int number in near)
            if (TabIn(source, number) is { } tab) return (tab, Tab.Message, Tab.Help);
        foreach (int number in near)
            if (MissingBlank(source, number) is { } blank) return (blank.Span, $"a blank is missing behind `{blank.Sign}`", $"write a blank behind `{blank.Sign}`");
        return null;
    }

    private static readonly (string Message, string Help) Tab = ("a tab stands in the indentation", "indent with spaces; YAML does not allow tabs there");

    private static TextSpan? FirstTab(SourceText source) =>
        Enumerable.Range(source.FirstLine, source.LineCount).Select(line => TabIn(source, line)).FirstOrDefault(tab => tab is not null);

    private static TextSpan? TabIn(SourceText source, int line)
    {
        string text = source.GetLine(line);
        int tab = text.IndexOf('\t', StringComparison.Ordinal);
        bool indents = tab >= 0 && text.AsSpan(0, tab).IndexOfAnyExcept(' ', '-') < 0;
        return indents ? new TextSpan(source.GetLineSpan(line).Start + tab, 1) : null;
    }

    private static (TextSpan Span, char Sign)? MissingBlank(SourceText source, int line)
    {
        string text = source.GetLine(line);
        int start = source.GetLineSpan(line).Start;
        int first = text.AsSpan().IndexOfAnyExcept(' ');
        if (first >= 0 && text[first] == '-' && first + 1 < text.Length && char.IsLetter(text[first + 1]) && text.Contains(':', StringComparison.Ordinal))
            return (new TextSpan(start + first, 1), '-');
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        bool glued = colon > 0 && colon + 1 < text.Length && text[colon + 1] is '"' or '\'' && text.AsSpan(0, colon).IndexOfAny("\"'") < 0;
        return glued ? (new TextSpan(start + colon, 1), ':') : null;
    }

    /// <summary>Where a key was expected, what stands there, or just before it, mostly tells the slip.</summary>
    private static (string Message, string Help)? MisplacedText(SourceText source, int at, string message)
    {
        if (!Has(message, "expected key")) return null;
        ReadOnlySpan<char> line = source.Text.AsSpan(source.GetLineSpan(source.GetPosition(at).Line).Start..at);
        if (line.TrimEnd(' ') is [.., '"' or '\''])
            return ("the text goes on behind its closing quote", "put the whole text in the other kind of quotes: \"Children's homes\", 'title contains \"lease\"'");
        return line.Trim(' ').IsEmpty && source.Text.AsSpan(at) is ['-', ' ' or '\n' or '\r', ..]
            ? ("this `-` stands out of line with the others of its list", "line up the `-` of one list")
            : null;
    }

    /// <summary>The parser's messages are those of libyaml; each is recognised by its distinctive part.</summary>
    private static (string Message, string Help) Words(string message)
    {
        if (Has(message, "tab character"))
            return Tab;
        if (Has(message, "invalid mapping") || Has(message, "mapping values are not allowed"))
            return ("a `:` here begins a map inside a text", "put the text in quotes: 'like: this', or mend the indentation of this line");
        if (Has(message, "quoted scalar") && (Has(message, "end of") || Has(message, "document indicator") || Has(message, "wrong indentation")))
            return ("the quote that opens here is never closed", "add the closing quote");
        if (Has(message, "unknown escape") || Has(message, "quoted scalar"))
            return ("a backslash in double quotes begins an escape, and this is none", "use single quotes, or write the backslash twice");
        if (Has(message, "flow sequence"))
            return ("the list in brackets is not closed or lacks a comma", "write [a, b, c]; quote texts that contain commas or brackets");
        if (Has(message, "flow mapping"))
            return ("the map in braces is not closed or lacks a comma", "write { a: b, c: d }; quote texts that contain commas or braces");
        if (Has(message, "cannot start any token"))
            return ("this character cannot begin a text without quotes", "put the text in quotes");
        if (Has(message, "'-' indicator"))
            return ("a list item or a key was expected here", "line up the `-` of one list; put keys of the outer map further left");
        if (Has(message, "block scalar"))
            return ("behind `|` or `>` the text begins on the next line", "move the text to the next line, and indent it");
        if (Has(message, "expected key") || Has(message, "simple key") || Has(message, "expected ':'") || Has(message, "document start") || Has(message, "stream"))
            return ("a `key: value` was expected here", "check the indentation, a missing `:` or a quote that closes too early");
        if (Has(message, "document end"))
            return ("this line does not belong to what stands above it", "line it up: the keys of one map begin in the same column");
        if (Has(message, "node content"))
            return ("a value was expected here", "close brackets that are open, or quote the text");
        return ("the text is not well-formed YAML", "check indentation, quotes and brackets of this line and the one above");
    }

    private static bool Has(string message, string part) => message.Contains(part, StringComparison.Ordinal);
}
