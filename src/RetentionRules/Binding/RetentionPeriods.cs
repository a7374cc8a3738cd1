using RetentionRules.Binding;
using RetentionRules.Calendars;
using RetentionRules.Syntax.Language;

namespace RetentionRules;

/// <summary>Reads periods as schedules write them.</summary>
public static class RetentionPeriods
{
    /// <summary>Reads <c>6 years</c>, <c>7 years and 6 months</c>, <c>90 days</c>.</summary>
    /// <returns>Whether the text is a period.</returns>
    public static bool TryParse(string text, out RetentionPeriod period)
    {
        ArgumentNullException.ThrowIfNull(text);
        Parsed<PeriodSyntax> parsed = LanguageParser.Period(text);
        period = parsed is { Tree: { } tree, Faults.Count: 0 } ? MomentBinder.PeriodOf(tree) : default;
        return parsed is { Tree: not null, Faults.Count: 0 };
    }
}
