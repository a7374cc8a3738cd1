using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR44xx: editions, sets of schedules, limits, aggregates and reorganisations.</summary>
internal static class CombinationDiagnostics
{
    public static readonly DiagnosticDescriptor FileRefused = new(
        "RR4401", Error, "named file not usable",
        "`{0}` cannot be used: {1}",
        "What decides together must be there as a whole; without one part, nothing is decided.",
        "Correct the path, relative to this file; or mend that file first.");

    public static readonly DiagnosticDescriptor EditionWithoutDay = new(
        "RR4402", Error, "edition without a day",
        "edition `{0}` does not say from when it is in force",
        "A register picks an edition by its days.",
        "Write `in-force: { from: … }` in the edition.");

    public static readonly DiagnosticDescriptor EditionsOverlap = new(
        "RR4403", Error, "editions overlap",
        "editions `{0}` and `{1}` are both in force on {2}",
        "On each day one edition governs at most.",
        "End the earlier one with `in-force: { to: … }` on the day on which the later one begins.");

    public static readonly DiagnosticDescriptor Circle = new(
        "RR4404", Error, "circle of schedules",
        "`{0}` {1} itself: {2}",
        "Of schedules that lead back to themselves none is the first.",
        "Take one of the references out.");

    public static readonly DiagnosticDescriptor UnknownEdition = new(
        "RR4405", Error, "unknown edition",
        "{0}",
        "An edition is named by its identifier, by its version, or by both.",
        "Name one of the editions of the register, by its identifier, its version or both.");

    public static readonly DiagnosticDescriptor BadGoverningFact = new(
        "RR4406", Error, "edition told by what is no day",
        "{0}",
        "An edition is picked by the day of evaluation (`as-of`) or by a date or event that the record has; a computed day would depend on the edition.",
        "Write `as-of`, or the name of a date or an event that an edition declares.");

    public static readonly DiagnosticDescriptor MisplacedTransition = new(
        "RR4407", Error, "transition that cannot be",
        "{0}",
        "A transition says what becomes of records that an earlier edition covered, on the day on which a later one comes into force.",
        "Correct the transition, or take it out.");

    public static readonly DiagnosticDescriptor FactsDiffer = new(
        "RR4408", Error, "one name, two facts",
        "`{0}` is {1} in `{2}` and {3} in `{4}`",
        "Schedules that decide together ask for a fact by one name; words of one scale are not words of another.",
        "Give the facts two names, or one type.");

    public static readonly DiagnosticDescriptor NamedTwice = new(
        "RR4409", Error, "schedule named twice",
        "`{0}` stands twice",
        "A schedule that is asked twice says nothing more.",
        "Take one of them out; editions of one schedule have two versions.");

    public static readonly DiagnosticDescriptor UnknownMember = new(
        "RR4410", Error, "unknown schedule",
        "{0}",
        "The order of precedence names each schedule of the set once, by its identifier.",
        "List the identifiers of all schedules of the set, the strongest first.");

    public static readonly DiagnosticDescriptor EmptyLimit = new(
        "RR4411", Error, "limit without a day",
        "limit `{0}` says neither `not-before:` nor `not-after:`",
        "A limit is a floor, a ceiling, or both.",
        "Add `not-before: 10 years after closed`, or `not-after: …`.");

    public static readonly DiagnosticDescriptor LimitTwice = new(
        "RR4412", Error, "limit twice",
        "the limit `{0}` stands twice",
        "Decisions name limits by their identifiers.",
        "Give one of them another identifier.");

    public static readonly DiagnosticDescriptor NothingImplemented = new(
        "RR4413", Error, "no schedule is implemented",
        "item `{0}` implements `{1}`, and the schedule says of no other that it implements it",
        "The number is that of an item of the schedule that is implemented.",
        "Add `implements: { file: … }` to the schedule, or take the key out.");

    public static readonly DiagnosticDescriptor BadAggregate = new(
        "RR4414", Error, "records that cannot be put together",
        "{0}",
        "Records are put together by the value of a code, a text or one of several words, and a yes/no fact says that all of them are known.",
        "Name facts of these types; declare them under `record:`.");

    public static readonly DiagnosticDescriptor BadReorganisation = new(
        "RR4415", Error, "freeze that would never end",
        "{0}",
        "A freeze ends when custody has passed to whoever takes the records over; without a name that a record can have it would never end.",
        "Write `successor:` where one body takes over everything, or `keeps:` with who takes over what.");

    public static readonly DiagnosticDescriptor ReorganisationFacts = new(
        "RR4416", Error, "creator or custodian not asked for",
        "a reorganisation asks for `creator` and `custodian`, and `{0}` is {1}",
        "Who made a record and who keeps it are two facts; both tell whether it is still the body's.",
        "Declare `creator: text` and `custodian: text` under `record:`.");

    public static readonly DiagnosticDescriptor ClassificationsDiffer = new(
        "RR4417", Error, "two classifications",
        "`{0}` files records by `{1}`, and `{2}` by `{3}`",
        "A record has one class; schedules that decide together file by one classification.",
        "Let both name one file under `classification:`.");
}
