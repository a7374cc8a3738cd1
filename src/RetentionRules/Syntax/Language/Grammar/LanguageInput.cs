using RetentionRules.Text;
using Sprache;

namespace RetentionRules.Syntax.Language.Grammar;

/// <summary>
/// A place in a text that is being parsed. Unlike Sprache's own input it moves by whole tokens, and all places of one
/// parse share a <see cref="ParseTrace"/>, so that the message of a failed parse names everything that would have
/// fitted at the furthest place reached, whichever way the grammar got there.
/// </summary>
internal sealed class LanguageInput(string source, int position, ParseTrace trace) : IInput
{
    public string Source => source;

    public int Position => position;

    public ParseTrace Trace => trace;

    public bool AtEnd => position >= source.Length;

    public char Current => AtEnd ? '\0' : source[position];

    public int Line => 1;

    public int Column => position + 1;

    /// <summary>Sprache keeps notes on left recursion here, through <c>Parse.Ref</c>, which this grammar does not use.</summary>
    public IDictionary<object, object> Memos => new Dictionary<object, object>();

    public IInput Advance() => MoveTo(position + 1);

    public LanguageInput MoveTo(int newPosition) => new(source, newPosition, trace);

    /// <summary>Moves behind a token and the blanks that follow it.</summary>
    public LanguageInput MoveBehind(int end) => MoveTo(SkipBlanks(source, end));

    public bool Equals(IInput? other) => other is LanguageInput that && ReferenceEquals(trace, that.Trace) && position == that.Position;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => position;

    public static int SkipBlanks(string source, int position)
    {
        while (position < source.Length && source[position] is ' ' or '\t' or '\n' or '\r') position++;
        return position;
    }
}

/// <summary>What one parse learns on its way: the furthest place it failed at, and mistakes it recognised.</summary>
internal sealed class ParseTrace
{
    private readonly SortedSet<string> _expected = new(StringComparer.Ordinal);
    private readonly List<Mistake> _mistakes = [];

    public int Furthest { get; private set; } = -1;

    public IEnumerable<string> Expected => _expected;

    public IReadOnlyList<Mistake> Mistakes => _mistakes;

    /// <summary>While this is above 0, what is tried is not worth naming in a message.</summary>
    public int Quiet { get; set; }

    public void Expect(int position, string what)
    {
        if (Quiet > 0 || position < Furthest) return;
        if (position > Furthest) _expected.Clear();
        Furthest = position;
        _expected.Add(what);
    }

    public void Record(Mistake mistake)
    {
        if (!_mistakes.Contains(mistake)) _mistakes.Add(mistake);
    }
}

/// <summary>A text that is well understood and still refused.</summary>
internal sealed record Mistake(Diagnostics.DiagnosticDescriptor Descriptor, TextSpan Span, string Argument, string Help);
