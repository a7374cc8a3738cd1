using System.CommandLine;
using RetentionRules.Cli.Output;
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

    private readonly Option<string?> _destruction = new("--destruction-list")
    {
        Description = "Write a list for signature of the records that may be destroyed: a .csv file.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _transfer = new("--transfer-list")
    {
        Description = "Write a list for signature of the records that may be transferred, handed over or returned: a .csv file.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _columns = new("--list-columns")
    {
        Description = "The columns of these lists, parted by commas: fields of the decision, facts, and columns of the records.",
        HelpName = "NAME[,NAME]",
    };

    private readonly Option<int> _sample = new("--sample")
    {
        Description = "Explain so many decisions of each status, chosen in the same way each time.",
        HelpName = "N",
    };

    private readonly Option<string?> _sampleTo = new("--sample-to") { Description = "Where the explained decisions go; standard error unless given.", HelpName = "FILE" };

    private DecisionSample? _sampled;
    private Stream? _sampleFile;
    private readonly List<(string Path, string What, DispositionList List)> _lists = [];

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_decisions, _destruction, _transfer, _columns, _sample, _sampleTo]) command.Add(option);
    }

    /// <summary>The options that say what stands in the files.</summary>
    public IReadOnlyList<Option> Options => [_columns, _sample];

    /// <summary>Whether standard output belongs to the decisions.</summary>
    public bool TakeStandardOutput(ParseResult parsed) => parsed.GetValue(_decisions) == "-";

    /// <summary>Opens what is asked for.</summary>
    public IReadOnlyList<DryRunOutput> Open(ParseResult parsed, CompiledPolicy policy, Terminal terminal, OutputFiles files)
    {
        List<DryRunOutput> outputs = [];
        if (parsed.GetValue(_decisions) is { } decisions) outputs.Add(DecisionsTo(decisions, terminal, files));
        string[] columns = ColumnsOf(parsed);
        foreach ((Option<string?> option, DispositionListKind kind) in ((Option<string?>, DispositionListKind)[])[(_destruction, DispositionListKind.Destruction), (_transfer, DispositionListKind.Transfer)])
        {
            if (parsed.GetValue(option) is not { } path) continue;
            DispositionList list = ListTo(path, option.Name, policy, kind, columns, files);
            _lists.Add((path, kind == DispositionListKind.Destruction ? "destroyed" : "transferred", list));
            outputs.Add(list);
        }

        if (parsed.GetValue(_columns) is not null && _lists.Count == 0) throw new UsageException("--list-columns says what --destruction-list and --transfer-list have; neither is asked for.");
        if (SampleOf(parsed, policy, files) is { } sample) outputs.Add(sample);
        return outputs;
    }

    private DecisionSample? SampleOf(ParseResult parsed, CompiledPolicy policy, OutputFiles files)
    {
        string? path = parsed.GetValue(_sampleTo);
        if (parsed.GetResult(_sample) is null) return path is null ? null : throw new UsageException("--sample-to says where --sample goes, which says how many of each status.");
        if (parsed.GetValue(_sample) is not (>= 1 and <= 1000 and var count)) throw new UsageException("--sample takes a number from 1 to 1000.");
        _sampled = new DecisionSample(policy, count);
        _sampleFile = path is null ? null : files.Create("--sample-to", path);
        return _sampled;
    }

    /// <summary>Writes what is only known when everything is decided.</summary>
    public async Task CompleteAsync(Terminal terminal, DryRunSummary summary)
    {
        if (_sampled is null) return;
        if (_sampleFile is null)
        {
            SampleText.Write(terminal.Error, _sampled, summary);
            return;
        }

        await using StreamWriter writer = new(_sampleFile, leaveOpen: true) { NewLine = "\n" };
        SampleText.Write(writer, _sampled, summary);
    }

    /// <summary>Says how long the lists are, when they stand under their names.</summary>
    public void Report(TextWriter output)
    {
        foreach ((string path, string what, DispositionList list) in _lists)
        {
            output.WriteLine($"{path}: {Counted.Write(list.Count, "record")} that may be {what}; nothing is signed yet");
            if (list.CanBeRechecked) continue;
            output.WriteLine($"  `retention recheck` cannot read it: it needs the columns {string.Join(", ", DispositionList.ColumnsForRecheck)}");
        }
    }

    private string[] ColumnsOf(ParseResult parsed) => parsed.GetValue(_columns) is { } columns
        ? CommaList.Split(columns)
        : [.. DispositionList.DefaultColumns];

    private static DispositionList ListTo(string path, string option, CompiledPolicy policy, DispositionListKind kind, string[] columns, OutputFiles files)
    {
        if (OutputFiles.EndingOf(path) != ".csv") throw new UsageException($"{option} takes a .csv file, not `{path}`.");
        try
        {
            return new DispositionList(files.Create(option, path), policy, kind, columns);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--list-columns: {Inputs.WithoutParameter(e)}");
        }
    }

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
