using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR4xxx: names and types.</summary>
internal static class BindingDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownFact = new(
        "RR4001", Error, "unknown fact",
        "the schedule declares no fact `{0}`",
        "Every fact that a condition or a moment speaks of is declared under `record:` with its type.",
        "Declare the fact under `record:`, or correct its name.");

    public static readonly DiagnosticDescriptor UnknownMoment = new(
        "RR4002", Error, "unknown moment",
        "there is no fact, defined moment or earlier step called `{0}`",
        "A moment counts from a fact with days, from a moment under `define:`, or from an earlier step of the same disposition.",
        "Declare it, or correct its name.");

    public static readonly DiagnosticDescriptor TypesDiffer = new(
        "RR4003", Error, "types differ",
        "`{0}` is {1}; it cannot be compared with {2}",
        "Both sides of a comparison have the same type.",
        "Compare with a value of the fact's type.");

    public static readonly DiagnosticDescriptor NotAValue = new(
        "RR4004", Error, "not a value of the enumeration",
        "`{0}` is not a value of `{1}`, which is {2}",
        "A comparison with a value that the fact can never have is always false.",
        "Correct the value, or add it to the declaration.");

    public static readonly DiagnosticDescriptor NoOrder = new(
        "RR4005", Error, "no order",
        "`{0}` is {1}, whose values have no order; `{2}` needs one",
        "Only numbers, dates and `ordered [...]` facts can be greater or less.",
        "Declare the fact as `ordered [low, …, high]`, or use `=` or `in`.");

    public static readonly DiagnosticDescriptor WrongOperator = new(
        "RR4006", Error, "not for this type",
        "`{0}` asks for {1}, and `{2}` is {3}",
        "Each comparison fits certain types only.",
        "Use a comparison that fits the type, or correct the fact's declaration.");

    public static readonly DiagnosticDescriptor ReservedName = new(
        "RR4007", Error, "reserved name",
        "`{0}` is a word of the rules language and cannot be a name",
        "Names of steps and words of the grammar are reserved, so that no text can be read in two ways.",
        "Choose another name.");

    public static readonly DiagnosticDescriptor NotAName = new(
        "RR4008", Error, "not a name",
        "`{0}` is not a name",
        "A name has letters of any script, digits and `_`, and does not begin with a digit.",
        "Write for example `final_action`.");

    public static readonly DiagnosticDescriptor NameTaken = new(
        "RR4009", Error, "name taken",
        "`{0}` is already the name of a {1}",
        "Facts, parameters and defined moments share one set of names, so that a name means one thing.",
        "Choose another name for one of them.");

    public static readonly DiagnosticDescriptor NotDated = new(
        "RR4010", Error, "no day to count from",
        "`{0}` is {1}; a moment counts from a date, an event or a list of dates",
        "Only facts with days can be counted from.",
        "Name a fact of type `date` or `event`.");

    public static readonly DiagnosticDescriptor WhichOfList = new(
        "RR4011", Error, "which of the dates?",
        "`{0}` is a list of dates; say which of them counts",
        "A list has many days, and the moment needs one.",
        "Write `first of`, `second of`, `third of` or `last of` before the name.");

    public static readonly DiagnosticDescriptor NotAList = new(
        "RR4012", Error, "not a list",
        "`{0}` is {1}, not a list of dates",
        "`first of` and its kin choose one day from a list.",
        "Name the fact alone, or declare it as `list of dates`.");

    public static readonly DiagnosticDescriptor UnknownParameter = new(
        "RR4013", Error, "unknown parameter",
        "the schedule declares no parameter `{0}`",
        "A word where a period stands is the name of a parameter.",
        "Declare it under `parameters:`, or write the period: `6 years`.");

    public static readonly DiagnosticDescriptor UnknownCycle = new(
        "RR4014", Error, "unknown cycle",
        "the schedule does not say when {0} ends",
        "Calendar years, half-years, quarters, months and weeks are known; fiscal and academic years, a biennium and cycles with their own names are declared.",
        "Declare it under `calendar:`, for example `fiscal-year-ends: 30 September`.");

    public static readonly DiagnosticDescriptor NoStart = new(
        "RR4015", Error, "no start",
        "nothing says from when this counts",
        "The step names no start, and the schedule does not say where retention starts in general.",
        "Name the start, or add `retention-starts: created` to the schedule.");

    public static readonly DiagnosticDescriptor FallbackNeedsOneFact = new(
        "RR4016", Error, "fallback of several facts",
        "a fallback tests the one fact of the moment before it; this moment has {0}",
        "\"If that never happens\" must be about one event, or nobody knows which of them must never happen.",
        "Let the moment before the fallback name exactly one fact.");

    public static readonly DiagnosticDescriptor AnyOutsideLatest = new(
        "RR4017", Error, "`any` outside `latest of`",
        "`any` stands only directly inside `latest of (…)`, or behind a period there",
        "`any x` takes its moment out of the list where x is never. Alone there would be nothing left, and inside another choice it would take that choice away too.",
        "Delete `any`, or write `latest of (6 years after closed, 3 years after any litigation_ended)`.");

    public static readonly DiagnosticDescriptor DefinitionCircle = new(
        "RR4018", Error, "definition in a circle",
        "`{0}` is defined by itself",
        "A moment that rests on itself has no day.",
        "Break the circle.");

    public static readonly DiagnosticDescriptor ItemTwice = new(
        "RR4019", Error, "item number twice",
        "the item number `{0}` stands twice",
        "Decisions name items by their numbers.",
        "Give one of the items another number.");

    public static readonly DiagnosticDescriptor UnknownItem = new(
        "RR4020", Error, "unknown item",
        "the schedule has no item `{0}`",
        "The number does not lead to an item of this schedule.",
        "Correct the number.");

    public static readonly DiagnosticDescriptor ItemCircle = new(
        "RR4021", Error, "items in a circle",
        "item `{0}` is {1} itself, by way of {2}",
        "Items that give way to each other, or follow each other's rule, in a circle decide nothing.",
        "Break the circle.");

    public static readonly DiagnosticDescriptor ExceptionInOrderedList = new(
        "RR4022", Error, "exception in an ordered list",
        "`exception-to` has no place where the first item that fits is taken",
        "Under `selection: first` the order of the items already says which one wins.",
        "Delete `exception-to` and put the item before the one it is an exception to; or use `selection: unique`.");

    public static readonly DiagnosticDescriptor MisplacedResidual = new(
        "RR4023", Error, "misplaced residual",
        "{0}",
        "A residual item applies where no other does; there is one of them, it is nobody's exception, and in an ordered list it comes last.",
        "Keep one residual item, in its place.");

    public static readonly DiagnosticDescriptor CasesNotCovering = new(
        "RR4024", Error, "cases do not cover everything",
        "{0}",
        "A record of the item that no case fits could not be decided. Without `otherwise`, cases must name every value of one enumeration or yes/no fact.",
        "Add a last case `otherwise: …`, or the missing values.");

    public static readonly DiagnosticDescriptor OtherwiseNotLast = new(
        "RR4025", Error, "case behind `otherwise`",
        "a case stands behind `otherwise` and can never be taken",
        "Cases are tried in order, and `otherwise` takes all that is left.",
        "Move `otherwise` to the end.");

    public static readonly DiagnosticDescriptor ItemWithoutCondition = new(
        "RR4026", Error, "item without a condition",
        "{0} does not say which records it covers",
        "An item without a condition would claim every record.",
        "Add `when: …`; for an item that takes what no other takes, `residual: yes`.");

    public static readonly DiagnosticDescriptor BadPattern = new(
        "RR4027", Error, "pattern refused",
        "the pattern is refused: {0}",
        "Patterns are regular expressions without backreferences and lookarounds, so that no text can make them run for ever.",
        "Write the pattern without these constructs.");

    public static readonly DiagnosticDescriptor BadNumber = new(
        "RR4028", Error, "number out of range",
        "`{0}` cannot be held without losing digits",
        "Numbers have up to 28 digits; one that lost a digit would be compared wrongly.",
        "Write the number that is meant.");

    public static readonly DiagnosticDescriptor BadEnumeration = new(
        "RR4029", Error, "enumeration refused",
        "{0}",
        "An enumeration has at least two values, all different.",
        "Correct the list of values.");

    public static readonly DiagnosticDescriptor BadParameter = new(
        "RR4030", Error, "parameter refused",
        "{0}",
        "A parameter has a range from a shorter to a longer period, and its value lies in the range.",
        "Correct the range or the value.");

    public static readonly DiagnosticDescriptor BadCycle = new(
        "RR4031", Error, "calendar refused",
        "{0}",
        "Each cycle of the calendar ends on days that exist.",
        "Correct the calendar.");

    public static readonly DiagnosticDescriptor BadCompletion = new(
        "RR4032", Error, "completion refused",
        "{0}",
        "A fact can record when a step was done (an event) or what an appraisal decided (one of [destroy, permanent, extend]); one fact for each step.",
        "Correct the declaration.");

    public static readonly DiagnosticDescriptor NoSuchStep = new(
        "RR4033", Error, "no such step before",
        "no earlier step of this disposition is called `{0}`",
        "A step can only count from one that stands before it.",
        "Add the step before this one; a cutoff that is common to the schedule can be defined: `define: { cutoff: end of fiscal year of closed }`.");

    public static readonly DiagnosticDescriptor OptionNotForType = new(
        "RR4034", Error, "option not for this type",
        "`{0}` means nothing for a fact that is {1}",
        "The option changes how texts are compared.",
        "Delete the option.");

    public static readonly DiagnosticDescriptor BadText = new(
        "RR4035", Error, "text that no record can have",
        "{0}",
        "A blank text is unknown, and a code has no empty segments; a comparison with one would never be true.",
        "Correct the text.");

    public static readonly DiagnosticDescriptor PartOfRelatedRecord = new(
        "RR4036", Error, "part of a related record",
        "`{0}` is a related record; only its fate can be asked for",
        "A schedule knows of a related record whether it was destroyed or transferred, and nothing else.",
        "Write `request.destroyed` or `request.transferred`, with the related record's name.");

    public static readonly DiagnosticDescriptor WrongDate = new(
        "RR4037", Error, "no such day",
        "there is no day `{0}`",
        "The calendar has no such day.",
        "Correct the date.");

    public static readonly DiagnosticDescriptor HoldWithoutRecords = new(
        "RR4038", Error, "hold without records",
        "hold `{0}` says neither `when:` nor `records:`",
        "A hold that covers nothing protects nothing.",
        "Say which records are held.");

    public static readonly DiagnosticDescriptor HoldTwice = new(
        "RR4039", Error, "hold twice",
        "the hold `{0}` stands twice",
        "Decisions name holds by their identifiers.",
        "Give one of them another identifier.");
}
