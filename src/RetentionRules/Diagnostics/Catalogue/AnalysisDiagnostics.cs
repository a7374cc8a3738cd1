using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR950x to RR954x: what is found when a schedule is analysed for all records.</summary>
internal static class AnalysisDiagnostics
{
    public static readonly DiagnosticDescriptor Gap = new(
        "RR9501", Warning, "records without an item",
        "no item claims records with {0}",
        "Such a record is unscheduled: nothing may be done with it, and it is kept until somebody notices.",
        "Add an item or widen one; or say under `unscheduled:` which records need no item here, and why.");

    public static readonly DiagnosticDescriptor Conflict = new(
        "RR9502", Warning, "two items claim the same records",
        "items `{0}` and `{1}` both claim records with {2}, and say different things",
        "A record that two items claim is a conflict: nothing may be done with it.",
        "Make one of them the exception to the other with `exception-to:`, or narrow a condition.");

    public static readonly DiagnosticDescriptor Redundant = new(
        "RR9503", Warning, "two items claim the same records and say the same",
        "items `{0}` and `{1}` both claim records with {2}, and say the same",
        "A record that two items claim is a conflict even where both say the same, because nobody can name its authority.",
        "Take the records out of one of the two items.");

    public static readonly DiagnosticDescriptor MayOverlap = new(
        "RR9504", Warning, "two items may claim the same records",
        "items `{0}` and `{1}` may both claim a record: {2}",
        "The conditions rest on what no analysis can look into, and no record was found that shows it; none may exist.",
        "Make one of them the exception to the other, or tell them apart by a fact with known values.");

    public static readonly DiagnosticDescriptor ItemImpossible = new(
        "RR9505", Warning, "item that can never apply",
        "no record can be so: item `{0}` can never apply",
        "The parts of the condition exclude each other, for every record of which all is known.",
        "Mend the condition, or delete the item.");

    public static readonly DiagnosticDescriptor ItemShadowed = new(
        "RR9506", Warning, "item that never gets a record",
        "item `{0}` never gets a record: {1} {2} all that it claims",
        "Items that go before it leave it nothing: exceptions, or under `selection: first` items above it.",
        "Narrow those items, or delete this one.");

    public static readonly DiagnosticDescriptor CaseNeverTaken = new(
        "RR9507", Warning, "case that is never taken",
        "this case of item `{0}` is never taken: {1}",
        "No record of the item comes to it.",
        "Mend its condition or the order of the cases, or delete it.");

    public static readonly DiagnosticDescriptor EmptyException = new(
        "RR9508", Warning, "exception that excepts nothing",
        "item `{0}` is an exception to `{1}`, and no record is claimed by both",
        "Either the exception is left over, or one of the conditions is not what was meant.",
        "Delete `exception-to:`, or mend the condition.");

    public static readonly DiagnosticDescriptor NeverFitsNoCase = new(
        "RR9509", Information, "what never is fits no case",
        "records of item `{0}` with {1} fit no case",
        "The cases name every value, and none says what holds where there never is one; such a record is undetermined, and kept.",
        "Nothing to mend where there are no such records; otherwise add `otherwise:`.");

    public static readonly DiagnosticDescriptor AlwaysTrue = new(
        "RR9510", Warning, "condition that is always true",
        "the condition of {0} is true of every record of which all is known",
        "It tells no two records apart, and where a fact is missing it leaves the record undetermined.",
        "Leave it out where every record is meant; otherwise mend it.");

    public static readonly DiagnosticDescriptor IdlePart = new(
        "RR9511", Warning, "part of a condition that changes nothing",
        "without this {1} the condition of {0} says the same of every record of which all is known",
        "It is implied by the other parts, covered by them, or impossible; where its fact is missing it can leave records undetermined for nothing.",
        "Leave it out, or mend what was meant to tell records apart.");

    public static readonly DiagnosticDescriptor ClassRulesConflict = new(
        "RR9512", Warning, "class rules that contradict each other",
        "the rules for `{0}` and `{1}` both hold of records with {2}",
        "A record that two rules give different classes gets none.",
        "Narrow one of the rules.");

    public static readonly DiagnosticDescriptor ClassUncovered = new(
        "RR9513", Warning, "class that no item covers",
        "no item can claim a record of class `{0}`",
        "Everything that is filed there is unscheduled.",
        "Add an item for the class; or say under `unscheduled:` that none is needed.");

    public static readonly DiagnosticDescriptor RuleImpossible = new(
        "RR9514", Warning, "rule that can never apply",
        "no record can be so: {0} can never apply",
        "The parts of the condition exclude each other, for every record of which all is known.",
        "Mend the condition, or delete the rule.");

    public static readonly DiagnosticDescriptor DestroyImpossible = new(
        "RR9515", Warning, "destruction that restrictions always forbid",
        "item `{0}` destroys, and {1} that for every record {2}",
        "The records fall due and can never be destroyed: what a restriction asks for is so of none of them, now or later.",
        "Let the restriction say what lifts it with `unless:`, narrow it, or keep the records.");

    public static readonly DiagnosticDescriptor CeilingBeforeFloor = new(
        "RR9520", Warning, "a last day before the first",
        "item `{1}`: the last day for `{0}` can fall before its first, {2} before {3}",
        "Of such a record nothing can be done in time: it is a conflict.",
        "Count both from the same event, or let the ceiling leave room for the floor.");

    public static readonly DiagnosticDescriptor StepNeverReached = new(
        "RR9521", Warning, "act that is never reached",
        "`{0}` of item `{1}` is never reached: {2}",
        "An act waits for those before it, and for its own moment; one that never comes lets nothing follow.",
        "End what recurs with `until`, or count from a moment that comes.");

    public static readonly DiagnosticDescriptor RoundingMatters = new(
        "RR9522", Information, "period where rounding can matter",
        "`{0}` of item `{1}` counted from {2} ends on a day that does not exist: by rounding {3} on {4}",
        "Months have not the same number of days, and the schedule says which day is taken instead.",
        "Nothing to mend where that rule is meant; counted from the end of a month or a year it never arises.");

    public static readonly DiagnosticDescriptor ShorterThanParent = new(
        "RR9523", Warning, "period that can be shorter than the parent's",
        "item `{0}` can end on {1}, and item `{2}` of `{3}`, which it implements, on {4}",
        "The period of the item that is implemented is a minimum: destruction waits for it, whatever is written here.",
        "Write the minimum or a longer period; or have the other schedule say `shorter-retention: authorized`.");

    public static readonly DiagnosticDescriptor SetConflict = new(
        "RR9524", Warning, "schedules of a set that cannot both be followed",
        "item `{0}` of `{1}` and item `{2}` of `{3}` cannot both be followed for records with {4}",
        "The last day that one sets falls before the first day of the other, or only one keeps for ever.",
        "Change one of the two schedules, or except the records from one of them.");

    public static readonly DiagnosticDescriptor NotSettled = new(
        "RR9530", Warning, "question that was not settled",
        "not settled within the budget: {0}, for {1}",
        "That nothing was found proves nothing here.",
        "Give the analysis more steps or time, or make the conditions simpler.");

    public static readonly DiagnosticDescriptor NotSettledOpaque = new(
        "RR9531", Warning, "question that rests on opaque facts",
        "not settled: {0}, for {1}; it rests on `matches`, `contains` or on how two facts compare",
        "The analysis does not look into such tests, and found no record that shows it either way.",
        "Tell records apart by a fact with known values where a proof is wanted.");

    public static readonly DiagnosticDescriptor NotSettledDays = new(
        "RR9532", Warning, "question of days that was not settled",
        "not settled: {0}, for {1}; no day was found that shows it, and no rule that proves it",
        "The moments rest on several events, and not all of their days can be tried.",
        "Count both from the same event where a proof is wanted; otherwise accept the finding with a reason.");
}
