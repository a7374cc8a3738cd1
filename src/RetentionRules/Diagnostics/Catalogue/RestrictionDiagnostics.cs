using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR42xx: acts and restrictions.</summary>
internal static class RestrictionDiagnostics
{
    public static readonly DiagnosticDescriptor NotOneKind = new(
        "RR4201", Error, "restriction of no kind, or of several",
        "{0} has {1}, and must have exactly one of `forbid`, `before`, `order` and `after`",
        "A restriction forbids acts, asks for something before them, sets their order, or asks for something after them. Two of these are two restrictions.",
        "Keep one of the keys, and write a restriction of its own for each other.");

    public static readonly DiagnosticDescriptor UnknownAct = new(
        "RR4202", Error, "unknown act",
        "the schedule knows no act `{0}`",
        "An act that is misspelt would never be forbidden. Known are the acts of dispositions, `publish`, `outsource`, `digitise`, `lend the original`, and those under `actions:`.",
        "Correct the word, or declare it: `actions: { exhibit: { title: … } }`.");

    public static readonly DiagnosticDescriptor ActTwice = new(
        "RR4203", Error, "act twice",
        "`{0}` {1}",
        "One act has one name and one fact that records it, or two questions about it would get two answers.",
        "Keep one of the two.");

    public static readonly DiagnosticDescriptor DoneNeedsDay = new(
        "RR4204", Error, "no day on which it was done",
        "`{0}` is {1}; only a date or an event says when something was done",
        "Whether something was done by a day is asked of a day.",
        "Declare the fact as `event`, or name another; ask for other facts by `require:`.");

    public static readonly DiagnosticDescriptor HalfAnException = new(
        "RR4205", Error, "half an exception",
        "{0} has `{1}` without `{2}`",
        "An exception counts only where it is recorded, and who approved it.",
        "Write both: `unless: consent = yes` and `approved-by: consent_by`.");

    public static readonly DiagnosticDescriptor ApproverNotNamed = new(
        "RR4206", Error, "approver without a name",
        "`{0}` is {1}; who approved an exception is a text, a code or one of a list",
        "A day or a number does not say who.",
        "Declare the fact as `text`, `code` or `one of [...]`, or name another.");

    public static readonly DiagnosticDescriptor DuringNeedsDays = new(
        "RR4207", Error, "interval without a day",
        "`{0}` is {1}; an interval reaches from a date or an event to another",
        "The day of an act can only lie between days.",
        "Declare the fact as `date` or `event`, or name another.");

    public static readonly DiagnosticDescriptor BadOrder = new(
        "RR4208", Error, "order that orders nothing",
        "{0}",
        "An order has at least two acts, each once.",
        "Name at least two acts, each once.");

    public static readonly DiagnosticDescriptor NothingRecordsAct = new(
        "RR4209", Error, "act that nobody records",
        "no fact records when `{0}` was done, so nobody can know what came before it",
        "An order is kept by the days on which the acts were done.",
        "Name an event that records it: under `actions:` for any act, or by `completes:` in its declaration for an act of a disposition.");

    public static readonly DiagnosticDescriptor OrderCircle = new(
        "RR4210", Error, "orders in a circle",
        "`{0}` stands before `{1}` here, and behind it by {2}",
        "Of acts in a circle none could ever be the first.",
        "Take one of the acts out of one of the lists.");

    public static readonly DiagnosticDescriptor RestrictionTwice = new(
        "RR4211", Error, "restriction twice",
        "the restriction `{0}` stands twice",
        "Decisions name restrictions by their identifiers.",
        "Give one of them another identifier.");

    public static readonly DiagnosticDescriptor KeyOfOtherKind = new(
        "RR4212", Error, "key of another kind of restriction",
        "`{0}` says nothing beside `{1}`",
        "`unless` and `approved-by` go with `forbid`, `during` with `before`, `require` and `done` with `before` and `after`.",
        "Delete the key, or write a restriction of the kind that it belongs to.");

    public static readonly DiagnosticDescriptor NothingRequired = new(
        "RR4213", Error, "nothing required",
        "{0} does not say what must be so",
        "A restriction of this kind that asks for nothing forbids nothing.",
        "Add `require:`, `done:` or, with `before`, `during:`; to forbid the act, write `forbid:`.");

    public static readonly DiagnosticDescriptor NotAnAct = new(
        "RR4214", Error, "not the name of an act",
        "`{0}` cannot be the name of an act",
        "An act is named by words: letters, digits and `_`, with one blank between two words.",
        "Write for example `exhibit` or `copy for a court`.");
}
