using System.Globalization;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>The first 1,000 records of the workload for 100 items, and what was decided of them elsewhere.</summary>
internal static class WorkloadSample
{
    /// <summary>The schedule that the sample is decided under.</summary>
    public const int Items = 100;

    private static readonly CultureInfo invariant = CultureInfo.InvariantCulture;

    public static IReadOnlyList<WorkloadRecord> Records()
    {
        using StreamReader file = new(WorkloadFiles.OpenSampleRecords());
        file.ReadLine();
        List<WorkloadRecord> records = [];
        while (file.ReadLine() is { } line) records.Add(Record(line.Split(',')));
        return records;
    }

    /// <summary>The given decisions; the file has no header.</summary>
    public static IReadOnlyList<WorkloadOutcome> Decisions()
    {
        using StreamReader file = new(WorkloadFiles.OpenSampleDecisions());
        List<WorkloadOutcome> decisions = [];
        while (file.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            int item = cells[1].Length == 0 ? 0 : int.Parse(cells[1].AsSpan(1), NumberStyles.None, invariant);
            decisions.Add(new WorkloadOutcome(item, Enum.Parse<WorkloadAction>(cells[2], ignoreCase: true), Day(cells[3])));
        }

        return decisions;
    }

    /// <summary>Only a title can have commas, so the columns behind it are counted from the end.</summary>
    private static WorkloadRecord Record(string[] cells) => new()
    {
        Id = int.Parse(cells[0], NumberStyles.None, invariant),
        Series = cells[1],
        Agency = cells[2],
        RecordType = cells[3],
        Title = Unquoted(string.Join(',', cells[4..^9])),
        Created = Day(cells[^9])!.Value,
        Closed = Day(cells[^8]),
        FinalPayment = Day(cells[^7]),
        Superseded = Day(cells[^6]),
        Security = cells[^5],
        FiscalYearEnd = Day(cells[^4])!.Value,
        Amount = decimal.Parse(cells[^3], NumberStyles.AllowDecimalPoint, invariant),
        OnHold = cells[^2] == "true",
        Media = cells[^1],
    };

    private static string Unquoted(string cell) => cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    private static DateOnly? Day(string cell) => cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", invariant);
}
