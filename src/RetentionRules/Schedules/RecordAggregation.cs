using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>Which records belong together and are disposed of as one: a case, a volume, a folder. Immutable.</summary>
/// <param name="By">The fact whose value records have in common; a record that has none (<em>never</em>) stands alone.</param>
/// <param name="Moments">How the moments of the records combine, where an item does not say.</param>
/// <param name="Complete">The yes/no fact that says that all records of the aggregate are known; without a yes nobody knows that.</param>
/// <param name="Source">Where it is written.</param>
public sealed record RecordAggregation(FactDefinition By, AggregateMoments Moments, FactDefinition Complete, SourceReference Source);

/// <summary>How the moments of records that are disposed of as one combine.</summary>
public enum AggregateMoments
{
    /// <summary>Each record by itself: nothing is disposed of as one.</summary>
    Each,

    /// <summary>The latest of the moments.</summary>
    Latest,

    /// <summary>The earliest of the moments; destruction waits for all of them all the same.</summary>
    Earliest,
}
