using RetentionRules.Findings;

namespace RetentionRules.Cli.Output;

/// <summary>
/// Findings as JUnit XML: a suite a file. What fails is a failure, what somebody lets stand is passed over, and a file in
/// which nothing fails has one case that says so. What is lighter than fails is not in it.
/// </summary>
internal static class JunitFindings
{
    /// <param name="output">Where to write.</param>
    /// <param name="files">The files that were looked at, with findings or without.</param>
    /// <param name="findings">What was found.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> files, IReadOnlyList<JudgedFinding> findings)
    {
        IEnumerable<string> named = files.Concat(findings.Select(f => f.Diagnostic.Location.Source.Path)).Distinct(StringComparer.Ordinal);
        JunitXml.Write(output, [.. named.Select(path => SuiteOf(path, [.. findings.Where(f => f.Diagnostic.Location.Source.Path == path)]))]);
    }

    private static JunitSuite SuiteOf(string path, IReadOnlyList<JudgedFinding> findings)
    {
        JunitSuite suite = new(path);
        foreach (JudgedFinding finding in findings.Where(f => f.Fails || f.IsAccepted)) suite.Cases.Add(CaseOf(finding));
        if (!findings.Any(f => f.Fails)) suite.Cases.Insert(0, new JunitCase("nothing that fails is found", 1));
        return suite;
    }

    private static JunitCase CaseOf(JudgedFinding finding)
    {
        Diagnostic found = finding.Diagnostic;
        string details = FindingWriter.Write(finding).TrimEnd('\n');
        string name = $"{found.Code} {found.Descriptor.Title}, line {found.Location.Start}";
        return finding.Acceptance is { } acceptance
            ? new JunitCase(name, found.Location.Start.Line, JunitOutcome.Skipped, FindingWriter.Justification(acceptance), details)
            : new JunitCase(name, found.Location.Start.Line, JunitOutcome.Failure, found.Message, details);
    }
}
