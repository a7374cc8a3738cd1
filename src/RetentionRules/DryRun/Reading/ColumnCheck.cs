using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Mappings;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>Without a mapping, what does not match by name is said once, before it is too late to notice.</summary>
internal sealed class ColumnCheck(CompiledPolicy policy, RecordFindings findings)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Compares the columns of a file with the facts; of several files with the same columns, only the first.</summary>
    public void Compare(IReadOnlyList<string> columns, RecordSource source)
    {
        SourceText header = HeaderOf(columns, source);
        if (!_seen.Add(header.Text)) return;
        SourceLocation place = new(header, new TextSpan(0, header.Text.Length));
        string otherSeparator = CsvRecordReader.OtherSeparator(columns, source.Separator);
        if (!columns.Contains("id") && !columns.Contains("record")) findings.Add(new Diagnostic(RecordDiagnostics.NoIdColumn, place).WithHelp(otherSeparator));
        // Then no column is what it seems, and one finding says it.
        if (otherSeparator.Length > 0) return;
        int start = 0;
        foreach (string column in columns)
        {
            SourceLocation there = new(header, new TextSpan(start, column.Length));
            start += column.Length + 1;
            if (column is not ("id" or "record") && !policy.Layout.TryPlace(column, out _)) findings.Add(Unused(column, there));
        }

        foreach (FactDefinition fact in policy.Facts.Where(RecordMap.IsExpected))
            if (!columns.Contains(fact.Name, StringComparer.Ordinal)) findings.Add(new Diagnostic(RecordDiagnostics.FactWithoutColumn, place, fact.Name));
    }

    public static SourceText HeaderOf(IReadOnlyList<string> columns, RecordSource source) => new(source.Name, string.Join(source.Separator, columns), "");

    private Diagnostic Unused(string column, SourceLocation place)
    {
        Diagnostic finding = new(RecordDiagnostics.UnusedColumn, place, column);
        return NearestWord.To(column, policy.Facts.Select(f => f.Name)) is { } meant ? finding.WithHelp($"did you mean `{meant}`?") : finding;
    }
}
