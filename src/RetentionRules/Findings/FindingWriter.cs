using System.Globalization;
using RetentionRules.Calendars;
using RetentionRules.Diagnostics;
using RetentionRules.Schedules;

namespace RetentionRules.Findings;

/// <summary>Writes judged findings as a person reads them: with the weight that they have here, and who lets them stand.</summary>
public static class FindingWriter
{
    /// <summary>One finding, followed by an empty line.</summary>
    public static string Write(JudgedFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        string weight = Diagnostic.SeverityWord(finding.Severity);
        return finding.Acceptance is { } acceptance
            ? DiagnosticWriter.Write(finding.Diagnostic, "accepted " + weight, Justification(acceptance))
            : DiagnosticWriter.Write(finding.Diagnostic, weight, DiagnosticWriter.HelpOf(finding.Diagnostic));
    }

    /// <summary>Who accepted, until when, and why, in a line.</summary>
    public static string Justification(AcceptedFinding acceptance)
    {
        ArgumentNullException.ThrowIfNull(acceptance);
        string owner = acceptance.Owner.Length > 0 ? $" ({acceptance.Owner} sees to it)" : "";
        return string.Create(CultureInfo.InvariantCulture, $"accepted by {acceptance.By} until {DateBound.At(acceptance.Until)}{owner}: {acceptance.Reason}");
    }
}
