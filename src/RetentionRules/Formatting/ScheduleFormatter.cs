using System.Text;
using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schema;
using RetentionRules.Syntax;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>A file in the canonical layout.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="IsChanged">Whether it differs from what was read.</param>
public sealed record FormattedText(string Text, bool IsChanged);

/// <summary>
/// Brings schedules, tests, holds, mappings and classifications into the canonical layout. Only blanks, empty lines, line ends and needless
/// quotes are touched: comments, the order of keys and every value stay.
/// </summary>
public static class ScheduleFormatter
{
    /// <summary>Lays out a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The name to show in findings; it is not opened.</param>
    public static LoadResult<FormattedText> Format(string text, string path = "schedule.yaml")
    {
        ArgumentNullException.ThrowIfNull(text);
        return Format(new MemoryStream(Encoding.UTF8.GetBytes(text)), path);
    }

    /// <summary>Lays out the content of a file.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="path">The name to show in findings; it is not opened.</param>
    /// <exception cref="IOException">The content cannot be read.</exception>
    public static LoadResult<FormattedText> Format(Stream content, string path)
    {
        ArgumentNullException.ThrowIfNull(content);
        DiagnosticBag diagnostics = new();
        ShapedFile? file = ShapedFile.Parse(FileText.FromStream(content, path), diagnostics);
        if (file is null || diagnostics.HasErrors) return new LoadResult<FormattedText>(null, diagnostics.ToList());
        if (ShapedFile.KindOf(file.Map) is not { } kind)
        {
            diagnostics.Report(file.Source, file.Map.Span, ShapeDiagnostics.UnknownFile);
            return new LoadResult<FormattedText>(null, diagnostics.ToList());
        }

        string formatted = Format(file, FileShapes.All.First(s => s.Key == kind).Shape);
        bool isChanged = SourceReader.HashOf(Encoding.UTF8.GetBytes(formatted)) != file.Source.ContentHash;
        return new LoadResult<FormattedText>(new FormattedText(formatted, isChanged), diagnostics.ToList());
    }

    private static string Format(ShapedFile file, ObjectShape shape)
    {
        string text = file.Source.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        text = InlineLayout.Edit(text, Read(text), shape);
        text = LineLayout.Edit(text, Read(text));
        SameMeaning.Demand(file.Source, file.Map, text, Read(text), shape);
        return text;
    }

    private static YamlNode Read(string text)
    {
        DiagnosticBag diagnostics = new();
        YamlNode? root = YamlReader.Read(new SourceText("", text, ""), diagnostics);
        return root is null || diagnostics.HasErrors ? throw new InvalidOperationException("the layout has made the file unreadable; it was left as it was") : root;
    }
}
