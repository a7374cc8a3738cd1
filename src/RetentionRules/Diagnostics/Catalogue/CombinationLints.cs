using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR503x: what is allowed between schedules and worth a second look.</summary>
internal static class CombinationLints
{
    public static readonly DiagnosticDescriptor ShorterThanMinimum = new(
        "RR5030", Warning, "period shorter than the minimum",
        "item `{0}` says {1}, and item `{2}` of `{3}`, which it implements, {4}",
        "The period of the item that is implemented is a minimum: destruction waits for it, whatever is written here.",
        "Write the minimum or a longer period; or have the other schedule say `shorter-retention: authorized`.");

    public static readonly DiagnosticDescriptor BodyWithoutSchedule = new(
        "RR5031", Warning, "body without an adopted schedule",
        "no edition that is approved and in force on {1} is adopted by `{0}`",
        "A body may dispose of nothing before it has adopted a schedule.",
        "Name the body under `adopted-by:` of its edition; or take it off the list where it has ended.");
}
