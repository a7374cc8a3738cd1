using System.Security.Cryptography;
using System.Text;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.Syntax;

/// <summary>From bytes to text: size, encoding, and characters that must not stand in a file.</summary>
internal static class SourceReader
{
    /// <summary>16 MiB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a file. The text is usable only where no error was reported.</summary>
    public static SourceText Read(string path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length > MaxBytes)
        {
            SourceText nothing = new(path, "", "");
            diagnostics.Report(nothing, default, ReadingDiagnostics.FileTooLarge, MaxBytes);
            return nothing;
        }

        string hash = HashOf(bytes);
        if (OtherEncoding(bytes) is { } encoding)
        {
            SourceText nothing = new(path, "", hash);
            diagnostics.Report(nothing, default, ReadingDiagnostics.OtherEncoding, encoding);
            return nothing;
        }

        int mark = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        ReadOnlySpan<byte> content = bytes[mark..];
        SourceText source = new(path, Encoding.UTF8.GetString(content), hash);
        if (FirstInvalid(content) is { } invalid)
        {
            int at = Encoding.UTF8.GetCharCount(content[..invalid]);
            diagnostics.Report(source, new TextSpan(at, 1), ReadingDiagnostics.NotUtf8, invalid + mark + 1, content[invalid]);
            return source;
        }

        CharacterCheck.Run(source, diagnostics);
        return source;
    }

    /// <summary>Takes a text from memory as if it had been a UTF-8 file.</summary>
    public static SourceText Read(string path, string text, DiagnosticBag diagnostics)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            SourceText nothing = new(path, "", "");
            diagnostics.Report(nothing, default, ReadingDiagnostics.FileTooLarge, MaxBytes);
            return nothing;
        }

        string hash = HashOf(Encoding.UTF8.GetBytes(text));
        SourceText source = new(path, text.StartsWith('\uFEFF') ? text[1..] : text, hash);
        CharacterCheck.Run(source, diagnostics);
        return source;
    }

    /// <summary>What <see cref="SourceText.ContentHash"/> says of these bytes.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? "UTF-32"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? "UTF-16"
        : null;

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            return e.Index;
        }
    }
}
