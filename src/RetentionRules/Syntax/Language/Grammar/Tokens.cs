using System.Text;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;
using Sprache;

namespace RetentionRules.Syntax.Language.Grammar;

/// <summary>
/// The smallest parsers: words, names, texts, numbers, dates, signs. Each takes the blanks behind it, fails at the
/// place where it begins, and leaves a note of what it had expected there.
/// </summary>
internal static class Tokens
{
    /// <summary>A word of the grammar.</summary>
    public static Parser<string> Keyword(string word) => input =>
    {
        LanguageInput at = (LanguageInput)input;
        TextSpan found = WordAt(at.Source, at.Position);
        return Same(at.Source, found, word) ? Taken(at, found.End, word) : Failed<string>(at, $"`{word}`");
    };

    /// <summary>Several words, one after another: <c>no later than</c>. Nothing is taken unless all are there.</summary>
    public static Parser<string> Phrase(string words)
    {
        string[] parts = words.Split(' ');
        return input =>
        {
            LanguageInput at = (LanguageInput)input;
            if (!Same(at.Source, WordAt(at.Source, at.Position), parts[0])) return Failed<string>(at, $"`{words}`");
            LanguageInput next = at;
            foreach (string part in parts)
            {
                IResult<string> word = Keyword(part)(next);
                if (!word.WasSuccessful) return ReferenceEquals(next, at) ? word : Failed<string>(at, next.Position, $"`{part}`");
                next = (LanguageInput)word.Remainder;
            }

            return Result.Success(words, next);
        };
    }

    /// <summary>A sign such as <c>(</c> or <c>&gt;=</c>.</summary>
    public static Parser<string> Sign(string sign) => input =>
    {
        LanguageInput at = (LanguageInput)input;
        bool here = string.CompareOrdinal(at.Source, at.Position, sign, 0, sign.Length) == 0;
        return here ? Taken(at, at.Position + sign.Length, sign) : Failed<string>(at, $"`{sign}`");
    };

    /// <summary>Any word whatever, reserved or not.</summary>
    public static Parser<string> AnyWord(string what) => input =>
    {
        LanguageInput at = (LanguageInput)input;
        TextSpan found = WordAt(at.Source, at.Position);
        return found.Length > 0
            ? Taken(at, found.End, at.Source.Substring(found.Start, found.Length))
            : Failed<string>(at, what);
    };

    /// <summary>A name that passes a test; dots join the parts of a related record's name.</summary>
    public static Parser<NameSyntax> Name(string what, Func<string, bool> isAllowed) => input =>
    {
        LanguageInput at = (LanguageInput)input;
        TextSpan found = NameAt(at.Source, at.Position);
        string text = at.Source.Substring(found.Start, found.Length).Normalize(NormalizationForm.FormC);
        return found.Length > 0 && isAllowed(text)
            ? Taken(at, found.End, new NameSyntax(text) { Span = found })
            : Failed<NameSyntax>(at, what);
    };

    /// <summary>A text in double quotes, in which <c>\"</c> and <c>\\</c> stand for the quote and the backslash.</summary>
    public static Parser<TextSyntax> QuotedText(string what) => input =>
    {
        LanguageInput at = (LanguageInput)input;
        if (at.Current != '"') return Failed<TextSyntax>(at, what);
        StringBuilder value = new();
        int i = at.Position + 1;
        for (; i < at.Source.Length && at.Source[i] is not ('"' or '\n'); i++)
        {
            if (at.Source[i] == '\\') i = TakeEscape(at, i);
            if (i < at.Source.Length) value.Append(at.Source[i]);
        }

        bool closed = i < at.Source.Length && at.Source[i] == '"';
        int end = closed ? i + 1 : Math.Min(i, at.Source.Length);
        TextSpan span = TextSpan.FromBounds(at.Position, end);
        if (!closed) at.Trace.Record(new Mistake(LanguageDiagnostics.TextNotClosed, span, "", ""));
        return Taken(at, end, new TextSyntax(value.ToString()) { Span = span });
    };

    private static int TakeEscape(LanguageInput at, int i)
    {
        bool known = i + 1 < at.Source.Length && at.Source[i + 1] is '"' or '\\';
        if (known) return i + 1;
        string written = at.Source.Substring(i, Math.Min(2, at.Source.Length - i));
        at.Trace.Record(new Mistake(LanguageDiagnostics.UnknownEscape, new TextSpan(i, written.Length), written, ""));
        return i;
    }

    /// <summary>Digits, with a sign and a fraction if they are written.</summary>
    public static Parser<string> Number(string what) => input =>
    {
        LanguageInput at = (LanguageInput)input;
        int end = NumberEnd(at.Source, at.Position);
        return end > at.Position ? Taken(at, end, at.Source[at.Position..end]) : Failed<string>(at, what);
    };

    /// <summary>Four digits, two, two: <c>1976-07-01</c>. Whether there is such a day is asked later.</summary>
    public static Parser<string> Date(string what) => input =>
    {
        LanguageInput at = (LanguageInput)input;
        const string Shape = "0000-00-00";
        if (at.Position + Shape.Length > at.Source.Length) return Failed<string>(at, what);
        for (int i = 0; i < Shape.Length; i++)
        {
            char c = at.Source[at.Position + i];
            bool fits = Shape[i] == '-' ? c == '-' : char.IsAsciiDigit(c);
            if (!fits) return Failed<string>(at, what);
        }

        int end = at.Position + Shape.Length;
        bool goesOn = end < at.Source.Length && (char.IsAsciiLetterOrDigit(at.Source[end]) || at.Source[end] == '-');
        return goesOn ? Failed<string>(at, what) : Taken(at, end, at.Source[at.Position..end]);
    };

    /// <summary>Never fits, and says what would have.</summary>
    public static Parser<T> Expected<T>(string what) => input => Failed<T>((LanguageInput)input, what);

    /// <summary>The end of the text.</summary>
    public static readonly Parser<bool> End = input =>
        input.AtEnd ? Result.Success(true, input) : Failed<bool>((LanguageInput)input, "the end");

    /// <summary>The word that begins at a place: letters, digits and <c>_</c>, with hyphens inside.</summary>
    public static TextSpan WordAt(string source, int start)
    {
        int end = start;
        while (end < source.Length)
        {
            Rune.DecodeFromUtf16(source.AsSpan(end), out Rune rune, out int length);
            bool part = end == start ? Words.IsNameStart(rune) : Words.IsNamePart(rune) || IsInnerHyphen(source, end);
            if (!part) break;
            end += length;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsInnerHyphen(string source, int at) =>
        source[at] == '-' && at + 1 < source.Length && char.IsLetter(source[at + 1]);

    private static TextSpan NameAt(string source, int start)
    {
        TextSpan name = WordAt(source, start);
        while (name.Length > 0 && name.End < source.Length && source[name.End] == '.')
        {
            TextSpan part = WordAt(source, name.End + 1);
            if (part.Length == 0) break;
            name = TextSpan.FromBounds(start, part.End);
        }

        return name;
    }

    private static int NumberEnd(string source, int start)
    {
        int i = start;
        if (i < source.Length && source[i] == '-') i++;
        int digits = i;
        while (i < source.Length && char.IsAsciiDigit(source[i])) i++;
        if (i == digits) return start;
        if (i + 1 < source.Length && source[i] == '.' && char.IsAsciiDigit(source[i + 1]))
        {
            i++;
            while (i < source.Length && char.IsAsciiDigit(source[i])) i++;
        }

        bool goesOn = i < source.Length && (char.IsLetter(source[i]) || source[i] is '_' or '-');
        return goesOn ? start : i;
    }

    private static bool Same(string source, TextSpan found, string word) =>
        found.Length == word.Length && string.CompareOrdinal(source, found.Start, word, 0, word.Length) == 0;

    private static IResult<T> Taken<T>(LanguageInput at, int end, T value) => Result.Success(value, at.MoveBehind(end));

    private static IResult<T> Failed<T>(LanguageInput at, string what) => Failed<T>(at, at.Position, what);

    private static IResult<T> Failed<T>(LanguageInput at, int noted, string what)
    {
        at.Trace.Expect(noted, what);
        return Result.Failure<T>(at, "not " + what, [what]);
    }
}
