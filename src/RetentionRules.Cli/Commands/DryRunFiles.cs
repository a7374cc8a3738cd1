using System.CommandLine;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>The options by which a dry-run writes files beside its summary.</summary>
internal sealed class DryRunFiles
{
    private readonly Option<string?> _decisions = new("--output", "-o")
    {
        Description = "Write the decisions too: a .csv or .jsonl file, compressed with .gz behind it, or - for JSON lines on standard output.",
        HelpName = "FILE",
    };

    public void AddTo(Command command) => command.Add(_decisions);

    /// <summary>Whether standard output belongs to the decisions.</summary>
    public bool TakeStandardOutput(ParseResult parsed) => parsed.GetValue(_decisions) == "-";

    /// <summary>Opens what is asked for.</summary>
    public IReadOnlyList<DryRunOutput> Open(ParseResult parsed, Terminal terminal, OutputFiles files) =>
        parsed.GetValue(_decisions) is { } decisions ? [DecisionsTo(decisions, terminal, files)] : [];

    private static DecisionOutput DecisionsTo(string path, Terminal terminal, OutputFiles files)
    {
        if (path == "-") return new DecisionOutput(terminal.Output, DecisionFormat.JsonLines);
        DecisionFormat format = OutputFiles.EndingOf(path) switch
        {
            ".csv" => DecisionFormat.Csv,
            ".jsonl" or ".ndjson" => DecisionFormat.JsonLines,
            var ending => throw new UsageException($"-o takes a .csv or .jsonl file, or one of these with .gz behind it; `{ending}` does not tell the form."),
        };
        return new DecisionOutput(files.Create("-o", path), format);
    }
}
