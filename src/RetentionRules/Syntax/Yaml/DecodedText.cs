using System.Text;
using RetentionRules.Text;

namespace RetentionRules.Syntax.Yaml;

/// <summary>A scalar's value while it is decoded, each character with the place it came from.</summary>
internal sealed class DecodedText
{
    private readonly StringBuilder _value = new();
    private readonly List<TextSpan> _places = [];

    public string Value => _value.ToString();

    public TextSpan[] Places => [.. _places];

    public void Append(char c, TextSpan place)
    {
        _value.Append(c);
        _places.Add(place);
    }

    public void Append(string text, TextSpan place)
    {
        foreach (char c in text) Append(c, place);
    }

    public void Append(IEnumerable<TextSpan> lineBreaks)
    {
        foreach (TextSpan place in lineBreaks) Append('\n', place);
    }
}
