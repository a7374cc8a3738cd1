using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.Syntax;

/// <summary>
/// Finds the characters that a reader of YAML and a person would take differently. Each kind is reported once, at its
/// first place and with the number of the others.
/// </summary>
internal static class CharacterCheck
{
    public static void Run(SourceText source, DiagnosticBag diagnostics)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            diagnostics.Report(source, default, ReadingDiagnostics.EmptyFile);
            return;
        }

        Dictionary<DiagnosticDescriptor, (int First, int Count)> found = [];
        for (int i = 0; i < source.Text.Length; i++)
        {
            if (Kind(source.Text, i) is not { } kind) continue;
            found[kind] = found.TryGetValue(kind, out var seen) ? (seen.First, seen.Count + 1) : (i, 1);
        }

        foreach ((DiagnosticDescriptor kind, (int first, int count)) in found)
        {
            Diagnostic finding = new(kind, new SourceLocation(source, new TextSpan(first, 1)), (int)source.Text[first], Others(count - 1));
            bool likeUtf16 = source.Text[first] == '\0' && count > source.Text.Length / 4;
            diagnostics.Add(finding.WithHelp(likeUtf16 ? "the file looks like UTF-16: save it as UTF-8" : ""));
        }
    }

    /// <summary>Whether a character must not stand in a text at all, however it got there.</summary>
    public static bool IsRefused(string text, int i, [NotNullWhen(true)] out DiagnosticDescriptor? kind)
    {
        kind = Kind(text, i);
        return kind is { Severity: DiagnosticSeverity.Error };
    }

    private static DiagnosticDescriptor? Kind(string text, int i) => text[i] switch
    {
        '\t' or '\n' or '\r' => null,
        '\u0085' or '\u2028' or '\u2029' => ReadingDiagnostics.OddLineBreak,
        <= '\u001F' or (>= '\u007F' and <= '\u009F') => ReadingDiagnostics.ControlCharacter,
        >= '\uD800' and <= '\uDFFF' => IsPaired(text, i) ? null : ReadingDiagnostics.LoneSurrogate,
        '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            => ReadingDiagnostics.InvisibleCharacter,
        _ => null,
    };

    private static bool IsPaired(string text, int i) => char.IsHighSurrogate(text[i])
        ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static string Others(int count) => count switch
    {
        0 => "",
        1 => ", and once more in the file",
        _ => string.Create(CultureInfo.InvariantCulture, $", and {count} more in the file"),
    };
}
