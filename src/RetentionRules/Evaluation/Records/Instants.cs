namespace RetentionRules.Evaluation;

/// <summary>Turns instants into days. There is no way to do so without saying in which time zone.</summary>
internal static class Instants
{
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
    }
}
