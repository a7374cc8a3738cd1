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
    private readonly Lazy<ILookup<string, ScheduleItem>> _exceptions;

    internal RetentionSchedule(string id, ScheduleCalendar calendar, IReadOnlyList<FactDefinition> facts, IReadOnlyList<PeriodParameter> parameters, IReadOnlyList<ScheduleItem> items)
        : base(id)
    {
        Parameters = parameters;
        Calendar = calendar;
        Facts = facts;
        Items = items;
        _items = items.ToFrozenDictionary(i => i.Number, StringComparer.Ordinal);
        _exceptions = new(() => items.SelectMany(i => i.ExceptionTo.Distinct(StringComparer.Ordinal).Select(general => (general, i))).ToLookup(e => e.general, e => e.i, StringComparer.Ordinal));
    }

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
    /// The facts that it asks of a record: those declared, those that its classification asks for, the fates of related
    /// records, and the completion of steps that have no declared fact.
    /// </summary>
    public override IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>The periods that an agency sets.</summary>
    public override IReadOnlyList<PeriodParameter> Parameters { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RetentionSchedule> Schedules => [this];

    /// <summary>The edition that it supersedes; none where nothing is said.</summary>
    public EditionReference Supersedes { get; internal init; } = EditionReference.None;

    /// <summary>The schedule that it implements, whose periods are minima; null where there is none.</summary>
    public ParentSchedule? Implements { get; internal init; }

    /// <summary>Floors and ceilings that laws set for acts, whatever item decides.</summary>
    public IReadOnlyList<RetentionLimit> Limits { get; internal init; } = [];

    /// <summary>Which records are disposed of as one.</summary>
    public RecordAggregation? Aggregation { get; internal init; }

    /// <summary>How its records are filed; <see cref="ClassificationScheme.None"/> where it does not say.</summary>
    internal ClassificationScheme Filing { get; init; } = ClassificationScheme.None;

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
    /// Records that the schedule says need no item here, because others cover them; empty where every record should have one.
    /// They are unscheduled all the same: it changes no decision, and is what an analysis holds gaps against.
    /// </summary>
    public IReadOnlyList<UncoveredRecords> Uncovered { get; internal init; } = [];

    /// <summary>
    /// Whether the schedule says that it lacks items of what it renders: a record that it does not cover may have an item
    /// all the same, and is kept.
    /// </summary>
    public bool IsPartial { get; internal init; }

    /// <summary>The item of that number.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ScheduleItem this[string number] => _items[number];

    /// <summary>The items that are exceptions to an item, in the order of the file.</summary>
    internal IEnumerable<ScheduleItem> ExceptionsTo(ScheduleItem item) => _exceptions.Value[item.Number];

    /// <summary>Whether there is an item of that number.</summary>
    public bool Contains(string number) => _items.ContainsKey(number);
}
