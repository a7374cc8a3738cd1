using System.CommandLine;
using System.Text;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>The option by which a dry-run writes a page for those who decide on its ground.</summary>
internal sealed class ReportOutput
{
    private readonly Option<string?> _report = new("--report")
    {
        Description = "Write what it comes to as one page for the head of the office and the archives: an .html file, to be read in a browser or printed.",
        HelpName = "FILE",
    };

    private DryRunReport? _collected;
    private Stream? _file;

    public void AddTo(Command command) => command.Add(_report);

    /// <summary>Opens the page, where it is asked for.</summary>
    public IReadOnlyList<DryRunOutput> Open(ParseResult parsed, CompiledPolicy policy, OutputFiles files)
    {
        if (parsed.GetValue(_report) is not { } path) return [];
        if (Path.GetExtension(path).ToLowerInvariant() is not (".html" or ".htm")) throw new UsageException($"--report takes an .html file, not `{path}`.");
        _file = files.Create(_report.Name, path);
        _collected = new DryRunReport(policy);
        return [_collected];
    }

    /// <summary>Writes the page, when everything has been decided.</summary>
    public void Complete(Deciding run, IReadOnlyList<string> records, string mapping, DryRunSummary summary)
    {
        if (_collected is null) return;
        using StreamWriter writer = new(_file!, new UTF8Encoding(false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        _collected.Write(writer, new DryRunReportInputs(run.Day, records, mapping), summary, run.Runner.Findings);
    }
}
