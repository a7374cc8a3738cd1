namespace RetentionRules.Schedules;

/// <summary>An edition of a schedule, as another file names it.</summary>
/// <param name="Schedule">The identifier; empty where it is that of the schedule that names it.</param>
/// <param name="Version">The version; empty where any edition of that identifier is meant.</param>
public readonly record struct EditionReference(string Schedule, string Version)
{
    /// <summary>Nothing is named.</summary>
    public static EditionReference None => new("", "");

    /// <summary>Whether an edition is named.</summary>
    public bool IsStated => this != None && (Schedule?.Length > 0 || Version?.Length > 0);

    /// <summary>Whether a schedule is the one that is meant.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="namedBy">The identifier of the schedule that names it.</param>
    public bool Means(RetentionSchedule schedule, string namedBy)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.Id == (Schedule.Length > 0 ? Schedule : namedBy) && (Version.Length == 0 || schedule.Version == Version);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', ((string[])[Schedule, Version]).Where(t => t.Length > 0));
}
