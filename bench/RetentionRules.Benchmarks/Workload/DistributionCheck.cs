namespace RetentionRules.Benchmarks.Workload;

/// <summary>Whether generated records are distributed as the workload says.</summary>
/// <param name="output">Where each share is written.</param>
internal sealed class DistributionCheck(TextWriter output)
{
    private const int Count = 100_000;

    /// <summary>How many shares lie too far off.</summary>
    public int Differences { get; private set; }

    public void Run(WorkloadRules rules)
    {
        WorkloadRecord[] records = [.. WorkloadRecords.For(rules).Take(Count)];
        HashSet<string> listed = rules.SeriesUniverse.ToHashSet(StringComparer.Ordinal);
        Expect("series not listed", 0.05, Share(records, r => !listed.Contains(r.Series)));
        Expect("most frequent series", 0.95 / listed.Index().Sum(s => Math.Pow(s.Index + 1, -0.8)), records.CountBy(r => r.Series).Max(s => s.Value) / (double)Count);
        Expect("agency AG01", 1 / 40.0, Share(records, r => r.Agency == "AG01"));
        Expect("contracts", 3 / 22.0, Share(records, r => r.RecordType == "contract"));
        Expect("titles with a comma", 0.05, Share(records, r => r.Title.Contains(',', StringComparison.Ordinal)));
        Expect("closed empty", 0.15, Share(records, r => r.Closed is null));
        Expect("final payment empty", 0.60, Share(records, r => r.FinalPayment is null));
        Expect("superseded empty", 0.80, Share(records, r => r.Superseded is null));
        Expect("confidential", 0.17, Share(records, r => r.Security == "CONFIDENTIAL"));
        Expect("on hold", 0.02, Share(records, r => r.OnHold));
        Expect("electronic", 0.55, Share(records, r => r.Media == "electronic"));
        CompareWithSample(records, WorkloadSample.Records());
    }

    /// <summary>What the description leaves open is held against the sample; 1,000 records say a share to 4 or 5 in a hundred.</summary>
    private void CompareWithSample(WorkloadRecord[] records, IReadOnlyList<WorkloadRecord> sample)
    {
        foreach (decimal amount in new[] { 3m, 15m, 180m, 1_400m, 5_600m })
            Expect(FormattableString.Invariant($"amount below {amount}"), Share(sample, r => r.Amount < amount), Share(records, r => r.Amount < amount), 0.045);
        DateOnly lastDay = new(2026, 5, 31);
        Expect("closed on the last day", Share(sample, r => r.Closed == lastDay), Share(records, r => r.Closed == lastDay), 0.03);
        Expect("created before 2010", Share(sample, r => r.Created.Year < 2010), Share(records, r => r.Created.Year < 2010), 0.045);
        Expect("bytes a record, of those of the sample", 1, Bytes(records.Take(sample.Count)) / Bytes(sample), 0.01);
    }

    private static double Share(IReadOnlyCollection<WorkloadRecord> records, Func<WorkloadRecord, bool> isCounted) => records.Count(isCounted) / (double)records.Count;

    private static double Bytes(IEnumerable<WorkloadRecord> records)
    {
        using MemoryStream csv = new();
        RecordWriter.WriteCsv(csv, records);
        return csv.Length;
    }

    private void Expect(string what, double expected, double found, double tolerance = 0.005)
    {
        bool isNear = Math.Abs(expected - found) <= tolerance;
        if (!isNear) Differences++;
        output.WriteLine(FormattableString.Invariant($"{(isNear ? "  " : "! ")}{what}: {found:0.000}, expected {expected:0.000}"));
    }
}
