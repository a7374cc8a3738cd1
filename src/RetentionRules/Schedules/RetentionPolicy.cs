using RetentionRules.Calendars;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules;

/// <summary>
/// All that decides together about a record: a schedule, a register or a set of them, the holds, and the periods an agency
/// has set. Immutable: each <c>With…</c> gives a new policy.
/// </summary>
public sealed class RetentionPolicy
{
    private readonly IReadOnlyDictionary<string, RetentionPeriod> _settings;
    private readonly Lazy<IReadOnlyList<FactDefinition>> _facts;
    private readonly Lazy<IReadOnlyList<Restriction>> _restrictions;
    private readonly Lazy<IReadOnlyList<RecordAct>> _acts;

    private RetentionPolicy(RetentionInstrument instrument, HoldList holds, IReadOnlyDictionary<string, RetentionPeriod> settings)
    {
        Instrument = instrument;
        Holds = holds;
        _settings = settings;
        _facts = new(() => [.. instrument.FactsWithParents, .. holds.Facts]);
        _restrictions = new(() => [.. instrument.Schedules.SelectMany(s => s.Restrictions)]);
        _acts = new(() => instrument.AllActs);
        Classification = instrument.Classification;
        Aggregation = instrument.Schedules.Select(s => s.Aggregation).FirstOrDefault(a => a is not null);
    }

    /// <summary>What decides: a schedule, a register of editions, or a set.</summary>
    public RetentionInstrument Instrument { get; }

    /// <summary>The holds; not consulted unless said otherwise.</summary>
    public HoldList Holds { get; }

    /// <summary>How records get their class.</summary>
    public ClassificationScheme Classification { get; }

    /// <summary>The facts that the policy asks of a record.</summary>
    public IReadOnlyList<FactDefinition> Facts => _facts.Value;

    /// <summary>Which records are disposed of as one; null where none are.</summary>
    public RecordAggregation? Aggregation { get; }

    /// <summary>What may not be done with records.</summary>
    public IReadOnlyList<Restriction> Restrictions => _restrictions.Value;

    /// <summary>What can be done with a record; where one schedule says which fact records an act, that fact does.</summary>
    public IReadOnlyList<RecordAct> Acts => _acts.Value;

    /// <summary>The act that an act of a disposition is.</summary>
    internal RecordAct ActOf(DispositionAction action) => Acts.First(a => a.Disposition == action);

    /// <summary>The act of that name.</summary>
    /// <exception cref="ArgumentException">The schedule knows no such act.</exception>
    public RecordAct ActOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Acts.FirstOrDefault(a => a.Name == name) is { } act) return act;
        string? meant = NearestWord.To(name, Acts.Select(a => a.Name));
        throw new ArgumentException($"The schedule knows no act `{name}`." + (meant is null ? "" : $" Did you mean `{meant}`?"), nameof(name));
    }

    /// <summary>A policy of a schedule, a register or a set. Holds are not consulted yet, so a due destroy is blocked.</summary>
    public static RetentionPolicy For(RetentionInstrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return new RetentionPolicy(instrument, HoldList.NotConsulted, new Dictionary<string, RetentionPeriod>(StringComparer.Ordinal));
    }

    /// <summary>The policy with these holds: a list, or <see cref="HoldList.None"/> where it is known that there are none.</summary>
    public RetentionPolicy WithHolds(HoldList holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return new RetentionPolicy(Instrument, holds, _settings);
    }

    /// <summary>The policy with a period set for a parameter of the schedule.</summary>
    /// <exception cref="ArgumentException">There is no such parameter, or the period lies outside its range.</exception>
    public RetentionPolicy WithParameter(string name, RetentionPeriod period)
    {
        PeriodParameter[] parameters = [.. Instrument.ParametersNamed(name)];
        if (parameters.Length == 0) throw new ArgumentException(NoSuchParameter(name), nameof(name));
        if (parameters.FirstOrDefault(p => !p.Allows(period)) is { } parameter)
            throw new ArgumentException($"`{name}` may be from {parameter.Least} to {parameter.Most}, not {period}.", nameof(period));
        Dictionary<string, RetentionPeriod> settings = new(_settings, StringComparer.Ordinal) { [name] = period };
        return new RetentionPolicy(Instrument, Holds, settings);
    }

    /// <summary>
    /// The policy as it holds for a schedule that is implemented: with that schedule's parameters as they are set where it is
    /// implemented, and nowhere else, because a parameter of that name may be another one with another range.
    /// </summary>
    internal RetentionPolicy For(ParentSchedule parent) => new(Instrument, Holds, parent.Settings);

    /// <summary>What a parameter is set to: by the policy, else by the schedule, else not at all.</summary>
    public ParameterSetting SettingOf(PeriodParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return _settings.TryGetValue(parameter.Name, out RetentionPeriod period) ? ParameterSetting.To(period) : parameter.Setting;
    }

    /// <summary>
    /// The limits that stand beside what a schedule says: its own, and in a set those of the set and of its other schedules.
    /// Those of another edition are no concern of this one.
    /// </summary>
    internal IEnumerable<RetentionLimit> LimitsOn(RetentionSchedule schedule) => Instrument is ScheduleSet set
        ? set.Limits.Concat(set.Members.OfType<RetentionSchedule>().SelectMany(s => s.Limits)).Concat(schedule.Limits).Distinct()
        : schedule.Limits;

    private string NoSuchParameter(string name)
    {
        string? meant = NearestWord.To(name, Instrument.Parameters.Select(p => p.Name));
        return $"There is no parameter `{name}`." + (meant is null ? "" : $" Did you mean `{meant}`?");
    }
}
