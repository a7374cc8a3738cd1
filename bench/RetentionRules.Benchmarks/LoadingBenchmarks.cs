using BenchmarkDotNet.Attributes;

namespace RetentionRules.Benchmarks;

/// <summary>From the text of a schedule to a policy that decides: what a host pays when it starts or reloads.</summary>
[MemoryDiagnoser]
public class LoadingBenchmarks
{
    private string _text = "";

    [GlobalSetup]
    public void ReadFile() => _text = File.ReadAllText(BundledFiles.GeneralRecordsSchedule);

    [Benchmark]
    public CompiledPolicy LoadAndCompile() => RetentionPolicy.For(ScheduleReader.Read(_text).Value).Compile();
}
