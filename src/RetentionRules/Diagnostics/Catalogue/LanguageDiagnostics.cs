using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR2xxx: conditions, dispositions and declarations as they are written.</summary>
internal static class LanguageDiagnostics
{
    public static readonly DiagnosticDescriptor Unexpected = new(
        "RR2001", Error, "cannot be read",
        "expected {0}, found {1}",
        "The text does not follow the grammar of the rules language at this place.",
        "Write one of the things that are expected here; docs/language.md shows every form with an example.");

    public static readonly DiagnosticDescriptor AndWithOr = new(
        "RR2002", Error, "`and` beside `or`",
        "`and` and `or` stand side by side without parentheses",
        "People read `a and b or c` in two ways, and the records that fall between them are not the same.",
        "Put parentheses around what belongs together.");

    public static readonly DiagnosticDescriptor AmbiguousAlternatives = new(
        "RR2003", Error, "ambiguous choice of moments",
        "`{0}` between moments can be read in more than one way",
        "Prose schedules write \"6 years after final payment or cancellation\" and leave open which of the two counts, and whether the period belongs to both.",
        "Write the reading that is meant; if nobody knows, write `refer to`, so that a person decides.");

    public static readonly DiagnosticDescriptor NotAfterNot = new(
        "RR2004", Error, "`not` after `not`",
        "`not` takes one comparison, or a condition in parentheses",
        "A `not` before another `not` is more often a slip than meant.",
        "Delete both, or put the inner condition in parentheses.");

    public static readonly DiagnosticDescriptor TextNotClosed = new(
        "RR2006", Error, "text not closed",
        "the double quote that opens here is never closed",
        "A text begins and ends with a double quote.",
        "Add the closing quote. Inside a text, a double quote is written `\\\"`.");

    public static readonly DiagnosticDescriptor UnknownEscape = new(
        "RR2007", Error, "unknown escape",
        "`{0}` is not an escape of the rules language",
        "In a text, `\\\"` stands for a double quote and `\\\\` for a backslash; there are no others.",
        "Write a backslash twice to have one.");

    public static readonly DiagnosticDescriptor NestedTooDeeply = new(
        "RR2008", Error, "too many parentheses",
        "parentheses stand more than {0} deep inside each other",
        "Depth is bounded before parsing, so that a hostile file cannot exhaust the stack.",
        "Split the condition into several items or cases.");

    public static readonly DiagnosticDescriptor TooLong = new(
        "RR2009", Error, "expression too long",
        "the expression has {0} characters; the most that is read is {1}",
        "Length is bounded before parsing, so that a hostile file cannot exhaust the machine.",
        "Split it into several items or cases.");

    public static readonly DiagnosticDescriptor PeriodTooLong = new(
        "RR2010", Error, "period out of range",
        "`{0}` is more than any period can have",
        "Dates end with year 9999; a period of more than 9999 units is a slip of the finger.",
        "Write the period that is meant, or `permanent`.");

    public static readonly DiagnosticDescriptor PeriodNotWhole = new(
        "RR2011", Error, "period not whole",
        "`{0}` is not a whole number, 0 or more",
        "Half a year is six months in one office and 182 days in another.",
        "Write whole units: `1 year and 6 months`.");

    public static readonly DiagnosticDescriptor NumberInWords = new(
        "RR2012", Error, "number in words",
        "the number `{0}` is written in words",
        "Numbers are written in digits, so that a period is found by searching for it.",
        "Write the number in digits.");

    public static readonly DiagnosticDescriptor CeilingWithoutFloor = new(
        "RR2013", Error, "ceiling without a floor",
        "`no later than` says until when, but nothing says from when",
        "A ceiling alone leaves open whether the act is allowed at once.",
        "Write `at once, no later than …`, or a floor: `no sooner than …, no later than …`.");

    public static readonly DiagnosticDescriptor DestroyNotLast = new(
        "RR2014", Error, "something after `destroy`",
        "nothing can be done with a record after `destroy`",
        "`destroy` stands last: a step behind it could never be reached.",
        "Move `destroy` to the end.");

    public static readonly DiagnosticDescriptor PermanentNotFirst = new(
        "RR2015", Error, "`permanent` not first",
        "`permanent` stands at the beginning of a disposition",
        "The word decides that the record is never destroyed; it must not be found at the end of a long line.",
        "Move `permanent` to the front: `permanent; transfer to …`.");

    public static readonly DiagnosticDescriptor PermanentAndDestroy = new(
        "RR2016", Error, "permanent and destroyed",
        "a disposition that is `permanent` never destroys",
        "The two contradict each other, and a wrong destruction cannot be undone.",
        "Delete one of the two; where copies differ, write `cases:` or two items.");

    public static readonly DiagnosticDescriptor FallbackInList = new(
        "RR2017", Error, "fallback inside a list",
        "a fallback inside a list stands in parentheses",
        "Without parentheses the comma before `or if that never happens` looks like the comma between the moments of the list.",
        "Write `(6 years after expired, or if that never happens 6 years after completed)`.");

    public static readonly DiagnosticDescriptor NestedPeriod = new(
        "RR2018", Error, "period after a period",
        "a period after a period stands in parentheses",
        "The parentheses show that the two are added up before a day is sought.",
        "Write `7 years after (18 years after born)`.");

    public static readonly DiagnosticDescriptor QuestionOfKnowledge = new(
        "RR2019", Error, "question of what is known",
        "a condition cannot ask whether a fact is known",
        "What is not known leads to `unknown`, never to a branch of its own: a rule for missing data would destroy records because nobody had entered a date.",
        "Ask `is never` where it is known that there is no such date or value; otherwise leave the question out.");

    public static readonly DiagnosticDescriptor ConditionOnToday = new(
        "RR2020", Error, "condition on today",
        "a condition cannot speak of today",
        "Conditions select by the record alone, so that an item's claim does not change with the calendar. Time belongs in the disposition.",
        "Move the date into the disposition: `destroy 6 years after closed`.");

    public static readonly DiagnosticDescriptor ForeignSign = new(
        "RR2021", Error, "word of another language",
        "`{0}` is not a word of the rules language",
        "The word or sign belongs to prose or to another language; the rules language has one way to say it.",
        "Write the words of the rules language.");

    public static readonly DiagnosticDescriptor WhichYear = new(
        "RR2022", Error, "which year?",
        "`year` alone can be the calendar year or the fiscal year",
        "The two end on different days, so the same record would fall due sooner by the one than by the other.",
        "Write `calendar year`, `fiscal year` or `academic year`.");

    public static readonly DiagnosticDescriptor AsDecidedWithoutDecision = new(
        "RR2023", Error, "nothing decided",
        "`then as decided` must follow directly on `appraise` or `review`, and nothing may follow it",
        "The outcome of the appraisal decides what happens next; without one there is nothing to follow.",
        "Write `appraise after 30 years; then as decided`.");

    public static readonly DiagnosticDescriptor WhicheverOfOne = new(
        "RR2025", Error, "`whichever` of one",
        "`whichever` chooses between moments, and there is only one",
        "A second moment has been lost, and with it perhaps years of retention.",
        "Write `6 years after closed or when superseded, whichever is later`, or delete `whichever`.");

    public static readonly DiagnosticDescriptor NothingToDo = new(
        "RR2026", Error, "nothing but a cutoff",
        "the disposition cuts off and then does nothing",
        "A cutoff only says from when later steps count; a record for which nothing else is to be done would count as finished.",
        "Add what happens after the cutoff: `; destroy 3 years after cutoff`, or `permanent;` in front.");

    public static readonly DiagnosticDescriptor CannotRecur = new(
        "RR2027", Error, "act that cannot recur",
        "`{0}` happens once; only `review` and `appraise` can happen again and again",
        "After a record is destroyed, transferred or cut off, there is nothing left to do it to.",
        "Write when it is done, in place of `every`: `destroy 7 years after closed`, `cut off at end of calendar year of closed; destroy 3 years after cutoff`.");

    public static readonly DiagnosticDescriptor StepsWithOneName = new(
        "RR2024", Error, "two steps with one name",
        "two steps of this disposition are called `{0}`",
        "Each act needs a fact that says when it was done; two acts with one name would share it.",
        "Name one of them: `transfer to \"…\" 10 years after closed as second_transfer`.");
}
