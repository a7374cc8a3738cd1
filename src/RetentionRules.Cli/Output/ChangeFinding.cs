using RetentionRules.Analysis;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Output;

/// <summary>A finding about two editions.</summary>
/// <param name="Finding">The finding, as it is weighed.</param>
/// <param name="Change">The change that it tells; null where it tells that something is not settled, or of an acceptance.</param>
internal sealed record ChangeFinding(JudgedFinding Finding, MeaningChange? Change);
