using System.IO.Compression;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>What a compressed stream holds. Damage is told as what is wrong with the file, and so is an end that comes too early.</summary>
/// <remarks>
/// The decompressor takes a file that breaks off for one that ends. So a mark is compressed behind the file: only where
/// everything before it is whole does the mark come out at the end. What comes out after the mark went in is held back until then.
/// </remarks>
internal sealed class UnzippedStream : ReadingStream
{
    private static readonly byte[] Mark = "end of the records"u8.ToArray();
    private static readonly byte[] CompressedMark = Compress(Mark);

    private readonly MarkedStream _stored;
    private readonly string _name;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _hasEnded;

    public UnzippedStream(Stream stored, string name)
        : this(new MarkedStream(stored), name)
    {
    }

    private UnzippedStream(MarkedStream stored, string name)
        : base(new GZipStream(stored, CompressionMode.Decompress)) => (_stored, _name) = (stored, name);

    /// <summary>How much may be given out: all but the last bytes, which may be the mark.</summary>
    private int Ready => _stored.HasEnded && !_hasEnded ? 0 : Math.Max(0, _end - _start - Mark.Length);

    public override int Read(Span<byte> buffer)
    {
        while (Ready == 0 && !_hasEnded)
        {
            try
            {
                Note(Inner.Read(Room().Span));
            }
            catch (InvalidDataException)
            {
                throw Damaged();
            }
        }

        return Take(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (Ready == 0 && !_hasEnded)
        {
            try
            {
                Note(await Inner.ReadAsync(Room(), cancellationToken).ConfigureAwait(false));
            }
            catch (InvalidDataException)
            {
                throw Damaged();
            }
        }

        return Take(buffer.Span);
    }

    private Memory<byte> Room()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        return _buffer.AsMemory(_end);
    }

    private void Note(int read)
    {
        _end += read;
        _hasEnded = read == 0;
        if (_hasEnded && !_buffer.AsSpan(_start.._end).EndsWith(Mark)) throw Damaged();
    }

    private int Take(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, Ready);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    private RecordFileException Damaged() => RecordFileReader.Fault(new SourceText(_name, " ", ""), default, RecordDiagnostics.DamagedCompression);

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (GZipStream stream = new(compressed, CompressionLevel.Fastest)) stream.Write(bytes);
        return compressed.ToArray();
    }

    /// <summary>The stored bytes, and the compressed mark behind them.</summary>
    private sealed class MarkedStream(Stream stored) : ReadingStream(stored)
    {
        private int _marked;

        /// <summary>Whether the mark has been reached.</summary>
        public bool HasEnded { get; private set; }

        public override int Read(Span<byte> buffer) => !HasEnded && Inner.Read(buffer) is > 0 and var read ? read : TakeMark(buffer);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            !HasEnded && await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read ? read : TakeMark(buffer.Span);

        private int TakeMark(Span<byte> buffer)
        {
            HasEnded = true;
            int count = Math.Min(buffer.Length, CompressedMark.Length - _marked);
            CompressedMark.AsSpan(_marked, count).CopyTo(buffer);
            _marked += count;
            return count;
        }
    }
}
