using System.CommandLine;
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
    private readonly RecordForm _form = new();

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_asOf, _map, _holds, _set, _strict, _color, _quiet]) command.Add(option);
        _form.AddTo(command);
    }

    /// <summary>Reads everything but the records.</summary>
    public Deciding Open(ParseResult parsed, Terminal terminal, string schedule)
    {
        Inputs inputs = new(terminal, parsed.GetValue(_color)!);
        CompiledPolicy policy = inputs.Policy(schedule, parsed.GetValue(_holds), parsed.GetValue(_set) ?? []);
        return new Deciding(policy, inputs.Runner(policy, parsed.GetValue(_map)), CommonOptions.DayOf(parsed.GetValue(_asOf), terminal));
    }

    public RecordSource[] Records(ParseResult parsed, Terminal terminal, IEnumerable<string> paths) => [.. paths.Select(p => _form.Open(parsed, p, terminal))];

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    /// <summary>Prints what was found about the records, and says how the verb ends for that.</summary>
    public int Report(ParseResult parsed, Terminal terminal, RecordFindings findings)
    {
        if (!IsQuiet(parsed)) new FindingsPrinter(terminal, Color.IsWanted(parsed.GetValue(_color)!, terminal.ErrorHasColor)).Print(findings);
        return parsed.GetValue(_strict) && findings.UnfitValues > 0 ? ExitCode.Findings : ExitCode.Clean;
    }
}

/// <summary>What decides, over what, and for which day.</summary>
internal sealed record Deciding(CompiledPolicy Policy, DryRunner Runner, DateOnly Day);
