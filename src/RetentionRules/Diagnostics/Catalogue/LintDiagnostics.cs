using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR5xxx: what is allowed and worth a second look.</summary>
internal static class LintDiagnostics
{
    public static readonly DiagnosticDescriptor AssumedStart = new(
        "RR5001", Information, "start is assumed",
        "item `{0}` names no start; it counts from `{1}`, as the schedule says in general",
        "The wording of the item leaves open from when it counts.",
        "Nothing to mend where the general rule is meant; otherwise name the start.");

    public static readonly DiagnosticDescriptor UnusedFact = new(
        "RR5002", Warning, "fact not used",
        "nothing uses the fact `{0}`",
        "Records systems would have to supply a fact that decides nothing.",
        "Delete the declaration, or use the fact.");

    public static readonly DiagnosticDescriptor UnusedName = new(
        "RR5003", Warning, "name not used",
        "nothing uses the {0} `{1}`",
        "What is declared and not used is mostly left over, or the place that should use it has been mistyped.",
        "Delete the declaration, or use it.");

    public static readonly DiagnosticDescriptor NoAuthority = new(
        "RR5004", Warning, "item without authority",
        "item `{0}` of an approved schedule names no authority",
        "Records are destroyed on the authority of an approval; without its number nobody can show it.",
        "Add `authority:`.");

    public static readonly DiagnosticDescriptor NotInForce = new(
        "RR5005", Warning, "approved without a date",
        "the schedule is {0} and does not say from when it is in force",
        "Whether it is in force cannot be known, so every due act is blocked.",
        "Add `in-force: { from: 2026-01-01 }`.");

    public static readonly DiagnosticDescriptor EndOfFebruary = new(
        "RR5006", Information, "year that ends on 28 February",
        "in a leap year this year ends on 28 February and 29 February belongs to the next",
        "The day is taken at its word.",
        "Write `last day of February` where the end of the month is meant.");

    public static readonly DiagnosticDescriptor ValueOrFact = new(
        "RR5007", Warning, "value with the name of a fact",
        "`{0}` is taken as a value of `{1}`; there is also a fact of that name",
        "A bare word on the right is a value.",
        "Put the value in quotes, or write `fact` before the name where the other fact is meant.");

    public static readonly DiagnosticDescriptor NotCheckedAgainstSchedule = new(
        "RR5008", Warning, "not checked against a schedule",
        "only the form of the file was checked: {0}",
        "Holds, mappings and classifications speak of the facts of a schedule; without it nobody can say whether they exist.",
        "Name the schedule in the file, `file: contracts.yaml`, or check both together.");
}
