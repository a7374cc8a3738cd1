using System.CommandLine;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>The options that say what a packet is made of.</summary>
internal sealed class PacketOptions
{
    private readonly Option<string?> _baseline = new("--baseline") { Description = "The edition before: what changes against it.", HelpName = "OLD" };
    private readonly Option<string[]> _rename = new("--rename") { Description = "An item that has another number than in the edition before: --rename 2.1=2.4.", HelpName = "OLD=NEW" };
    private readonly Option<string[]> _records = new("--records")
    {
        Description = "Real records: what becomes of them, and with --baseline how many fare differently.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _tests = new("--tests") { Description = "The tests; without it, those beside the schedule (name.tests.yaml).", HelpName = "FILE" };
    private readonly Option<string?> _map = CommonOptions.Map();
    private readonly Option<string?> _holds = CommonOptions.Holds();
    private readonly Option<string?> _asOf = CommonOptions.AsOf();
    private readonly Option<string> _color = CommonOptions.Color();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly RecordForm _form = new();

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_baseline, _rename, _records, _map, _holds, _tests, _asOf, _color, _quiet]) command.Add(option);
        _form.AddTo(command);
    }

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    /// <summary>Reads everything but the records.</summary>
    public PacketRun Open(ParseResult parsed, Terminal terminal, string schedule)
    {
        (string? baseline, string[] renames, string[] records) = (parsed.GetValue(_baseline), parsed.GetValue(_rename) ?? [], parsed.GetValue(_records) ?? []);
        if (baseline is null && renames.Length > 0) throw new UsageException("--rename says which item of the edition before is which; --baseline names that edition.");
        if (records.Length == 0 && parsed.GetValue(_map) is not null) throw new UsageException("--map says which column of the records is which fact; --records names the records.");
        if (records.Contains("-")) throw new UsageException("records are read more than once, so they cannot come from standard input.");
        Inputs inputs = new(terminal, parsed.GetValue(_color)!);
        AnalysedSchedule read = AnalysedSchedule.Read(inputs, schedule, parsed.GetValue(_holds));
        return new PacketRun(inputs, read, CommonOptions.DayOf(parsed.GetValue(_asOf), terminal))
        {
            Editions = baseline is null ? null : Editions(inputs, baseline, read.Instrument),
            Renames = renames,
            Tests = parsed.GetValue(_tests),
            Holds = parsed.GetValue(_holds),
            Map = parsed.GetValue(_map),
            Records = RecordPaths.Expand(records),
            Open = path => _form.Open(parsed, path, terminal),
        };
    }

    private static ComparedEditions Editions(Inputs inputs, string baseline, RetentionInstrument instrument) => instrument is RetentionSchedule schedule
        ? new ComparedEditions(inputs.Schedule(baseline), schedule)
        : throw new UsageException($"--baseline compares two editions of one schedule, and {instrument.Path} is a register or a set.");
}
