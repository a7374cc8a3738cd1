using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR502x: approvals and authorities that are worth a second look; some of them only on a certain day.</summary>
internal static class ApprovalLintDiagnostics
{
    public static readonly DiagnosticDescriptor NoActs = new(
        "RR5020", Information, "approval without its act",
        "the schedule is {0}, and lists no act of approval",
        "The status is believed as it stands; who approved the schedule, when and by which document cannot be shown from it.",
        "Add `approvals:` with the acts that are known.");

    public static readonly DiagnosticDescriptor NoBasis = new(
        "RR5021", Warning, "item without a basis",
        "item `{0}` names neither an authority nor a law",
        "Whoever is to approve the schedule asks what each item rests on.",
        "Add `cites:` with the law, or `authority:`.");

    public static readonly DiagnosticDescriptor ReviewOverdue = new(
        "RR5022", Warning, "review overdue",
        "the schedule was to be looked through by {0}; it is {1}",
        "Offices and laws change, and a schedule that nobody looks through keeps or destroys by what was. No decision changes by it.",
        "Look it through, and write the day of the next review.");

    public static readonly DiagnosticDescriptor LapsedAuthority = new(
        "RR5023", Warning, "rests on what is no longer in force",
        "item `{0}` rests on `{1}`, which has not been in force since {2}; it is {3}",
        "The item is still in force itself, and decides as before.",
        "Name what the item rests on now, or repeal the item by an amendment.");

    public static readonly DiagnosticDescriptor OutOfForce = new(
        "RR5024", Warning, "approved and not in force",
        "the schedule is {0}, and is in force {1}; it is {2}",
        "Every due act is blocked on a day on which the schedule is not in force.",
        "Where another edition has taken its place, write `status: superseded`; where it is no longer valid, `status: repealed`.");

    public static readonly DiagnosticDescriptor UncitedAuthority = new(
        "RR5025", Warning, "authority that nothing cites",
        "nothing in the schedule rests on the authority `{0}`",
        "Items name an authority by beginning with its very name; where they write it otherwise, its repeal is not noticed.",
        "Write the name as the items cite it, or delete the entry.");

    public static readonly DiagnosticDescriptor RestsOnEndedItem = new(
        "RR5026", Warning, "decided as an item that is not in force as long",
        "item `{0}` is decided as item `{1}`, which is in force only in {2}",
        "The force that is asked for is that of the item that refers. It goes on with the rule of the other, after that one has been repealed or before it is established.",
        "Give both the same force, or write the rule itself where it stays in force.");
}
