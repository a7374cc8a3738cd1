using System.Text;
using RetentionRules.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.DryRun;

/// <summary>An output is the same however many workers have decided the records, and in whatever blocks.</summary>
public sealed class OutputMergeTests
{
    private static readonly Lazy<DispositionDecision[]> Decisions = new(() => [.. new DryRunner(Given.Policy)
        .DecideAsync(RecordTexts.Csv(RecordTexts.Many(500) + "x,FIN,,,,,,,\ny,HR,,,,,,,\nR-7,FIN,official,2024-01-01,,1,no,Twice,\n"), Given.AsOf).ToBlockingEnumerable()]);

    public static TheoryData<int, int> Ways => new() { { 1, 1000 }, { 1, 7 }, { 3, 7 }, { 5, 1 }, { 2, 100 } };

    /// <summary>Blocks go round between the workers, and are taken in their order.</summary>
    private static async Task<T> GiveAsync<T>(T output, int workers, int block)
        where T : DryRunOutput
    {
        OutputPart[] parts = [.. Enumerable.Range(0, workers).Select(_ => output.NewPart())];
        DecidedRecord record = new(Given.Policy, Given.AsOf);
        foreach ((int place, DispositionDecision[] decisions) in Decisions.Value.Chunk(block).Index())
        {
            foreach (DispositionDecision decision in decisions)
            {
                record.Become(decision);
                parts[place % workers].Add(record);
            }

            await output.TakeAsync(parts[place % workers], CancellationToken.None);
        }

        await output.CompleteAsync(CancellationToken.None);
        return output;
    }

    private static async Task SameAsync<T>(Func<DryRunOutput> make, Func<DryRunOutput, T> read, int workers, int block) =>
        Assert.Equal(read(await GiveAsync(make(), 1, 10_000)), read(await GiveAsync(make(), workers, block)));

    [Theory]
    [MemberData(nameof(Ways))]
    public Task ASummary(int workers, int block) => SameAsync(
        () => new DryRunSummary(Given.Policy, ["copy"]),
        o => string.Join('\n', Lines((DryRunSummary)o)),
        workers, block);

    private static IEnumerable<string> Lines(DryRunSummary s) =>
    [
        $"{s.Records} {s.WithoutDueYear}", .. s.ByStatus.Select(x => $"{x}"), .. s.ByItem.Select(x => $"{x}"), .. s.ByDueYear.Select(x => $"{x}"),
        .. s.UndeterminedByMissing.Select(x => $"{x}"), .. s.Forecast.Acts.SelectMany(a => a.ByYear.Select(y => $"{a.Act} {y} {a.DueNow} {a.NotKnown}")),
        .. s.ByFact[0].WithoutFacts.Select(x => $"{x}"),
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task DecisionsAndLists(int workers, int block)
    {
        MemoryStream stream = new();
        DryRunOutput Fresh(Func<Stream, DryRunOutput> make) => make(stream = new MemoryStream());
        string Text(DryRunOutput output) => Encoding.UTF8.GetString(stream.ToArray());
        await SameAsync(() => Fresh(s => new DecisionOutput(s, DecisionFormat.Csv)), Text, workers, block);
        await SameAsync(() => Fresh(s => new DispositionList(s, Given.Policy, DispositionListKind.Destruction, ["record", "due", "item"])), Text, workers, block);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public Task ASample(int workers, int block) => SameAsync(
        () => new DecisionSample(Given.Policy, 3), o => string.Join('\n', ((DecisionSample)o).Decisions.Select(d => d.Decision.ToString() + d.Explanation)), workers, block);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ARecheck(int workers, int block)
    {
        string list = "record,item,action,hash\n" + string.Concat(((string[])["R-1", "R-7", "R-29", "gone", "R-1"]).Select(id => $"{id},1.1,destroy,{Given.Contracts.ContentHash}\n"));
        RecordSource source() => RecordTexts.Csv(list, "list.csv");
        DispositionRecheck once = await GiveAsync(await DispositionRecheck.ReadAsync(source()), 1, 10_000);
        DispositionRecheck often = await GiveAsync(await DispositionRecheck.ReadAsync(source()), workers, block);
        Assert.Equal(once.Findings.Select(RecheckCsv.Write), often.Findings.Select(RecheckCsv.Write));
        Assert.Equal(["R-1", "R-7", "R-29", "gone", "R-1"], often.Findings.Select(f => f.Record));
    }
}
