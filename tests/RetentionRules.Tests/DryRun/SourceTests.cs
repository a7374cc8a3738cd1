using System.IO.Compression;
using System.Text;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.DryRun;

/// <summary>Records that are compressed, in another encoding, or without a header line.</summary>
public sealed class SourceTests
{
    private static readonly string Records = RecordTexts.Header + "\nR-1,FIN,official,2001-01-01,,1,no,Überführung 档案,\nR-2,FIN,official,,,1,no,Cars,\n";

    private static async Task<string> DecideAsync(byte[] bytes, Func<RecordSource, RecordSource>? with = null)
    {
        RecordSource source = new(new MemoryStream(bytes), RecordFormat.Csv, "records.csv");
        StringBuilder decisions = new();
        await foreach (DispositionDecision decision in new DryRunner(Given.Policy).DecideAsync(with is null ? source : with(source), Given.AsOf))
            decisions.Append(DecisionJson.Write(decision)).Append('\n');
        return decisions.ToString();
    }

    private static byte[] Zipped(string text)
    {
        using MemoryStream compressed = new();
        using (GZipStream stream = new(compressed, CompressionLevel.Optimal)) stream.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    [Fact]
    public async Task CompressedRecords_AreKnownByTheirFirstBytes() =>
        Assert.Equal(await DecideAsync(Encoding.UTF8.GetBytes(Records)), await DecideAsync(Zipped(Records)));

    [Fact]
    public async Task SeveralCompressedMembers_AreOneFile() => Assert.Equal(
        await DecideAsync(Encoding.UTF8.GetBytes(RecordTexts.Many(9000))),
        await DecideAsync([.. Zipped(RecordTexts.Many(9000)[..100_000]), .. Zipped(RecordTexts.Many(9000)[100_000..])]));

    [Fact]
    public async Task ACompressedFileThatBreaksOff_IsNeverTakenForAShorterOne()
    {
        byte[] whole = Zipped(RecordTexts.Many(9000));
        foreach (int length in (int[])[2, 3, 9, 10, 11, 1000, whole.Length / 2, whole.Length - 9, whole.Length - 8, whole.Length - 1])
        {
            RecordFileException fault = await Assert.ThrowsAsync<RecordFileException>(() => DecideAsync(whole[..length]));
            Assert.Equal("RR7021", fault.Diagnostic.Code);
        }
    }

    [Fact]
    public async Task WhatStandsBehindACompressedFile_IsDamage()
    {
        RecordFileException fault = await Assert.ThrowsAsync<RecordFileException>(() => DecideAsync([.. Zipped(Records), 1, 2, 3]));
        Assert.Equal("RR7021", fault.Diagnostic.Code);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("utf-32")]
    [InlineData("gb18030")]
    [InlineData("UTF-8")]
    public async Task RecordsInAnotherEncoding_AreTheSame(string name)
    {
        Encoding encoding = RecordEncodings.Find(name);
        string expected = await DecideAsync(Encoding.UTF8.GetBytes(Records));
        Assert.Equal(expected, await DecideAsync(encoding.GetBytes(Records), s => s with { Encoding = encoding }));
        Assert.Equal(expected, await DecideAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Records)], s => s with { Encoding = encoding }));
    }

    [Fact]
    public async Task AByteOrderMark_SaysHowUtf16IsOrdered() => Assert.Equal(
        await DecideAsync(Encoding.UTF8.GetBytes(Records)),
        await DecideAsync([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Records)], s => s with { Encoding = RecordEncodings.Find("utf-16") }));

    [Theory]
    [InlineData(20)]
    [InlineData(9000)]
    public async Task BytesThatTheEncodingDoesNotKnow_AreToldWithTheirLine(int rows)
    {
        Encoding encoding = RecordEncodings.Find("gb18030");
        byte[] bytes = [.. encoding.GetBytes(RecordTexts.Many(rows)), .. "X,FIN,"u8, 0xFF, 0xFF, .. ",,,,,,\n"u8];
        RecordFileException fault = await Assert.ThrowsAsync<RecordFileException>(() => DecideAsync(bytes, s => s with { Encoding = encoding }));
        Assert.StartsWith($"records.csv:{rows + 2}:1: error RR7022: the line has bytes that are not gb18030", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfACharacterAtTheEnd_IsNotPassedOver()
    {
        byte[] bytes = Encoding.Unicode.GetBytes(Records);
        await Assert.ThrowsAsync<RecordFileException>(() => DecideAsync(bytes[..^1], s => s with { Encoding = Encoding.Unicode }));
    }

    [Fact]
    public void AnEncodingThatIsNone_IsRefused() => Assert.Throws<ArgumentException>(() => RecordEncodings.Find("utf-61"));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task ColumnsOfAFileWithoutAHeader_AreNamed(string mark)
    {
        string[] header = RecordTexts.Header.Split(',');
        string rows = mark + Records[(RecordTexts.Header.Length + 1)..];
        Assert.Equal(await DecideAsync(Encoding.UTF8.GetBytes(Records)), await DecideAsync(Encoding.UTF8.GetBytes(rows), s => s with { Header = header }));
    }

    [Fact]
    public async Task NamesForAFileThatHasAHeader_AreRefused()
    {
        RecordFileException fault = await Assert.ThrowsAsync<RecordFileException>(
            () => DecideAsync(Encoding.UTF8.GetBytes(Records), s => s with { Header = RecordTexts.Header.Split(',') }));
        Assert.Equal("RR7023", fault.Diagnostic.Code);
    }

    [Theory]
    [InlineData("a.csv", RecordFormat.Csv)]
    [InlineData("a.csv.gz", RecordFormat.Csv)]
    [InlineData("A.JSONL.GZ", RecordFormat.JsonLines)]
    public void TheEnding_TellsTheForm(string path, RecordFormat expected) => Assert.Equal(expected, RecordSource.FormatOf(path));

    [Theory]
    [InlineData("a.gz")]
    [InlineData("a.txt.gz")]
    public void AnEndingThatDoesNotTell_IsRefused(string path) => Assert.Throws<ArgumentException>(() => RecordSource.FormatOf(path));
}
