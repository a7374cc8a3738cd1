using BenchmarkDotNet.Attributes;
using RetentionRules.Analysis;
using RetentionRules.Benchmarks.Workload;

namespace RetentionRules.Benchmarks;

/// <summary>What is asked of a large schedule for all records, and of two editions of one that differ in one period or in all.</summary>
public class AnalysisBenchmarks
{
    private static readonly AnalysisOptions options = new(new DateOnly(2026, 6, 30));

    private RetentionSchedule _schedule = null!;
    private RetentionSchedule _edition = null!;
    private RetentionSchedule _exceptions = null!;
    private RetentionSchedule _longer = null!;

    [Params(100, 1_000, 10_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Load()
    {
        string text = WorkloadSchedule.Write(WorkloadRules.Load(Items));
        _schedule = ScheduleReader.Read(text).Value;
        int period = text.LastIndexOf("disposition: destroy ", StringComparison.Ordinal) + "disposition: destroy ".Length;
        _edition = ScheduleReader.Read(text.Insert(period, "1")).Value;
        Dictionary<string, string> editions = ExceptionSchedule.Editions(Items).ToDictionary(e => e.Name, e => e.Text);
        (_exceptions, _longer) = (ScheduleReader.Read(editions["exceptions"]).Value, ScheduleReader.Read(editions["exceptions-all"]).Value);
    }

    /// <summary>Every question about one schedule.</summary>
    [Benchmark]
    public ScheduleAnalysis Prove() => ScheduleAnalyzer.Analyze(_schedule, options);

    /// <summary>Which records fare differently.</summary>
    [Benchmark]
    public ScheduleComparison Compare() => ScheduleComparer.Compare(_schedule, _edition, options);

    /// <summary>The same of a schedule with exceptions in which every period differs, so that each item is told with a record.</summary>
    [Benchmark]
    public ScheduleComparison CompareAll() => ScheduleComparer.Compare(_exceptions, _longer, options);
}
