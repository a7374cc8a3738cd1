using RetentionRules.Binding;
using RetentionRules.Text;

namespace RetentionRules.Diagnostics;

/// <summary>The text of a file of the library, for findings about it.</summary>
public static class SourceFile
{
    /// <summary>Reads a file as the library does; of one that cannot be read as text, as far as it can.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SourceText Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FileText.FromFile(path).Open(new DiagnosticBag());
    }
}
