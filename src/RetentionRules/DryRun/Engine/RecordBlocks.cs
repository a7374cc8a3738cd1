using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Mappings;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>
/// Cuts files of records into blocks of whole records, in their order. To be called by one thread at a time. What a block
/// holds is only parsed by the worker that takes it.
/// </summary>
/// <param name="policy">Whose facts the records fill.</param>
/// <param name="mapping">The mapping for a file with these columns; null where they are not known beforehand.</param>
/// <param name="sources">Read in order, and closed.</param>
/// <param name="requested">Columns that outputs want.</param>
/// <param name="findings">Where findings about columns go.</param>
internal sealed class RecordBlocks(
    CompiledPolicy policy, Func<IReadOnlyList<string>?, RecordMapping> mapping, IReadOnlyList<RecordSource> sources, RequestedColumns requested, RecordFindings findings) : IDisposable
{
    /// <summary>How many bytes a block has at the most, unless a record is longer: enough that a block costs little beside its records.</summary>
    public int Size { get; init; } = 512 * 1024;

    /// <summary>A record longer than this is no record.</summary>
    private const int Longest = 256 * 1024 * 1024;

    private readonly ColumnCheck _columns = new(policy, findings);
    private readonly CountedStream[] _streams = [.. sources.Select(s => new CountedStream(s.Stream))];
    private byte[] _carried = [];
    private int _carriedLength;
    private int _opened;
    private Stream? _stream;
    private OpenedFile? _file;
    private long _line = 1;
    private Task _before = Task.CompletedTask;

    /// <summary>How many bytes the files have together; null where that is not known.</summary>
    public long? TotalBytes { get; } = sources.All(s => s.Length is not null) ? sources.Sum(s => s.Length) : null;

    public long BytesRead => _streams.Sum(s => s.Count);

    /// <summary>Fills a block with the records that come next; false where there are none.</summary>
    /// <exception cref="RecordFileException">A file has another encoding, no header, or lacks a column.</exception>
    public bool TryFill(RecordBlock block)
    {
        // Set first, so that a fault of a file is told after those of the records before it.
        block.Before = _before;
        block.Taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _before = block.Taken.Task;
        while (_stream is not null || OpenNext())
        {
            if (!TryFillFrom(_stream!, block))
            {
                Close();
                continue;
            }

            if (_file is null && !TryReadHeader(block)) continue;
            block.File = _file!;
            block.BytesRead = BytesRead;
            return true;
        }

        return false;
    }

    private bool OpenNext()
    {
        if (_opened == sources.Count) return false;
        RecordSource source = sources[_opened];
        // Nobody else waits meanwhile: a worker that has nothing to decide waits for the same bytes.
        _stream = SourceBytes.OpenAsync(source with { Stream = _streams[_opened] }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        (_line, _opened) = (1, _opened + 1);
        if (source.Format == RecordFormat.JsonLines) Adopt(null);
        else if (source.Header.Count > 0) Adopt(CsvRecordReader.ReadHeader(source, []));
        return true;
    }

    private void Close()
    {
        // A file without a single line has no header either.
        if (_file is null) CsvRecordReader.ReadHeader(sources[_opened - 1], []);
        _stream!.Dispose();
        (_stream, _file, _carriedLength) = (null, null, 0);
    }

    /// <summary>Takes the header off the first block of a CSV file; false where nothing stands behind it.</summary>
    private bool TryReadHeader(RecordBlock block)
    {
        RecordSource source = sources[_opened - 1];
        ReadOnlySpan<byte> bytes = block.Bytes.AsSpan(block.Start, block.Length);
        int length = HeaderLength(bytes);
        Adopt(CsvRecordReader.ReadHeader(source, bytes[..length]));
        block.FirstLine += bytes[..length].Count((byte)'\n');
        (block.Start, block.Length) = (block.Start + length, block.Length - length);
        return block.Length > 0;
    }

    /// <summary>Up to the first line break behind a line that is not empty, quotes aside.</summary>
    private static int HeaderLength(ReadOnlySpan<byte> bytes)
    {
        int start = bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        bool isQuoted = false;
        for (int i = Math.Max(start, 0); i < bytes.Length; i++)
        {
            if (bytes[i] == '"') isQuoted = !isQuoted;
            if (bytes[i] == '\n' && !isQuoted) return i + 1;
        }

        return bytes.Length;
    }

    private void Adopt(CsvHeader? header)
    {
        RecordSource source = sources[_opened - 1];
        RecordMapping wanted = mapping(header?.Columns);
        if (header is not null) requested.CheckThere(header.Columns, source);
        IReadOnlyList<string> mapped = wanted.Columns;
        _file = new OpenedFile(source, header, wanted, [.. mapped, .. requested.Names], mapped.Count);
        if (header is null) return;
        CsvRecordReader.Continue(source, new MemoryStream(), header, 1).Select(_file.Columns);
        if (wanted.IsByName) _columns.Compare(header.Columns, source);
    }

    /// <summary>What was left of the block before, and what follows it up to the end of its last whole record.</summary>
    private bool TryFillFrom(Stream stream, RecordBlock block)
    {
        if (block.Bytes.Length < Size + _carriedLength) block.Bytes = new byte[Size + _carriedLength];
        _carried.AsSpan(0, _carriedLength).CopyTo(block.Bytes);
        int length = _carriedLength;
        while (true)
        {
            int read = stream.ReadAtLeast(block.Bytes.AsSpan(length), block.Bytes.Length - length, throwOnEndOfStream: false);
            bool isEnd = length + read < block.Bytes.Length;
            length += read;
            int end = isEnd ? length : EndOfRecords(block.Bytes.AsSpan(0, length));
            if (end > 0 || isEnd) return Cut(block, end, length);
            if (length >= Longest) throw RecordFileReader.Fault(new SourceText(sources[_opened - 1].Name, " ", "", (int)Math.Min(_line, int.MaxValue)), default, RecordDiagnostics.MalformedRow);
            byte[] longer = new byte[block.Bytes.Length * 2];
            block.Bytes.CopyTo(longer, 0);
            block.Bytes = longer;
        }
    }

    private bool Cut(RecordBlock block, int end, int length)
    {
        _carriedLength = length - end;
        if (_carried.Length < _carriedLength) _carried = new byte[_carriedLength];
        block.Bytes.AsSpan(end, _carriedLength).CopyTo(_carried);
        (block.Start, block.Length, block.FirstLine) = (0, end, _line);
        _line += block.Bytes.AsSpan(0, end).Count((byte)'\n');
        return end > 0;
    }

    /// <summary>Where the last whole record ends: a line break inside quotes ends none. In a well-formed file, quotes come in pairs.</summary>
    private int EndOfRecords(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.LastIndexOf((byte)'\n') + 1;
        if (sources[_opened - 1].Format == RecordFormat.JsonLines) return end;
        int quotes = bytes[..end].Count((byte)'"');
        while (end > 0 && quotes % 2 == 1)
        {
            int earlier = bytes[..(end - 1)].LastIndexOf((byte)'\n') + 1;
            quotes -= bytes[earlier..end].Count((byte)'"');
            end = earlier;
        }

        return end;
    }

    public void Dispose()
    {
        foreach (CountedStream stream in _streams) stream.Dispose();
    }
}
