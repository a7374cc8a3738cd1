using RetentionRules.Schema;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>One blank between the words of conditions, dispositions, moments and periods that stand on one line.</summary>
internal static class LanguageBlanks
{
    public static void Edit(YamlScalar scalar, TextForm form, TextEdits edits)
    {
        if (Printer(form) is null || edits.Text.AsSpan(scalar.Span.Start, scalar.Span.Length).Contains('\n')) return;
        List<TextSpan> runs = [.. Runs(scalar.Value).Where(run => IsWrittenAsItIs(scalar, run, edits.Text))];
        if (runs.Count == 0) return;

        TextEdits inValue = new(scalar.Value);
        foreach (TextSpan run in runs) inValue.Replace(run.Start, run.End, " ");
        if (!ReadAlike(form, scalar.Value, inValue.Apply())) return;
        foreach (TextSpan run in runs)
        {
            TextSpan place = scalar.Locate(run);
            edits.Replace(place.Start, place.End, " ");
        }
    }

    /// <summary>Whether two texts can be read and mean the same, letter by letter apart from blanks.</summary>
    public static bool ReadAlike(TextForm form, string before, string after) =>
        Printer(form) is { } print && WithoutBlanks(before) == WithoutBlanks(after) && print(before) is { } read && read == print(after);

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);

    /// <summary>How a text of a form reads without regard to its blanks: null where it cannot be read.</summary>
    private static Func<string, string?>? Printer(TextForm form) => form switch
    {
        TextForm.Condition => text => Print(LanguageParser.Condition(text), SyntaxPrinter.Print),
        TextForm.Disposition => text => Print(LanguageParser.Disposition(text), SyntaxPrinter.Print),
        TextForm.Moment => text => Print(LanguageParser.Moment(text), SyntaxPrinter.Print),
        TextForm.Period => text => Print(LanguageParser.Period(text), SyntaxPrinter.Print),
        _ => null,
    };

    private static string? Print<T>(Parsed<T> parsed, Func<T, string> print)
        where T : SyntaxNode => parsed.Tree is { } tree && parsed.Faults.Count == 0 ? print(tree) : null;

    /// <summary>Runs of more than one blank, outside texts in quotes.</summary>
    private static IEnumerable<TextSpan> Runs(string value)
    {
        bool quoted = false;
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] == '"') quoted = !quoted;
            if (quoted && value[i] == '\\') i++;
            if (quoted || i >= value.Length) continue;
            int end = TreeWalk.SkipBlanks(value, i);
            if (end - i > 1) yield return TextSpan.FromBounds(i, end);
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Whether the blanks are blanks in the file too, and not escapes.</summary>
    private static bool IsWrittenAsItIs(YamlScalar scalar, TextSpan run, string text)
    {
        TextSpan place = scalar.Locate(run);
        return place.Length == run.Length && TreeWalk.SkipBlanks(text, place.Start) >= place.End;
    }
}
