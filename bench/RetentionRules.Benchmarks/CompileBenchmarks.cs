using BenchmarkDotNet.Attributes;
using RetentionRules.Benchmarks.Workload;
using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Schema;

namespace RetentionRules.Benchmarks;

/// <summary>From the text of a large schedule to a policy that decides, stage by stage.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private string _text = "";
    private RetentionPolicy _policy = null!;

    [Params(100, 1_000, 10_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Load()
    {
        WorkloadRules rules = WorkloadRules.Load(Items);
        _text = WorkloadSchedule.Write(rules);
        _policy = WorkloadPolicy.Load(rules);
    }

    /// <summary>The YAML and its shape alone.</summary>
    [Benchmark]
    public bool ReadYaml() => ShapedFile.Read(FileText.FromText(_text, "schedule.yaml"), FileShapes.ScheduleKey, new DiagnosticBag()) is not null;

    /// <summary>The YAML, and every expression in it bound to the facts.</summary>
    [Benchmark]
    public RetentionSchedule ReadAndBind() => ScheduleReader.Read(_text).Value;

    /// <summary>From the schedule as it is in memory to a policy.</summary>
    [Benchmark]
    public CompiledPolicy Compile() => _policy.Compile();

    /// <summary>What a host pays when it reloads the schedule.</summary>
    [Benchmark(Baseline = true)]
    public CompiledPolicy ReadBindAndCompile() => RetentionPolicy.For(ScheduleReader.Read(_text).Value).WithHolds(HoldList.None).Compile();
}
