using System.Text;
using RetentionRules.Diagnostics;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Importing;

/// <summary>NARA's own table, taken over as it is published.</summary>
public sealed class NaraImportTests
{
    private static readonly string Table = Path.Combine(Repository.TestData, "us", "bytes", "grs-csv-transmittal34.csv");
    private static readonly NaraImport Import = NaraImport.Read("grs.csv", File.ReadAllBytes(Table));

    [Fact]
    public void NoRowIsLost()
    {
        Assert.Equal(306, Import.Rows);
        Assert.Equal(306, Import.Schedules.Sum(s => s.Items));
        Assert.Equal(306, Import.Said + Import.Ambiguous + Import.NotUnderstood);
        Assert.Equal(306, Import.Schedules.Sum(s => Load(s).Items.Count));
    }

    [Fact]
    public void EverySchedule_ChecksWithoutErrors_AndIsADraft() => Assert.All(Import.Schedules, s =>
    {
        RetentionSchedule schedule = Load(s);
        Assert.Equal(RetentionRules.Schedules.ScheduleStatus.Draft, schedule.Status);
        Assert.All(schedule.Items, i => Assert.True(i.Authorities.Count > 0 || i.Notes.SupersededBy.Count > 0, i.Number));
    });

    /// <summary>What is said, what is left open, and where wording and codes differ: an approved list, to be read when it changes.</summary>
    [Fact]
    public void WhatBecomesOfEachWording_IsApproved()
    {
        IEnumerable<string> items = Import.Schedules.SelectMany(s => Load(s).Items).Select(i => $"{i.Number}  {i.Cases[0].Instruction.Text}\n    {i.Notes.Wording}");
        IEnumerable<string> findings = Import.Findings.Where(f => f.Code == "RR9003").Select(f => f.Message);
        Golden.Check(
            Path.Combine(Repository.TestData, "us", "import.approved.txt"),
            $"{Import.Said} said, {Import.Ambiguous} ambiguous, {Import.NotUnderstood} not understood\n\n{string.Join('\n', items)}\n\n{string.Join('\n', findings)}\n");
    }

    [Fact]
    public void ImportedWordings_AreThoseOfTheTable_WordForWord()
    {
        string text = Encoding.Latin1.GetString(File.ReadAllBytes(Table));
        foreach (ScheduleItem item in Import.Schedules.SelectMany(s => Load(s).Items).Where(i => i.Notes.Wording.Length > 0 && i.Notes.Wording.All(char.IsAscii)))
            Assert.Contains(item.Notes.Wording.Split(' ')[0], text);
        Assert.Equal(
            "Destroy 6 years after asset is disposed of and/or removed from agency\u2019s financial statement, but longer retention is authorized if required for business use.".Replace("6 years", "2 years", StringComparison.Ordinal),
            Item("1.1.030").Notes.Wording);
    }

    [Theory]
    [InlineData("1.1.080", "destroy 7 years after final_action")]
    [InlineData("1.1.011", "destroy when business_use_ceased")]
    [InlineData("1.1.001", "destroy 3 years after created")]
    public void CommonWordings_AreSaid(string number, string disposition) => Assert.Equal(disposition, Item(number).Cases[0].Instruction.Text);

    [Fact]
    public void AnAmbiguousWording_RefersToAPerson_AndItsReadingsAreShown()
    {
        Assert.StartsWith("refer to", Item("1.1.010").Cases[0].Instruction.Text, StringComparison.Ordinal);
        Diagnostic finding = Assert.Single(Import.Findings, f => f.Code == "RR9001" && f.Message.StartsWith("item 1.1.010:", StringComparison.Ordinal));
        Assert.Equal(2, finding.Readings.Count);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(50_001)]
    public void ATruncatedTable_IsAnError_AndNothingIsTakenOver(int length)
    {
        NaraImport cut = NaraImport.Read("grs.csv", File.ReadAllBytes(Table)[..length]);
        Assert.True(cut.HasErrors);
        Assert.Empty(cut.Schedules);
        Assert.Contains(cut.Findings, f => f.Code is "RR9016" or "RR7001" or "RR7006");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void AnEmptyFile_IsAnError(string text) => Assert.True(NaraImport.Read("grs.csv", Encoding.UTF8.GetBytes(text)).HasErrors);

    [Fact]
    public void TheCommand_WritesAllOrNothing_AndPrintsTheCount()
    {
        using TempFolder folder = new();
        CliRun run = CliRun.Of("import", "nara-grs", Table, "-o", folder["grs"], "--quiet");
        Assert.Equal(0, run.Code);
        Assert.StartsWith("306 rows: 306 items in 30 schedules\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(30, Directory.GetFiles(folder["grs"]).Length);
        Assert.Equal(0, CliRun.Of("check", folder["grs"]).Code);
        Assert.Equal(2, CliRun.Of("import", "nara-grs", Table, "-o", folder["grs"]).Code);
        Assert.Equal(2, CliRun.Of("import", "nara-grs", folder.File("x.csv", "a,b\n1,2\n"), "-o", folder["other"]).Code);
        Assert.False(Path.Exists(folder["other"]));
    }

    private static RetentionSchedule Load(ImportedSchedule schedule)
    {
        LoadResult<RetentionSchedule> read = ScheduleReader.Read(schedule.Text, schedule.Name);
        Assert.True(read.TryGetValue(out RetentionSchedule? value), DiagnosticWriter.Write(read.Diagnostics));
        return value;
    }

    private static ScheduleItem Item(string number) => Import.Schedules.Select(Load).First(s => s.Contains(number))[number];
}
