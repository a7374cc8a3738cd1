using System.Globalization;
using System.Text.RegularExpressions;
using RetentionRules.Pages;

namespace RetentionRules.Tests.Pages;

/// <summary>Whether a page can be read: contrasts as WCAG 2.1 computes them (1.4.3 and 1.4.11).</summary>
public sealed partial class PageStyleTests
{
    [Fact]
    public void TextsAndMarks_StandOut_InLightAndInDark()
    {
        Dictionary<string, string>[] schemes = [.. PageStyle.Css.Split(":root").Skip(1).Take(2).Select(Colors)];
        Assert.Equal(2, schemes.Length);
        Assert.All(schemes, colors =>
        {
            foreach (string ground in (string[])["paper", "head"])
                foreach (string text in (string[])["ink", "quiet", "link"]) Assert.InRange(Contrast(colors[text], colors[ground]), 4.5, 21);
            foreach (string mark in (string[])["line", "note", .. Enumerable.Range(0, 10).Select(i => $"look{i}")]) Assert.InRange(Contrast(colors[mark], colors["paper"]), 3, 21);
        });
    }

    private static Dictionary<string, string> Colors(string css) =>
        Color().Matches(css[..css.IndexOf('}', StringComparison.Ordinal)]).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);

    private static double Contrast(string a, string b)
    {
        double[] light = [.. new[] { Luminance(a), Luminance(b) }.OrderDescending()];
        return (light[0] + 0.05) / (light[1] + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("--(?<name>[a-z0-9]+): #(?<value>[0-9a-f]{6});")]
    private static partial Regex Color();
}
