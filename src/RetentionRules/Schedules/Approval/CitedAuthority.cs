using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>An instrument on which items rest, and which may lapse before they do. Immutable.</summary>
public sealed class CitedAuthority
{
    /// <summary>With these, Chinese goes on from an instrument to a place in it without a blank: 第十四条, 附表1.</summary>
    private static readonly char[] PlacesInAnInstrument = ['第', '附'];

    internal CitedAuthority(string name, SourceReference source) => (Name, Source) = (name, source);

    /// <summary>The name, as items write it.</summary>
    public string Name { get; }

    /// <summary>The title.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>When it is in force; its end is the first day on which it no longer is.</summary>
    public InForceInterval InForce { get; internal init; } = InForceInterval.NotStated;

    /// <summary>What came in its place; empty where nothing is named.</summary>
    public string ReplacedBy { get; internal init; } = "";

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <summary>
    /// Whether a citation names this instrument, or a place in it: "Order 79 art. 14" names "Order 79", and "Order 790" does
    /// not. Compared as texts of records are.
    /// </summary>
    public bool IsNamedBy(string citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        (string cited, string name) = (Comparable(citation), Comparable(Name));
        if (!cited.StartsWith(name, StringComparison.Ordinal)) return false;
        return cited.Length == name.Length || !char.IsLetterOrDigit(cited[name.Length]) || PlacesInAnInstrument.Contains(cited[name.Length]);
    }

    private static string Comparable(string text) => ComparableText.TryMake(text, out string comparable) ? comparable : text.Trim();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
