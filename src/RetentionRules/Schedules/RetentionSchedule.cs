using System.Collections.Frozen;
using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>
/// A retention schedule: what an agency may do with its records, and when. Typed, complete and immutable; nothing in it
/// needs the file it came from.
/// </summary>
public sealed class RetentionSchedule : RetentionInstrument
{
    private readonly FrozenDictionary<string, ScheduleItem> _items;

    internal RetentionSchedule(string id, ScheduleCalendar calendar, IReadOnlyList<FactDefinition> facts, IReadOnlyList<PeriodParameter> parameters, IReadOnlyList<ScheduleItem> items)
        : base(id)
    {
        Parameters = parameters;
        Calendar = calendar;
        Facts = facts;
        Items = items;
        _items = items.ToFrozenDictionary(i => i.Number, StringComparer.Ordinal);
    }

    /// <summary>How far approval has come.</summary>
    public ScheduleStatus Status { get; internal init; }

    /// <summary>Who issued it; empty where nothing is said.</summary>
    public string IssuedBy { get; internal init; } = "";

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
    public override IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>The periods that an agency sets.</summary>
    public override IReadOnlyList<PeriodParameter> Parameters { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RetentionSchedule> Schedules => [this];

    /// <summary>The items in the order of the file.</summary>
    public IReadOnlyList<ScheduleItem> Items { get; }

    /// <summary>What may not be done with records, in the order of the file; empty where the schedule restricts nothing.</summary>
    public IReadOnlyList<Restriction> Restrictions { get; internal init; } = [];

    /// <summary>What can be done with a record: the acts that every schedule knows, and those that this one declares.</summary>
    public IReadOnlyList<RecordAct> Acts { get; internal init; } = [];

    /// <summary>What to know about the schedule.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>Where its facts were taken from.</summary>
    public IReadOnlyList<string> Sources { get; internal init; } = [];

    /// <summary>
    /// Whether the schedule says that it lacks items of what it renders: a record that it does not cover may have an item
    /// all the same, and is kept.
    /// </summary>
    public bool IsPartial { get; internal init; }

    /// <summary>The item of that number.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ScheduleItem this[string number] => _items[number];

    /// <summary>Whether there is an item of that number.</summary>
    public bool Contains(string number) => _items.ContainsKey(number);
}
