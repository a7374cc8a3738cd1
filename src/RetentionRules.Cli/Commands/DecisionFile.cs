using RetentionRules.DryRun;
using RetentionRules.Evaluation;

namespace RetentionRules.Cli.Commands;

/// <summary>A file of decisions, CSV or JSON Lines by its ending; or none.</summary>
internal sealed class DecisionFile : IDisposable
{
    private readonly OutputFile? _file;
    private readonly bool _isCsv;

    private DecisionFile(OutputFile? file, bool isCsv) => (_file, _isCsv) = (file, isCsv);

    public static DecisionFile Open(string? path, Terminal terminal)
    {
        if (path is null) return new DecisionFile(null, false);
        bool isCsv = path != "-" && Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => true,
            ".jsonl" or ".ndjson" => false,
            var ending => throw new UsageException($"-o takes a .csv or .jsonl file; `{ending}` does not tell the form."),
        };
        DecisionFile file = new(OutputFile.Open(path, terminal), isCsv);
        if (isCsv) file._file!.Writer.Write(DecisionCsv.Header + "\n");
        return file;
    }

    public async ValueTask WriteAsync(DispositionDecision decision)
    {
        if (_file is not null) await _file.Writer.WriteAsync((_isCsv ? DecisionCsv.Write(decision) : DecisionJson.Write(decision)) + "\n");
    }

    public void Complete() => _file?.Complete();

    public void Dispose() => _file?.Dispose();
}
