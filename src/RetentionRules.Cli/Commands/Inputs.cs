using RetentionRules.Cli.Output;
using RetentionRules.DryRun;
using RetentionRules.Testing;

namespace RetentionRules.Cli.Commands;

/// <summary>Opens what the verbs work on; errors in a file are printed and end the command with 2.</summary>
internal sealed class Inputs(Terminal terminal, string color)
{
    public RetentionSchedule Schedule(string path) => Value(ScheduleReader.ReadFile(path), path);

    /// <summary>Two schedules, read side by side; where both have errors, those of the first are told.</summary>
    public (RetentionSchedule First, RetentionSchedule Second) Schedules(string first, string second)
    {
        Task<LoadResult<RetentionSchedule>> beside = Task.Run(() => ScheduleReader.ReadFile(second));
        return (Schedule(first), Value(beside.GetAwaiter().GetResult(), second));
    }

    /// <summary>A schedule, a register or a set; of a folder its register.</summary>
    private RetentionInstrument Instrument(string path) => Value(InstrumentReader.ReadFile(path), path);

    /// <summary>The same, with what was found about it that is no error.</summary>
    public (RetentionInstrument Instrument, IReadOnlyList<Diagnostic> Findings) InstrumentWithFindings(string path)
    {
        LoadResult<RetentionInstrument> read = InstrumentReader.ReadFile(path);
        return (Value(read, path), read.Diagnostics);
    }

    /// <summary>Holds of which it is asked what they can mean; without a file there are none to ask about.</summary>
    public HoldList HoldsOf(string? holds, RetentionInstrument instrument) => holds is null ? HoldList.None : Holds(holds, instrument);

    public CompiledPolicy Policy(string schedulePath, string? holds, IEnumerable<string> settings)
    {
        RetentionInstrument instrument = Instrument(schedulePath);
        RetentionPolicy policy = RetentionPolicy.For(instrument).WithHolds(Holds(holds, instrument));
        foreach (string setting in settings)
        {
            (string name, Calendars.RetentionPeriod period) = CommonOptions.SettingOf(setting);
            try
            {
                policy = policy.WithParameter(name, period);
            }
            catch (ArgumentException e)
            {
                throw new UsageException("--set: " + WithoutParameter(e));
            }
        }

        return policy.Compile();
    }

    /// <summary>The holds to decide by; where nothing is said, nobody has asked for any, and a due destroy is blocked.</summary>
    public HoldList Holds(string? holds, RetentionInstrument instrument) => holds switch
    {
        null => HoldList.NotConsulted,
        "none" => HoldList.None,
        _ => Value(HoldReader.ReadFile(holds, instrument), holds),
    };

    public DryRunner Runner(CompiledPolicy policy, string? map) => Mapping(policy, map) is { } mapping ? new DryRunner(policy, mapping) : new DryRunner(policy);

    /// <summary>The mapping; null where columns are matched by name.</summary>
    public RecordMapping? Mapping(CompiledPolicy policy, string? map) => map is null ? null : Value(MappingReader.ReadFile(map, policy), map);

    public ScheduleTests Tests(string path) => Value(ScheduleTestReader.ReadFile(path), path);

    /// <summary>.NET adds the name of a parameter, which means nothing on a command line.</summary>
    internal static string WithoutParameter(ArgumentException e) => e.Message.Split(" (Parameter")[0];

    private T Value<T>(LoadResult<T> result, string path)
        where T : class
    {
        if (result.TryGetValue(out T? value)) return value;
        DiagnosticPrinter printer = new(terminal.Error, Color.IsWanted(color, terminal.ErrorHasColor));
        printer.Print(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        throw new UsageException($"{path} has errors; nothing was decided.");
    }
}
