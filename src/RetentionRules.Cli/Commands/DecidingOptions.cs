using System.CommandLine;
using RetentionRules.Calendars;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>The options of the verbs that decide whole files: the schedule and what goes with it, and how to read the records.</summary>
internal sealed class DecidingOptions
{
    private readonly Option<string?> _asOf = CommonOptions.AsOf();
    private readonly Option<string?> _map = CommonOptions.Map();
    private readonly Option<string?> _holds = CommonOptions.Holds();
    private readonly Option<string[]> _set = CommonOptions.Set();
    private readonly Option<bool> _strict = CommonOptions.Strict();
    private readonly Option<string> _color = CommonOptions.Color();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Option<int?> _threads = new("--threads") { Description = "How many threads decide; one for each core and one more unless given. What is written is the same.", HelpName = "N" };
    private readonly RecordForm _form = new();

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_asOf, _map, _holds, _set, _strict, _color, _quiet, _threads]) command.Add(option);
        _form.AddTo(command);
    }

    /// <summary>Reads everything but the records.</summary>
    public Deciding Open(ParseResult parsed, Terminal terminal, string schedule)
    {
        Inputs inputs = new(terminal, parsed.GetValue(_color)!);
        CompiledPolicy policy = inputs.Policy(schedule, parsed.GetValue(_holds), parsed.GetValue(_set) ?? []);
        RecordMapping? mapping = inputs.Mapping(policy, parsed.GetValue(_map));
        return new Deciding(policy, mapping, mapping is null ? new DryRunner(policy) : new DryRunner(policy, mapping), CommonOptions.DayOf(parsed.GetValue(_asOf), terminal));
    }

    /// <param name="parsed">What was typed.</param>
    /// <param name="terminal">Where standard input is.</param>
    /// <param name="paths">The files.</param>
    /// <param name="areHashed">Whether a manifest will say what was read.</param>
    public RecordSource[] Records(ParseResult parsed, Terminal terminal, IEnumerable<string> paths, bool areHashed = false) =>
        [.. RecordPaths.Expand(paths).Select(p => _form.Open(parsed, p, terminal, areHashed))];

    /// <summary>The mapping's file as it was given; empty where there is none.</summary>
    public string MappingOf(ParseResult parsed) => parsed.GetValue(_map) ?? "";

    /// <summary>The mapping's file and the tables that it reads.</summary>
    public IReadOnlyList<(string Role, string Path)> MappingFiles(ParseResult parsed, Deciding run)
    {
        if (parsed.GetValue(_map) is not { } map) return [];
        string folder = Path.GetDirectoryName(map) ?? "";
        return [("mapping", map), .. (run.Mapping?.Tables ?? []).Select(t => ("codes", Path.Combine(folder, t)))];
    }

    /// <summary>The parameters that were set, as the policy has them.</summary>
    public SortedDictionary<string, string> Parameters(ParseResult parsed)
    {
        SortedDictionary<string, string> set = new(StringComparer.Ordinal);
        foreach ((string name, RetentionPeriod period) in (parsed.GetValue(_set) ?? []).Select(CommonOptions.SettingOf)) set[name] = period.ToString();
        return set;
    }

    /// <summary>The options that say how the records are read.</summary>
    public IReadOnlyList<Option> FormOptions => _form.Options;

    /// <summary>Decides all records, and shows on a terminal how far it is.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="terminal">Where progress is shown.</param>
    /// <param name="run">What decides.</param>
    /// <param name="sources">The records.</param>
    /// <param name="outputs">What is given out.</param>
    /// <param name="whenCancelled">What became of the output where the run is cancelled.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="CancelledException">The run was cancelled.</exception>
    public async Task RunAsync(
        ParseResult parsed, Terminal terminal, Deciding run, RecordSource[] sources, IReadOnlyList<DryRunOutput> outputs, string whenCancelled, CancellationToken cancellation)
    {
        if (parsed.GetValue(_threads) < 1) throw new UsageException("--threads takes a number from 1.");
        ProgressLine progress = new(terminal, IsQuiet(parsed));
        try
        {
            await run.Runner.RunAsync(sources, run.Day, outputs, new DryRunOptions { Progress = progress, Workers = parsed.GetValue(_threads) }, cancellation);
        }
        catch (OperationCanceledException e)
        {
            throw new CancelledException($"cancelled after {Counted.Write(progress.Last.Records, "record")}; {whenCancelled}", e);
        }
        finally
        {
            progress.Clear();
        }
    }

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    /// <summary>Prints what was found about the records, and says how the verb ends for that.</summary>
    public int Report(ParseResult parsed, Terminal terminal, RecordFindings findings)
    {
        if (!IsQuiet(parsed)) new FindingsPrinter(terminal, Color.IsWanted(parsed.GetValue(_color)!, terminal.ErrorHasColor)).Print(findings);
        return parsed.GetValue(_strict) && findings.UnfitValues > 0 ? ExitCode.Findings : ExitCode.Clean;
    }
}

/// <summary>What decides, over what, and for which day.</summary>
internal sealed record Deciding(CompiledPolicy Policy, RecordMapping? Mapping, DryRunner Runner, DateOnly Day);
