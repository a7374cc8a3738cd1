using System.Text;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>A stream in another encoding as UTF-8, without a byte order mark. What cannot be decoded ends the reading.</summary>
internal sealed class DecodedStream : ReadingStream
{
    private const int BlockSize = 32 * 1024;

    private readonly string _name;
    private readonly string _encoding;
    private readonly MarkingFallback _fallback = new();
    private readonly Decoder _decoder;
    private readonly byte[] _stored = new byte[BlockSize];
    private readonly char[] _chars;
    private readonly byte[] _utf8;
    private int _start;
    private int _end;
    private long _line = 1;
    private bool _hasBegun;
    private bool _hasEnded;

    public DecodedStream(Stream stored, Encoding encoding, string name)
        : base(stored)
    {
        (_name, _encoding) = (name, encoding.WebName);
        Encoding strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = _fallback;
        _decoder = strict.GetDecoder();
        _chars = new char[strict.GetMaxCharCount(BlockSize)];
        _utf8 = new byte[Encoding.UTF8.GetMaxByteCount(_chars.Length)];
    }

    public override int Read(Span<byte> buffer)
    {
        while (_start == _end && !_hasEnded) Decode(Inner.Read(_stored));
        return Take(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_start == _end && !_hasEnded) Decode(await Inner.ReadAsync(_stored, cancellationToken).ConfigureAwait(false));
        return Take(buffer.Span);
    }

    private int Take(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _end - _start);
        _utf8.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    private void Decode(int read)
    {
        _hasEnded = read == 0;
        int length = _decoder.GetChars(_stored.AsSpan(0, read), _chars, flush: _hasEnded);
        ReadOnlySpan<char> text = _chars.AsSpan(0, length);
        if (_fallback.WasUsed) throw Undecodable(text);
        _line += text.Count('\n');
        if (!_hasBegun && length > 0 && text[0] == '\uFEFF') text = text[1..];
        _hasBegun |= length > 0;
        (_start, _end) = (0, Encoding.UTF8.GetBytes(text, _utf8));
    }

    private RecordFileException Undecodable(ReadOnlySpan<char> text)
    {
        long line = _line + text[..Math.Max(0, text.IndexOf(MarkingFallback.Mark))].Count('\n');
        return RecordFileReader.Fault(new SourceText(_name, " ", "", (int)Math.Min(line, int.MaxValue)), default, RecordDiagnostics.Undecodable, _encoding);
    }

    /// <summary>Puts a mark where something cannot be decoded, and remembers it; an exception would not tell the line.</summary>
    private sealed class MarkingFallback : DecoderFallback
    {
        public const char Mark = '\uFFFD';

        public bool WasUsed { get; private set; }

        public override int MaxCharCount => 1;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

        private sealed class Buffer(MarkingFallback owner) : DecoderFallbackBuffer
        {
            private bool _hasMark;

            public override int Remaining => _hasMark ? 1 : 0;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                owner.WasUsed = true;
                return _hasMark = true;
            }

            public override char GetNextChar()
            {
                char next = _hasMark ? Mark : '\0';
                _hasMark = false;
                return next;
            }

            public override bool MovePrevious() => false;

            public override void Reset() => _hasMark = false;
        }
    }
}
