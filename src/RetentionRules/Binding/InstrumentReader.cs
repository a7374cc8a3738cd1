using RetentionRules.Binding;
using RetentionRules.Diagnostics;

namespace RetentionRules;

/// <summary>
/// Reads what decides about records: a schedule, a register of editions, or a set of schedules, with the files that it names.
/// </summary>
public static class InstrumentReader
{
    /// <summary>Reads a file, or of a folder its <c>register.yaml</c>.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static LoadResult<RetentionInstrument> ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string file = Directory.Exists(path) ? Path.Combine(path, InstrumentFile.RegisterName) : path;
        DiagnosticBag diagnostics = new();
        RetentionInstrument? instrument = InstrumentFile.Read(FileText.FromFile(file), diagnostics, Path.GetFullPath(file));
        return new LoadResult<RetentionInstrument>(instrument, diagnostics.ToList());
    }
}
