using BenchmarkDotNet.Attributes;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;

namespace RetentionRules.Benchmarks;

/// <summary>One decision about a real notice: what a host pays inside a request.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private static readonly DateOnly asOf = new(2026, 11, 22);
    private CompiledPolicy _policy = null!;
    private RecordFacts[] _records = [];
    private int _next;

    [GlobalSetup]
    public async Task ReadNotices()
    {
        _policy = BundledFiles.ContractPolicy();
        List<RecordFacts> records = [];
        DryRunner runner = new(_policy, MappingReader.ReadFile(BundledFiles.NoticeMapping, _policy).Value);
        await foreach (RecordFacts facts in runner.ReadAsync(RecordSource.OpenFile(BundledFiles.Notices))) records.Add(CopyOf(facts));
        _records = [.. records];
    }

    /// <summary>The runner hands out one buffer again and again.</summary>
    private RecordFacts CopyOf(RecordFacts facts)
    {
        RecordFacts copy = _policy.NewRecord(facts.Id);
        foreach (FactDefinition fact in _policy.Facts) copy.Set(fact.Name, facts[fact.Name]);
        return copy;
    }

    private RecordFacts Next() => _records[_next = (_next + 1) % _records.Length];

    [Benchmark(Baseline = true)]
    public DispositionDecision Evaluate() => _policy.Evaluate(Next(), asOf);

    [Benchmark]
    public string EvaluateAndWriteJson() => DecisionJson.Write(_policy.Evaluate(Next(), asOf));

    [Benchmark]
    public Explanation Explain() => _policy.Explain(Next(), asOf);
}
