using RetentionRules.Calendars;
using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>How long: a period that the schedule states, or a parameter that an agency sets. A closed hierarchy.</summary>
public abstract class PeriodAmount
{
    private protected PeriodAmount()
    {
    }
}

/// <summary>A period that the schedule states.</summary>
public sealed class StatedPeriod : PeriodAmount
{
    internal StatedPeriod(RetentionPeriod period) => Period = period;

    /// <summary>The period.</summary>
    public RetentionPeriod Period { get; }

    /// <inheritdoc/>
    public override string ToString() => Period.ToString();
}

/// <summary>A period that an agency sets within a range.</summary>
public sealed class ParameterPeriod : PeriodAmount
{
    internal ParameterPeriod(PeriodParameter parameter) => Parameter = parameter;

    /// <summary>The parameter.</summary>
    public PeriodParameter Parameter { get; }

    /// <inheritdoc/>
    public override string ToString() => Parameter.Name;
}

/// <summary>A range within which an agency sets a period. While it has set none, the period is unknown within the range.</summary>
public sealed class PeriodParameter
{
    internal PeriodParameter(string name, RetentionPeriod least, RetentionPeriod most, SourceReference source) =>
        (Name, Least, Most, Source) = (name, least, most, source);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The shortest period that may be set.</summary>
    public RetentionPeriod Least { get; }

    /// <summary>The longest period that may be set.</summary>
    public RetentionPeriod Most { get; }

    /// <summary>Where it is declared.</summary>
    public SourceReference Source { get; }

    /// <summary>The period that the schedule itself sets, if it does.</summary>
    public ParameterSetting Setting { get; internal init; } = ParameterSetting.Unset;

    /// <summary>Whether a period may be set: it is no shorter than <see cref="Least"/> and no longer than <see cref="Most"/>.</summary>
    public bool Allows(RetentionPeriod period) => Least.IsAtMost(period) && period.IsAtMost(Most);
}

/// <summary>Whether a parameter is set, and to what.</summary>
public readonly record struct ParameterSetting
{
    private readonly RetentionPeriod _period;

    private ParameterSetting(RetentionPeriod period) => (IsSet, _period) = (true, period);

    /// <summary>No period is set.</summary>
    public static ParameterSetting Unset => default;

    /// <summary>Whether a period is set.</summary>
    public bool IsSet { get; }

    /// <summary>The period.</summary>
    /// <exception cref="InvalidOperationException">None is set.</exception>
    public RetentionPeriod Period => IsSet ? _period : throw new InvalidOperationException("The parameter is not set.");

    /// <summary>The parameter is set to this period.</summary>
    public static ParameterSetting To(RetentionPeriod period) => new(period);
}
