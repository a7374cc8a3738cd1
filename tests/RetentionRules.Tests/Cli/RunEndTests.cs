using System.Text;
using RetentionRules.Cli;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;
using RetentionRules.Tests.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>How a dry-run ends that does not come to its end, and what a terminal shows until then.</summary>
public sealed class RunEndTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Schedule => _folder["contracts.yaml"];

    public RunEndTests() => _folder.File("contracts.yaml", Given.ContractsText);

    public void Dispose() => _folder.Dispose();

    private string[] Names => [.. Directory.EnumerateFiles(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private (int Code, string Error) RunOver(Stream input, int drawingWidth, params string[] arguments)
    {
        StringWriter error = new() { NewLine = "\n" };
        Terminal terminal = new() { Output = new StringWriter(), Error = error, OpenInput = () => input, Today = CliRun.Today, DrawingWidth = drawingWidth, Time = new SteppingTime() };
        int code = CommandLine.RunAsync(["dry-run", Schedule, "-", "--input-format", "csv", "--holds", "none", .. arguments], terminal).GetAwaiter().GetResult();
        return (code, error.ToString());
    }

    private string[] AllOutputs => ["-o", _folder["out.csv.gz"], "--destruction-list", _folder["list.csv"], "--sample", "1", "--sample-to", _folder["sample.txt"], "--manifest", _folder["run.json"]];

    [Fact]
    public void ACancelledRun_SaysHowFarItCame_AndLeavesNothingBehind()
    {
        (int code, string error) = RunOver(new EndsWith(RecordTexts.Many(9000), new OperationCanceledException()), 0, AllOutputs);
        Assert.Equal(130, code);
        Assert.Matches("^retention: cancelled after [0-9],[0-9]{3} records; no output was written\n$", error);
        Assert.Equal(["contracts.yaml"], Names);
    }

    [Fact]
    public void AnInputThatBreaks_IsUnusable_AndLeavesNothingBehind()
    {
        (int code, string error) = RunOver(new EndsWith(RecordTexts.Many(9000), new IOException("Input/output error")), 0, AllOutputs);
        Assert.Equal((2, "retention: Input/output error\n"), (code, error));
        Assert.Equal(["contracts.yaml"], Names);
    }

    [Fact]
    public void WhatStoodThereBefore_StaysWhereTheRunFails()
    {
        _folder.File("list.csv", "signed\n");
        RunOver(new EndsWith(RecordTexts.Many(9000), new IOException("gone")), 0, AllOutputs);
        Assert.Equal("signed\n", File.ReadAllText(_folder["list.csv"]));
    }

    [Fact]
    public async Task AFullDisk_IsToldAsItIs()
    {
        DecisionOutput output = new(new FullDisk(), DecisionFormat.Csv);
        IOException full = await Assert.ThrowsAsync<IOException>(() => RecordTexts.RunAsync([RecordTexts.Csv(RecordTexts.Many(9000))], output));
        Assert.Equal("No space left on device", full.Message);
    }

    [Fact]
    public void AFileThatIsNotThere_IsSaid_BeforeAnythingIsDecided()
    {
        CliRun run = CliRun.Of("dry-run", Schedule, _folder["nowhere.csv"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("retention: there is no file `", run.Error);
    }

    [Fact]
    public void Progress_IsDrawnOnATerminal_AndTakenAway()
    {
        (_, string error) = RunOver(new MemoryStream(Encoding.UTF8.GetBytes(RecordTexts.Many(9000))), 80);
        Assert.Matches(@"^\r\d,\d{3} records, ", error);
        Assert.Contains("\u001b[K\r9,000 records, ", error);
        Assert.EndsWith("\r\u001b[K", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_IsCutToTheWidthOfTheTerminal() =>
        Assert.Matches(@"^\r\d,\d{3} reco\u001b\[K", RunOver(new MemoryStream(Encoding.UTF8.GetBytes(RecordTexts.Many(9000))), 11).Error);

    [Fact]
    public void OffATerminal_OrQuiet_NothingIsDrawn()
    {
        byte[] records = Encoding.UTF8.GetBytes(RecordTexts.Many(9000));
        Assert.Equal("", RunOver(new MemoryStream(records), 0).Error);
        Assert.Equal("", RunOver(new MemoryStream(records), 80, "-q").Error);
    }

    [Theory]
    [InlineData(1, 0, null, 2, "1 record, 0/s")]
    [InlineData(410_000, 250, 1000L, 1, "410,000 records, 410,000/s, 25 %, 3 s left")]
    [InlineData(1_000_000, 10, 1000L, 10, "1,000,000 records, 100,000/s, 1 %, 16 min 30 s left")]
    [InlineData(1_000_000, 1, 1000L, 10, "1,000,000 records, 100,000/s, 0 %, 2 h 46 min left")]
    [InlineData(10, 1000, 1000L, 10, "10 records, 1/s, 100 %")]
    [InlineData(10, 0, 1000L, 0, "10 records, 0 %")]
    public void Progress_SaysRecords_Rate_Share_AndTimeLeft(long records, long read, long? total, int seconds, string expected) =>
        Assert.Equal(expected, ProgressLine.TextOf(new DryRunProgress(records, read, total), TimeSpan.FromSeconds(seconds)));

    /// <summary>Each look at the clock finds it a second later.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks += TimeSpan.TicksPerSecond;
    }

    private sealed class EndsWith(string text, Exception end) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and var read ? read : throw end;
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("No space left on device");
    }
}
