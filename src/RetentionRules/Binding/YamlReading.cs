using RetentionRules.Calendars;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>
/// Takes values out of a tree whose shape was checked. What the check has refused is passed over here, because it has
/// been reported already.
/// </summary>
internal sealed class YamlReading(SourceText source, DiagnosticBag diagnostics)
{
    public SourceText Source => source;

    public DiagnosticBag Diagnostics => diagnostics;

    public LanguageText Language(YamlScalar scalar) => new(source, scalar, diagnostics);

    public SourceReference Reference(YamlNode node) => new(source.GetPosition(node.Span.Start), node.Span);

    public void Report(YamlNode node, DiagnosticDescriptor descriptor, params object[] arguments) =>
        diagnostics.Report(source, node.Span, descriptor, arguments);

    /// <summary>The text behind a key, or the empty text.</summary>
    /// <summary>Reports with what to type at this very place; empty where the general advice is all there is.</summary>
    public void ReportWithHelp(YamlNode node, string help, DiagnosticDescriptor descriptor, params object[] arguments) =>
        diagnostics.Add(new Diagnostic(descriptor, new SourceLocation(source, node.Span), arguments).WithHelp(help));

    public static string Text(YamlMapping map, string key) => map[key] is YamlScalar scalar ? scalar.Value.Trim() : "";

    public static YamlScalar? Scalar(YamlMapping map, string key) => map[key] is YamlScalar { IsMissing: false } scalar ? scalar : null;

    public static YamlMapping? Map(YamlMapping map, string key) => map[key] as YamlMapping;

    /// <summary>Whether the key says yes.</summary>
    public static bool IsYes(YamlMapping map, string key) => Text(map, key) is "yes" or "true";

    public static bool Is(YamlMapping map, string key, string word) => Text(map, key) == word;

    /// <summary>Where to say something about a whole map: at its first key.</summary>
    public static YamlNode PlaceOf(YamlMapping map) => map.Entries.Count > 0 ? map.Entries[0].Key : map;

    /// <summary>The elements of a list that are maps.</summary>
    public static IEnumerable<YamlMapping> Maps(YamlMapping map, string key) =>
        map[key] is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];

    /// <summary>The elements of a list, or the one text in its place.</summary>
    public static IEnumerable<YamlScalar> Scalars(YamlMapping map, string key) => map[key] switch
    {
        YamlSequence list => list.Items.OfType<YamlScalar>(),
        YamlScalar { IsMissing: false } one => [one],
        _ => [],
    };

    public static IReadOnlyList<string> Texts(YamlMapping map, string key) => [.. Scalars(map, key).Select(s => s.Value.Trim())];

    public static LocalizedText Localized(YamlMapping map, string key) => map[key] switch
    {
        YamlScalar { IsMissing: false } text => LocalizedText.Plain(text.Value.Trim()),
        YamlMapping { Entries.Count: > 0 } byLanguage => LocalizedText.ByLanguage(
            [
                .. byLanguage.Entries.DistinctBy(e => e.Key.Value, StringComparer.OrdinalIgnoreCase)
                    .Select(e => KeyValuePair.Create(e.Key.Value, (e.Value as YamlScalar)?.Value.Trim() ?? "")),
            ]),
        _ => LocalizedText.Empty,
    };

    /// <summary>A day; the check of the shape has reported one that is none.</summary>
    public static bool TryDate(YamlScalar scalar, out DateOnly date) => WrittenDate.TryParse(scalar.Value, out date);

    public InForceInterval InForce(YamlMapping map)
    {
        if (Map(map, "in-force") is not { } interval || interval.Entries.Count == 0) return InForceInterval.NotStated;
        DateBound from = Bound(interval, "from", DateBound.NegativeInfinity);
        DateBound to = Bound(interval, "to", DateBound.PositiveInfinity);
        if (from < to) return InForceInterval.Between(from, to);
        Report(interval, ShapeDiagnostics.EmptyInterval, from, to);
        return InForceInterval.NotStated;
    }

    private static DateBound Bound(YamlMapping map, string key, DateBound absent) =>
        Scalar(map, key) is { } scalar && TryDate(scalar, out DateOnly date) ? DateBound.At(date) : absent;
}
