using System.Globalization;
using System.Text;

namespace RetentionRules.Analysis.Witnesses;

/// <summary>
/// Texts that may match a pattern: of each choice its first two ways, of what may be left out or repeated the fewest times. Only a
/// guess: whether a text matches is asked of the pattern itself, and where none does, the analysis says that it does not know.
/// </summary>
internal sealed class PatternSamples
{
    private const int Most = 16;

    private readonly string _pattern;
    private int _at;

    private PatternSamples(string pattern) => _pattern = pattern;

    public static IReadOnlyList<string> Of(string pattern)
    {
        PatternSamples samples = new(pattern);
        List<string> found = samples.Choice();
        return samples._at == pattern.Length ? found : [];
    }

    private bool IsAt(char c) => _at < _pattern.Length && _pattern[_at] == c;

    private bool Take(char c)
    {
        if (!IsAt(c)) return false;
        _at++;
        return true;
    }

    private List<string> Choice()
    {
        List<string> all = Sequence();
        while (Take('|')) all.AddRange(Sequence());
        return [.. all.Distinct(StringComparer.Ordinal).Take(Most)];
    }

    private List<string> Sequence()
    {
        List<string> texts = [""];
        while (_at < _pattern.Length && !IsAt('|') && !IsAt(')'))
        {
            List<string> part = Repeated(Atom());
            texts = [.. texts.SelectMany(start => part.Select(end => start + end)).Take(Most)];
        }

        return texts;
    }

    private List<string> Atom()
    {
        char c = _pattern[_at++];
        switch (c)
        {
            case '(':
                if (Take('?')) while (_at < _pattern.Length && !Take(':') && !Take('>')) _at++;
                List<string> inner = Choice();
                Take(')');
                return inner;
            case '[':
                return [CharacterOfSet()];
            case '.':
                return ["x"];
            case '^' or '$':
                return [""];
            case '\\' when _at < _pattern.Length:
                return [Escaped(_pattern[_at++])];
            default:
                return [c.ToString()];
        }
    }

    private static string Escaped(char c) => c switch
    {
        'd' => "1",
        'w' => "a",
        's' => " ",
        'D' or 'S' => "x",
        'W' => "-",
        'A' or 'z' or 'Z' or 'b' => "",
        _ => c.ToString(),
    };

    /// <summary>A character of a set: its first; of one that is turned round, one that it does not name.</summary>
    private string CharacterOfSet()
    {
        bool isNot = Take('^');
        StringBuilder named = new();
        while (_at < _pattern.Length && (!IsAt(']') || named.Length == 0))
        {
            char c = _pattern[_at++];
            named.Append(c == '\\' && _at < _pattern.Length ? Escaped(_pattern[_at++]) : c.ToString());
        }

        Take(']');
        string set = named.ToString();
        return !isNot ? set[..1] : "x1a-_".First(c => !set.Contains(c, StringComparison.Ordinal)).ToString();
    }

    private List<string> Repeated(List<string> atom)
    {
        List<string> texts = atom;
        if (Take('*')) texts = ["", .. atom];
        else if (Take('?')) texts = ["", .. atom];
        else if (Take('+')) texts = atom;
        else if (IsAt('{') && CountIn() is { } count) texts = [.. atom.Select(a => string.Concat(Enumerable.Repeat(a, count)))];
        Take('?');
        return texts;
    }

    /// <summary>The fewest times of <c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c>; null where the brace is a brace.</summary>
    private int? CountIn()
    {
        int end = _pattern.IndexOf('}', _at);
        if (end < 0 || !int.TryParse(_pattern[(_at + 1)..end].Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count > 64) return null;
        _at = end + 1;
        return count;
    }
}
