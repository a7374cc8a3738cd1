using RetentionRules.Diagnostics;

namespace RetentionRules.DryRun;

/// <summary>A file of records cannot be read on: a row has lost its columns, a column is missing.</summary>
public sealed class RecordFileException : Exception
{
    internal RecordFileException(Diagnostic diagnostic)
        : base(DiagnosticWriter.Write(diagnostic)) => Diagnostic = diagnostic;

    /// <summary>What is wrong, and where.</summary>
    public Diagnostic Diagnostic { get; }
}
