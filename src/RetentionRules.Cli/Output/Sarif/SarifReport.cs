using RetentionRules.Diagnostics;
using RetentionRules.Findings;
using RetentionRules.Text;

namespace RetentionRules.Cli.Output.Sarif;

/// <summary>Findings as a SARIF log.</summary>
internal static class SarifReport
{
    /// <param name="output">Where to write.</param>
    /// <param name="verb">The command that found them; it tells logs of one commit apart.</param>
    /// <param name="workingFolder">Where the program runs: paths are relative to it.</param>
    /// <param name="files">The files that were looked at, with findings or without.</param>
    /// <param name="findings">What was found, in the order in which it is to stand.</param>
    public static void Write(TextWriter output, string verb, string workingFolder, IReadOnlyList<string> files, IReadOnlyList<JudgedFinding> findings)
    {
        IEnumerable<SourceLocation> places = findings.SelectMany(f => f.Diagnostic.Related.Select(r => r.Location).Prepend(f.Diagnostic.Location));
        SourceRoot root = new(workingFolder, files.Concat(places.Select(p => p.Source.Path)));
        new SarifLog(root, verb).Write(output, files, [.. findings.Select(ResultOf)]);
    }

    /// <summary>One finding as a result.</summary>
    public static SarifResult ResultOf(JudgedFinding finding) =>
        new(RuleOf(finding.Diagnostic.Descriptor), LevelOf(finding.Severity), MessageOf(finding.Diagnostic), PlaceOf(finding.Diagnostic.Location), finding.Identity)
        {
            Related = [.. finding.Diagnostic.Related.Select(r => PlaceOf(r.Location) with { Note = r.Note })],
            Justification = finding.Acceptance is { } acceptance ? FindingWriter.Justification(acceptance) : "",
        };

    private static SarifRule RuleOf(DiagnosticDescriptor kind) => new(kind.Code, kind.Title, kind.Meaning, kind.Mend, LevelOf(kind.Severity));

    /// <summary>The message, the ways to read an ambiguous text, and what to type at this very place; general advice stands with the rule.</summary>
    private static string MessageOf(Diagnostic finding)
    {
        IEnumerable<string> readings = finding.Readings.Select(r => $"{r.Name}: {r.Text}");
        return string.Join('\n', [finding.Message, .. readings, .. finding.Help.Length > 0 ? ["help: " + finding.Help] : (string[])[]]);
    }

    private static SarifPlace PlaceOf(SourceLocation place) =>
        new(place.Source.Path, place.Start.Line, place.Start.Column, (place.End.Line, place.End.Column));

    private static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Information => "note",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
