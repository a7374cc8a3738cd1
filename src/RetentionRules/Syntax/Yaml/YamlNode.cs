using RetentionRules.Text;

namespace RetentionRules.Syntax.Yaml;

/// <summary>A node of the YAML tree: a scalar, a sequence or a mapping, with its exact place.</summary>
internal abstract class YamlNode(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>What the node is, for messages: "a list", "a map", "a text", "nothing".</summary>
    public abstract string Kind { get; }
}

/// <summary>How a scalar is written.</summary>
internal enum YamlScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <summary>A scalar: always text; the schedule's types decide what it means.</summary>
internal sealed class YamlScalar(TextSpan span, string value, YamlScalarStyle style, ScalarMap map) : YamlNode(span)
{
    public string Value { get; } = value;

    public YamlScalarStyle Style { get; } = style;

    /// <summary>An alias or a tagged value: reported where it was read, and of no use to anyone.</summary>
    public bool IsRefused { get; init; }

    /// <summary><c>key:</c> with nothing behind it.</summary>
    public bool IsMissing => Style == YamlScalarStyle.Plain && Value.Length == 0;

    public override string Kind => IsMissing ? "nothing" : "a text";

    /// <summary>Where in the file a stretch of the decoded value stands.</summary>
    public TextSpan Locate(TextSpan inValue) => map.Locate(inValue);
}

internal sealed class YamlSequence(TextSpan span, IReadOnlyList<YamlNode> items) : YamlNode(span)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Kind => "a list";
}

internal sealed class YamlMapping(TextSpan span, IReadOnlyList<YamlEntry> entries) : YamlNode(span)
{
    /// <summary>In the order of the file; no key stands twice.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string Kind => "a map";

    public YamlEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key.Value == key);

    public YamlNode? this[string key] => Find(key)?.Value;
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
