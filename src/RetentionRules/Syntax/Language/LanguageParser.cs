using System.Globalization;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Syntax.Language.Grammar;
using RetentionRules.Text;
using Sprache;
using static RetentionRules.Syntax.Language.Grammar.Combinators;

namespace RetentionRules.Syntax.Language;

/// <summary>
/// Parses the texts of the rules language. What is too long or too deep is refused before Sprache sees it. A tree is
/// given wherever the text was understood, even where it was refused, so that one mistake hides nothing behind it.
/// </summary>
internal static class LanguageParser
{
    /// <summary>In UTF-16 code units: 16 KiB of ASCII.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>How deep parentheses and brackets may stand in each other.</summary>
    public const int MaxDepth = 64;

    public static Parsed<ConditionSyntax> Condition(string text) => Run(ConditionGrammar.Condition, text, Refusals.InCondition);

    public static Parsed<DispositionSyntax> Disposition(string text) => Run(DispositionGrammar.Disposition, text, Refusals.InDisposition);

    public static Parsed<MomentSyntax> Moment(string text) => Run(MomentGrammar.Complete, text, Refusals.InMoment);

    public static Parsed<PeriodSyntax> Period(string text) => Run(PeriodGrammar.Period, text, _ => []);

    public static Parsed<FactTypeSyntax> FactType(string text) => Run(DeclarationGrammar.FactType, text, _ => []);

    public static Parsed<ParameterTypeSyntax> ParameterType(string text) => Run(DeclarationGrammar.ParameterType, text, _ => []);

    public static Parsed<YearEndSyntax> YearEnd(string text) => Run(DeclarationGrammar.YearEnd, text, _ => []);

    private static Parsed<T> Run<T>(Parser<T> grammar, string text, Func<T, IEnumerable<LanguageFault>> refuse)
        where T : SyntaxNode
    {
        if (OutOfBounds(text) is { } fault) return new Parsed<T>(null, [fault]);

        ParseTrace trace = new();
        LanguageInput start = new(text, LanguageInput.SkipBlanks(text, 0), trace);
        IResult<T> result = (from node in grammar from end in Tokens.End select node)(start);
        List<LanguageFault> faults = [.. trace.Mistakes.Select(ToFault)];
        if (!result.WasSuccessful)
        {
            // A mistake explains the failure better than the list of what the grammar would have liked there.
            if (faults.Count == 0) faults.Add(Unexpected(text, trace));
            return new Parsed<T>(null, faults);
        }

        faults.AddRange(refuse(result.Value));
        return new Parsed<T>(result.Value, faults);
    }

    private static LanguageFault? OutOfBounds(string text)
    {
        if (text.Length > MaxLength)
            return new LanguageFault(new TextSpan(0, text.Length), LanguageDiagnostics.TooLong, [text.Length, MaxLength]);

        int depth = 0;
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            if (quoted && text[i] == '\\') i++;
            if (quoted) continue;
            if (text[i] is '(' or '[') depth++;
            if (text[i] is ')' or ']') depth--;
            if (depth > MaxDepth) return new LanguageFault(new TextSpan(i, 1), LanguageDiagnostics.NestedTooDeeply, [MaxDepth]);
        }

        return null;
    }

    private static LanguageFault ToFault(Mistake mistake) =>
        new(mistake.Span, mistake.Descriptor, [mistake.Argument]) { Help = mistake.Help };

    private static LanguageFault Unexpected(string text, ParseTrace trace)
    {
        int at = Math.Max(trace.Furthest, 0);
        TextSpan found = FoundAt(text, at);
        string written = text.Substring(found.Start, found.Length);
        string[] expected = [.. trace.Expected];
        return new LanguageFault(found, LanguageDiagnostics.Unexpected, [OneOf(expected), Named(written)])
        {
            Help = Advice.For(text, written, at, expected),
        };
    }

    /// <summary>The word, number or sign that stands at a place; the place behind the last character at the end.</summary>
    private static TextSpan FoundAt(string text, int at)
    {
        if (at >= text.Length) return new TextSpan(text.TrimEnd().Length, 0);
        TextSpan word = Tokens.WordAt(text, at);
        if (word.Length > 0) return word;
        int end = at;
        bool isNumber = char.IsAsciiDigit(text[at]);
        while (isNumber && end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '/' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
        if (end == at) end += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        return TextSpan.FromBounds(at, end);
    }

    /// <summary>A character that looks like a space, or like nothing, is named by its code.</summary>
    private static string Named(string written) =>
        written.Length == 0 ? "the end"
        : written.Trim().Length == 0 || char.IsControl(written[0]) || char.GetUnicodeCategory(written[0]) == UnicodeCategory.Format
            ? string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)written[0]:X4}")
        : $"`{Shorten(written)}`";

    private static string Shorten(string written) => written.Length <= 40 ? written : written[..40] + "…";

    private static string OneOf(string[] expected) => expected.Length switch
    {
        0 => "something else",
        1 => expected[0],
        _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", expected[..^1])} or {expected[^1]}"),
    };
}

/// <summary>What came of parsing a text.</summary>
/// <param name="Tree">The tree, or null where the text could not be read at all.</param>
/// <param name="Faults">What is wrong; a tree with faults is not to be used for deciding.</param>
internal sealed record Parsed<T>(T? Tree, IReadOnlyList<LanguageFault> Faults)
    where T : SyntaxNode;

/// <summary>A fault of a text of the rules language; its place is in that text, not yet in the file.</summary>
internal sealed record LanguageFault(TextSpan Span, DiagnosticDescriptor Descriptor, object[] Arguments)
{
    public string Help { get; init; } = "";

    public IReadOnlyList<Reading> Readings { get; init; } = [];
}
