using System.Text;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>Makes a stream of UTF-8 of a source that is compressed, or written in another encoding.</summary>
internal static class SourceBytes
{
    /// <exception cref="RecordFileException">The source begins as another encoding does than the one that was said.</exception>
    public static async ValueTask<Stream> OpenAsync(RecordSource source, CancellationToken cancellation)
    {
        HeadStream stored = new(source.Stream);
        byte[] head = await stored.LookAsync(cancellation).ConfigureAwait(false);
        if (IsCompressed(head))
        {
            stored = new HeadStream(new UnzippedStream(stored, source.Name));
            head = await stored.LookAsync(cancellation).ConfigureAwait(false);
        }

        if (source.Encoding is not UTF8Encoding) return new DecodedStream(stored, EncodingOf(source, head), source.Name);
        return OtherEncoding(head) is not { Length: > 0 } other
            ? stored
            : throw RecordFileReader.Fault(new SourceText(source.Name, " ", ""), default, RecordDiagnostics.OtherEncoding, other);
    }

    /// <summary>The first two bytes of gzip (RFC 1952), with which no text begins.</summary>
    private static bool IsCompressed(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>A byte order mark knows better than a person in which order the bytes of UTF-16 stand.</summary>
    private static Encoding EncodingOf(RecordSource source, ReadOnlySpan<byte> head) =>
        source.Encoding is UnicodeEncoding && head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : source.Encoding is UnicodeEncoding && head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : source.Encoding;

    /// <summary>The name of another encoding than UTF-8 that the bytes begin as; or empty.</summary>
    private static string OtherEncoding(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "UTF-16"
        : head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? "UTF-32"
        : head.Length >= 2 && (head[0] == 0 || head[1] == 0) ? "UTF-16"
        : "";
}
