using System.Globalization;

namespace RetentionRules.Schedules;

/// <summary>Numbers as texts: an optional minus, digits, an optional fraction behind a point. No separators, no exponent.</summary>
internal static class NumberText
{
    /// <summary>28 digits are what <see cref="decimal"/> holds without rounding.</summary>
    private const int MaxDigits = 28;

    public static bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        int digits = 0;
        foreach (char c in text)
            if (char.IsAsciiDigit(c)) digits++;
        return digits is > 0 and <= MaxDigits &&
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
