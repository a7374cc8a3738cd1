using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules;

/// <summary>One line of a schedule: which records, and what becomes of them. Immutable.</summary>
public sealed class ScheduleItem
{
    internal ScheduleItem(string number, LocalizedText title, Condition when, IReadOnlyList<ItemCase> cases, SourceReference source)
    {
        Number = number;
        Title = title;
        When = when;
        Cases = cases;
        Source = source;
    }

    /// <summary>The number, unique in its schedule.</summary>
    public string Number { get; }

    /// <summary>What the records are.</summary>
    public LocalizedText Title { get; }

    /// <summary>Which records, before exceptions and the residual are taken into account.</summary>
    public Condition When { get; }

    /// <summary>The branches, tried in order; an item without branches has one that is always taken.</summary>
    public IReadOnlyList<ItemCase> Cases { get; }

    /// <summary>Where the item begins.</summary>
    public SourceReference Source { get; }

    /// <summary>The numbers of items that give way to this one where both apply.</summary>
    public IReadOnlyList<string> ExceptionTo { get; internal init; } = [];

    /// <summary>Whether it applies only where no other item does.</summary>
    public bool IsResidual { get; internal init; }

    /// <summary>
    /// Whether a business need, stated with a name, may keep the records longer. The periods are floors; no date moves.
    /// </summary>
    public bool AllowsLongerRetention { get; internal init; }

    /// <summary>The item of the parent schedule whose period is the minimum here; empty where there is none.</summary>
    public string Implements { get; internal init; } = "";

    /// <summary>Whether a schedule that implements this one may set a shorter period.</summary>
    public bool AllowsShorterRetention { get; internal init; }

    /// <summary>How the moments of records that are disposed of as one combine, where the item says so itself; else null.</summary>
    public AggregateMoments? Aggregates { get; internal init; }

    /// <summary>The disposition authorities: the numbers of approvals.</summary>
    public IReadOnlyList<string> Authorities { get; internal init; } = [];

    /// <summary>The law that the item rests on.</summary>
    public IReadOnlyList<string> Citations { get; internal init; } = [];

    /// <summary>When the item is in force; where nothing is said, with its schedule.</summary>
    public InForceInterval InForce { get; internal init; } = InForceInterval.NotStated;

    /// <summary>What else the schedule says about the item.</summary>
    public ItemNotes Notes { get; internal init; } = ItemNotes.None;

    /// <inheritdoc/>
    public override string ToString() => $"{Number} {Title}";
}
