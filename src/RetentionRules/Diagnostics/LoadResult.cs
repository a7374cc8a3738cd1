using System.Diagnostics.CodeAnalysis;

namespace RetentionRules;

/// <summary>What came of reading a file: the model where it could be read, and in any case every finding.</summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class LoadResult<T>
    where T : class
{
    private readonly T? _value;

    internal LoadResult(T? value, IReadOnlyList<Diagnostic> diagnostics)
    {
        Diagnostics = diagnostics;
        _value = HasErrors ? null : value;
    }

    /// <summary>All findings of the file, in the order of their places. Warnings may stand beside a usable model.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether a finding is an error; then there is no model.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The model.</summary>
    /// <exception cref="InvalidScheduleException">The file has errors; the exception carries them all.</exception>
    public T Value => _value ?? throw new InvalidScheduleException(Diagnostics);

    /// <summary>The model, where there is one.</summary>
    public bool TryGetValue([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return value is not null;
    }
}
