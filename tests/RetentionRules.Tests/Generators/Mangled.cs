using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RetentionRules.Tests.Generators;

/// <summary>
/// Spoils the layout of a file without changing what it says: a text in the canonical layout goes in, and the seed decides
/// what becomes of each of its lines. Literal and folded texts move as a whole.
/// </summary>
internal sealed partial class Mangled
{
    private readonly Random _random;
    private readonly bool _withComments;
    private readonly int _width;
    private readonly StringBuilder _output = new();
    private int _comments;
    private bool _wasContent;

    private Mangled(int seed, bool withComments)
    {
        _random = new Random(seed);
        _withComments = withComments;
        _width = _random.Next(2, 7);
    }

    /// <summary>Other indentation, trailing blanks and repeated empty lines: what can be mended without a trace.</summary>
    public static string Slightly(string text, int seed) => new Mangled(seed, withComments: false).Run(text);

    /// <summary>Besides, more blanks and empty lines anywhere, numbered comments, and other line ends.</summary>
    public static string Badly(string text, int seed) => new Mangled(seed, withComments: true).Run(text);

    /// <summary>The comments that were put in, in their order.</summary>
    public static IEnumerable<string> CommentsOf(string text) => Marker().Matches(text).Select(m => m.Value);

    private string Run(string text)
    {
        int content = -1;
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            int column = line.Length - line.TrimStart(' ').Length;
            bool isContent = content >= 0 && (line.Length == 0 || column >= content);
            if (!isContent) content = -1;
            if (isContent) AppendContent(line, content);
            else Append(line, column);
            if (!isContent && Header().IsMatch(line)) content = IndentOfContent(line, column);
            _wasContent = isContent || (_wasContent && line.Length == 0);
        }

        string end = _withComments ? Pick("", "\n", "\n\n", "\n  \n") : "\n";
        string mangled = (_wasContent ? _output.ToString() : _output.ToString().TrimEnd('\n') + end).TrimStart('\n');
        return _withComments && Chance(4) ? mangled.Replace("\n", "\r\n", StringComparison.Ordinal) : mangled;
    }

    private void AppendContent(string line, int content) =>
        _output.Append(line.Length == 0 ? "" : new string(' ', (content / 2 * _width) + line.Length - line.TrimStart(' ').Length - content))
            .Append(line.TrimStart(' ')).Append('\n');

    private void Append(string line, int column)
    {
        if (line.Length == 0)
        {
            for (int i = _random.Next(1, 4); i > 0; i--) _output.Append(Pick("", "  ", "     ")).Append('\n');
            return;
        }

        if (_withComments) AppendBetween(column);
        string rest = line[column..];
        if (rest.StartsWith("- ", StringComparison.Ordinal)) rest = "-" + new string(' ', _width - 1) + rest[2..];
        if (_withComments) rest = Widen(rest);
        _output.Append(' ', column / 2 * _width).Append(rest).Append(Pick("", "", "   ")).Append('\n');
    }

    /// <summary>Behind a literal text a comment must stand further left, or it would be part of the text.</summary>
    private void AppendBetween(int column)
    {
        if (Chance(8)) _output.Append("\n\n");
        if (!Chance(5)) return;
        _output.Append(' ', _random.Next(0, (_wasContent ? column / 2 * _width : 12) + 1));
        _output.Append(CultureInfo.InvariantCulture, $"#~{_comments++}").Append(Pick("", " said: 'here'  ")).Append('\n');
    }

    private string Widen(string line)
    {
        if (Chance(3)) line = Colon().Replace(line, m => m.Groups[1].Value + Pick("", "", " ") + ":" + new string(' ', _random.Next(1, 4)), 1);
        if (!Chance(2) || line.AsSpan().ContainsAny('"', '\'', '#')) return line;
        return Chance(2) ? line.Replace("{ ", "{", StringComparison.Ordinal).Replace(" }", "}", StringComparison.Ordinal)
            : Flow().IsMatch(line) ? line.Replace(", ", " ,   ", StringComparison.Ordinal).Replace("]", "  ]", StringComparison.Ordinal) : line;
    }

    /// <summary>The column of the text behind a header: two further than its key, or than the dash of a list.</summary>
    private static int IndentOfContent(string line, int column) =>
        column + 2 + (line[column..].StartsWith("- ", StringComparison.Ordinal) && !ListHeader().IsMatch(line[column..]) ? 2 : 0);

    private bool Chance(int of) => _random.Next(of) == 0;

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    [GeneratedRegex("#~[0-9]+")]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?:: |^ *- )[|>][-+]?\s*(#.*)?$")]
    private static partial Regex Header();

    [GeneratedRegex("^- [|>]")]
    private static partial Regex ListHeader();

    [GeneratedRegex("^((?:- +)?[a-z_.-]+):(?: |$)")]
    private static partial Regex Colon();

    [GeneratedRegex(@"^(?:- +)?[a-z_.-]+ *: +[\[{]")]
    private static partial Regex Flow();
}
