using System.Buffers;
using System.Globalization;
using System.Text;

namespace RetentionRules.Pages;

/// <summary>
/// Texts as Markdown shows them, in the dialect of GitHub: nothing in them is taken for markup, and none breaks out of its line or
/// of its cell.
/// </summary>
internal static class MarkdownText
{
    /// <summary>Signs that mean something inside a line, or make an address of it.</summary>
    private const string Special = "\\`*_[]<>|~#&@$";

    /// <summary>A text inside a line.</summary>
    public static string Text(string text)
    {
        StringBuilder output = new(text.Length + 16);
        foreach (Rune rune in RunesOf(text))
        {
            // Code hosts make a link of an address that nobody has marked as one.
            bool isOfAddress = rune.Value == '/' && output.Length > 0 && output[^1] == ':';
            if (rune.IsAscii && (Special.Contains((char)rune.Value, StringComparison.Ordinal) || isOfAddress)) output.Append('\\');
            Append(output, rune);
        }

        return output.Replace("www.", "www\\.").ToString();
    }

    /// <summary>A text at the beginning of a line, where numbers and dashes begin lists.</summary>
    public static string Line(string text) => WithoutMarker(Prose(text));

    /// <summary>A text in which what stands between <c>`</c> is shown as what is written in a file.</summary>
    public static string Prose(string text)
    {
        string[] parts = text.Split('`');
        return parts.Length % 2 == 0 ? Text(text) : string.Concat(parts.Select((p, i) => i % 2 == 0 ? Text(p) : Code(p)));
    }

    /// <summary>
    /// What is written in a file. In a table a pipe is escaped even within code; where a backslash could meet it, or a text
    /// holds the very sign that marks code, it is shown as any text.
    /// </summary>
    public static string Code(string text)
    {
        if (text.AsSpan().IndexOfAny("`\\|") >= 0 || string.IsNullOrWhiteSpace(text)) return Text(text);
        StringBuilder output = new("`", text.Length + 2);
        foreach (Rune rune in RunesOf(text.Trim())) Append(output, rune);
        return output.Append('`').ToString();
    }

    private static string WithoutMarker(string text)
    {
        string start = text.TrimStart();
        if (start.Length == 0) return start;
        if (start[0] is '-' or '+' or '=') return "\\" + start;
        int digits = start.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && start[digits] is '.' or ')' ? start.Insert(digits, "\\") : start;
    }

    private static IEnumerable<Rune> RunesOf(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            bool isWhole = Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int length) == OperationStatus.Done;
            yield return isWhole ? rune : Rune.ReplacementChar;
            i += length;
        }
    }

    private static void Append(StringBuilder output, Rune rune)
    {
        if (rune.Value is '\t' or '\n' or '\r') output.Append(' ');
        else if (HtmlText.IsHarmful(rune.Value)) output.Append(CultureInfo.InvariantCulture, $"(U+{rune.Value:X4})");
        else output.Append(rune);
    }
}
