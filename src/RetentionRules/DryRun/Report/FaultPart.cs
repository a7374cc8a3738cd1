using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Pages;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>Values that did not fit, and what else was found about the files of records.</summary>
internal static class FaultPart
{
    /// <summary>How many values of one fact are shown: the most frequent.</summary>
    private const int MostValues = 5;

    /// <summary>How many findings of one kind are shown.</summary>
    private const int MostFindings = 50;

    public static void Write(PageWriter page, ReportContent content)
    {
        if (content.Findings.UnfitValues == 0) page.Paragraph("Every value fits the type of its fact.");
        else WriteFaults(page, content);
        IGrouping<string, Diagnostic>[] others = [.. content.Findings.Diagnostics.Where(d => d.Descriptor != RecordDiagnostics.CellDoesNotFit).GroupBy(d => d.Code).OrderBy(g => g.Key, StringComparer.Ordinal)];
        if (others.Length > 0) WriteOthers(page, others);
    }

    private static void WriteFaults(PageWriter page, ReportContent content)
    {
        ILookup<string, (FindingKey Key, long Count, IReadOnlyList<string> Examples)> found = content.Counts.Faults.Found.ToLookup(f => f.Key.Kind, StringComparer.Ordinal);
        List<IReadOnlyList<TableCell>> rows = [];
        foreach ((string fact, long count) in content.Findings.UnfitByFact.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            (FindingKey Key, long Count, IReadOnlyList<string> Examples)[] shown = [.. found[fact].Take(MostValues)];
            foreach ((FindingKey key, long records, IReadOnlyList<string> examples) in shown) rows.Add([fact, key.Name, key.Detail, TableCell.Of(records), ReportContent.Examples(examples)]);
            long rest = count - shown.Sum(s => s.Count);
            if (rest > 0) rows.Add([fact, shown.Length == 0 ? "" : "(other values)", "", TableCell.Of(rest), ""]);
        }

        page.Paragraph("What cannot be read is unknown, and what is not known never leads to destruction. Mend the values, or say in the mapping what they mean.");
        new Table(
            "fault-table", $"{HtmlText.Count(content.Findings.UnfitValues, "value")} that did not fit, by fact; the most frequent of each.",
            [new("Fact", ColumnKind.Code), new("Value", ColumnKind.Code), new("What is wrong"), new("Records", ColumnKind.Number), new("For example", ColumnKind.Code)])
        {
            Rows = rows,
        }.Write(page);
    }

    private static void WriteOthers(PageWriter page, IGrouping<string, Diagnostic>[] others) => new Table(
        "finding-table", "Findings about the files.",
        [new("Code", ColumnKind.Code), new("What", ColumnKind.Prose), new("Where", ColumnKind.Code), new("What to do", ColumnKind.Prose)])
    {
        Rows = [.. others.SelectMany(g => g.Take(MostFindings).Select(Row).Concat(Rest(g)))],
    }.Write(page);

    private static IReadOnlyList<TableCell> Row(Diagnostic finding) =>
        [finding.Code, finding.Message, PlaceOf(finding.Location), finding.Help.Length > 0 ? finding.Help : finding.Descriptor.Mend];

    private static IEnumerable<IReadOnlyList<TableCell>> Rest(IGrouping<string, Diagnostic> group) =>
        group.Count() > MostFindings ? [[group.Key, $"{HtmlText.Number(group.Count() - MostFindings)} more of the same kind", "", ""]] : [];

    /// <summary>Without the folder, which is another on each machine.</summary>
    private static string PlaceOf(SourceLocation location) => $"{Path.GetFileName(location.Source.Path)}:{location.Start}";
}
