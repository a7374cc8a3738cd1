using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR91xx: what is wrong with the weighing of findings, in a profile or where a file accepts some of its own.</summary>
internal static class FindingDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownInProfile = new(
        "RR9101", Error, "profile of a finding that there is not",
        "there is no finding `{0}`",
        "A code that is mistyped weighs nothing, and the finding that was meant keeps its own weight.",
        "Write the code as `retention check` prints it; docs/diagnostics.md lists them all.");

    public static readonly DiagnosticDescriptor ErrorLowered = new(
        "RR9102", Error, "error made lighter",
        "{0} ({1}) is an error by itself, and cannot be made `{2}`",
        "A file with an error cannot be used, however little the error is made to weigh.",
        "Delete the line, and mend the files that have the error.");

    public static readonly DiagnosticDescriptor UnknownAccepted = new(
        "RR9110", Warning, "acceptance of a finding that there is not",
        "there is no finding `{0}` that could be accepted",
        "A code that is mistyped accepts nothing, and the finding that was meant counts as before.",
        "Write the code as `retention check` prints it; docs/diagnostics.md lists them all.");

    public static readonly DiagnosticDescriptor NotAcceptable = new(
        "RR9111", Warning, "acceptance of what cannot be accepted",
        "{0} ({1}) cannot be accepted: {2}",
        "What makes a file unusable is not made usable by an acceptance, and nobody can accept that an acceptance is wrong.",
        "Delete the acceptance, and mend what is found.");

    public static readonly DiagnosticDescriptor UnknownItem = new(
        "RR9112", Warning, "acceptance for an item that there is not",
        "the acceptance is limited to item `{0}`, and there is no such item here",
        "It accepts nothing for that item. Items are renumbered, and acceptances stay behind.",
        "Write the item's number as it stands under `items`, or delete it from the acceptance.");

    public static readonly DiagnosticDescriptor Expired = new(
        "RR9113", Warning, "acceptance that has run out",
        "`{0}` accepted {1} until {2}; it is {3}",
        "The finding counts again. An acceptance has an end so that somebody looks again.",
        "Mend what is found; or look at it again, and write a new day and who has looked.");

    public static readonly DiagnosticDescriptor AcceptsNothing = new(
        "RR9114", Warning, "acceptance that accepts nothing",
        "nothing is found here that the acceptance of {0} would accept",
        "What was accepted has been mended, or the acceptance is limited to something else. Left standing, it would hide the next finding of its kind.",
        "Delete the acceptance, or correct what it is limited to.");

    public static readonly DiagnosticDescriptor NeverEnds = new(
        "RR9115", Warning, "acceptance that never runs out",
        "`{0}` stands for no day: the acceptance would never run out",
        "Nobody would look again. The acceptance counts for nothing until it has an end.",
        "Write the day on which somebody is to look again.");
}
