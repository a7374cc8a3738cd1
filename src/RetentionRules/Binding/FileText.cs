using RetentionRules.Diagnostics;
using RetentionRules.Syntax;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>What is to be read: the bytes of a file, or a text that is already in memory.</summary>
internal sealed class FileText
{
    private readonly Func<DiagnosticBag, SourceText> _open;

    private FileText(Func<DiagnosticBag, SourceText> open) => _open = open;

    public static FileText FromText(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FileText(bag => SourceReader.Read(path, text, bag));
    }

    public static FileText FromBytes(byte[] bytes, string path) => new(bag => SourceReader.Read(path, bytes, bag));

    /// <summary>Reads no more than a byte beyond what would be accepted, however large the file is.</summary>
    public static FileText FromFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return FromStream(stream, path);
    }

    public static FileText FromStream(Stream stream, string path)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[64 * 1024];
        while (content.Length <= SourceReader.MaxBytes && stream.Read(buffer) is > 0 and var read) content.Write(buffer, 0, read);
        return FromBytes(content.ToArray(), path);
    }

    /// <summary>The text of a file that is no YAML: only its encoding is checked.</summary>
    public string OpenPlain(DiagnosticBag diagnostics) => _open(diagnostics).Text;

    public SourceText Open(DiagnosticBag diagnostics) => _open(diagnostics);
}
