using RetentionRules.Pages;
using RetentionRules.Schedules;

namespace RetentionRules.DryRun;

/// <summary>Statuses by the values of the facts that the summary was asked for.</summary>
internal static class FactPart
{
    public static IEnumerable<Section> Sections(ReportContent content) => content.Summary.ByFact.Count == 0
        ? []
        : [new Section("facts", "Records by the values of facts", page => Write(page, content))];

    private static void Write(PageWriter page, ReportContent content)
    {
        foreach (FactBreakdown breakdown in content.Summary.ByFact) Write(page, breakdown);
    }

    /// <summary>The lines of a breakdown that count anything; a state stands in parentheses, because a value may be the same word.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyDictionary<DispositionStatus, long> ByStatus)> Rows(FactBreakdown breakdown)
    {
        (string Name, IReadOnlyDictionary<DispositionStatus, long> ByStatus)[] all =
        [
            .. breakdown.Rows.Select(r => (NameOf(r), r.ByStatus)),
            ("(other values)", breakdown.OtherValues),
            ("(disposed of as one)", breakdown.WithoutFacts),
        ];
        return [.. all.Where(r => r.ByStatus.Count > 0)];
    }

    /// <summary>An identifier for what is about a fact: its name may have letters of any script, but no blank.</summary>
    public static string IdOf(FactBreakdown breakdown) => "by-" + breakdown.Fact;

    private static void Write(PageWriter page, FactBreakdown breakdown)
    {
        IReadOnlyList<(string Name, IReadOnlyDictionary<DispositionStatus, long> ByStatus)> rows = Rows(breakdown);
        DispositionStatus[] statuses = [.. rows.SelectMany(r => r.ByStatus.Keys).Distinct().Order()];
        IReadOnlyList<TableCell> Row(string name, Func<DispositionStatus, long> of) => [name, .. statuses.Select(s => TableCell.Of(of(s))), TableCell.Of(statuses.Sum(of))];
        new Table(
            IdOf(breakdown), $"Records by `{breakdown.Fact}`.",
            [new("Value"), .. statuses.Select(s => new TableColumn(ReportContent.Word(s), ColumnKind.Number)), new("all", ColumnKind.Number)])
        {
            Rows = [.. rows.Select(r => Row(r.Name, s => r.ByStatus.GetValueOrDefault(s)))],
            Total = Row("all", s => rows.Sum(r => r.ByStatus.GetValueOrDefault(s))),
        }.Write(page);
    }

    private static string NameOf(FactBreakdownRow row) => row.State switch
    {
        FactState.Known => row.Value,
        FactState.Unknown => "(unknown)",
        FactState.Pending => "(pending)",
        FactState.Never => "(never)",
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };
}
