using BenchmarkDotNet.Attributes;
using RetentionRules.Benchmarks.Verbs;
using RetentionRules.Benchmarks.Workload;
using RetentionRules.DryRun;

namespace RetentionRules.Benchmarks;

/// <summary>
/// A dry-run end to end within a running program: records of the workload, under 100 items, from a file to the CSV of all decisions in
/// another. Every format with a million, and CSV with ten million.
/// </summary>
[MemoryDiagnoser]
public class DryRunFormatBenchmarks
{
    private const int Items = 100;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"retention-bench-{Environment.ProcessId}");
    private string _records = "";
    private CompiledPolicy _policy = null!;
    private DateOnly _asOf;

    /// <summary>The runs that are measured.</summary>
    public static IEnumerable<DryRunShape> Shapes =>
    [
        .. from format in (string[])["csv", "csv.gz", "jsonl", "jsonl.gz"]
           from workers in (int[])[1, 2]
           select new DryRunShape(format, 1_000_000, workers),
        new DryRunShape("csv", 10_000_000, 1),
        new DryRunShape("csv", 10_000_000, 2),
    ];

    /// <summary>The run.</summary>
    [ParamsSource(nameof(Shapes))]
    public DryRunShape Shape { get; set; } = null!;

    [GlobalSetup]
    public void Generate()
    {
        GenerateOptions options = new(Items, Shape.Records, Shape.Format.StartsWith("jsonl", StringComparison.Ordinal), Shape.Format.EndsWith(".gz", StringComparison.Ordinal), _folder);
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
        await runner.RunAsync([RecordSource.OpenFile(_records)], _asOf, outputs, new DryRunOptions { Workers = Shape.Workers }, CancellationToken.None);
        return summary.Records == Shape.Records ? summary.Records : throw new InvalidOperationException($"{summary.Records} of {Shape.Records} records were decided.");
    }
}

/// <summary>One run of <see cref="DryRunFormatBenchmarks"/>.</summary>
/// <param name="Format">The ending of the file with the records.</param>
/// <param name="Records">How many there are.</param>
/// <param name="Workers">How many workers decide.</param>
public sealed record DryRunShape(string Format, int Records, int Workers)
{
    /// <summary>As it stands in the table.</summary>
    public override string ToString() => $"{Format} x {Records} on {Workers}";
}
