using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RetentionRules.Calendars;
using RetentionRules.Text;

namespace RetentionRules.Findings;

/// <summary>Makes the identities of findings. What moves by itself, lines and the day of the look, is left out.</summary>
internal sealed partial class FindingIdentity(DateOnly asOf)
{
    private const int Length = 16;

    private readonly string _day = DateBound.At(asOf).ToString();
    private readonly Dictionary<(string Path, string Hash), int> _seen = [];

    /// <summary>The identity of the next finding; the order in which equal ones come is part of it.</summary>
    public string Next(Diagnostic finding, string item)
    {
        IEnumerable<string> named = finding.Arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "").Where(a => a != _day);
        string context = item.Length > 0 ? "item " + item : "text " + TextAt(finding.Location);
        string text = string.Join('\n', [finding.Code, context, .. named.Select(n => LineNumber().Replace(n, "line"))]);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Length));
        (string, string) key = (finding.Location.Source.Path, hash);
        int count = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{hash}:{count}");
    }

    /// <summary>What the finding marks, as far as it stands on one line.</summary>
    private static string TextAt(SourceLocation place)
    {
        string text = place.Source.Text;
        int start = Math.Clamp(place.Span.Start, 0, text.Length);
        return text[start..Math.Clamp(place.Span.End, start, text.Length)].Split('\n')[0].Trim();
    }

    [GeneratedRegex(@"\bline [0-9]+")]
    private static partial Regex LineNumber();
}
