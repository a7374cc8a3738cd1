using BenchmarkDotNet.Attributes;
using RetentionRules.DryRun;

namespace RetentionRules.Benchmarks;

/// <summary>5,000 real notices from CSV to a summary: the main job of the README.</summary>
[MemoryDiagnoser]
public class DryRunBenchmarks
{
    private CompiledPolicy _policy = null!;
    private RecordMapping _mapping = null!;

    [GlobalSetup]
    public void Load()
    {
        _policy = BundledFiles.ContractPolicy();
        _mapping = MappingReader.ReadFile(BundledFiles.NoticeMapping, _policy).Value;
    }

    [Benchmark(Baseline = true)]
    public async Task<long> ReadOnly()
    {
        long count = 0;
        await foreach (RecordFacts _ in new DryRunner(_policy, _mapping).ReadAsync(RecordSource.OpenFile(BundledFiles.Notices))) count++;
        return count;
    }

    [Benchmark]
    public async Task<long> ReadAndDecide()
    {
        DryRunSummary summary = new();
        await foreach (DispositionDecision decision in new DryRunner(_policy, _mapping).DecideAsync(RecordSource.OpenFile(BundledFiles.Notices), new DateOnly(2026, 11, 22)))
            summary.Add(decision);
        return summary.Records;
    }
}
