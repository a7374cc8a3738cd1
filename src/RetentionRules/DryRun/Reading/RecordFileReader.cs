using RetentionRules.Diagnostics;
using RetentionRules.Mappings;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>Reads the records of a file one after another; never more than one is held in memory.</summary>
internal abstract class RecordFileReader : IRecordCells, IAsyncDisposable
{
    protected RecordFileReader(string path) => Path = path;

    /// <summary>The name shown in findings.</summary>
    public string Path { get; }

    /// <summary>Opens a source, whose stream is closed with the reader.</summary>
    /// <exception cref="RecordFileException">It is in another encoding, damaged, or has no header.</exception>
    public static async ValueTask<RecordFileReader> OpenAsync(RecordSource source, CancellationToken cancellation)
    {
        Stream stream = await SourceBytes.OpenAsync(source, cancellation).ConfigureAwait(false);
        return source.Format switch
        {
            RecordFormat.Csv => await CsvRecordReader.OpenAsync(source, stream, cancellation).ConfigureAwait(false),
            RecordFormat.JsonLines => new JsonLinesRecordReader(source.Name, stream),
            _ => throw new ArgumentOutOfRangeException(nameof(source)),
        };
    }

    /// <summary>The line on which the current record begins, from 1.</summary>
    public abstract long Line { get; }

    /// <summary>The columns, where they are known before the records are.</summary>
    public abstract IReadOnlyList<string>? Columns { get; }

    /// <summary>The text of a cell of the current record.</summary>
    /// <param name="column">The place of the column among those of <see cref="Select"/>.</param>
    public abstract string this[int column] { get; }

    /// <summary>Says which columns will be read, and in which order. A missing one is reported.</summary>
    /// <exception cref="RecordFileException">A column is missing.</exception>
    public abstract void Select(IReadOnlyList<string> columns);

    /// <summary>Whether the file has the column; of a form without a header, whether a record has had it so far.</summary>
    public virtual bool WasMet(int column) => true;

    /// <summary>Goes to the next record.</summary>
    /// <exception cref="RecordFileException">The record cannot be read.</exception>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellation);

    /// <summary>Goes to the next record of a stream that is in memory.</summary>
    /// <exception cref="RecordFileException">The record cannot be read.</exception>
    public abstract bool Read();

    /// <summary>The current record as it stands in the file, for findings.</summary>
    public abstract SourceText Excerpt();

    /// <summary>Where in <see cref="Excerpt"/> a cell stands; the whole record where that cannot be told.</summary>
    public abstract TextSpan SpanOf(int column);

    public abstract ValueTask DisposeAsync();

    public static RecordFileException Fault(SourceText source, TextSpan span, DiagnosticDescriptor descriptor, params object[] arguments) =>
        new(new Diagnostic(descriptor, new SourceLocation(source, span), arguments));

    /// <summary>A record as a text with the right line number; only its beginning, where it is very long.</summary>
    protected SourceText Cut(string text, long line)
    {
        const int Longest = 4096;
        return new SourceText(Path, text.Length <= Longest ? text : text[..Longest], "", (int)Math.Min(line, int.MaxValue));
    }
}
