using RetentionRules.Text;

namespace RetentionRules.Syntax.Yaml;

/// <summary>
/// Where each character of a decoded scalar came from. Escapes, doubled quotes, folded lines and stripped indentation
/// shift offsets; without this map a caret would point beside what is meant.
/// </summary>
internal sealed class ScalarMap
{
    private readonly int _start;
    private readonly int _length;
    private readonly TextSpan[]? _characters;

    private ScalarMap(int start, int length, TextSpan[]? characters)
    {
        _start = start;
        _length = length;
        _characters = characters;
    }

    /// <summary>Each character stands as it is, one after another.</summary>
    public static ScalarMap Linear(int start, int length) => new(start, length, null);

    /// <summary>Each character has a place of its own; <paramref name="end"/> is where the scalar ends.</summary>
    public static ScalarMap Exact(TextSpan[] characters, int end) => new(end, 0, characters);

    /// <summary>Nothing finer than the scalar is known.</summary>
    public static ScalarMap Whole(TextSpan span, int valueLength)
    {
        TextSpan[] characters = new TextSpan[valueLength];
        Array.Fill(characters, span);
        return new ScalarMap(span.End, 0, characters);
    }

    public TextSpan Locate(TextSpan inValue)
    {
        if (_characters is null)
            return TextSpan.FromBounds(_start + Math.Min(inValue.Start, _length), _start + Math.Min(inValue.End, _length));
        if (inValue.Start >= _characters.Length)
            return new TextSpan(_characters.Length == 0 ? _start : _characters[^1].End, 0);
        TextSpan first = _characters[inValue.Start];
        if (inValue.Length == 0) return new TextSpan(first.Start, 0);
        return TextSpan.Cover(first, _characters[Math.Min(inValue.End, _characters.Length) - 1]);
    }
}
