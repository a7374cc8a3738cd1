using System.Text.RegularExpressions;

namespace RetentionRules.Binding;

/// <summary>Says why a regular expression is refused, in words that are not those of .NET.</summary>
internal static class PatternFault
{
    /// <summary>The reason, and what to do about it; empty where the general advice applies.</summary>
    public static (string Reason, string Help) Explain(Exception fault) => fault switch
    {
        RegexParseException { Error: var error } => OfSyntax(error),
        _ => (OfConstruct(fault.Message), ""),
    };

    private static (string Reason, string Help) OfSyntax(RegexParseError error) => error switch
    {
        RegexParseError.InsufficientClosingParentheses => ("a parenthesis that opens is never closed", "add `)`, or write `\\\\(` for the sign itself"),
        RegexParseError.InsufficientOpeningParentheses => ("a parenthesis is closed that was never opened", "delete `)`, or write `\\\\)` for the sign itself"),
        RegexParseError.UnterminatedBracket => ("a bracket that opens is never closed", "add `]`, or write `\\\\[` for the sign itself"),
        RegexParseError.QuantifierAfterNothing or RegexParseError.NestedQuantifiersNotParenthesized =>
            ("`*`, `+`, `?` or `{…}` has nothing before it to repeat", "put a character or a group before it; any characters are `.*`"),
        RegexParseError.ReversedCharacterRange or RegexParseError.ReversedQuantifierRange => ("a range ends before it begins", "write the smaller end first: `[0-9]`, `{2,4}`"),
        RegexParseError.UnescapedEndingBackslash => ("it ends with a backslash that nothing follows", "write `\\\\\\\\` for a backslash itself"),
        _ => ("it is not a well-formed regular expression", "mend the pattern; a sign that stands for itself has `\\\\` before it"),
    };

    /// <summary>What cannot be matched without backtracking is named at the end of the message.</summary>
    private static string OfConstruct(string message)
    {
        const string Marker = "containing: ";
        int named = message.IndexOf(Marker, StringComparison.Ordinal);
        return named < 0 ? "it cannot be matched without going back" : "it contains a " + message[(named + Marker.Length)..].Trim('\'', '.', ' ');
    }
}
