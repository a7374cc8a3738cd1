using System.Globalization;
using RetentionRules.DryRun;
using RetentionRules.Schedules;

namespace RetentionRules.Cli.Output;

/// <summary>The summary of a dry-run as a person reads it.</summary>
internal static class SummaryText
{
    /// <summary>Years beyond these many are summed up in one line.</summary>
    private const int YearsShown = 12;

    public static void Write(TextWriter output, DryRunSummary summary, CompiledPolicy policy, DateOnly asOf)
    {
        RetentionInstrument schedule = policy.Policy.Instrument;
        output.WriteLine($"{Counted.Write(summary.Records, "record")} as of {asOf:yyyy-MM-dd}, schedule {schedule}");
        Table(output, "Status", summary.ByStatus.Select(s => (StatusWord(s.Key), s.Value)));
        Table(output, "Due now", summary.ByAction.Select(a => (a.Key, a.Value)));
        Table(output, "Item", summary.ByItem.OrderByDescending(i => i.Value).ThenBy(i => i.Key, StringComparer.Ordinal).Select(i => (ItemLine(schedule, i.Key), i.Value)));
        Table(output, "Due year", Years(summary));
        Grid(output, ForecastTable.Of(summary.Forecast, asOf));
        foreach (FactBreakdown breakdown in summary.ByFact) Grid(output, BreakdownTable.Of(breakdown));
        Table(output, "For a person to decide", summary.ByReferral.OrderByDescending(r => r.Value).Select(r => (r.Key, r.Value)));
        Table(output, "Would settle undetermined records", summary.UndeterminedByMissing.OrderByDescending(m => m.Value).Select(m => (m.Key, m.Value)));
        if (summary.BlockedOnlyByHoldsNotConsulted > 0) WriteHoldsAdvice(output, summary);
    }

    private static void WriteHoldsAdvice(TextWriter output, DryRunSummary summary)
    {
        output.WriteLine();
        output.WriteLine($"{Counted.Write(summary.BlockedOnlyByHoldsNotConsulted, "destruction")} blocked only because holds were not consulted.");
        output.WriteLine("Pass --holds FILE with the holds, or --holds none if it is known that there are none.");
    }

    private static string StatusWord(DispositionStatus status) => status.ToString().ToLowerInvariant();

    private static string ItemLine(RetentionInstrument instrument, string name)
    {
        if (name.Length == 0) return "(no single item)";
        IEnumerable<(string Name, LocalizedText Title)> items = instrument.Schedules.SelectMany(s => s.Items.Select(i => (instrument is RetentionSchedule ? i.Number : $"{s} {i.Number}", i.Title)));
        return $"{name}  {items.First(i => i.Name == name).Title}";
    }

    private static IEnumerable<(string, long)> Years(DryRunSummary summary)
    {
        foreach ((int year, long count) in summary.ByDueYear.Take(YearsShown)) yield return (year.ToString(CultureInfo.InvariantCulture), count);
        long later = summary.ByDueYear.Skip(YearsShown).Sum(y => y.Value);
        if (later > 0) yield return ("later", later);
        if (summary.WithoutDueYear > 0) yield return ("not known", summary.WithoutDueYear);
    }

    private static void Table(TextWriter output, string title, IEnumerable<(string Name, long Count)> rows)
    {
        (string Name, long Count)[] all = [.. rows];
        if (all.Length == 0) return;
        output.WriteLine();
        output.WriteLine(title);
        foreach ((string name, long count) in all) output.WriteLine($"{Counted.Number(count),12}  {name}");
    }

    /// <summary>Numbers under the names of their columns, and what each line is about behind them.</summary>
    private static void Grid(TextWriter output, CountGrid grid)
    {
        if (grid.Rows.Count == 0) return;
        output.WriteLine();
        output.WriteLine(grid.Title);
        output.WriteLine(string.Concat(grid.Columns.Select(c => c.PadLeft(14))));
        foreach ((string name, IReadOnlyList<long> counts) in grid.Rows)
            output.WriteLine(string.Concat(counts.Select(c => (c == 0 ? "." : Counted.Number(c)).PadLeft(14))) + "  " + name);
    }
}
