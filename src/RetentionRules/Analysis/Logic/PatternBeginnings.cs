using System.Text;

namespace RetentionRules.Analysis.Logic;

/// <summary>
/// The texts with which what matches a pattern must begin: <c>811[16].*</c> begins with 8111 or 8116. Where a pattern is more
/// than letters, groups, choices and plain sets, nothing is known from there on.
/// </summary>
internal sealed class PatternBeginnings
{
    private const int Most = 64;

    private readonly string _pattern;
    private int _at;

    private PatternBeginnings(string pattern) => _pattern = pattern;

    /// <summary>Whether no text can match both patterns, because they begin differently.</summary>
    public static bool Exclude(string first, string second, bool ignoresCase)
    {
        // Beyond ASCII a pattern without regard to case may know more ways to write a letter than a comparison does.
        if (ignoresCase && !(Ascii.IsValid(first) && Ascii.IsValid(second))) return false;
        StringComparison comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        List<Beginning> others = Of(second);
        return Of(first).All(a => others.All(b => !a.Text.StartsWith(b.Text, comparison) && !b.Text.StartsWith(a.Text, comparison)));
    }

    private static List<Beginning> Of(string pattern)
    {
        PatternBeginnings reading = new(pattern);
        List<Beginning> found = reading.Choice();
        return reading._at == pattern.Length && found.Count <= Most ? found : [new Beginning("", true)];
    }

    /// <summary>A beginning, and whether anything may follow it.</summary>
    private readonly record struct Beginning(string Text, bool IsOpen);

    private bool IsAt(char c) => _at < _pattern.Length && _pattern[_at] == c;

    private List<Beginning> Choice()
    {
        List<Beginning> all = Sequence();
        while (IsAt('|'))
        {
            _at++;
            all.AddRange(Sequence());
        }

        return all;
    }

    private List<Beginning> Sequence()
    {
        List<Beginning> texts = [new Beginning("", false)];
        while (_at < _pattern.Length && !IsAt('|') && !IsAt(')'))
        {
            List<Beginning> part = Atom();
            // What may be left out or repeated says nothing of how it goes on, unless it must be there once.
            if (_at < _pattern.Length && _pattern[_at] is '*' or '?' or '{' or '+') part = Repeated(part);
            texts = [.. texts.SelectMany(t => t.IsOpen ? [t] : part.Select(p => new Beginning(t.Text + p.Text, p.IsOpen))).Take(Most + 1)];
        }

        return texts;
    }

    private List<Beginning> Repeated(List<Beginning> part)
    {
        bool mustBe = _pattern[_at] == '+';
        int end = _pattern[_at] == '{' ? _pattern.IndexOf('}', _at) : _at;
        _at = (end < 0 ? _pattern.Length : end) + 1;
        if (IsAt('?')) _at++;
        return mustBe ? [.. part.Select(p => p with { IsOpen = true })] : [new Beginning("", true)];
    }

    private List<Beginning> Atom()
    {
        char c = _pattern[_at++];
        switch (c)
        {
            case '(':
                if (IsAt('?')) return Unknown();
                List<Beginning> inner = Choice();
                _at++;
                return inner;
            case '[':
                return Set();
            case '\\' when _at < _pattern.Length && !char.IsLetterOrDigit(_pattern[_at]):
                return [new Beginning(_pattern[_at++].ToString(), false)];
            case '\\' or '.' or '^' or '$' or '{' or '}' or ']':
                if (c == '\\') _at++;
                return [new Beginning("", true)];
            default:
                return [new Beginning(c.ToString(), false)];
        }
    }

    /// <summary>Groups with options change what follows; the rest of the pattern is not read.</summary>
    private List<Beginning> Unknown()
    {
        _at = _pattern.Length;
        return [new Beginning("", true)];
    }

    private List<Beginning> Set()
    {
        int end = _pattern.IndexOf(']', _at);
        if (end <= _at) return Unknown();
        string set = _pattern[_at..end];
        _at = end + 1;
        bool isPlain = set.All(char.IsLetterOrDigit);
        return isPlain ? [.. set.Select(s => new Beginning(s.ToString(), false))] : [new Beginning("", true)];
    }
}
