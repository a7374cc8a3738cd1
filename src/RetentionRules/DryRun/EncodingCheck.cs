namespace RetentionRules.DryRun;

/// <summary>Looks at the first bytes of a stream before anything reads it: a byte order mark tells another encoding than UTF-8.</summary>
internal sealed class EncodingCheck(Stream stream) : ReadingStream(stream)
{
    private readonly byte[] _head = new byte[4];
    private int _headLength;
    private int _headRead;

    /// <summary>The name of the other encoding, or empty.</summary>
    public async ValueTask<string> LookAsync(CancellationToken cancellation)
    {
        _headLength = await Inner.ReadAtLeastAsync(_head, _head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return OtherEncoding();
    }

    /// <summary>The same, waiting for the stream.</summary>
    public string Look()
    {
        _headLength = Inner.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        return OtherEncoding();
    }

    private string OtherEncoding()
    {
        ReadOnlySpan<byte> head = _head.AsSpan(0, _headLength);
        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "UTF-16"
            : head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? "UTF-32"
            : head.Length >= 2 && (head[0] == 0 || head[1] == 0) ? "UTF-16"
            : "";
    }

    public override int Read(Span<byte> buffer) => TakeHead(buffer) is > 0 and int taken ? taken : Inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        TakeHead(buffer.Span) is > 0 and int taken ? ValueTask.FromResult(taken) : Inner.ReadAsync(buffer, cancellationToken);

    private int TakeHead(Span<byte> buffer)
    {
        int count = Math.Min(_headLength - _headRead, buffer.Length);
        _head.AsSpan(_headRead, count).CopyTo(buffer);
        _headRead += count;
        return count;
    }
}
