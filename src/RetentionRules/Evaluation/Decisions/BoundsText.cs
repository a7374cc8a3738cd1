using RetentionRules.Calendars;

namespace RetentionRules.Evaluation;

/// <summary>Intervals of days in the words that people use for them.</summary>
internal static class BoundsText
{
    public static string Write(DateBounds bounds)
    {
        if (bounds.IsExact) return bounds.NotBefore.Date == DateOnly.MinValue ? "at once" : bounds.NotBefore.ToString();
        if (bounds.IsNever) return "never";
        bool hasStart = bounds.NotBefore != DateBound.NegativeInfinity;
        bool hasEnd = bounds.NotAfter.IsFinite;
        return (hasStart, hasEnd) switch
        {
            (true, true) => $"from {bounds.NotBefore} to {bounds.NotAfter}",
            (true, false) => $"not before {bounds.NotBefore}",
            (false, true) => $"not after {bounds.NotAfter}",
            (false, false) => "unknown",
        };
    }
}
