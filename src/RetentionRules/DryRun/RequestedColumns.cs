using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>The columns of the record file that the outputs of a run want, all in one row.</summary>
internal sealed class RequestedColumns
{
    private readonly IReadOnlyList<DryRunOutput> _outputs;
    private readonly bool[] _met;

    public RequestedColumns(IReadOnlyList<DryRunOutput> outputs)
    {
        _outputs = outputs;
        Names = [.. outputs.SelectMany(o => o.Columns)];
        _met = new bool[Names.Count];
        Starts = [.. outputs.Select((_, i) => outputs.Take(i).Sum(o => o.Columns.Count))];
    }

    public static RequestedColumns None { get; } = new([]);

    public IReadOnlyList<string> Names { get; }

    /// <summary>Where in <see cref="Names"/> the columns of each output begin.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>Notes which columns a file had that has been read to its end.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="first">The place of the first of the columns among its cells.</param>
    public void NoteMet(RecordFileReader reader, int first)
    {
        for (int i = 0; i < _met.Length; i++) _met[i] |= reader.WasMet(first + i);
    }

    /// <summary>JSON lines have no header: only when all have been read is it known that none had a column.</summary>
    /// <exception cref="RecordFileException">No record had one of the columns.</exception>
    public void CheckMet(string file)
    {
        if (Array.IndexOf(_met, false) is not (>= 0 and var place)) return;
        DryRunOutput output = _outputs[Starts.Count(s => s <= place) - 1];
        RecordFileException fault = RecordFileReader.Fault(new SourceText(file, " ", ""), default, RecordDiagnostics.NoSuchColumn, Names[place]);
        throw new RecordFileException(fault.Diagnostic.WithHelp(Help(Names[place], output.OtherNames, [])));
    }

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
        string there = columns.Count > 0 ? $"the columns of the records are {Listed(columns)}; " : "";
        return $"{meant}{there}besides these there are {Listed([.. others.Except(columns)])}";
    }

    private static string Listed(IReadOnlyList<string> names) => string.Join(", ", names);
}
