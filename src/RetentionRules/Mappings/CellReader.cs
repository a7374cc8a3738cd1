using System.Globalization;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Mappings;

/// <summary>Reads the text of a cell as a value of a fact.</summary>
internal static class CellReader
{
    /// <summary>Instants as ISO 8601 writes them, with an offset or Z.</summary>
    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    /// <summary>
    /// The value, where the cell has one that fits; else the problem. Empty cells and sentinels are not read here.
    /// </summary>
    public static bool TryRead(FactMapping mapping, string cell, out FactValue value, out string problem)
    {
        string text = mapping.Values.GetValueOrDefault(cell, cell);
        problem = "";
        if (mapping.Codes is { } codes && !codes.TryGet(cell, out text, out problem))
        {
            value = FactValue.Unknown;
            return false;
        }

        switch (mapping.Fact.Type)
        {
            case TextType or CodeType or EnumerationType:
                value = FactValue.Text(text);
                problem = value.IsKnown ? "" : "a text with characters that cannot be seen";
                break;
            case NumberType:
                bool isNumber = NumberText.TryParse(text, out decimal number);
                value = isNumber ? FactValue.Number(number) : FactValue.Unknown;
                problem = isNumber ? "" : "not a number";
                break;
            case YesNoType:
                value = YesNoOf(text, out problem);
                break;
            case DateType or EventType:
                problem = DayOf(mapping, text, out DateOnly day);
                value = problem.Length == 0 ? FactValue.Date(day) : FactValue.Unknown;
                break;
            case DateListType:
                value = DaysOf(mapping, text, out problem);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mapping));
        }

        return problem.Length == 0;
    }

    private static FactValue YesNoOf(string text, out string problem)
    {
        problem = "";
        switch (text.ToLowerInvariant())
        {
            case "yes" or "true": return FactValue.YesNo(true);
            case "no" or "false": return FactValue.YesNo(false);
            default:
                problem = "not yes or no";
                return FactValue.Unknown;
        }
    }

    /// <summary>The day, or the problem with it.</summary>
    private static string DayOf(FactMapping mapping, string text, out DateOnly day)
    {
        if (mapping.Zone is { } zone)
        {
            bool isInstant = DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant) && HasOffset(text);
            day = isInstant ? Instants.DayOf(instant, zone) : default;
            return isInstant ? "" : "not an instant with an offset";
        }

        foreach (string format in mapping.Formats)
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return "";
        day = default;
        return mapping.Formats.Any(format => HasShape(text, format)) ? "not a day that exists" : $"not a date written as {string.Join(" or ", mapping.Formats)}";
    }

    /// <summary>Digits where the format has letters, and the same signs between them.</summary>
    private static bool HasShape(string text, string format) =>
        text.Length == format.Length && text.Zip(format).All(c => char.IsLetter(c.Second) ? char.IsAsciiDigit(c.First) : c.First == c.Second);

    /// <summary>K also accepts nothing at all, which would be the machine's own zone.</summary>
    private static bool HasOffset(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf(':', StringComparison.Ordinal);

    private static FactValue DaysOf(FactMapping mapping, string text, out string problem)
    {
        problem = "";
        List<DateOnly> days = [];
        foreach (string part in text.Split(mapping.ListSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            problem = DayOf(mapping, part, out DateOnly day);
            if (problem.Length > 0) return FactValue.Unknown;
            days.Add(day);
        }

        return FactValue.Dates(days);
    }
}
