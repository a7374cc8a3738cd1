using System.Text;

namespace RetentionRules.DryRun;

/// <summary>Reads a stream line by line, each decoded strictly and by itself, so that a bad byte is told with its own line.</summary>
internal sealed class Utf8LineReader(Stream stream) : IAsyncDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly MemoryStream _line = new();
    private int _start;
    private int _end;

    /// <summary>The next line without its line break, or null at the end.</summary>
    /// <exception cref="DecoderFallbackException">The line is not UTF-8; the next call goes on behind it.</exception>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        _line.SetLength(0);
        while (true)
        {
            int lineBreak = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            _line.Write(_buffer, _start, lineBreak < 0 ? _end - _start : lineBreak);
            _start = lineBreak < 0 ? _end : _start + lineBreak + 1;
            if (lineBreak >= 0) return Decode();
            _start = 0;
            _end = await stream.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
            if (_end == 0) return _line.Length == 0 ? null : Decode();
        }
    }

    private string Decode()
    {
        ReadOnlySpan<byte> line = _line.GetBuffer().AsSpan(0, (int)_line.Length);
        return Strict.GetString(line.EndsWith("\r"u8) ? line[..^1] : line);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
