using System.Globalization;
using RetentionRules.Text;

namespace RetentionRules.Syntax.Language;

/// <summary>What to write instead of a text that could not be read, where it is of a well-known kind.</summary>
internal static class Advice
{
    /// <summary>Words and signs that people bring from prose and from other languages.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["'"] = Quotes,
        ["“"] = Quotes,
        ["”"] = Quotes,
        ["‘"] = Quotes,
        ["’"] = Quotes,
        ["«"] = Quotes,
        ["「"] = Quotes,
        ["＂"] = Quotes,
        ["today"] = "nothing in a schedule speaks of today; the date of evaluation is given from outside",
        ["now"] = "nothing in a schedule speaks of today; the date of evaluation is given from outside",
        ["retain"] = "say what happens in the end: `destroy 6 years after closed`, `permanent`, `destroy when superseded`",
        ["keep"] = "say what happens in the end: `destroy 6 years after closed`, `permanent`, `destroy when superseded`",
        ["delete"] = "write `destroy`",
        ["dispose"] = "write `destroy`, or `transfer to \"…\"`",
        ["shred"] = "write `destroy by \"shredding\"`",
        ["archive"] = "write `transfer to \"…\"`, or `permanent`",
        ["cutoff"] = "write `cut off at …`",
        ["old"] = "an age is written `destroy after 3 years`, or with its start: `destroy 3 years after created`",
        ["upon"] = "write `when superseded`",
        ["once"] = "write `when superseded`",
        ["following"] = "write `after`",
        ["from"] = "write `after`",
        ["since"] = "write `after`",
        ["until"] = "write what happens then: `destroy when superseded`",
        ["immediately"] = "write `destroy 0 days after closed`, with the event that is waited for",
        ["annually"] = "write `review every 1 year after created`",
        ["sooner"] = "write `earlier`, or `earliest of (…)`",
        ["longer"] = "write `later`, or `latest of (…)`",
        ["comes"] = "write `, whichever is earlier` or `, whichever is later`",
        ["either"] = "write `earliest of (…)` or `latest of (…)`",
        ["both"] = "write `latest of (…)`",
        ["least"] = "a floor is written `no sooner than 7 years after closed`; a period alone is a floor already",
        ["minimum"] = "a floor is written `no sooner than 7 years after closed`; a period alone is a floor already",
        ["most"] = "a ceiling is written `no later than 7 years after closed`",
        ["maximum"] = "a ceiling is written `no later than 7 years after closed`",
        ["between"] = "write `no sooner than 4 years after closed, no later than 7 years after closed`; for values, `amount >= 4 and amount <= 7`",
        ["earlier"] = "write `no sooner than`",
        ["the"] = "leave out `the`",
        ["a"] = "leave out `a`",
        ["an"] = "leave out `an`",
        ["half"] = "write `6 months`",
        ["financial"] = "write `fiscal year`",
        ["if"] = "conditions stand under `when:`; branches of an item under `cases:`",
        ["fourth"] = OrdinalsEnd,
        ["fifth"] = OrdinalsEnd,
        ["sixth"] = OrdinalsEnd,
        ["equals"] = "write `=`",
        ["in"] = "write `after 7 years`, or with its start: `7 years after closed`",
        ["-"] = "put codes in double quotes: \"FIN-10\"",
        ["$"] = "leave out the sign of the currency",
        ["/"] = "write a date as year, month and day: 2020-01-05",
        ["starts"] = Beginning,
        ["begins"] = Beginning,
        ["like"] = "write `contains \"…\"`, or `matches \"…\"` with a regular expression",
        ["LIKE"] = "write `contains \"…\"`, or `matches \"…\"` with a regular expression",
        ["AND"] = "write `and`",
        ["OR"] = "write `or`",
        ["NOT"] = "write `not`",
        ["&"] = "write `and`",
        ["|"] = "write `or`",
        ["!"] = "write `not`, or `!=` between two values",
        ["≠"] = "write `!=`",
        ["≥"] = "write `>=`",
        ["≤"] = "write `<=`",
        ["+"] = "write `6 years after closed`",
        ["；"] = "write `;`",
        ["＝"] = "write `=`",
        ["（"] = "write `(`",
        ["）"] = "write `)`",
        ["，"] = "write `,`",
        ["、"] = "write `,`",
        ["。"] = "leave out the full stop",
        ["."] = "leave out the full stop; a code stands in double quotes: series under \"1.1.012\"",
        ["integer"] = "write `number`",
        ["int"] = "write `number`",
        ["decimal"] = "write `number`",
        ["float"] = "write `number`",
        ["string"] = "write `text`",
        ["boolean"] = "write `yes/no`",
        ["bool"] = "write `yes/no`",
        ["datetime"] = "write `date`; a mapping turns instants into days",
        ["timestamp"] = "write `date`; a mapping turns instants into days",
        ["enum"] = "write `one of [a, b]`",
        ["choice"] = "write `one of [a, b]`",
    };

    private const string Beginning = "write `under \"FIN-10\"` for a code and all below it; for a text, `matches \"Lease.*\"` with a regular expression";
    private const string Quotes = "write texts in plain double quotes: \"lease\"";
    private const string OrdinalsEnd = "only `first of`, `second of`, `third of` and `last of` can be told";
    private static readonly string[] Acts = ["destroy", "permanent", "transfer", "review", "appraise", "move", "open", "declassify", "return", "then"];

    /// <param name="text">The text that could not be read.</param>
    /// <param name="found">What stands where it could not be read on.</param>
    /// <param name="at">Where that is.</param>
    /// <param name="expected">What would have fitted.</param>
    public static string For(string text, string found, int at, IReadOnlyCollection<string> expected)
    {
        if (found.Length > 0 && (char.IsWhiteSpace(found[0]) || char.GetUnicodeCategory(found[0]) == UnicodeCategory.Format))
            return "replace it by a plain space";
        if (QuotesAreOdd(text)) return "a double quote is missing: their number in this text is odd";
        if (ForNumber(found, expected) is { } number) return number;
        if (ForNeighbours(found, Before(text, at)) is { } together) return together;
        if (ForMissing(text, found, at, expected) is { } missing) return missing;
        if (Acts.Contains(found) && Before(text, at) == ",") return "acts are parted by `;`";
        if (Known.TryGetValue(found, out string? advice) || Known.TryGetValue(Before(text, at), out advice)) return advice;
        if (ForComparison(text, found, at, expected) is { } comparison) return comparison;
        return NearestWord.To(found, expected.Where(e => e.StartsWith('`')).SelectMany(e => e.Trim('`').Split(' '))) is { } meant ? $"did you mean `{meant}`?" : "";
    }

    /// <summary>Advice on a name that nothing has, where it is a word of prose.</summary>
    public static string ForName(string name) => Known.GetValueOrDefault(name, "");

    private static string? ForNumber(string found, IReadOnlyCollection<string> expected)
    {
        if (found.Length == 0 || !char.IsAsciiDigit(found[0])) return null;
        string[] parts = found.Split('-', '/', '.');
        bool likeDate = parts.Length == 3 && parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit));
        if (expected.Contains("`=`")) return "a comparison is missing before the number, such as `>=`";
        if (expected.Contains("`from`")) return "write the two ends of the range: `period from 15 years to 30 years`";
        if (expected.Contains("`;`")) return "a period stands before its start: `6 years after closed`";
        if (likeDate && expected.Any(e => e.Contains("date", StringComparison.Ordinal) || e.Contains("number", StringComparison.Ordinal))) return "write a date as year, month and day: 2020-01-05";
        if (expected.Any(e => e.Contains("double quotes", StringComparison.Ordinal))) return "put codes and texts in double quotes: series under \"1.1.012\"";
        if (found.Contains('-', StringComparison.Ordinal)) return "write one number; a range is a window: `no sooner than 5 years after closed, no later than 7 years after closed`";
        return "write a number and its unit apart: `6 years`; numbers have no separators: 100000";
    }

    /// <summary>What the grammar asks for by one thing alone: a text in quotes, a closing bracket, a day before its month.</summary>
    private static string? ForMissing(string text, string found, int at, IReadOnlyCollection<string> expected)
    {
        if (found.Length == 0 && expected.FirstOrDefault(e => e is "`)`" or "`]`") is { } bracket) return $"a bracket is still open: add {bracket}";
        if (expected.Count == 1 && expected.Contains("`(`")) return "a list stands in parentheses: `(a, b)`";
        if (found == "." && IsDigit(text, at - 1) && IsDigit(text, at + 1)) return "write a date as year, month and day: 2020-01-05; a code stands in double quotes";
        if (found.Length == 0 && Before(text, at) is "and" or "or" or "not" && expected.Contains("`not`")) return $"a comparison is missing behind `{Before(text, at)}`";
        if (found is "" or ";" && expected.Contains("`when`")) return "say when: `destroy 6 years after closed`, `destroy when superseded`";
        if (found is "end" or "start" && Before(text, at) == "after") return $"write `at {found}`: behind `after` stands a period";
        if (expected.Contains("a day from 1 to 31")) return "the day stands before its month: `30 June`";
        if (found.Length == 0 || !char.IsLetter(found[0])) return null;
        if (expected.Contains("a code in double quotes")) return $"put the code in double quotes: \"{UnquotedCode(text, at)}\"";
        return expected.Count == 1 && expected.First().EndsWith(" in double quotes", StringComparison.Ordinal) ? "put it in double quotes, from the first word to the last" : null;
    }

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    private static string UnquotedCode(string text, int at)
    {
        int end = text.AsSpan(at).IndexOfAny(" ,)\n");
        return end < 0 ? text[at..] : text.Substring(at, end);
    }

    private static string? ForNeighbours(string found, string before) => (before, found) switch
    {
        ("<", ">") => "write `!=`",
        ("=", "<") => "write `<=`",
        ("=", ">") => "write `>=`",
        ("no", "sooner") => "the floor stands first: `no sooner than …, no later than …`",
        ("once", _) => "write `at once, no later than …`, or `0 days after closed` with the event that is waited for",
        (";" or ",", "") => $"leave out the last `{before}`",
        _ => null,
    };

    private static string? ForComparison(string text, string found, int at, IReadOnlyCollection<string> expected)
    {
        if (!expected.Contains("`=`") && !expected.Contains("`never`")) return found is "," && expected.Contains("`and`") ? "numbers have no separators: 100000; lists stand behind `in`: `in (a, b)`" : null;
        return (found, Before(text, at)) switch
        {
            ("not", "is") => "write `not (x is never)`",
            (_, "is") => "only `is never` is asked so; write `= value` otherwise",
            ("not", _) => "write `not` in front: `not copy in (official, other)`",
            ("", _) or ("and", _) or ("or", _) or (")", _) => "a comparison is missing: `= yes`; several values are compared by `in (a, b)`",
            _ => null,
        };
    }

    /// <summary>The word or sign before a place; it may have been taken for a name.</summary>
    private static string Before(string text, int at)
    {
        int end = Math.Min(at, text.Length);
        while (end > 0 && text[end - 1] is ' ' or '\t' or '\n') end--;
        int start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return start < end ? text[start..end] : end > 0 ? text[(end - 1)..end] : "";
    }

    private static bool QuotesAreOdd(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') count++;
        }

        return count % 2 == 1;
    }
}
