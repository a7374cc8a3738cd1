using BenchmarkDotNet.Attributes;
using RetentionRules.Benchmarks.Verbs;
using RetentionRules.Benchmarks.Workload;
using RetentionRules.DryRun;

namespace RetentionRules.Benchmarks;

/// <summary>
/// A dry-run end to end within a running program: a million records of the workload, under 100 items, from a file to the CSV of all
/// decisions in another.
/// </summary>
[MemoryDiagnoser]
public class DryRunFormatBenchmarks
{
    private const int Items = 100;
    private const int Records = 1_000_000;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"retention-bench-{Environment.ProcessId}");
    private string _records = "";
    private CompiledPolicy _policy = null!;
    private DateOnly _asOf;

    /// <summary>The ending of the file with the records.</summary>
    [Params("csv", "csv.gz", "jsonl", "jsonl.gz")]
    public string Format { get; set; } = "csv";

    /// <summary>How many workers decide.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        GenerateOptions options = new(Items, Records, Format.StartsWith("jsonl", StringComparison.Ordinal), Format.EndsWith(".gz", StringComparison.Ordinal), _folder);
        GenerateVerb.Write(options);
        _records = Path.Combine(_folder, options.RecordsName);
        WorkloadRules rules = WorkloadRules.Load(Items);
        (_policy, _asOf) = (WorkloadPolicy.Load(rules).Compile(), rules.AsOf);
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    /// <returns>How many records were decided, so that none was left out.</returns>
    [Benchmark]
    public async Task<long> DryRun()
    {
        await using FileStream decisions = File.Create(Path.Combine(_folder, "decisions.csv"));
        DryRunSummary summary = new();
        DryRunOutput[] outputs = [new DecisionOutput(decisions, DecisionFormat.Csv), summary];
        DryRunner runner = new(_policy, WorkloadPolicy.Mapping(_policy));
        await runner.RunAsync([RecordSource.OpenFile(_records)], _asOf, outputs, new DryRunOptions { Workers = Workers }, CancellationToken.None);
        return summary.Records == Records ? summary.Records : throw new InvalidOperationException($"{summary.Records} of {Records} records were decided.");
    }
}
