using RetentionRules.Evaluation;

namespace RetentionRules.Compilation;

/// <summary>The names of what the days of a line rest on; asked for only where a decision must say them.</summary>
internal sealed class GroundNames
{
    private readonly MomentOperation[] _program;
    private readonly MomentSpan[] _lines;
    private readonly List<string> _missing = [];
    private readonly List<string> _pending = [];
    private readonly List<string> _openCycles = [];

    private GroundNames(MomentOperation[] program, ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf) =>
        (_program, _lines, Facts, AsOf) = (program, lines.ToArray(), facts, asOf);

    public static GroundNames Of(MomentOperation[] program, ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf, int line)
    {
        GroundNames names = new(program, lines, facts, asOf);
        names.Of(line);
        return names;
    }

    public RecordFacts Facts { get; }

    public int AsOf { get; }

    public MomentSpan this[int line] => _lines[line];

    public IReadOnlyList<string> Missing => _missing;

    public IReadOnlyList<string> Pending => _pending;

    public IReadOnlyList<string> OpenCycles => _openCycles;

    public void Of(int line) => _program[line].Name(this, line);

    public void AddFact(int line, string name)
    {
        if ((_lines[line].Grounds & SpanGrounds.Pending) != 0) Add(_pending, name);
        if ((_lines[line].Grounds & SpanGrounds.Missing) != 0) AddMissing(name);
    }

    public void AddMissing(string name) => Add(_missing, name);

    public void AddOpenCycle(string name) => Add(_openCycles, name);

    public bool IsOpened(int line, int within) => DayNumbers.IsDay(_lines[within].NotAfter) && _lines[line].NotAfter == DayNumbers.Never;

    private static void Add(List<string> names, string name)
    {
        if (!names.Contains(name)) names.Add(name);
    }
}
