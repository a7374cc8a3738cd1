using RetentionRules.Diagnostics;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Output;

/// <summary>Prints findings with the line they are about; in colour, where that is wanted.</summary>
internal sealed class DiagnosticPrinter(TextWriter output, bool hasColor)
{
    public void Print(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics) Print(diagnostic);
    }

    public void Print(Diagnostic diagnostic) => Print(DiagnosticWriter.Write(diagnostic), ColorOf(diagnostic.Severity));

    public void Print(JudgedFinding finding) => Print(FindingWriter.Write(finding), finding.IsAccepted ? Color.Green : ColorOf(finding.Severity));

    private void Print(string text, string color) => output.Write(hasColor ? Paint(text, color) : text);

    private static string ColorOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Color.Red,
        DiagnosticSeverity.Warning => Color.Yellow,
        DiagnosticSeverity.Information => Color.Blue,
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    private static string Paint(string text, string color)
    {
        IEnumerable<string> lines = text.Split('\n').Select((line, i) =>
            i == 0 ? Color.Bold + line + Color.Reset
            : line.TrimStart(' ', '|').TrimEnd('^').Length == 0 && line.EndsWith('^') ? color + line + Color.Reset
            : line);
        return string.Join('\n', lines);
    }
}
