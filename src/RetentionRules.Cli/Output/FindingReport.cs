using RetentionRules.Cli.Output.Sarif;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Output;

/// <summary>Judged findings in each form that the verbs offer.</summary>
/// <param name="Verb">The command that found them.</param>
/// <param name="Files">The files that were looked at.</param>
/// <param name="Findings">What was found, in the order in which it is told.</param>
internal sealed record FindingReport(string Verb, IReadOnlyList<string> Files, IReadOnlyList<JudgedFinding> Findings)
{
    /// <summary>The forms of findings, the first unless another is asked for.</summary>
    public static readonly string[] Formats = ["text", "json", "sarif", "junit"];

    /// <summary>What text and JSON say of findings besides.</summary>
    public FindingDetails Details { get; init; } = FindingDetails.None;

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="workingFolder">Where the program runs.</param>
    /// <param name="isVerbose">Whether text tells what is only worth knowing, or accepted, too.</param>
    /// <param name="hasColor">Whether text is in colour.</param>
    public void Write(string format, TextWriter output, string workingFolder, bool isVerbose, bool hasColor)
    {
        switch (format)
        {
            case "text":
                DiagnosticPrinter printer = new(output, hasColor);
                foreach (JudgedFinding finding in Findings.Where(f => isVerbose || IsTold(f)))
                {
                    printer.Print(finding);
                    output.Write(Details.TextOf(finding));
                }

                break;
            case "json":
                DiagnosticJson.Write(output, Files, Findings, Details);
                break;
            case "sarif":
                SarifReport.Write(output, Verb, workingFolder, Files, Findings);
                break;
            case "junit":
                JunitFindings.Write(output, Files, Findings);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }

    /// <summary>How many of each, in a line; what is accepted is counted apart.</summary>
    /// <param name="isVerbose">Whether everything has been told.</param>
    public string Counts(bool isVerbose)
    {
        JudgedFinding[] open = [.. Findings.Where(f => !f.IsAccepted)];
        int accepted = Findings.Count - open.Length;
        int errors = open.Count(f => f.Severity == DiagnosticSeverity.Error);
        int warnings = open.Count(f => f.Severity == DiagnosticSeverity.Warning);
        bool hidesNotes = !isVerbose && open.Any(f => !IsTold(f));
        string standing = accepted > 0 ? $", {Counted.Number(accepted)} accepted" : "";
        string hidden = (hidesNotes, !isVerbose && accepted > 0) switch
        {
            (true, true) => " (--verbose shows the notes and what is accepted)",
            (true, false) => " (--verbose shows the notes)",
            (false, true) => " (--verbose shows what is accepted)",
            _ => "",
        };
        return $"{Counted.Write(errors, "error")}, {Counted.Write(warnings, "warning")}, {Counted.Write(open.Length - errors - warnings, "note")}{standing}{hidden}";
    }

    /// <summary>What fails is told in any case, and a warning is, even where only errors fail.</summary>
    private static bool IsTold(JudgedFinding finding) => finding.Fails || (!finding.IsAccepted && finding.Severity != DiagnosticSeverity.Information);
}
