using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>The columns of the record file that the outputs of a run want, all in one row.</summary>
internal sealed class RequestedColumns
{
    private readonly IReadOnlyList<DryRunOutput> _outputs;

    public RequestedColumns(IReadOnlyList<DryRunOutput> outputs)
    {
        _outputs = outputs;
        Names = [.. outputs.SelectMany(o => o.Columns)];
        Starts = [.. outputs.Select((_, i) => outputs.Take(i).Sum(o => o.Columns.Count))];
    }

    public static RequestedColumns None { get; } = new([]);

    public IReadOnlyList<string> Names { get; }

    /// <summary>Where in <see cref="Names"/> the columns of each output begin.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>Refuses a file that lacks one of the columns.</summary>
    /// <exception cref="RecordFileException">It lacks one; the message says what there is.</exception>
    public void CheckThere(IReadOnlyList<string> columns, RecordSource source)
    {
        foreach (DryRunOutput output in _outputs)
        {
            if (output.Columns.FirstOrDefault(c => !columns.Contains(c, StringComparer.Ordinal)) is not { } missing) continue;
            SourceText header = ColumnCheck.HeaderOf(columns, source);
            RecordFileException fault = RecordFileReader.Fault(header, new TextSpan(0, header.Text.Length), RecordDiagnostics.NoSuchColumn, missing);
            throw new RecordFileException(fault.Diagnostic.WithHelp(Help(missing, output.OtherNames, columns)));
        }
    }

    private static string Help(string missing, IReadOnlyList<string> others, IReadOnlyList<string> columns)
    {
        string meant = NearestWord.To(missing, others.Concat(columns)) is { } near ? $"did you mean `{near}`? " : "";
        return $"{meant}There are the columns {Listed(columns)}" + (others.Count > 0 ? $", and without a column of the records {Listed(others)}" : "");
    }

    private static string Listed(IReadOnlyList<string> names) => string.Join(", ", names);
}
