using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>
/// A body that merges, splits or is dissolved. Its records are frozen until custody has passed to whoever takes them over:
/// who made a record and who keeps it are two facts. Immutable.
/// </summary>
/// <param name="Body">The body, as the facts <c>creator</c> and <c>custodian</c> name it.</param>
/// <param name="Change">What becomes of it.</param>
/// <param name="Keepers">Who takes over which of its records, in order; one, of all of them, where there is one successor.</param>
/// <param name="Source">Where it is written.</param>
public sealed record Reorganisation(string Body, ReorganisationChange Change, IReadOnlyList<RecordKeeper> Keepers, SourceReference Source);

/// <summary>A body that takes records over.</summary>
/// <param name="Custodian">The body.</param>
/// <param name="When">Which records, of those that no keeper before takes.</param>
public sealed record RecordKeeper(string Custodian, Condition When);

/// <summary>What becomes of a body.</summary>
public enum ReorganisationChange
{
    /// <summary>It goes up in another.</summary>
    Merged,

    /// <summary>It falls into several; who keeps which records is stated.</summary>
    Split,

    /// <summary>It ends.</summary>
    Dissolved,
}
