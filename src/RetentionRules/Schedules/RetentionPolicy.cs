using RetentionRules.Calendars;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules;

/// <summary>
/// All that decides together about a record: a schedule, the holds, and the periods an agency has set. Immutable: each
/// <c>With…</c> gives a new policy.
/// </summary>
public sealed class RetentionPolicy
{
    private readonly IReadOnlyDictionary<string, RetentionPeriod> _settings;

    private RetentionPolicy(RetentionSchedule schedule, HoldList holds, IReadOnlyDictionary<string, RetentionPeriod> settings)
    {
        Schedule = schedule;
        Holds = holds;
        _settings = settings;
        Facts = [.. schedule.Facts, .. holds.Facts];
    }

    /// <summary>The schedule.</summary>
    public RetentionSchedule Schedule { get; }

    /// <summary>The holds; not consulted unless said otherwise.</summary>
    public HoldList Holds { get; }

    /// <summary>The facts that the policy asks of a record.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>What may not be done with records.</summary>
    public IReadOnlyList<Restriction> Restrictions => Schedule.Restrictions;

    /// <summary>What can be done with a record.</summary>
    public IReadOnlyList<RecordAct> Acts => Schedule.Acts;

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

    /// <summary>A policy of one schedule. Holds are not consulted yet, so a due destroy is blocked.</summary>
    public static RetentionPolicy For(RetentionSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new RetentionPolicy(schedule, HoldList.NotConsulted, new Dictionary<string, RetentionPeriod>(StringComparer.Ordinal));
    }

    /// <summary>The policy with these holds: a list, or <see cref="HoldList.None"/> where it is known that there are none.</summary>
    public RetentionPolicy WithHolds(HoldList holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return new RetentionPolicy(Schedule, holds, _settings);
    }

    /// <summary>The policy with a period set for a parameter of the schedule.</summary>
    /// <exception cref="ArgumentException">There is no such parameter, or the period lies outside its range.</exception>
    public RetentionPolicy WithParameter(string name, RetentionPeriod period)
    {
        PeriodParameter parameter = Schedule.Parameters.FirstOrDefault(p => p.Name == name)
            ?? throw new ArgumentException(NoSuchParameter(name), nameof(name));
        if (!parameter.Allows(period))
            throw new ArgumentException($"`{name}` may be from {parameter.Least} to {parameter.Most}, not {period}.", nameof(period));
        Dictionary<string, RetentionPeriod> settings = new(_settings, StringComparer.Ordinal) { [name] = period };
        return new RetentionPolicy(Schedule, Holds, settings);
    }

    /// <summary>What a parameter is set to: by the policy, else by the schedule, else not at all.</summary>
    public ParameterSetting SettingOf(PeriodParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return _settings.TryGetValue(parameter.Name, out RetentionPeriod period) ? ParameterSetting.To(period) : parameter.Setting;
    }

    private string NoSuchParameter(string name)
    {
        string? meant = NearestWord.To(name, Schedule.Parameters.Select(p => p.Name));
        return $"The schedule has no parameter `{name}`." + (meant is null ? "" : $" Did you mean `{meant}`?");
    }
}
