using System.Diagnostics.CodeAnalysis;

namespace RetentionRules.Schedules;

/// <summary>A text that people read, in one or several languages. Never converted from one script to another.</summary>
public sealed class LocalizedText
{
    private readonly IReadOnlyDictionary<string, string> _byLanguage;

    private LocalizedText(IReadOnlyDictionary<string, string> byLanguage, string preferred)
    {
        _byLanguage = byLanguage;
        Value = preferred;
    }

    /// <summary>No text at all.</summary>
    public static LocalizedText Empty { get; } = new(new Dictionary<string, string>(), "");

    /// <summary>The text to show where no language is asked for: the only one, the English one, or the first written.</summary>
    public string Value { get; }

    /// <summary>The languages in which the text was written, as BCP 47 tags; empty where none was named.</summary>
    public IEnumerable<string> Languages => _byLanguage.Keys;

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => Value.Length == 0;

    /// <summary>The text of a schedule that names no language.</summary>
    public static LocalizedText Plain(string text) => new(new Dictionary<string, string>(), text);

    /// <summary>A text by language tags, in the order in which it was written.</summary>
    /// <exception cref="ArgumentException">There is no text.</exception>
    public static LocalizedText ByLanguage(IReadOnlyList<KeyValuePair<string, string>> texts)
    {
        if (texts.Count == 0) throw new ArgumentException("A localized text needs a text.", nameof(texts));
        Dictionary<string, string> byLanguage = texts.ToDictionary(t => t.Key, t => t.Value, StringComparer.OrdinalIgnoreCase);
        return new LocalizedText(byLanguage, byLanguage.GetValueOrDefault("en", texts[0].Value));
    }

    /// <summary>The text in exactly that language.</summary>
    public bool TryGet(string language, [NotNullWhen(true)] out string? text) => _byLanguage.TryGetValue(language, out text);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
