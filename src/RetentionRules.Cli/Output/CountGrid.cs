using System.Globalization;
using RetentionRules.DryRun;
using RetentionRules.Schedules;

namespace RetentionRules.Cli.Output;

/// <summary>Counts in rows and columns.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows, each with a count for each column.</param>
internal sealed record CountGrid(string Title, IReadOnlyList<string> Columns, IReadOnlyList<(string Name, IReadOnlyList<long> Counts)> Rows);

/// <summary>What falls due in which year, with a column for each act. Lines without any record are left out.</summary>
internal static class ForecastTable
{
    public static CountGrid Of(DispositionForecast forecast, DateOnly asOf)
    {
        IReadOnlyList<ForecastAct> acts = forecast.Acts;
        int last = asOf.Year + DispositionForecast.Years;
        (string, IReadOnlyList<long> Counts)[] rows =
        [
            ("due now", [.. acts.Select(a => a.DueNow)]),
            .. acts.SelectMany(a => a.ByYear.Keys).Distinct().Order()
                .Select(year => (year.ToString(CultureInfo.InvariantCulture), (IReadOnlyList<long>)[.. acts.Select(a => a.ByYear.GetValueOrDefault(year))])),
            ($"later than {last}", [.. acts.Select(a => a.Later)]),
            ("never", [.. acts.Select(a => a.Never)]),
            ("not known", [.. acts.Select(a => a.NotKnown)]),
        ];
        return new CountGrid("Forecast", [.. acts.Select(a => a.Act)], [.. rows.Where(r => r.Counts.Any(c => c > 0))]);
    }
}

/// <summary>The statuses by the value of a fact.</summary>
internal static class BreakdownTable
{
    public static CountGrid Of(FactBreakdown breakdown)
    {
        (string Name, IReadOnlyDictionary<DispositionStatus, long> Counts)[] rows =
        [
            .. breakdown.Rows.Select(r => (NameOf(r), r.ByStatus)),
            ("(other values)", breakdown.OtherValues),
            ("(disposed of as one)", breakdown.WithoutFacts),
        ];
        DispositionStatus[] statuses = [.. rows.SelectMany(r => r.Counts.Keys).Distinct().Order()];
        return new CountGrid(
            $"By {breakdown.Fact}",
            [.. statuses.Select(s => s.ToString().ToLowerInvariant())],
            [.. rows.Where(r => r.Counts.Count > 0).Select(r => (r.Name, (IReadOnlyList<long>)[.. statuses.Select(s => r.Counts.GetValueOrDefault(s))]))]);
    }

    /// <summary>A state stands in parentheses, because a value may be the same word.</summary>
    private static string NameOf(FactBreakdownRow row) => row.State switch
    {
        FactState.Known => row.Value,
        FactState.Unknown => "(unknown)",
        FactState.Pending => "(pending)",
        FactState.Never => "(never)",
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };
}
