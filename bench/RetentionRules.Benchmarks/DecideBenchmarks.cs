using BenchmarkDotNet.Attributes;
using RetentionRules.Benchmarks.Baselines;
using RetentionRules.Benchmarks.Workload;
using RetentionRules.Evaluation.Reference;

namespace RetentionRules.Benchmarks;

/// <summary>
/// One decision of the workload, from facts that are in memory already. The records take turns, so that neither a cache nor the
/// branch prediction learns one of them by heart.
/// </summary>
[MemoryDiagnoser]
public class DecideBenchmarks
{
    private const int Records = 4_096;

    private WorkloadRules _rules = null!;
    private WorkloadRecord[] _records = [];
    private RecordFacts[] _facts = [];
    private GeneratedSchedule.Decide _generated = null!;
    private ReferenceEvaluator _itemByItem = null!;
    private CompiledPolicy _policy = null!;
    private WorkloadFiller _filler = null!;
    private RecordFacts _buffer = null!;
    private int _next;

    [Params(10, 100, 1_000, 10_000)]
    public int Items { get; set; }

    [GlobalSetup(Target = nameof(GeneratedSwitch))]
    public void CompileCode()
    {
        LoadRecords();
        _generated = GeneratedSchedule.Compile(_rules);
        // Each method is compiled when it is first called, which must not be taken for the time of a decision.
        foreach (WorkloadRecord record in _records) _generated(record, _rules.AsOf);
    }

    /// <summary>Serves every benchmark that decides by a policy.</summary>
    [GlobalSetup(Targets = [nameof(ItemByItem), nameof(FullDecision), nameof(FastPath), nameof(FillAndDecide)])]
    public void CompilePolicy()
    {
        LoadRecords();
        RetentionPolicy policy = WorkloadPolicy.Load(_rules);
        _policy = policy.Compile();
        _itemByItem = new ReferenceEvaluator(policy);
        (_filler, _buffer) = (new WorkloadFiller(_policy), _policy.NewRecord());
        _facts = [.. _records.Select(record => _filler.Fill(_policy.NewRecord(), record))];
    }

    /// <summary>C# written for this one schedule: item, action and due day, and nothing that explains them.</summary>
    [Benchmark(Baseline = true)]
    public WorkloadOutcome GeneratedSwitch() => _generated(_records[Next()], _rules.AsOf);

    /// <summary>
    /// The verdict on a buffer that is filled already, and of which nothing has been looked up yet: each record is taken as if it
    /// had just been filled in, since what is found out about a buffer is kept until a fact changes.
    /// </summary>
    [Benchmark]
    public DispositionVerdict FastPath()
    {
        RecordFacts facts = _facts[Next()];
        for (int place = 0; place < _policy.Facts.Count; place++) facts.ClassAt(place) = 0;
        return _policy.Decide(facts, _rules.AsOf);
    }

    /// <summary>The same with the filling: all twelve facts of a record are set in one buffer that is used again and again.</summary>
    [Benchmark]
    public DispositionVerdict FillAndDecide() => _policy.Decide(_filler.Fill(_buffer, _records[Next()]), _rules.AsOf);

    /// <summary>The evaluator that is made to be read: every item is asked.</summary>
    [Benchmark]
    public DispositionDecision ItemByItem() => _itemByItem.Evaluate(_facts[Next()], _rules.AsOf);

    /// <summary>The whole decision of the library, with its reasons.</summary>
    [Benchmark]
    public DispositionDecision FullDecision() => _policy.Evaluate(_facts[Next()], _rules.AsOf);

    private void LoadRecords()
    {
        _rules = WorkloadRules.Load(Items);
        _records = [.. WorkloadRecords.For(_rules).Take(Records)];
    }

    private int Next() => _next = (_next + 1) % Records;
}
