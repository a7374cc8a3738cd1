using System.Globalization;
using System.Text;
using RetentionRules.Text;

namespace RetentionRules.Diagnostics;

/// <summary>Writes findings as a person reads them: the message, the line with carets under it, and the mend.</summary>
/// <remarks>The output has no colour and depends on nothing but the findings, so that it can be compared word for word.</remarks>
public static class DiagnosticWriter
{
    /// <summary>The findings one after another, each followed by an empty line.</summary>
    public static string Write(IEnumerable<Diagnostic> diagnostics)
    {
        StringBuilder output = new();
        foreach (Diagnostic diagnostic in diagnostics) Append(output, diagnostic);
        return output.ToString();
    }

    /// <summary>One finding.</summary>
    public static string Write(Diagnostic diagnostic)
    {
        StringBuilder output = new();
        Append(output, diagnostic);
        return output.ToString();
    }

    /// <summary>One finding with another weight than its kind has, and another last line.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="weight">What stands before the code.</param>
    /// <param name="last">What stands below it.</param>
    internal static string Write(Diagnostic diagnostic, string weight, string last)
    {
        StringBuilder output = new();
        Append(output, diagnostic, weight, last);
        return output.ToString();
    }

    /// <summary>The last line: what to type at this very place, or else the general advice.</summary>
    internal static string HelpOf(Diagnostic diagnostic) => "help: " + (diagnostic.Help.Length > 0 ? diagnostic.Help : diagnostic.Descriptor.Mend);

    private static void Append(StringBuilder output, Diagnostic diagnostic) =>
        Append(output, diagnostic, Diagnostic.SeverityWord(diagnostic.Severity), HelpOf(diagnostic));

    private static void Append(StringBuilder output, Diagnostic diagnostic, string weight, string last)
    {
        output.Append(Visible($"{diagnostic.Location}: {weight} {diagnostic.Code}: {diagnostic.Message}")).Append('\n');
        AppendExcerpt(output, diagnostic.Location);
        foreach (Reading reading in diagnostic.Readings)
            output.Append("      = ").Append(Visible(reading.Name)).Append(": ").Append(Visible(reading.Text)).Append('\n');
        foreach (RelatedPlace place in diagnostic.Related)
        {
            output.Append("      see ").Append(Visible(place.Location.ToString())).Append(": ").Append(Visible(place.Note)).Append('\n');
            AppendExcerpt(output, place.Location);
        }

        foreach (DiagnosticNote note in diagnostic.Notes)
            output.Append("      ").Append(Visible(note.Name)).Append(": ").Append(Visible(note.Text)).Append('\n');
        output.Append("      ").Append(Visible(last)).Append("\n\n");
    }

    /// <summary>The first line of the place, cut to a readable width around it, and carets under what is meant.</summary>
    private static void AppendExcerpt(StringBuilder output, SourceLocation location)
    {
        if (string.IsNullOrWhiteSpace(location.Source.Text)) return;
        TextSpan marked = Within(location.Source, location.Span);
        LinePosition position = location.Source.GetPosition(marked.Start);
        TextSpan lineSpan = location.Source.GetLineSpan(position.Line);
        TextSpan window = Window(lineSpan, marked);
        ReadOnlySpan<char> text = location.Source.Text.AsSpan();
        string number = position.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);

        int markStart = Math.Clamp(marked.Start, window.Start, window.End);
        int markEnd = Math.Clamp(marked.End, markStart, window.End);
        string before = Visible(text[window.Start..markStart]);
        string meant = Visible(text[markStart..markEnd]);
        string after = Visible(text[markEnd..window.End]);
        string lead = window.Start > lineSpan.Start ? "… " : "";
        string tail = window.End < lineSpan.End ? " …" : "";

        output.Append(number).Append(" | ").Append(lead).Append(before).Append(meant).Append(after).Append(tail).Append('\n');
        output.Append("      | ").Append(' ', DisplayWidth.Of(lead) + DisplayWidth.Of(before))
            .Append('^', Math.Max(1, DisplayWidth.Of(meant))).Append('\n');
    }

    /// <summary>A place may lie behind the end of a text that was cut.</summary>
    private static TextSpan Within(SourceText source, TextSpan span)
    {
        int start = Math.Clamp(span.Start, 0, source.Text.Length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End, start, source.Text.Length));
    }

    private const int WindowWidth = 120;

    private static TextSpan Window(TextSpan line, TextSpan span)
    {
        if (line.Length <= WindowWidth) return line;
        int start = Math.Max(line.Start, span.Start - (WindowWidth / 3));
        int end = Math.Min(line.End, start + WindowWidth);
        return TextSpan.FromBounds(Math.Max(line.Start, Math.Min(start, end - WindowWidth)), end);
    }

    /// <summary>
    /// What a terminal would act on instead of showing (control characters, direction overrides, unpaired halves of
    /// surrogates) is written as <c>&lt;U+202E&gt;</c>; a tab becomes one space, so that the carets stand right.
    /// </summary>
    internal static string Visible(ReadOnlySpan<char> text)
    {
        StringBuilder output = new(text.Length);
        while (!text.IsEmpty)
        {
            bool paired = Rune.DecodeFromUtf16(text, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            if (!paired) AppendCode(output, text[0]);
            else if (rune.Value is '\t') output.Append(' ');
            else if (IsUnprintable(rune)) AppendCode(output, rune.Value);
            else output.Append(text[..length]);
            text = text[length..];
        }

        return output.ToString();
    }

    private static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static void AppendCode(StringBuilder output, int code) =>
        output.Append(CultureInfo.InvariantCulture, $"<U+{code:X4}>");
}
