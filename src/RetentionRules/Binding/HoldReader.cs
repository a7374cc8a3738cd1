using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Schema;

namespace RetentionRules;

/// <summary>Reads files of holds. Their conditions speak of the facts of a schedule.</summary>
public static class HoldReader
{
    /// <summary>Reads holds from a file.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static LoadResult<HoldList> ReadFile(string path, RetentionInstrument instrument) => Read(FileText.FromFile(path), instrument);

    /// <summary>Reads holds from a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instrument">The schedule, register or set whose facts the conditions speak of.</param>
    /// <param name="path">The name to show in findings; it is not opened.</param>
    public static LoadResult<HoldList> Read(string text, RetentionInstrument instrument, string path = "holds.yaml") =>
        Read(FileText.FromText(text, path), instrument);

    internal static LoadResult<HoldList> Read(FileText file, RetentionInstrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        DiagnosticBag diagnostics = new();
        HoldList? holds = null;
        if (ShapedFile.Read(file, FileShapes.HoldsKey, diagnostics) is { } root)
            holds = new HoldBinder(new YamlReading(root.Source, diagnostics), root.Map, instrument).Bind();
        return new LoadResult<HoldList>(holds, diagnostics.ToList());
    }
}
