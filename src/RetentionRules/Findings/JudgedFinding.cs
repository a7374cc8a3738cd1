using RetentionRules.Schedules;

namespace RetentionRules.Findings;

/// <summary>A finding, and what it counts for an agency on a day.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Severity">How heavy it is under the profile.</param>
/// <param name="Acceptance">Who lets it stand, and why; null where nobody does.</param>
public sealed record JudgedFinding(Diagnostic Diagnostic, DiagnosticSeverity Severity, AcceptedFinding? Acceptance)
{
    /// <summary>Whether somebody lets it stand.</summary>
    public bool IsAccepted => Acceptance is not null;

    /// <summary>Whether a check fails with it: nobody lets it stand, and it is as heavy as the profile asks.</summary>
    public bool Fails { get; internal init; }

    /// <summary>Who had let it stand until a day that is past; null where nobody had, or somebody else still does.</summary>
    public AcceptedFinding? Lapsed { get; internal init; }

    /// <summary>The number of the item within whose text it stands; empty where it stands in none.</summary>
    public string Item { get; internal init; } = "";

    /// <summary>
    /// What tells the finding from others of its file, however often lines move and days pass: a hash over its code, its
    /// item or its text, and what its message names; of equal ones a number stands behind it.
    /// </summary>
    public string Identity { get; internal init; } = "";
}
