namespace RetentionRules.DryRun;

/// <summary>Reads a stream line by line, as bytes: each line can then be decoded by itself, so that a bad byte is told with its own line.</summary>
internal sealed class Utf8LineReader(Stream stream) : IAsyncDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    /// <summary>The line as far as it stood in the buffers before.</summary>
    private readonly MemoryStream _begun = new();

    private int _start;
    private int _end;
    private byte[] _lineBytes = [];
    private int _lineStart;
    private int _lineLength;

    /// <summary>The current line without its line break, until the next is read.</summary>
    public ReadOnlySpan<byte> Line => new(_lineBytes, _lineStart, _lineLength);

    /// <summary>Goes to the next line; false where there is none.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        _begun.SetLength(0);
        while (!TryTake())
        {
            (_start, _end) = (0, await stream.ReadAsync(_buffer, cancellation).ConfigureAwait(false));
            if (_end == 0) return TryTakeLast();
        }

        return true;
    }

    /// <summary>The same for a stream in memory, which never makes anybody wait.</summary>
    public bool Read()
    {
        _begun.SetLength(0);
        while (!TryTake())
        {
            (_start, _end) = (0, stream.Read(_buffer));
            if (_end == 0) return TryTakeLast();
        }

        return true;
    }

    /// <summary>Takes the rest of the line from the buffer; false where the buffer ends before the line does.</summary>
    private bool TryTake()
    {
        int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        if (length < 0)
        {
            _begun.Write(_buffer, _start, _end - _start);
            return false;
        }

        if (_begun.Length == 0)
        {
            Show(_buffer, _start, length);
        }
        else
        {
            _begun.Write(_buffer, _start, length);
            TryTakeLast();
        }

        _start += length + 1;
        return true;
    }

    /// <summary>Takes what was begun as a whole line.</summary>
    private bool TryTakeLast()
    {
        Show(_begun.GetBuffer(), 0, (int)_begun.Length);
        return _begun.Length > 0;
    }

    private void Show(byte[] bytes, int start, int length)
    {
        bool hasReturn = length > 0 && bytes[start + length - 1] == '\r';
        (_lineBytes, _lineStart, _lineLength) = (bytes, start, hasReturn ? length - 1 : length);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
