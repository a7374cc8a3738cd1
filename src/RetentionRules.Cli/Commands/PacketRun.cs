using RetentionRules.Analysis;
using RetentionRules.DryRun;
using RetentionRules.Findings;
using RetentionRules.Packet;
using RetentionRules.Testing;

namespace RetentionRules.Cli.Commands;

/// <summary>Brings together what a packet is made of.</summary>
internal sealed class PacketRun(Inputs inputs, AnalysedSchedule read, DateOnly day)
{
    public DateOnly Day => day;

    /// <summary>The schedule and the edition before; null where there is none.</summary>
    public ComparedEditions? Editions { get; init; }

    public IReadOnlyList<string> Renames { get; init; } = [];

    /// <summary>The tests that were named; null for those beside the schedule.</summary>
    public string? Tests { get; init; }

    public string? Holds { get; init; }

    public string? Map { get; init; }

    public IReadOnlyList<string> Records { get; init; } = [];

    public required Func<string, RecordSource> Open { get; init; }

    /// <summary>The files that findings can be about.</summary>
    public IReadOnlyList<string> Files => [.. read.Files.Concat(Editions?.Files ?? []).Distinct(StringComparer.Ordinal)];

    /// <summary>Proves, compares, tests and checks.</summary>
    public ApprovalPacket Prove(AnalysisOptions options, FindingRun run)
    {
        ScheduleTestRun? tests = RunTests();
        ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(read.Instrument, options with { Holds = read.Holds });
        ScheduleComparison? comparison = Editions?.Compare(options, Renames);
        return new ApprovalPacket(analysis, day) { Comparison = comparison, Tests = tests, Findings = [.. Judge(run, analysis, comparison)] };
    }

    /// <summary>Decides the records, and where there is an edition before, by both.</summary>
    public async Task<ApprovalPacket> WithRecordsAsync(ApprovalPacket packet, CancellationToken cancellation)
    {
        if (Records.Count == 0) return packet;
        CompiledPolicy policy = inputs.Policy(read.Instrument.Path, Holds, []);
        PacketRecords counted = new(policy.Policy.Holds, Records, Map ?? "");
        DryRunner runner = inputs.Runner(policy, Map);
        await runner.RunAsync([.. Records.Select(Open)], day, [counted], DryRunOptions.Default, cancellation);
        RecordImpact? impact = Editions is null ? null : await Editions.ImpactAsync(inputs, Holds, Map, Open, Records, day, cancellation);
        return packet with { Records = counted, UnfitValues = runner.Findings.UnfitValues, Impact = impact };
    }

    private ScheduleTestRun? RunTests()
    {
        string path = Tests ?? TestCommand.PathBeside(read.Instrument.Path);
        if (Tests is null && !File.Exists(path)) return null;
        ScheduleTests tests = inputs.Tests(path);
        return tests.Schedule.ContentHash == read.Instrument.ContentHash
            ? ScheduleTestRun.Of(path, tests)
            : throw new UsageException($"{path} tests {tests.Schedule}, and not {read.Instrument.Path}; --tests names other tests.");
    }

    /// <summary>
    /// All that is found, each once: an item that does not say from when it counts is told by the check and by the proof. Of the
    /// changes, which have a part of their own, only those that somebody has accepted.
    /// </summary>
    private IEnumerable<JudgedFinding> Judge(FindingRun run, ScheduleAnalysis analysis, ScheduleComparison? comparison)
    {
        IEnumerable<JudgedFinding> check = read.Files.SelectMany(path => run.Judge([path], FileCheck.Check(path, "", day), day, FindingScope.Check));
        IEnumerable<JudgedFinding> proof = read.Judge(run, analysis, day);
        HashSet<string> changes = [.. (comparison?.Changes ?? []).Select(c => c.Finding.Descriptor.Code)];
        IEnumerable<JudgedFinding> diff = comparison is null ? [] : Editions!.Judge(run, comparison, day).Select(f => f.Finding).Where(f => f.IsAccepted || !changes.Contains(f.Diagnostic.Code));
        return [.. check.Concat(proof).Concat(diff).DistinctBy(f => f.Diagnostic.ToString()), .. run.AboutProfiles(day)];
    }
}
