using System.Text.RegularExpressions;
using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>How a language writes the names and texts of a schedule inside its sentences.</summary>
internal abstract partial class Wording
{
    /// <summary>The BCP 47 tags of the texts that can be taken, the nearest first.</summary>
    protected abstract IReadOnlyList<string> Tags { get; }

    /// <summary>Whether a text that names no language is taken to be in this one.</summary>
    protected abstract bool IsOwn(string text);

    /// <summary>The text in quotation marks.</summary>
    public abstract string Quote(string text);

    /// <summary>Whether the text can stand in a sentence without marks: nobody could take a part of it for the sentence's own words.</summary>
    protected abstract bool IsPlain(string text);

    /// <summary>A text as it is, or in quotation marks.</summary>
    public string Write(string text) => IsPlain(text) ? text : Quote(text);

    /// <summary>The name of a fact: a title begins as a sentence does, and stands inside one.</summary>
    public string WriteName(string name) => IsPlain(name) ? InSentence(name) : Quote(name);

    /// <summary>A title without what only its beginning asks for.</summary>
    protected virtual string InSentence(string title) => title;

    /// <summary>What people call something in this language, or null where it has no such text.</summary>
    public string? Find(LocalizedText text)
    {
        foreach (string tag in Tags)
            if (text.TryGet(tag, out string? found)) return OneLine(found);
        return !text.IsEmpty && !text.Languages.Any() && IsOwn(text.Value) ? OneLine(text.Value) : null;
    }

    /// <summary>A title for people: better in another language than none.</summary>
    public string TitleOf(LocalizedText text) => Find(text) ?? OneLine(text.Value);

    /// <summary>Folded YAML can hold line breaks; a sentence has none.</summary>
    private static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    protected static bool HasHan(string text) => Han().IsMatch(text);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\u3400-\u9fff\uf900-\ufaff]")]
    private static partial Regex Han();
}
