using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.DryRun;

/// <summary>However the bytes are cut into blocks, and however many workers take them, what comes out is what one reader gives.</summary>
public sealed class ParallelRunTests(ITestOutputHelper output)
{
    private static readonly HoldList Holds = HoldReader.Read(
        "holds:\n  - { id: h1, title: One, authority: a, when: amount > 100 }\n  - { id: h2, title: Two, authority: b, records: [R-3, R-5, R-none] }\n", Given.Contracts).Value;

    private static readonly CompiledPolicy Held = RetentionPolicy.For(Given.Contracts).WithHolds(Holds).Compile();

    private static async Task<(string Csv, string Json, DryRunSummary Summary, RecordFindings Findings)> RunAsync(
        CompiledPolicy policy, RecordSource[] sources, int workers, int blockSize)
    {
        using MemoryStream csv = new();
        using MemoryStream json = new();
        DryRunSummary summary = new(policy, ["copy"]);
        DryRunOutput[] outputs = [new DecisionOutput(csv, DecisionFormat.Csv), new DecisionOutput(json, DecisionFormat.JsonLines), summary];
        RequestedColumns requested = new(outputs);
        RecordFindings findings = new();
        using RecordBlocks blocks = new(policy, columns => RecordMapping.ByName(policy, columns), sources, requested, findings) { Size = blockSize };
        await new ParallelRun(policy, Given.AsOf, outputs, requested, findings).RunAsync(blocks, new DryRunOptions { Workers = workers }, CancellationToken.None);
        return (Encoding.UTF8.GetString(csv.ToArray()), Encoding.UTF8.GetString(json.ToArray()), summary, findings);
    }

    private static async Task CompareAsync(CompiledPolicy policy, Func<RecordSource[]> sources, int workers, int blockSize)
    {
        (string csv, string json, DryRunSummary summary, RecordFindings findings) = await RunAsync(policy, sources(), workers, blockSize);
        StringBuilder meantCsv = new(DecisionCsv.Header + "\n");
        StringBuilder meantJson = new();
        DryRunSummary meant = new();
        DryRunner runner = new(policy);
        foreach (RecordSource source in sources())
        {
            await foreach (DispositionDecision decision in runner.DecideAsync(source, Given.AsOf))
            {
                meantCsv.Append(DecisionCsv.Write(decision)).Append('\n');
                meantJson.Append(DecisionJson.Write(decision)).Append('\n');
                meant.Add(decision);
            }
        }

        Assert.Equal(meantCsv.ToString(), csv);
        Assert.Equal(meantJson.ToString(), json);
        Assert.Equal(Counts(meant), Counts(summary));
        Assert.Equal(runner.Findings.UnfitValues, findings.UnfitValues);
        Assert.Equal(
            runner.Findings.Diagnostics.Where(d => d.Descriptor.Code != "RR7014").Select(d => d.ToString()).Distinct(),
            findings.Diagnostics.Where(d => d.Descriptor.Code != "RR7014").Select(d => d.ToString()).Distinct());
    }

    private static string Counts(DryRunSummary s) => string.Join('\n',
    [
        $"{s.Records} {s.WithoutDueYear} {s.BlockedOnlyByHoldsNotConsulted}", .. s.ByStatus.Select(x => $"{x}"), .. s.ByItem.Select(x => $"{x}"), .. s.ByAction.Select(x => $"{x}"),
        .. s.ByDueYear.Select(x => $"{x}"), .. s.UndeterminedByMissing.Select(x => $"{x}"),
        .. s.Forecast.Acts.Select(a => $"{a.Act} {a.DueNow} {a.Later} {a.Never} {a.NotKnown} {string.Join(' ', a.ByYear)}"),
    ]);

    private static readonly string[] Cells =
        ["", "FIN-1", "FIN-2-3", "HR", "official", "other", "2019-03-31", "2024-02-29", "2031-01-01", "never", "pending", "unknown", "12", "500.5", "yes", "no", "2023-02-30", "x",
         "a treaty, \"signed\"\nin two lines", "one; \"two\"", "größer", " padded ", "a\r\nb"];

    private static string Row(int number, IReadOnlyList<string> cells, bool isCrLf) =>
        string.Join(',', cells.Prepend($"R-{number}").Select(DecisionCsv.Quote)) + (isCrLf ? "\r\n" : "\n");

    private static readonly Gen<(string Text, int Workers, int BlockSize, bool AreHeld)> Runs =
        from isCrLf in Gen.Elements(true, false)
        from rows in Gen.ListOf(Gen.CollectToList(Enumerable.Range(0, 8), _ => Gen.Elements(Cells)), 40)
        from blanks in Gen.ListOf(Gen.Frequency((8, Gen.Constant("")), (1, Gen.Constant("\n"))), 40)
        from workers in Gen.Choose(1, 4)
        from blockSize in Gen.OneOf(Gen.Choose(16, 400), Gen.Choose(400, 10_000))
        from areHeld in Gen.Elements(true, false)
        select (RecordTexts.Header + "\n" + string.Concat(rows.Select((r, i) => Row(i, r, isCrLf) + blanks[i % blanks.Count])), workers, blockSize, areHeld);

    [Fact]
    public void WhateverTheBlocks_TheOutputsAreThoseOfOneReader() => PropertyCheck.Holds(output, Runs, r =>
    {
        CompareAsync(r.AreHeld ? Held : Given.Policy, () => [RecordTexts.Csv(r.Text)], r.Workers, r.BlockSize).GetAwaiter().GetResult();
        return true;
    }, 400);

    [Theory]
    [InlineData(1, 50)]
    [InlineData(3, 100)]
    [InlineData(2, 1_000_000)]
    public Task SeveralFiles_WithColumnsInAnyOrder(int workers, int blockSize) => CompareAsync(
        Held,
        () =>
        [
            RecordTexts.Csv(RecordTexts.Many(50), "a.csv"),
            RecordTexts.Csv("copy,id,series\nofficial,R-3,FIN\nother,X,FIN\n", "b.csv"),
            RecordTexts.Csv("id,series\n", "c.csv"),
            new RecordSource(new MemoryStream(Encoding.UTF8.GetBytes("{\"id\":\"R-5\",\"series\":\"FIN\",\"copy\":\"official\"}\n\n{\"id\":\"J\"}")), RecordFormat.JsonLines, "d.jsonl"),
        ],
        workers, blockSize);

    /// <summary>Of two faults the first counts, in whichever block it is found first.</summary>
    [Fact]
    public async Task TheFirstFault_IsTold_WithItsLine()
    {
        string text = RecordTexts.Many(400) + "R-x,too,few\n" + RecordTexts.Many(400)[(RecordTexts.Header.Length + 1)..] + "another,short,row\n";
        for (int i = 0; i < 20; i++)
        {
            RecordFileException e = await Assert.ThrowsAsync<RecordFileException>(() => RunAsync(Given.Policy, [RecordTexts.Csv(text)], 4, 700));
            Assert.Equal(402, e.Diagnostic.Location.Start.Line);
        }
    }

    [Fact]
    public async Task AFaultOfTheNextFile_ComesAfterThoseOfTheRecordsBeforeIt()
    {
        for (int i = 0; i < 20; i++)
        {
            RecordFileException e = await Assert.ThrowsAsync<RecordFileException>(
                () => RunAsync(Given.Policy, [RecordTexts.Csv(RecordTexts.Many(100) + "R-x,too,few\n"), RecordTexts.Csv("", "empty.csv")], 3, 500));
            Assert.Equal(102, e.Diagnostic.Location.Start.Line);
        }
    }

    [Fact]
    public async Task AQuoteThatIsNeverClosed_IsAFault_AndNoRecord()
    {
        RecordFileException e = await Assert.ThrowsAsync<RecordFileException>(
            () => RunAsync(Given.Policy, [RecordTexts.Csv(RecordTexts.Many(30) + "R-x,\"FIN,official\n" + RecordTexts.Many(30))], 2, 300));
        Assert.Contains("records.csv", e.Message);
    }

    [Fact]
    public async Task AnOutputThatCannotBeWritten_EndsTheRun()
    {
        DryRunOutput[] outputs = [new DecisionOutput(new FullDisk(), DecisionFormat.Csv)];
        IOException e = await Assert.ThrowsAsync<IOException>(
            () => new DryRunner(Given.Policy).RunAsync([RecordTexts.Csv(RecordTexts.Many(50_000))], Given.AsOf, outputs, DryRunOptions.Default));
        Assert.Equal("No space left on device", e.Message);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Length + buffer.Length > 500_000 ? throw new IOException("No space left on device") : base.WriteAsync(buffer, cancellationToken);
    }
}
