namespace RetentionRules.DryRun;

/// <summary>A stream whose first bytes can be looked at before anything reads them.</summary>
internal sealed class HeadStream(Stream inner) : ReadingStream(inner)
{
    private const int Longest = 4;

    private readonly byte[] _head = new byte[Longest];
    private int _headLength;
    private int _headRead;

    /// <summary>The first bytes: 4, or all there are. To be called once, before anything is read.</summary>
    public async ValueTask<byte[]> LookAsync(CancellationToken cancellation)
    {
        _headLength = await Inner.ReadAtLeastAsync(_head, _head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return _head[.._headLength];
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
