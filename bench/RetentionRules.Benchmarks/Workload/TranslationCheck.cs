using RetentionRules.Benchmarks.Baselines;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>Whether everything that is measured decides the same: the given sample, the generated code, the library.</summary>
/// <param name="output">Where differences are written.</param>
internal sealed class TranslationCheck(TextWriter output)
{
    private const int MostShown = 10;

    /// <summary>How many decisions differ from what they should be.</summary>
    public int Differences { get; private set; }

    /// <summary>The sample, read by the mapping and decided by the translated schedule, against the given decisions.</summary>
    public async Task CheckSampleInTheLibraryAsync()
    {
        WorkloadRules rules = WorkloadRules.Load(WorkloadSample.Items);
        CompiledPolicy policy = WorkloadPolicy.Load(rules).Compile();
        DryRunner runner = new(policy, WorkloadPolicy.Mapping(policy));
        List<WorkloadOutcome> decided = [];
        RecordSource source = new(WorkloadFiles.OpenSampleRecords(), RecordFormat.Csv, "the sample");
        await foreach (DispositionDecision decision in runner.DecideAsync(source, rules.AsOf)) decided.Add(Correspondence.InTheirWords(decision));
        Compare("sample, library", [.. WorkloadSample.Decisions().Select(theirs => Correspondence.InOurWords(theirs, rules))], decided);
    }

    /// <summary>The sample, decided by the generated code, against the given decisions.</summary>
    public void CheckSampleInGeneratedCode()
    {
        WorkloadRules rules = WorkloadRules.Load(WorkloadSample.Items);
        GeneratedSchedule.Decide decide = GeneratedSchedule.Compile(rules);
        Compare("sample, generated code", WorkloadSample.Decisions(), [.. WorkloadSample.Records().Select(record => decide(record, rules.AsOf))]);
    }

    /// <summary>The sample, read and written anew: what is generated has the form of the sample, byte by byte.</summary>
    public void CheckWriting()
    {
        using MemoryStream given = new();
        using Stream sample = WorkloadFiles.OpenSampleRecords();
        sample.CopyTo(given);
        using MemoryStream written = new();
        RecordWriter.WriteCsv(written, WorkloadSample.Records());
        bool isSame = written.ToArray().AsSpan().SequenceEqual(given.ToArray());
        output.WriteLine($"sample, written anew: {(isSame ? "the same bytes" : "other bytes")}");
        if (!isSame) Differences++;
    }

    /// <summary>Generated records, decided by the library and by the generated code. The more items, the fewer: item by item is slow.</summary>
    public void CheckGeneratedRecords(int items)
    {
        WorkloadRules rules = WorkloadRules.Load(items);
        CompiledPolicy policy = WorkloadPolicy.Load(rules).Compile();
        WorkloadFiller filler = new(policy);
        GeneratedSchedule.Decide decide = GeneratedSchedule.Compile(rules);
        WorkloadRecord[] records = [.. WorkloadRecords.For(rules).Take(Math.Clamp(200_000 / items, 20, 2_000))];
        Compare(
            FormattableString.Invariant($"{items} items, library and generated code"),
            [.. records.Select(record => Correspondence.InOurWords(decide(record, rules.AsOf), rules))],
            [.. records.Select(record => Correspondence.InTheirWords(policy.Evaluate(filler.Fill(policy.NewRecord(), record), rules.AsOf)))]);
    }

    private void Compare(string what, IReadOnlyList<WorkloadOutcome> expected, IReadOnlyList<WorkloadOutcome> decided)
    {
        int[] different = [.. Enumerable.Range(0, Math.Max(expected.Count, decided.Count)).Where(i => expected.ElementAtOrDefault(i) != decided.ElementAtOrDefault(i))];
        foreach (int i in different.Take(MostShown))
            output.WriteLine(FormattableString.Invariant($"  record {i + 1}: expected {expected.ElementAtOrDefault(i)}, decided {decided.ElementAtOrDefault(i)}"));
        output.WriteLine(FormattableString.Invariant($"{what}: {decided.Count:N0} records, {different.Length} differences"));
        Differences += different.Length;
    }
}
