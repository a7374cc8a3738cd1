using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>A text of the rules language in its place in a file: turns places in the text into places in the file.</summary>
internal sealed class LanguageText(SourceText source, YamlScalar scalar, DiagnosticBag diagnostics)
{
    /// <summary>Parses the text; what is wrong is reported, and then there is no tree.</summary>
    public T? Parse<T>(Func<string, Parsed<T>> parse)
        where T : SyntaxNode
    {
        Parsed<T> parsed = parse(scalar.Value);
        foreach (LanguageFault fault in parsed.Faults)
        {
            Diagnostic finding = new(fault.Descriptor, Locate(fault.Span), fault.Arguments);
            diagnostics.Add(finding.WithReadings([.. fault.Readings]).WithHelp(IsCutByComment(fault) ? CommentHelp : fault.Help));
        }

        return parsed.Faults.Count == 0 ? parsed.Tree : null;
    }

    private const string CommentHelp = "` #` begins a comment in YAML and cuts the text: put the whole expression in single quotes";

    /// <summary>A text in quotes that is not closed, in a scalar without quotes, with a comment behind it on the line.</summary>
    private bool IsCutByComment(LanguageFault fault)
    {
        if (scalar.Style != YamlScalarStyle.Plain || fault.Descriptor != LanguageDiagnostics.TextNotClosed) return false;
        ReadOnlySpan<char> behind = source.Text.AsSpan(scalar.Span.End);
        int lineEnd = behind.IndexOf('\n');
        return (lineEnd < 0 ? behind : behind[..lineEnd]).TrimStart().StartsWith('#');
    }

    public void Report(TextSpan inText, DiagnosticDescriptor descriptor, params object[] arguments) =>
        diagnostics.Add(new Diagnostic(descriptor, Locate(inText), arguments));

    /// <summary>Reports with "did you mean", where a known word is near.</summary>
    public void ReportUnknown(TextSpan inText, DiagnosticDescriptor descriptor, string name, IEnumerable<string> known, params object[] arguments)
    {
        Diagnostic finding = new(descriptor, Locate(inText), arguments.Length == 0 ? [name] : arguments);
        diagnostics.Add(finding.WithHelp(NearestWord.To(name, known) is { } meant ? $"did you mean `{meant}`?" : Advice.ForName(name)));
    }

    public void ReportWithHelp(TextSpan inText, string help, DiagnosticDescriptor descriptor, params object[] arguments) =>
        diagnostics.Add(new Diagnostic(descriptor, Locate(inText), arguments).WithHelp(help));

    public SourceReference Reference(TextSpan inText)
    {
        SourceLocation location = Locate(inText);
        return new SourceReference(location.Start, location.Span);
    }

    private SourceLocation Locate(TextSpan inText) => new(source, scalar.Locate(inText));
}
