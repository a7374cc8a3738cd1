using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>A file of decisions, CSV or JSON Lines by its ending; or none.</summary>
internal sealed class DecisionFile : IDisposable
{
    private readonly OutputFile? _file;

    private DecisionFile(OutputFile? file, IReadOnlyList<DryRunOutput> outputs) => (_file, Outputs) = (file, outputs);

    /// <summary>The output, or none.</summary>
    public IReadOnlyList<DryRunOutput> Outputs { get; }

    public static DecisionFile Open(string? path, Terminal terminal)
    {
        if (path is null) return new DecisionFile(null, []);
        DecisionFormat format = path == "-" ? DecisionFormat.JsonLines : Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => DecisionFormat.Csv,
            ".jsonl" or ".ndjson" => DecisionFormat.JsonLines,
            var ending => throw new UsageException($"-o takes a .csv or .jsonl file; `{ending}` does not tell the form."),
        };
        OutputFile file = OutputFile.Open(path, terminal);
        return new DecisionFile(file, [new DecisionOutput(file.Writer, format)]);
    }

    public void Complete() => _file?.Complete();

    public void Dispose() => _file?.Dispose();
}
