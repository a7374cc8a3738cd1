using System.Collections.Frozen;
using RetentionRules.Diagnostics;
using RetentionRules.Schedules;

namespace RetentionRules.Findings;

/// <summary>
/// How an agency weighs findings: which are errors to it, which only notes, which it does not want to hear of, and from
/// which weight on a check fails. Immutable.
/// </summary>
/// <remarks>What is an error by itself stays one: with it the file cannot be used.</remarks>
public sealed class FindingProfile
{
    private readonly FrozenDictionary<string, DiagnosticSeverity> _severities;
    private readonly FrozenSet<string> _off;

    internal FindingProfile(string id, IReadOnlyDictionary<string, DiagnosticSeverity> severities, IEnumerable<string> off)
    {
        Id = id;
        _severities = severities.ToFrozenDictionary(StringComparer.Ordinal);
        _off = off.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Every finding weighs what its kind weighs, and a check fails with a warning.</summary>
    public static FindingProfile Default { get; } = new("", FrozenDictionary<string, DiagnosticSeverity>.Empty, []);

    /// <summary>The identifier; empty of the default.</summary>
    public string Id { get; }

    /// <summary>Whose files are weighed by it.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>The name of the file it was read from, as it was given; empty of the default.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The lightest finding with which a check fails.</summary>
    public DiagnosticSeverity FailOn { get; private init; } = DiagnosticSeverity.Warning;

    /// <summary>Whether findings of a kind are not told at all.</summary>
    public bool IsOff(DiagnosticDescriptor kind) => kind.Severity != DiagnosticSeverity.Error && _off.Contains(kind.Code);

    /// <summary>How heavy findings of a kind are here; of one that is not told, what it would be.</summary>
    public DiagnosticSeverity SeverityOf(DiagnosticDescriptor kind) =>
        kind.Severity == DiagnosticSeverity.Error ? kind.Severity : _severities.GetValueOrDefault(kind.Code, kind.Severity);

    /// <summary>The same weights, and another bound of failure.</summary>
    public FindingProfile WithFailOn(DiagnosticSeverity least) => new(Id, _severities, _off) { Title = Title, Path = Path, FailOn = least };
}
