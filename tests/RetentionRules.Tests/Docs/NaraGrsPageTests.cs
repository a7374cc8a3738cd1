using System.Globalization;
using System.Text;
using RetentionRules.Csv;
using RetentionRules.Diagnostics;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>
/// docs/nara-grs.md: an introduction by hand, and below it what becomes of each item of NARA's table, taken from the
/// schedules. How an item is said is a judgement, and stands in testdata/us/how-said.csv.
/// </summary>
public sealed class NaraGrsPageTests
{
    private static readonly string Page = Repository.PathOf("docs", "nara-grs.md");

    private static readonly IReadOnlyDictionary<string, ScheduleItem> Items = Directory
        .EnumerateFiles(Repository.PathOf("schedules", "us", "nara-grs"), "grs-*.yaml")
        .Where(f => !f.EndsWith(ScheduleTestReader.Ending, StringComparison.Ordinal))
        .SelectMany(f => ScheduleReader.ReadFile(f).Value.Items)
        .ToDictionary(i => i.Number);

    private static readonly IReadOnlyList<CsvRow> HowSaid = Rows(Path.Combine("us", "how-said.csv"), Encoding.UTF8).Rows;

    private static CsvSheet Rows(string name, Encoding encoding)
    {
        DiagnosticBag found = new();
        return CsvSheet.Read(name, encoding.GetString(File.ReadAllBytes(Path.Combine(Repository.TestData, name))), found) ?? throw new InvalidDataException(DiagnosticWriter.Write(found.ToList()));
    }

    [Fact]
    public void EveryItemOfTheTable_IsInASchedule_AndNoOther()
    {
        CsvSheet table = Rows(Path.Combine("us", "bytes", "grs-csv-transmittal34.csv"), Encoding.Latin1);
        string[] published = [.. table.Rows.Select(r => r.Cells[0].Trim()["GRS_".Length..])];
        Assert.Equal(306, published.Length);
        Assert.Equal(published.Order(StringComparer.Ordinal), Items.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(published.Order(StringComparer.Ordinal), HowSaid.Select(r => r.Cells[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryWording_IsThatOfTheTable_WordForWord()
    {
        CsvSheet table = Rows(Path.Combine("us", "bytes", "grs-csv-transmittal34.csv"), CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        int wording = table.Columns.ToList().IndexOf("Full Disposition Instruction");
        foreach (CsvRow row in table.Rows)
            Assert.Equal(Words(row.Cells[wording]), Words(Items[row.Cells[0].Trim()["GRS_".Length..]].Notes.Wording));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void WhatIsReferred_NeverDestroys_AndWhatIsSaid_IsNoReferral() => Assert.All(HowSaid, row =>
    {
        bool refers = Items[row.Cells[0]].Cases.All(c => c.Instruction is RetentionRules.Schedules.Referral);
        Assert.Equal(row.Cells[1] == "referred", refers);
    });

    [Fact]
    public void ThePage_SaysHowEachItemIsSaid()
    {
        string page = File.ReadAllText(Page);
        int list = page.IndexOf("\n## Counts\n", StringComparison.Ordinal);
        Golden.Check(Page, (list < 0 ? page : page[..list]) + Counts() + Table());
    }

    private static string Counts()
    {
        StringBuilder text = new("\n## Counts\n\n| | items |\n|---|---:|\n");
        foreach (string kind in (string[])["full", "person", "referred", "outside"])
            text.Append(CultureInfo.InvariantCulture, $"| {kind} | {HowSaid.Count(r => r.Cells[1] == kind)} |\n");
        return text.Append(CultureInfo.InvariantCulture, $"| all | {HowSaid.Count} |\n").ToString();
    }

    private static string Table()
    {
        StringBuilder text = new();
        foreach (IGrouping<string, CsvRow> schedule in HowSaid.GroupBy(r => r.Cells[0][..r.Cells[0].LastIndexOf('.')]))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## GRS {schedule.Key}\n\n| item | how | rule | remark |\n|---|---|---|---|\n");
            foreach (CsvRow row in schedule) text.Append(CultureInfo.InvariantCulture, $"| {row.Cells[0]} | {row.Cells[1]} | {RuleOf(Items[row.Cells[0]])} | {Cell(row.Cells[2])} |\n");
        }

        return text.ToString();
    }

    private static string RuleOf(ScheduleItem item) => string.Join("<br>", item.Cases.Select(c =>
        (item.Cases.Count == 1 ? "" : c.When is RetentionRules.Schedules.Always ? "otherwise: " : $"`{Cell(c.When.ToString()!)}`: ") + $"`{Cell(c.Instruction.Text)}`"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
