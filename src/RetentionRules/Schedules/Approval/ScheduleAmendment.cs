using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>What an amendment does with its items.</summary>
public enum AmendmentKind
{
    /// <summary>It ends their force.</summary>
    Repeal,

    /// <summary>It changed their wording; the schedule is written as it is since then, and nothing follows from it.</summary>
    Revise,

    /// <summary>It brings them into force.</summary>
    Establish,
}

/// <summary>A later instrument that changed some items of a schedule, and left the others. Immutable.</summary>
public sealed class ScheduleAmendment
{
    internal ScheduleAmendment(string id, AmendmentKind kind, IReadOnlyList<string> items, DateOnly date, SourceReference source)
    {
        Id = id;
        Kind = kind;
        Items = items;
        Date = date;
        Source = source;
    }

    /// <summary>The identifier, unique in the schedule.</summary>
    public string Id { get; }

    /// <summary>What it does.</summary>
    public AmendmentKind Kind { get; }

    /// <summary>The numbers of the items that it changes; all of them are items of the schedule.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The instrument that it rests on.</summary>
    public string Basis { get; internal init; } = "";

    /// <summary>The day from which it counts: the first day no longer in force of what it repeals, the first day in force of what it establishes.</summary>
    public DateOnly Date { get; }

    /// <summary>What to know.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
