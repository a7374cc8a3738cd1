using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RetentionRules.Findings;
using RetentionRules.Testing;

namespace RetentionRules.Cli.Output.Sarif;

/// <summary>Tests that failed as a SARIF log; what passed is not in it.</summary>
internal sealed class SarifTestReport(TextWriter output, string workingFolder) : TestReport
{
    private static readonly SarifRule TestFailed = new(
        "test-failed", "test failed", "A decision is not what a test of the schedule expects.",
        "Read the explanation: either the schedule decides otherwise than it should, or the test expects what nobody wants.", "error");

    private static readonly SarifRule TooLittleExercised = new(
        "too-little-exercised", "too little of the schedule is exercised", "The cases exercise less of the schedule than is asked for.",
        "Add cases for what is named: an item, a case of one, or an outcome that no test has.", "error");

    private readonly List<string> _files = [];
    private readonly List<SarifResult> _results = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public override void Begin(string path) => _files.Add(path);

    protected override void WritePassed(string path, string name, int line)
    {
    }

    protected override void WriteFailed(string path, ScheduleTestResult result)
    {
        string message = $"{result.Case.Name}: {string.Join("; ", result.Failures)}\n\n{result.Explanation}";
        Add(TestFailed, message.TrimEnd('\n'), new SarifPlace(path, result.Case.Source.Line, result.Case.Source.Start.Column), result.Case.Name);
    }

    protected override void WriteUnreadable(string path, IReadOnlyList<Diagnostic> errors) => _results.AddRange(
        FindingJudgement.Judge(errors, FindingAcceptances.None, FindingProfile.Default, DateOnly.MinValue, FindingScope.Check).Select(SarifReport.ResultOf));

    public override void AddCoverage(string path, TestCoverage coverage, int least)
    {
        if (coverage.Percent >= least) return;
        string[] missing = [.. coverage.Elements.Where(e => !e.IsCovered).Select(e => e.ToString())];
        string message = string.Create(CultureInfo.InvariantCulture, $"{coverage.Percent} % of the schedule is exercised, and {least} % is asked for\n\n{string.Join('\n', missing)}");
        Add(TooLittleExercised, message, new SarifPlace(path, 1, 1), "");
    }

    public override void End()
    {
        SourceRoot root = new(workingFolder, _files.Concat(_results.Select(r => r.Place.Path)));
        new SarifLog(root, "test").Write(output, _files, _results);
    }

    /// <summary>A test is known again by its name, and of two with one name by which comes first.</summary>
    private void Add(SarifRule rule, string message, SarifPlace place, string name)
    {
        string key = $"{rule.Id}\n{place.Path}\n{name}";
        int count = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule.Id}\n{name}")).AsSpan(0, 16));
        _results.Add(new SarifResult(rule, rule.Level, message, place, string.Create(CultureInfo.InvariantCulture, $"{hash}:{count}")));
    }
}
