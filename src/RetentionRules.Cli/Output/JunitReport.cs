using System.Globalization;
using RetentionRules.Diagnostics;
using RetentionRules.Testing;

namespace RetentionRules.Cli.Output;

/// <summary>The results of tests as JUnit XML: a suite a file, a case a test.</summary>
internal sealed class JunitReport(TextWriter output) : TestReport
{
    private readonly List<JunitSuite> _suites = [];

    public override void Begin(string path) => _suites.Add(new JunitSuite(path));

    protected override void WritePassed(string path, string name, int line) => _suites[^1].Cases.Add(new JunitCase(name, line));

    protected override void WriteFailed(string path, ScheduleTestResult result) => _suites[^1].Cases.Add(new JunitCase(
        result.Case.Name, result.Case.Source.Line, JunitOutcome.Failure, string.Join("; ", result.Failures), string.Join('\n', result.Failures) + "\n\n" + result.Explanation));

    protected override void WriteUnreadable(string path, IReadOnlyList<Diagnostic> errors) => _suites[^1].Cases.Add(
        new JunitCase("the file can be read", errors[0].Location.Start.Line, JunitOutcome.Error, errors[0].Message, DiagnosticWriter.Write(errors)));

    public override void AddCoverage(string path, TestCoverage coverage, int least)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"at least {least} % of the schedule is exercised");
        string[] missing = [.. coverage.Elements.Where(e => !e.IsCovered).Select(e => e.ToString())];
        _suites[^1].Cases.Add(coverage.Percent >= least
            ? new JunitCase(name, 1)
            : new JunitCase(name, 1, JunitOutcome.Failure, string.Create(CultureInfo.InvariantCulture, $"{coverage.Percent} %"), string.Join('\n', missing)));
    }

    public override void End() => JunitXml.Write(output, _suites);
}
