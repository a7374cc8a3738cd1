using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>An instrument on which items rest, and which may lapse before they do. Immutable.</summary>
public sealed class CitedAuthority
{
    /// <summary>With these, Chinese goes on from an instrument to a place in it without a blank: 第十四条, 附表1.</summary>
    private static readonly char[] PlacesInAnInstrument = ['第', '附'];

    internal CitedAuthority(string name, SourceReference source)
    {
        Name = name;
        Source = source;
        ComparableName = Comparable(name);
    }

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

    /// <summary>The name in the form in which it is compared.</summary>
    internal string ComparableName { get; }

    /// <summary>
    /// Whether a citation names this instrument, or a place in it: "Order 79 art. 14" names "Order 79", and "Order 790" does
    /// not. Compared as texts of records are.
    /// </summary>
    public bool IsNamedBy(string citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        string cited = Comparable(citation);
        return cited.StartsWith(ComparableName, StringComparison.Ordinal) && CanEndAt(cited, ComparableName.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal static string Comparable(string text) => ComparableText.TryMake(text, out string comparable) ? comparable : text.Trim();

    /// <summary>Whether the name of an instrument may end there, and what follows be a place in it.</summary>
    internal static bool CanEndAt(string citation, int length) =>
        citation.Length == length || !char.IsLetterOrDigit(citation[length]) || PlacesInAnInstrument.Contains(citation[length]);
}
