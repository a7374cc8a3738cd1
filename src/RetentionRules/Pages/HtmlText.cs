using System.Buffers;
using System.Globalization;
using System.Text;

namespace RetentionRules.Pages;

/// <summary>Texts and numbers as a page shows them: nothing in them is taken for markup, or changes how what stands beside it is read.</summary>
internal static class HtmlText
{
    /// <summary>A text for an element or an attribute in double quotes.</summary>
    public static string Encode(string text)
    {
        StringBuilder output = new(text.Length + 16);
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            bool isWhole = Rune.DecodeFromUtf16(rest, out Rune rune, out int length) == OperationStatus.Done;
            if (!isWhole) AppendCode(output, rest[0]);
            else Append(output, rune);
            rest = rest[length..];
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, Rune rune)
    {
        switch (rune.Value)
        {
            case '&': output.Append("&amp;"); break;
            case '<': output.Append("&lt;"); break;
            case '>': output.Append("&gt;"); break;
            case '"': output.Append("&quot;"); break;
            case '\'': output.Append("&#39;"); break;
            case '\t' or '\n' or '\r': output.Append(' '); break;
            case var value when IsHarmful(value): AppendCode(output, value); break;
            default: output.Append(rune); break;
        }
    }

    /// <summary>
    /// Control characters, which neither HTML nor XML allows; signs that turn the direction of what follows, by which one
    /// identifier can be made to look like another; and what Unicode keeps free for programs.
    /// </summary>
    internal static bool IsHarmful(int value) => value is
        < 0x20 or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or (>= 0xFDD0 and <= 0xFDEF)
        || (value & 0xFFFE) == 0xFFFE;

    private static void AppendCode(StringBuilder output, int value) => output.Append(CultureInfo.InvariantCulture, $"&lt;U+{value:X4}&gt;");

    /// <summary>A whole number: <c>1,204</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: <c>1 record</c>, <c>1,204 records</c>.</summary>
    public static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>
    /// A part of a whole in per cent. What is there is never shown as nothing, nor a part as the whole: <c>&lt;0.1 %</c> and
    /// <c>&gt;99.9 %</c>.
    /// </summary>
    public static string Share(long part, long whole)
    {
        if (whole == 0 || part == 0) return "0 %";
        if (part == whole) return "100 %";
        decimal share = Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
        return share == 0 ? "<0.1 %" : share == 100 ? ">99.9 %" : share.ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>A length in a drawing, to a hundredth.</summary>
    public static string Length(double length) => Math.Round(length, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A text of at most so many characters; what is cut off is marked.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most) return text;
        int end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
