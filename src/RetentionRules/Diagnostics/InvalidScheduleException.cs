using RetentionRules.Diagnostics;

namespace RetentionRules;

/// <summary>A file with errors was used as if it had none.</summary>
public sealed class InvalidScheduleException : Exception
{
    internal InvalidScheduleException(IReadOnlyList<Diagnostic> diagnostics)
        : base("The file has errors:\n\n" + DiagnosticWriter.Write(diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)))
        => Diagnostics = diagnostics;

    /// <summary>All findings of the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
