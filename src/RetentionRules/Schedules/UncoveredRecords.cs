using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>Records that need no item of a schedule, as it says itself.</summary>
/// <param name="When">Which records; every one that no item claims, where it is <see cref="Always"/>.</param>
/// <param name="Because">Why; empty where the schedule only says that it is expected.</param>
/// <param name="Source">Where it is written.</param>
public sealed record UncoveredRecords(Condition When, LocalizedText Because, SourceReference Source);
