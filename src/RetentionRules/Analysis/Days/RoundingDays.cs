using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>Days from which a period ends on a day that does not exist.</summary>
internal static class RoundingDays
{
    /// <summary>All days of a leap year and of the years around it on which a month can end.</summary>
    private static readonly DateOnly[] days =
    [
        new(2024, 2, 29),
        .. ((int[])[2023, 2024, 2025]).SelectMany(year => Enumerable.Range(1, 12).SelectMany(month => Enumerable.Range(28, DateTime.DaysInMonth(year, month) - 27).Select(day => new DateOnly(year, month, day)))),
        .. Enumerable.Range(0, 366).Select(day => new DateOnly(2024, 1, 1).AddDays(day)),
    ];

    /// <summary>A day of all facts that the period counts from on which rounding decides; null where there is none of those tried.</summary>
    public static DateOnly? Find(RetentionPolicy policy, FactLayout layout, PeriodAfter period)
    {
        RetentionPeriod? amount = period.Amount switch
        {
            StatedPeriod stated => stated.Period,
            ParameterPeriod { Parameter: var p } => policy.SettingOf(p) is { IsSet: true } setting ? setting.Period : p.Least,
            _ => throw new ArgumentOutOfRangeException(nameof(period)),
        };
        string[] facts = [.. MomentFacts.Of(period.Start).Where(f => f.IsDated).Select(f => f.Name).Distinct()];
        RecordFacts record = new(layout);
        foreach (DateOnly day in days)
        {
            foreach (string fact in facts) record.Set(fact, FactValue.Date(day));
            DateBounds start = new MomentEvaluator(policy, DateRounding.Up, record, day, []).Evaluate(period.Start, Side.Floor).Bounds;
            if (start.IsExact && amount.Value.NeedsRounding(start.NotBefore)) return day;
        }

        return null;
    }
}
