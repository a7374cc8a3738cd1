using System.Text.RegularExpressions;

namespace RetentionRules.Descriptions;

/// <summary>Names and texts in English sentences.</summary>
internal sealed partial class EnglishWording : Wording
{
    /// <summary>Words by which sentences are built: with one of them, a name could be taken for a part of the rule.</summary>
    private static readonly HashSet<string> Structural = new(
        [
            "and", "or", "not", "no", "is", "after", "before", "until", "when", "where", "if", "never", "every", "then", "at", "by", "upon", "whichever", "otherwise",
            "earlier", "later", "earliest", "latest", "end", "start", "dates", "sooner", "once", "destruction", "cutoff", "transfer", "return", "move", "review",
            "appraisal", "declassification", "opening", "handing",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Verbs = new(
        ["is", "are", "was", "were", "has", "have", "had", "leaves", "left", "born", "sold", "paid", "sent", "lost", "met", "made", "begun", "withdrawn", "ends", "begins"],
        StringComparer.OrdinalIgnoreCase);

    protected override IReadOnlyList<string> Tags => ["en", "en-US", "en-GB", "en-AU", "en-CA", "en-NZ"];

    protected override bool IsOwn(string text) => !HasHan(text);

    public override string Quote(string text) => "“" + text.Replace("”", "””", StringComparison.Ordinal) + "”";

    protected override bool IsPlain(string text) => Words().IsMatch(text) && !text.Split(' ', '-').Any(Structural.Contains);

    /// <summary>Without its capital, unless it begins with an abbreviation.</summary>
    protected override string InSentence(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && (char.IsLower(title[1]) || title[1] == ' ') ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    /// <summary>
    /// Whether a name says what happens. A wrong guess costs a stumble and no meaning: both ways name the same fact.
    /// </summary>
    public static bool IsClause(string name)
    {
        string[] words = name.Trim('“', '”').Split(' ');
        return words.Any(Verbs.Contains) || words[0].EndsWith("ed", StringComparison.Ordinal) || words[^1].EndsWith("ed", StringComparison.Ordinal);
    }

    public static string Sentence(string clause) => char.ToUpperInvariant(clause[0]) + clause[1..] + ".";

    public static string List(IReadOnlyList<string> parts, string word) => parts switch
    {
        [] => "",
        [var only] => only,
        [var first, var second] => $"{first} {word} {second}",
        _ => $"{string.Join(", ", parts.SkipLast(1))} {word} {parts[^1]}",
    };

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{M}\p{N}_ '’-]*$")]
    private static partial Regex Words();
}
