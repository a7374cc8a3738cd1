using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Formatting;

/// <summary>The net below the layout: what was read before and after must be the same, or nothing is given out.</summary>
internal static class SameMeaning
{
    /// <exception cref="InvalidOperationException">The layout has changed what the file says, which is a fault of the layout.</exception>
    public static void Demand(SourceText source, YamlNode before, string text, YamlNode after, ValueShape shape)
    {
        if (!AreSame(before, after, shape)) throw new InvalidOperationException($"the layout would have changed what {source.Path} says; it was left as it was");
        if (!Comments(source.Text, before).SequenceEqual(Comments(text, after), StringComparer.Ordinal))
            throw new InvalidOperationException($"the layout would have changed the comments of {source.Path}; it was left as it was");
    }

    /// <summary>The same keys in the same order, and the same texts; those of the rules language are as they read.</summary>
    private static bool AreSame(YamlNode before, YamlNode after, ValueShape? shape) => (before, after) switch
    {
        (YamlScalar a, YamlScalar b) => AreSame(a, b, shape as TextShape),
        (YamlSequence a, YamlSequence b) => a.Items.Count == b.Items.Count
            && a.Items.Zip(b.Items).All(p => AreSame(p.First, p.Second, Shapes.Fitting(Shapes.ElementOf(shape), p.First))),
        (YamlMapping a, YamlMapping b) => a.Entries.Count == b.Entries.Count && a.Entries.Zip(b.Entries).All(p => AreSame(p.First, p.Second, shape)),
        _ => false,
    };

    private static bool AreSame(YamlEntry before, YamlEntry after, ValueShape? map) =>
        before.Key.Value == after.Key.Value
        && AreSame(before.Value, after.Value, Shapes.Fitting(Shapes.ValueOf(map, before.Key.Value), before.Value));

    private static bool AreSame(YamlScalar before, YamlScalar after, TextShape? shape) =>
        before.IsMissing == after.IsMissing
        && (before.Value == after.Value || (shape is not null && LanguageBlanks.ReadAlike(shape.Form, before.Value, after.Value)));

    private static IEnumerable<string> Comments(string text, YamlNode root) =>
        TreeWalk.Comments(text.Replace('\r', '\n'), root).Select(c => text.Substring(c.Start, c.Length).TrimEnd());
}
