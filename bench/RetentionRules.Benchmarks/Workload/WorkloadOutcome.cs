namespace RetentionRules.Benchmarks.Workload;

/// <summary>What the workload decides of a record; public, because code that is generated at run time makes it.</summary>
/// <param name="Item">The number of the first item that matches, counted from 1; 0 where none does.</param>
/// <param name="Action">What to do.</param>
/// <param name="Due">The day from which the item's action may be done, where it is known.</param>
public readonly record struct WorkloadOutcome(int Item, WorkloadAction Action, DateOnly? Due)
{
    /// <summary>A record that no item matches.</summary>
    public static WorkloadOutcome Unmatched(bool onHold) => new(0, onHold ? WorkloadAction.Hold : WorkloadAction.None, null);

    /// <summary>A record that is kept for ever.</summary>
    public static WorkloadOutcome Permanent(int item, bool onHold) => new(item, onHold ? WorkloadAction.Hold : WorkloadAction.Permanent, null);

    /// <summary>A record of which something is done once the day has come.</summary>
    public static WorkloadOutcome Timed(int item, WorkloadAction action, DateOnly? due, bool onHold, DateOnly asOf) => new(item, WhenDue(action, due, onHold, asOf), due);

    /// <summary><c>I00031 Keep 2042-09-30</c>, in no culture.</summary>
    public override string ToString() => FormattableString.Invariant($"I{Item:00000} {Action} {Due:yyyy-MM-dd}");

    private static WorkloadAction WhenDue(WorkloadAction action, DateOnly? due, bool onHold, DateOnly asOf)
    {
        if (onHold) return WorkloadAction.Hold;
        if (due is not { } day) return WorkloadAction.Pending;
        return day > asOf ? WorkloadAction.Keep : action;
    }
}

/// <summary>The words of the workload for what to do with a record.</summary>
public enum WorkloadAction
{
    /// <summary>No item matches.</summary>
    None,

    /// <summary>A hold stops everything, whether or not anything is due.</summary>
    Hold,

    /// <summary>Kept for ever.</summary>
    Permanent,

    /// <summary>The day that the period counts from is empty.</summary>
    Pending,

    /// <summary>Not due yet.</summary>
    Keep,

    /// <summary>Due to be destroyed.</summary>
    Destroy,

    /// <summary>Due to be transferred.</summary>
    Transfer,

    /// <summary>Due to be reviewed.</summary>
    Review,
}
