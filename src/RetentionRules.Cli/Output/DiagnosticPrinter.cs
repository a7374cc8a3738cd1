using RetentionRules.Diagnostics;

namespace RetentionRules.Cli.Output;

/// <summary>Prints findings with the line they are about; in colour, where that is wanted.</summary>
internal sealed class DiagnosticPrinter(TextWriter output, bool hasColor)
{
    public void Print(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics) Print(diagnostic);
    }

    public void Print(Diagnostic diagnostic)
    {
        string text = DiagnosticWriter.Write(diagnostic);
        output.Write(hasColor ? Paint(diagnostic, text) : text);
    }

    private static string Paint(Diagnostic diagnostic, string text)
    {
        string color = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => Color.Red,
            DiagnosticSeverity.Warning => Color.Yellow,
            DiagnosticSeverity.Information => Color.Blue,
            _ => throw new ArgumentOutOfRangeException(nameof(diagnostic)),
        };
        IEnumerable<string> lines = text.Split('\n').Select((line, i) =>
            i == 0 ? Color.Bold + line + Color.Reset
            : line.TrimStart(' ', '|').TrimEnd('^').Length == 0 && line.EndsWith('^') ? color + line + Color.Reset
            : line);
        return string.Join('\n', lines);
    }
}
