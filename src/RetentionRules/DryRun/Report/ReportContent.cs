using System.Globalization;
using RetentionRules.Evaluation;
using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>All that a report is written from.</summary>
internal sealed record ReportContent(RetentionPolicy Policy, DryRunReportInputs Inputs, DryRunSummary Summary, RecordFindings Findings, ReportCounts Counts)
{
    public long Records => Summary.Records;

    public string Day => Inputs.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How many decisions came to a status.</summary>
    public long Of(DispositionStatus status) => Summary.ByStatus.GetValueOrDefault(status);

    /// <summary>How many records may have each act done with them now, in the order of the acts.</summary>
    public IReadOnlyList<(DispositionAction Act, long Count)> Permitted => [.. Counts.ByItem.Counts
        .Where(c => c.Key.Status is DispositionStatus.Eligible or DispositionStatus.Overdue)
        .GroupBy(c => c.Key.Due!.Value).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(c => c.Value)))];

    /// <summary>The items of all schedules, each with its name in the summary.</summary>
    public IReadOnlyList<(string Name, RetentionSchedule Schedule, ScheduleItem Item)> Items =>
        [.. Policy.Instrument.Schedules.SelectMany(s => s.Items.Select(i => (SummaryCounts.NameOf(Policy.Instrument, s, i), s, i)))];

    /// <summary>Rows about items, parted by their schedules where there are several.</summary>
    public IReadOnlyList<TableRows> BySchedule(IEnumerable<(RetentionSchedule Schedule, IReadOnlyList<TableCell> Row)> rows) =>
        [.. rows.GroupBy(r => r.Schedule).Select(g => new TableRows(Policy.Instrument is RetentionSchedule ? "" : $"{g.Key}: {g.Key.Title}", [.. g.Select(r => r.Row)]))];

    /// <summary>A title in a language that a page in English has to name.</summary>
    public static TableCell Cell(Schedules.LocalizedText text) => new(text.Value, LanguageOf(text));

    public static string LanguageOf(Schedules.LocalizedText text) =>
        text.Languages.FirstOrDefault(l => text.TryGet(l, out string? value) && value == text.Value && !l.StartsWith("en", StringComparison.OrdinalIgnoreCase)) ?? "";

    /// <summary>Identifiers of records to look up, for a cell.</summary>
    public static string Examples(IReadOnlyList<string> ids) => ids.Count == 0 ? "(without an identifier)" : string.Join('\n', ids);

    public static string Word(DispositionStatus status) => DecisionText.Word(status);
}
