using RetentionRules.Calendars;

namespace RetentionRules.Schedules;

/// <summary>The schedule that another one implements: its periods are minima, unless it allows shorter ones. Immutable.</summary>
/// <param name="Schedule">The parent.</param>
/// <param name="Name">The file as the child names it.</param>
/// <param name="Settings">The parent's parameters as the child sets them, by name.</param>
public sealed record ParentSchedule(RetentionSchedule Schedule, string Name, IReadOnlyDictionary<string, RetentionPeriod> Settings);
