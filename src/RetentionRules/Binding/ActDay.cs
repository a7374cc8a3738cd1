using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Days on which somebody did something. What systems write where they have no day is refused.</summary>
internal static class ActDay
{
    /// <summary>The day behind a key; false where none stands there, or one that has been reported.</summary>
    public static bool TryRead(YamlReading reading, YamlMapping map, string key, out DateOnly date)
    {
        date = default;
        if (YamlReading.Scalar(map, key) is not { } scalar || !YamlReading.TryDate(scalar, out date)) return false;
        if (date != DateOnly.MinValue && date != DateOnly.MaxValue) return true;
        reading.Report(scalar, ApprovalDiagnostics.DayOfNothing, scalar.Value.Trim());
        return false;
    }
}
