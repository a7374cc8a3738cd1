using System.Collections.Frozen;
using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>
/// A retention schedule: what an agency may do with its records, and when. Typed, complete and immutable; nothing in it
/// needs the file it came from.
/// </summary>
public sealed class RetentionSchedule
{
    private readonly FrozenDictionary<string, ScheduleItem> _items;

    internal RetentionSchedule(string id, ScheduleCalendar calendar, IReadOnlyList<FactDefinition> facts, IReadOnlyList<ScheduleItem> items)
    {
        Id = id;
        Calendar = calendar;
        Facts = facts;
        Items = items;
        _items = items.ToFrozenDictionary(i => i.Number, StringComparer.Ordinal);
    }

    /// <summary>The identifier.</summary>
    public string Id { get; }

    /// <summary>The title.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>The edition; empty where none is named.</summary>
    public string Version { get; internal init; } = "";

    /// <summary>How far approval has come.</summary>
    public ScheduleStatus Status { get; internal init; }

    /// <summary>Who made and approved it, what its items rest on, and what has changed them since.</summary>
    public ScheduleApproval Approval { get; internal init; } = ScheduleApproval.NotStated;

    /// <summary>When it is in force.</summary>
    public InForceInterval InForce { get; internal init; }

    /// <summary>The cycles it counts by.</summary>
    public ScheduleCalendar Calendar { get; }

    /// <summary>What becomes of a day that does not exist.</summary>
    public DateRounding Rounding { get; internal init; }

    /// <summary>How items share out the records.</summary>
    public ItemSelection Selection { get; internal init; }

    /// <summary>
    /// The facts that it asks of a record: those declared, the fates of related records, and the completion of steps
    /// that have no declared fact.
    /// </summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>The periods that an agency sets.</summary>
    public IReadOnlyList<PeriodParameter> Parameters { get; internal init; } = [];

    /// <summary>The items in the order of the file.</summary>
    public IReadOnlyList<ScheduleItem> Items { get; }

    /// <summary>What to know about the schedule.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>Where its facts were taken from.</summary>
    public IReadOnlyList<string> Sources { get; internal init; } = [];

    /// <summary>
    /// Whether the schedule says that it lacks items of what it renders: a record that it does not cover may have an item
    /// all the same, and is kept.
    /// </summary>
    public bool IsPartial { get; internal init; }

    /// <summary>SHA-256 of the bytes of its file, as <c>sha256:…</c>: what a decision was made by.</summary>
    public string ContentHash { get; internal init; } = "";

    /// <summary>The name of the file it was read from, as it was given.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The item of that number.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ScheduleItem this[string number] => _items[number];

    /// <summary>Whether there is an item of that number.</summary>
    public bool Contains(string number) => _items.ContainsKey(number);

    /// <inheritdoc/>
    public override string ToString() => Version.Length == 0 ? Id : $"{Id} {Version}";
}
