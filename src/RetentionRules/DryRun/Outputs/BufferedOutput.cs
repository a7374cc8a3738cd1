using System.Buffers;
using System.Text;

namespace RetentionRules.DryRun;

/// <summary>An output of lines in UTF-8: each worker writes into a buffer of its own, and the buffers are written in order.</summary>
public abstract class BufferedOutput : DryRunOutput
{
    private readonly Stream? _stream;
    private readonly TextWriter? _writer;

    private protected BufferedOutput(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
    }

    private protected BufferedOutput(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
    }

    /// <summary>How many lines were written, those of the header apart.</summary>
    public long Count { get; private set; }

    private bool _hasBegun;

    /// <summary>What stands before the first line, with its line break; or empty.</summary>
    private protected abstract string Head { get; }

    /// <summary>What stands behind the last line; or empty.</summary>
    private protected virtual string Foot => "";

    /// <summary>Appends the line of a record with its line break; false where it has none.</summary>
    private protected abstract bool Write(DecidedRecord record, ArrayBufferWriter<byte> buffer);

    /// <summary>What writes the lines of one worker; by itself <see cref="Write"/>, which keeps nothing between two records.</summary>
    private protected virtual Func<DecidedRecord, ArrayBufferWriter<byte>, bool> NewWriter() => Write;

    internal sealed override OutputPart NewPart() => new Part(NewWriter());

    internal sealed override async ValueTask TakeAsync(OutputPart part, CancellationToken cancellation)
    {
        Part lines = (Part)part;
        await BeginAsync(cancellation).ConfigureAwait(false);
        await WriteAsync(lines.Buffer.WrittenMemory, cancellation).ConfigureAwait(false);
        Count += lines.Count;
        lines.Clear();
    }

    internal sealed override async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await BeginAsync(cancellation).ConfigureAwait(false);
        await WriteAsync(Encoding.UTF8.GetBytes(Foot), cancellation).ConfigureAwait(false);
        if (_stream is not null) await _stream.FlushAsync(cancellation).ConfigureAwait(false);
        if (_writer is not null) await _writer.FlushAsync(cancellation).ConfigureAwait(false);
    }

    private async ValueTask BeginAsync(CancellationToken cancellation)
    {
        if (_hasBegun) return;
        _hasBegun = true;
        await WriteAsync(Encoding.UTF8.GetBytes(Head), cancellation).ConfigureAwait(false);
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (_stream is not null) await _stream.WriteAsync(bytes, cancellation).ConfigureAwait(false);
        if (_writer is not null) await _writer.WriteAsync(Encoding.UTF8.GetString(bytes.Span).AsMemory(), cancellation).ConfigureAwait(false);
    }

    private sealed class Part(Func<DecidedRecord, ArrayBufferWriter<byte>, bool> write) : OutputPart
    {
        public ArrayBufferWriter<byte> Buffer { get; } = new(64 * 1024);

        public long Count { get; private set; }

        public override void Add(DecidedRecord record)
        {
            if (write(record, Buffer)) Count++;
        }

        public void Clear()
        {
            Buffer.ResetWrittenCount();
            Count = 0;
        }
    }
}
