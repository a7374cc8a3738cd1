using RetentionRules.Analysis;
using RetentionRules.Diagnostics;
using RetentionRules.Findings;
using RetentionRules.Text;

namespace RetentionRules.Cli.Commands;

/// <summary>A schedule, register or set that is analysed, with the texts of its files for the findings.</summary>
internal sealed class AnalysedSchedule
{
    private static readonly FindingScope scope = FindingScope.OfCodes("RR95", StartAssumed);

    /// <summary>Found on reading, and a question of proof all the same: from when an item counts that does not say so.</summary>
    private const string StartAssumed = "RR5001";

    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);
    private readonly Diagnostic[] _assumed;

    private AnalysedSchedule(RetentionInstrument instrument, HoldList holds, IReadOnlyList<Diagnostic> diagnostics)
    {
        (Instrument, Holds) = (instrument, holds);
        _assumed = [.. diagnostics.Where(d => d.Code == StartAssumed)];
        string[] shared = [.. instrument.Schedules.Select(s => s.Classification).Where(c => !c.IsNone && !c.IsPartOfSchedule).Select(c => c.Path)];
        Files = [.. instrument.Schedules.Select(s => s.Path).Prepend(instrument.Path).Concat(shared).Distinct(StringComparer.Ordinal)];
    }

    public RetentionInstrument Instrument { get; }

    public HoldList Holds { get; }

    /// <summary>The files that findings can be about.</summary>
    public IReadOnlyList<string> Files { get; }

    public static AnalysedSchedule Read(Inputs inputs, string path, string? holds)
    {
        (RetentionInstrument instrument, IReadOnlyList<Diagnostic> diagnostics) = inputs.InstrumentWithFindings(path);
        return new AnalysedSchedule(instrument, inputs.HoldsOf(holds, instrument), diagnostics);
    }

    public IEnumerable<JudgedFinding> Judge(FindingRun run, ScheduleAnalysis analysis, DateOnly asOf) =>
        run.Judge(Files, [.. analysis.Findings.Select(f => f.ToDiagnostic(TextOf)), .. _assumed], asOf, scope);

    /// <summary>The file as it stands now; a schedule that was just read has not changed.</summary>
    public SourceText TextOf(string path)
    {
        if (!_texts.TryGetValue(path, out SourceText? text)) _texts.Add(path, text = SourceFile.Read(path));
        return text;
    }
}
