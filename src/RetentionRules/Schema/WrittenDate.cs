using System.Globalization;

namespace RetentionRules.Schema;

/// <summary>A day as files write it: year, month and day, 2026-11-22.</summary>
internal static class WrittenDate
{
    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
