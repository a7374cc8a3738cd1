using System.Buffers;
using System.Text;

namespace RetentionRules.Schedules;

/// <summary>
/// Brings texts into the one form in which they are compared: trimmed, Unicode normal form C.
/// </summary>
/// <remarks>
/// A .NET process in globalization-invariant mode does not normalise at all, and says nothing. There the same schedule
/// would decide the same record differently, so a text is only taken where it surely is in form C as it stands.
/// </remarks>
internal static class ComparableText
{
    private static readonly bool HostNormalizes = "e\u0301".Normalize(NormalizationForm.FormC).Length == 1;

    /// <summary>What cannot be seen cannot be compared by eye either: a code with a NUL in it looks like the code without.</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')), '\u200B', '\uFEFF']);

    public static bool TryMake(string text, out string comparable) => TryMake(text, HostNormalizes, out comparable);

    internal static bool TryMake(string text, bool hostNormalizes, out string comparable) => TryNormalize(text.Trim(), hostNormalizes, out comparable);

    /// <summary>Normal form C without trimming: for parts of texts, whose blanks count.</summary>
    public static bool TryNormalize(string text, out string comparable) => TryNormalize(text, HostNormalizes, out comparable);

    private static bool TryNormalize(string text, bool hostNormalizes, out string comparable)
    {
        comparable = text;
        // Most texts are printable ASCII, which form C never changes.
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return true;
        if (comparable.AsSpan().IndexOfAny(Controls) >= 0) return false;
        if (IsStable(comparable)) return true;
        if (!hostNormalizes || HasLoneSurrogate(comparable)) return false;
        comparable = comparable.Normalize(NormalizationForm.FormC);
        return true;
    }

    /// <summary>Whether each character is one that form C never changes and that joins with none before it.</summary>
    private static bool IsStable(string text)
    {
        foreach (char c in text)
        {
            bool stable = c < 0x0300 || c is
                (>= '\u0400' and <= '\u0482') or (>= '\u3001' and <= '\u3029') or (>= '\u3041' and <= '\u3096') or
                (>= '\u30A1' and <= '\u30FA') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or
                (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFF9F') or (>= '\u2010' and <= '\u2027');
            if (!stable) return false;
        }

        return true;
    }

    private static bool HasLoneSurrogate(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int length) != System.Buffers.OperationStatus.Done) return true;
            rest = rest[length..];
        }

        return false;
    }
}
