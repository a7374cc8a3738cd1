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

    /// <summary>How records get their class: that of the schedule.</summary>
    public ClassificationScheme Classification => Schedule.Classification;

    /// <summary>The facts that the policy asks of a record.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

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
