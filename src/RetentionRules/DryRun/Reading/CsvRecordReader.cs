using System.Text;
using CsvHelper;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Mappings;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>Streams CSV (RFC 4180) with a header or with names that are given, in UTF-8: records by the million, of which none is kept.</summary>
internal sealed class CsvRecordReader : RecordFileReader, IUtf8Cells
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CsvReader _csv;
    private readonly bool _hasHeaderLine;
    private string[] _header = [];
    private string _headerLine = "";
    private int[] _fields = [];
    private string?[] _cells = [];
    private bool _isAnyDecoded;
    private long _linesBefore;

    private CsvRecordReader(RecordSource source, CsvReader csv)
        : base(source.Name)
    {
        _csv = csv;
        _hasHeaderLine = source.Header.Count == 0;
        _header = [.. source.Header.Select(h => h.Trim())];
    }

    public override long Line => _linesBefore + _csv.LineNumber;

    public override IReadOnlyList<string> Columns => _header;

    /// <summary>Decoded when it is asked for: most cells are known by their bytes.</summary>
    public override string this[int column]
    {
        get
        {
            _isAnyDecoded = true;
            return _cells[column] ??= Decode(_fields[column]);
        }
    }

    public ReadOnlySpan<byte> Utf8(int column) => _csv.GetSpan(_fields[column]);

    /// <summary>The cells as a mapper reads them, record after record.</summary>
    public CsvCells Follow(Utf8RecordMapper mapper)
    {
        mapper.Follow(this);
        return new CsvCells(this, _csv, _fields);
    }

    /// <summary>Opens the bytes of a source and reads its header, where it was not given. The stream is closed with the reader.</summary>
    /// <exception cref="RecordFileException">There is no header, or a column stands twice.</exception>
    public static async ValueTask<CsvRecordReader> OpenAsync(RecordSource source, Stream stream, CancellationToken cancellation)
    {
        CsvRecordReader reader = new(source, Parse(stream, source.Separator));
        if (reader._hasHeaderLine) await reader.ReadHeaderAsync(cancellation).ConfigureAwait(false);
        else reader._headerLine = string.Join(source.Separator, reader._header);
        reader.CheckHeader();
        return reader;
    }

    /// <summary>The header alone: that of the line, or the names that were given.</summary>
    /// <exception cref="RecordFileException">There is none, or a column stands twice.</exception>
    public static CsvHeader ReadHeader(RecordSource source, ReadOnlySpan<byte> line)
    {
        ValueTask<CsvRecordReader> opened = OpenAsync(source, new MemoryStream(line.ToArray()), CancellationToken.None);
        CsvRecordReader reader = opened.AsTask().GetAwaiter().GetResult();
        return new CsvHeader(reader._header, reader._headerLine);
    }

    /// <summary>Reads on in a file of which the header is known.</summary>
    /// <param name="source">The file.</param>
    /// <param name="stream">Whole records.</param>
    /// <param name="header">The header.</param>
    /// <param name="firstLine">The line of the file on which the first of the records begins.</param>
    public static CsvRecordReader Continue(RecordSource source, Stream stream, CsvHeader header, long firstLine) =>
        new(source, Parse(stream, source.Separator)) { _header = header.Columns, _headerLine = header.Line, _linesBefore = firstLine - 1 };

    private static CsvReader Parse(Stream stream, char separator)
    {
        CsvReaderOptions options = CsvReaderOptions.Default with
        {
            HasHeader = false,
            Separator = separator,
            TrackLineNumbers = true,
            SkipEmptyLines = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            Encoding = Encoding.UTF8,
            PoolStrings = false,
        };
        return CsvReader.Create(stream, options, leaveOpen: false);
    }

    private async ValueTask ReadHeaderAsync(CancellationToken cancellation)
    {
        if (!await NextAsync(cancellation).ConfigureAwait(false)) throw Fault(Cut(" ", 1), default, RecordDiagnostics.NoHeader);
        _headerLine = RawText();
        _header = [.. Enumerable.Range(0, _csv.FieldCount).Select(i => Decode(i).Trim().TrimStart('\uFEFF'))];
    }

    private void CheckHeader()
    {
        if (_header.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Fault(Cut(_headerLine, 1), HeaderSpan(twice.Key), RecordDiagnostics.ColumnTwice, twice.Key);
    }

    public override void Select(IReadOnlyList<string> columns)
    {
        _fields = [.. columns.Select(c => Array.IndexOf(_header, c))];
        string[] missing = [.. columns.Where(c => !_header.Contains(c, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            string named = (missing.Length == 1 ? "column " : "columns ") + string.Join(", ", missing.Select(m => $"`{m}`"));
            RecordFileException fault = Fault(Cut(_headerLine, 1), new TextSpan(0, _headerLine.Length), RecordDiagnostics.MissingColumn, named);
            throw new RecordFileException(fault.Diagnostic.WithHelp(HelpForMissing(missing)));
        }

        _cells = new string[_fields.Length];
    }

    private string HelpForMissing(string[] missing)
    {
        if (OtherSeparator(_header, _csv.Separator) is { Length: > 0 } separator) return separator;
        string[] meant = [.. missing.Select(m => NearestWord.To(m, _header)).OfType<string>()];
        if (meant.Length == 0) return "";
        string ofCase = meant.Intersect(missing, StringComparer.OrdinalIgnoreCase).Any() ? " Upper and lower case count" : "";
        return $"did you mean {string.Join(", ", meant.Select(m => $"`{m}`"))}?{ofCase}";
    }

    /// <summary>What to say of a header that is one column only because something else than the separator parts it; else empty.</summary>
    public static string OtherSeparator(IReadOnlyList<string> header, char separator)
    {
        char[] others = header is [var only] ? [.. ";\t|,".Where(c => c != separator && only.Contains(c, StringComparison.Ordinal))] : [];
        return others switch
        {
            [] => "",
            ['\t', ..] => "the columns seem to be parted by tabs: pass --separator tab",
            [var sign, ..] => $"the columns seem to be parted by `{sign}`: pass --separator \"{sign}\"",
        };
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        if (!await NextAsync(cancellation).ConfigureAwait(false)) return false;
        return IsWhole();
    }

    /// <summary>Goes to the next record of a stream that is in memory already.</summary>
    public override bool Read()
    {
        try
        {
            if (!_csv.Read()) return false;
        }
        catch (CsvFormatException e)
        {
            throw Malformed(e);
        }

        return IsWhole();
    }

    private bool IsWhole()
    {
        if (_csv.FieldCount != _header.Length)
            throw Fault(Excerpt(), new TextSpan(0, Excerpt().Text.Length), RecordDiagnostics.RaggedRow, _csv.FieldCount, _header.Length);
        if (_isAnyDecoded) Array.Clear(_cells);
        _isAnyDecoded = false;
        if (!_hasHeaderLine && Line == 1 && RepeatsHeader())
            throw Fault(Excerpt(), new TextSpan(0, Excerpt().Text.Length), RecordDiagnostics.HeaderRepeated);
        return true;
    }

    /// <summary>Names that were given for a file that has them itself would make a record of its header.</summary>
    private bool RepeatsHeader() => Enumerable.Range(0, _header.Length).All(i => Decode(i).Trim().TrimStart('\uFEFF') == _header[i]);

    private async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await _csv.ReadAsync(cancellation).ConfigureAwait(false);
        }
        catch (CsvFormatException e)
        {
            throw Malformed(e);
        }
    }

    private RecordFileException Malformed(CsvFormatException e) => Fault(Cut(" ", _linesBefore + e.LineNumber), default, RecordDiagnostics.MalformedRow);

    private string Decode(int field)
    {
        try
        {
            return Strict.GetString(_csv.GetSpan(field));
        }
        catch (DecoderFallbackException)
        {
            throw Fault(Excerpt(), new TextSpan(Math.Max(0, RawText().IndexOf('\uFFFD', StringComparison.Ordinal)), 1), RecordDiagnostics.BadEncoding);
        }
    }

    private string RawText() => Encoding.UTF8.GetString(_csv.RawRecord).TrimEnd('\r', '\n');

    public override SourceText Excerpt() => Cut(RawText(), Line);

    public override TextSpan SpanOf(int column) => FieldAt(RawText(), _fields[column]);

    private TextSpan HeaderSpan(string name) => FieldAt(_headerLine, Array.LastIndexOf(_header, name));

    /// <summary>Where a field stands in the text of its row, quotes and all: separators inside quotes part nothing.</summary>
    private TextSpan FieldAt(string row, int field)
    {
        int start = 0;
        bool quoted = false;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] == '"') quoted = !quoted;
            if (quoted || row[i] != _csv.Separator) continue;
            if (field-- == 0) return TextSpan.FromBounds(start, i);
            start = i + 1;
        }

        return TextSpan.FromBounds(start, row.Length);
    }

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();
}

/// <summary>The cells of the current record of a reader, without a look at what kind of reader it is.</summary>
internal readonly struct CsvCells(CsvRecordReader reader, CsvReader csv, int[] fields) : IUtf8Cells
{
    public string this[int column] => reader[column];

    public ReadOnlySpan<byte> Utf8(int column) => csv.GetSpan(fields[column]);
}
