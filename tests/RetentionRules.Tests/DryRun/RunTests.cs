using System.Text;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.DryRun;

/// <summary>What a run hands out, over several files, blocks and aggregates.</summary>
public sealed class RunTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9000)]
    public async Task EveryDecision_IsGivenOut_InTheOrderOfTheRecords(int count)
    {
        using MemoryStream written = new();
        await RecordTexts.RunAsync([RecordTexts.Csv(RecordTexts.Many(count))], new DecisionOutput(written, DecisionFormat.JsonLines));
        StringBuilder expected = new();
        await foreach (DispositionDecision decision in new DryRunner(Given.Policy).DecideAsync(RecordTexts.Csv(RecordTexts.Many(count)), Given.AsOf))
            expected.Append(DecisionJson.Write(decision)).Append('\n');
        Assert.Equal(expected.ToString(), Encoding.UTF8.GetString(written.ToArray()));
    }

    [Fact]
    public async Task SeveralFiles_AreOne_EachWithItsOwnHeader()
    {
        StringWriter together = new();
        StringWriter apart = new();
        await RecordTexts.RunAsync([RecordTexts.Csv("id,series,copy,final_action\nA,FIN,official,2001-01-01\nB,FIN,official,\n")], new DecisionOutput(together, DecisionFormat.Csv));
        await RecordTexts.RunAsync(
            [RecordTexts.Csv("id,series,copy,final_action\nA,FIN,official,2001-01-01\n"), RecordTexts.Csv("copy,final_action,series,id\nofficial,,FIN,B\n", "second.csv")],
            new DecisionOutput(apart, DecisionFormat.Csv));
        Assert.Equal(together.ToString(), apart.ToString());
    }

    [Fact]
    public async Task WhatIsWrongInTheSecondFile_IsSaidWithItsName_AndWhatIsWrongInBoth_Once()
    {
        DryRunner runner = await RecordTexts.RunAsync([RecordTexts.Csv("id,serie\nA,FIN\n", "first.csv"), RecordTexts.Csv("id,serie\nB,FIN\n", "second.csv")]);
        Assert.Single(runner.Findings.Diagnostics, d => d.Code == "RR7012");
        RecordFileException fault = await Assert.ThrowsAsync<RecordFileException>(
            () => RecordTexts.RunAsync([RecordTexts.Csv("id\nA\n", "first.csv"), RecordTexts.Csv("id\nB,FIN\n", "second.csv")]));
        Assert.StartsWith("second.csv:2:1: error RR7001", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_IsToldAfterEachBlock_AndAtTheEnd()
    {
        string text = RecordTexts.Many(60_000);
        List<DryRunProgress> told = [];
        await new DryRunner(Given.Policy).RunAsync(
            [RecordTexts.Csv(text)], Given.AsOf, [], new DryRunOptions { Progress = new Told(told) });
        Assert.True(told.Count > 2, "progress is told more than once before the end");
        Assert.Equal(told.Select(t => t.Records).Order(), told.Select(t => t.Records));
        Assert.Equal(new DryRunProgress(60_000, text.Length, text.Length), told[^1]);
        Assert.All(told, t => Assert.InRange(t.BytesRead, 1, text.Length));
    }

    [Fact]
    public async Task ACancelledRun_TellsHowFarItCame()
    {
        using CancellationTokenSource cancellation = new();
        List<DryRunProgress> told = [];
        Told progress = new(told) { Then = cancellation.Cancel };
        await Assert.ThrowsAsync<OperationCanceledException>(() => new DryRunner(Given.Policy).RunAsync(
            [RecordTexts.Csv(RecordTexts.Many(9000))], Given.AsOf, [], new DryRunOptions { Progress = progress }, cancellation.Token));
        Assert.InRange(told[^1].Records, 1, 8999);
    }

    [Fact]
    public async Task ASourceThatWasNotReached_IsClosedToo()
    {
        MemoryStream second = new();
        await Assert.ThrowsAsync<RecordFileException>(
            () => RecordTexts.RunAsync([RecordTexts.Csv(""), new RecordSource(second, RecordFormat.Csv, "second.csv")]));
        Assert.False(second.CanRead);
    }

    private sealed class Told(List<DryRunProgress> told) : IProgress<DryRunProgress>
    {
        public Action Then { get; init; } = () => { };

        public void Report(DryRunProgress value)
        {
            told.Add(value);
            Then();
        }
    }
}
