using RetentionRules.Mappings;

namespace RetentionRules.DryRun;

/// <summary>A file of records of which the form is known: its columns, and which of them are read as what.</summary>
/// <param name="Source">The file.</param>
/// <param name="Header">The header of a CSV file; null of a form that has none.</param>
/// <param name="Mapping">How its columns become facts.</param>
/// <param name="Columns">The columns that are read: those of the mapping, and behind them those that outputs want.</param>
/// <param name="FirstRequested">The place of the first column that only an output wants.</param>
internal sealed record OpenedFile(RecordSource Source, CsvHeader? Header, RecordMapping Mapping, IReadOnlyList<string> Columns, int FirstRequested)
{
    /// <summary>A reader of a block of the file, set to its columns.</summary>
    public RecordFileReader Read(RecordBlock block)
    {
        MemoryStream stream = new(block.Bytes, block.Start, block.Length, writable: false);
        RecordFileReader reader = Header is { } header
            ? CsvRecordReader.Continue(Source, stream, header, block.FirstLine)
            : new JsonLinesRecordReader(Source.Name, stream, block.FirstLine);
        reader.Select(Columns);
        return reader;
    }
}

/// <summary>The header of a CSV file.</summary>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Line">The line as it stands in the file.</param>
internal sealed record CsvHeader(string[] Columns, string Line);
