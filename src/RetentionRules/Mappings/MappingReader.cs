using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Mappings;
using RetentionRules.Schema;

namespace RetentionRules;

/// <summary>Reads record mappings: files that say which column of a record file is which fact.</summary>
public static class MappingReader
{
    /// <summary>Reads a mapping from a file.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static LoadResult<RecordMapping> ReadFile(string path, CompiledPolicy policy) => Read(FileText.FromFile(path), policy);

    /// <summary>Reads a mapping from a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="policy">The policy whose facts are filled.</param>
    /// <param name="path">The name to show in findings; it is not opened.</param>
    public static LoadResult<RecordMapping> Read(string text, CompiledPolicy policy, string path = "mapping.yaml") =>
        Read(FileText.FromText(text, path), policy);

    internal static LoadResult<RecordMapping> Read(FileText file, CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        DiagnosticBag diagnostics = new();
        RecordMapping? mapping = null;
        if (ShapedFile.Read(file, FileShapes.RecordsKey, diagnostics) is { } root)
            mapping = new MappingBinder(new YamlReading(root.Source, diagnostics), root.Map, policy).Bind();
        return new LoadResult<RecordMapping>(mapping, diagnostics.ToList());
    }
}
