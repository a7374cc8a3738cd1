using System.Globalization;
using System.Text;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>Writes rows as UTF-8 in large pieces.</summary>
internal sealed class Utf8Rows(Stream stream)
{
    private const int LongestRow = 4_096;
    private readonly byte[] _buffer = new byte[64 * 1_024];
    private int _length;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Write(string text) => _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));

    public void Write<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        if (!value.TryFormat(_buffer.AsSpan(_length), out int written, format, CultureInfo.InvariantCulture)) throw new InvalidOperationException("A row is too long.");
        _length += written;
    }

    public void WriteDay(DateOnly day) => Write(day, "o");

    /// <summary>Ends a row. After it there is room for another.</summary>
    public void EndRow()
    {
        Write("\n"u8);
        if (_length > _buffer.Length - LongestRow) Flush();
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _length);
        _length = 0;
    }
}
