using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Mappings;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Mappings;

/// <summary>Cells that are read from their bytes come to what they come to as texts.</summary>
public sealed class Utf8RecordMapperTests(ITestOutputHelper output)
{
    private static readonly RecordMapping Mapping = MappingReader.Read(
        """
        records: any
        id: [id, other]
        facts:
          series: { column: series, values: { X1: FIN-1 } }
          copy: { column: copy, empty: { never: series = "FIN", unknown: amount > 5 } }
          final_action: { column: ended, sentinels: { open: pending, "2099-01-01": never } }
          opened: { column: opened, format: [yyyy-MM-dd, dd.MM.yyyy], empty: never }
          amount: amount
          litigation: litigation
          title: title
          audits: { column: audits, separator: "|" }
        """, Given.Policy).Value;

    private static readonly string[] Cells =
    [
        "", " ", "FIN", "FIN-1", "X1", "official", "other", "Official", "2024-02-29", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "0001-01-01", "9999-12-31",
        "2099-01-01", "2024-02-2:", "2024/02/29", "29.02.2024", "20240229AB", "open", "0", "-0", "007", "12.50", ".5", "5.", "1.2.3", "-", "+3", "999999999999999999", "9999999999999999999",
        "-123456789012345678.9", "yes", "no", "true", "FALSE", "maybe", "2020-01-01|2021-01-01", "größer", "財務", " 2024-02-29", "2024-02-29 ", "a\u200Bb", "e\u0301",
        "a text that is longer than sixteen bytes", "a text that is longer than sixteen bytez",
    ];

    private static readonly Gen<string[]> Rows = Gen.CollectToList(Mapping.Columns, _ => Gen.Elements(Cells)).Select(cells => cells.ToArray());

    private readonly struct Row(string[] cells) : IUtf8Cells
    {
        private readonly byte[][] _bytes = [.. cells.Select(Encoding.UTF8.GetBytes)];

        public string this[int column] => cells[column];

        public ReadOnlySpan<byte> Utf8(int column) => _bytes[column];
    }

    [Fact]
    public void TheFacts_TheFaults_AndTheIdentifier_AreTheSame() => PropertyCheck.Holds(output, Gen.ListOf(Rows, 12), rows =>
    {
        // One after another in one buffer, so that what stays of a record before would be seen.
        Utf8RecordMapper fast = new(Mapping, Given.Policy);
        RecordMapper slow = new(Mapping);
        RecordFacts meant = slow.NewRecord();
        foreach (string[] cells in rows)
        {
            Row row = new(cells);
            fast.Follow(row);
            IReadOnlyList<CellFault> faults = fast.Read(row);
            Assert.Equal(slow.Read(row, meant), faults);
            Assert.Equal(Given.Policy.Facts.Select(f => meant[f.Name]), Given.Policy.Facts.Select(f => fast.Facts[f.Name]));
            Assert.Equal(meant.Id, fast.Facts.Id);
            Assert.Equal(meant.Faults, fast.Facts.Faults);
        }

        return true;
    }, 3000);

    [Fact]
    public void AColumnOfTextsThatNeverComeAgain_IsGivenUp()
    {
        CellCache cache = new();
        for (int i = 0; i < 400_000 && cache.IsUseful; i++)
        {
            byte[] cell = Encoding.UTF8.GetBytes($"text {i}");
            if (cache.Find(cell) < 0) cache.Add(cell, FactValue.Text($"text {i}"), 1);
        }

        Assert.False(cache.IsUseful);
    }

    [Fact]
    public void CellsThatDifferInTheirMiddleOnly_AreToldApart()
    {
        CellCache cache = new();
        string[] texts = [.. Enumerable.Range(0, 3000).Select(i => $"12345678-{i:D5}-12345678"), .. Enumerable.Range(0, 3000).Select(i => $"{i}")];
        foreach (string text in texts) cache.Add(Encoding.UTF8.GetBytes(text), FactValue.Text(text), 1);
        foreach (string text in texts) Assert.Equal(text, cache[cache.Find(Encoding.UTF8.GetBytes(text))].Value.Reference);
        Assert.Equal(-1, cache.Find("12345678-99999-12345678"u8));
    }
}
