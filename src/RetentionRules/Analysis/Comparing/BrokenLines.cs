using System.Text;
using RetentionRules.Text;

namespace RetentionRules.Analysis.Comparing;

/// <summary>Breaks a text into lines of a width, between words where it can.</summary>
internal static class BrokenLines
{
    /// <param name="text">The text, which may begin with spaces.</param>
    /// <param name="width">How many cells of a terminal a line may take.</param>
    /// <param name="indent">What all lines but the first begin with.</param>
    public static IEnumerable<string> Of(string text, int width, string indent)
    {
        string rest = text;
        while (DisplayWidth.Of(rest) > width)
        {
            int fitting = Fitting(rest, width);
            int begin = rest.Length - rest.TrimStart(' ').Length;
            int space = rest.LastIndexOf(' ', fitting);
            int end = space > begin ? space : Math.Max(fitting, begin + 1);
            yield return rest[..end].TrimEnd(' ');
            rest = indent + rest[end..].TrimStart(' ');
        }

        yield return rest;
    }

    /// <summary>How many characters fit.</summary>
    private static int Fitting(string text, int width)
    {
        (int length, int cells) = (0, 0);
        foreach (Rune rune in text.EnumerateRunes())
        {
            cells += DisplayWidth.Of(rune);
            if (cells > width) break;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }
}
