using System.Globalization;
using System.Text;

namespace RetentionRules.Syntax.Language;

/// <summary>The words of the language: which are taken, and how each is spelled.</summary>
internal static class Words
{
    /// <summary>Words that have a place in the grammar, so that no fact, parameter or moment can be called so.</summary>
    private static readonly HashSet<string> Structural = new(StringComparer.Ordinal)
    {
        "after", "and", "any", "appraise", "as", "at", "before", "by", "contains", "cut", "decided", "earlier", "earliest", "end",
        "every", "fact", "first", "for", "hand", "happens", "if", "in", "is", "item", "last", "later", "latest", "matches", "move",
        "never", "next", "no", "not", "now", "of", "off", "on", "once", "open", "or", "over", "pending", "permanent", "refer",
        "return", "review", "second", "sooner", "start", "than", "that", "then", "third", "to", "today", "transfer", "under",
        "unknown", "until", "when", "whichever", "yes", "destroy", "declassify",
    };

    /// <summary>The names by which a later step counts from an earlier one.</summary>
    public static readonly IReadOnlyDictionary<ActionWord, string> StepNames = new Dictionary<ActionWord, string>
    {
        [ActionWord.CutOff] = "cutoff",
        [ActionWord.Destroy] = "destroy",
        [ActionWord.Transfer] = "transfer",
        [ActionWord.HandOver] = "hand_over",
        [ActionWord.Return] = "return",
        [ActionWord.Move] = "move",
        [ActionWord.Review] = "review",
        [ActionWord.Appraise] = "appraise",
        [ActionWord.Declassify] = "declassify",
        [ActionWord.Open] = "open",
    };

    private static readonly HashSet<string> StepNameSet = new(StepNames.Values, StringComparer.Ordinal);

    public static bool IsStepName(string word) => StepNameSet.Contains(word);

    /// <summary>A word that a declaration may not take as its name.</summary>
    public static bool IsReserved(string word) => Structural.Contains(word) || StepNameSet.Contains(word);

    /// <summary>A word that can stand where a moment is named: a free name, or the name of a step.</summary>
    public static bool CanNameMoment(string word) => !Structural.Contains(word) || StepNameSet.Contains(word);

    /// <summary>Whether a text can be the name of a fact: letters of any script, digits and <c>_</c>, not beginning with a digit.</summary>
    public static bool IsName(string text)
    {
        bool first = true;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (first ? !IsNameStart(rune) : !IsNamePart(rune)) return false;
            first = false;
        }

        return !first;
    }

    public static bool IsNameStart(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    public static bool IsNamePart(Rune rune) => IsNameStart(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or
        UnicodeCategory.ConnectorPunctuation;
}
