namespace RetentionRules.DryRun;

/// <summary>What stands against acting on a listed record.</summary>
public enum RecheckProblem
{
    /// <summary>The line has no identifier.</summary>
    NoIdentifier,

    /// <summary>Several lines of the list name the record; which of them was approved is not known.</summary>
    ListedTwice,

    /// <summary>No record has the identifier. It may have been disposed of already, or be misspelt.</summary>
    NotFound,

    /// <summary>Several records have the identifier; which of them was listed is not known.</summary>
    FoundTwice,

    /// <summary>The decision of today does not permit the act.</summary>
    NotPermitted,

    /// <summary>Another item decides than the one it was approved under.</summary>
    ItemChanged,

    /// <summary>What is disposed of as one has another number of records than when it was listed. Only found where the list has the column <c>records</c>.</summary>
    CountChanged,

    /// <summary>The text of the schedule has changed since it was listed.</summary>
    ScheduleChanged,
}

/// <summary>A listed record that may not be acted on as it was listed.</summary>
/// <param name="Record">The record.</param>
/// <param name="Line">The line of the list, from 1.</param>
/// <param name="Action">The word of the act that it was listed for.</param>
/// <param name="Item">The item that it was listed under.</param>
/// <param name="Problems">What stands against it; at least one.</param>
/// <param name="Decision">What is decided now, of several records that of the first; null where it was not found.</param>
/// <param name="Text">Why, in English.</param>
public sealed record RecheckFinding(
    string Record, long Line, string Action, string Item, IReadOnlyList<RecheckProblem> Problems, DispositionDecision? Decision, string Text);
