using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR43xx: approvals, amendments and authorities that contradict what else the schedule says.</summary>
internal static class ApprovalDiagnostics
{
    public static readonly DiagnosticDescriptor NoApproval = new(
        "RR4301", Error, "approved by nobody",
        "the schedule is {0}, and no act under `approvals` is a consent or an approval",
        "An approved schedule lets records be destroyed. Where acts are listed, the one that approved it must be among them.",
        "Add the act, `- { action: approve, body: …, date: … }`, or write the status that the schedule has reached.");

    public static readonly DiagnosticDescriptor NoPromulgation = new(
        "RR4302", Error, "promulgated by nobody",
        "the schedule is promulgated, and no act under `approvals` promulgates what was approved",
        "Approval and promulgation are two acts, each with its day.",
        "Add the act, `- { action: promulgate, body: …, date: … }`, or write `status: approved`.");

    public static readonly DiagnosticDescriptor ForceBeforeConsent = new(
        "RR4303", Error, "in force before it was approved",
        "the schedule is in force {0}, and the first approval that counts is of {1}",
        "A schedule takes effect with the consent of the authority, not before. A return or a repeal in between undoes earlier approvals.",
        "Begin the interval with the day of the approval, or a later one.");

    public static readonly DiagnosticDescriptor ReturnedAfterApproval = new(
        "RR4304", Error, "returned after approval",
        "the schedule is {0}, and was returned on {1}, with no approval after that day; the last is of {2}",
        "What was sent back for changes is not approved. Two acts of one day have no order, and the return is taken to be the later.",
        "Add the approval that followed, or write `status: returned`.");

    public static readonly DiagnosticDescriptor ApprovedByItsCompiler = new(
        "RR4305", Error, "approved by its compiler alone",
        "`{0}` wrote the schedule, and no other body has approved it or consented to it",
        "Nobody gives leave to destroy records to themselves.",
        "Add the act of the body that approves, or correct `compiled-by`.");

    public static readonly DiagnosticDescriptor PromulgatedBeforeApproved = new(
        "RR4306", Error, "promulgated before it was approved",
        "the schedule was promulgated on {0}, and the first approval that counts is of {1}",
        "What is not approved cannot be promulgated. A return or a repeal in between undoes earlier approvals.",
        "Correct one of the two days.");

    public static readonly DiagnosticDescriptor InForceAfterRepeal = new(
        "RR4307", Error, "in force after its repeal",
        "the schedule was repealed on {0}, and says that it is in force after that day",
        "What is repealed gives no leave to destroy records. The status and the interval decide, and they contradict the act.",
        "End the interval with the day of the repeal, or write `status: repealed`.");

    public static readonly DiagnosticDescriptor AmendmentTwice = new(
        "RR4308", Error, "amendment twice",
        "the amendment `{0}` stands twice",
        "Amendments are told apart by their identifiers.",
        "Give one of them another identifier.");

    public static readonly DiagnosticDescriptor AmendmentContradictsItem = new(
        "RR4309", Error, "amendment contradicts the item",
        "amendment `{0}` {1} item `{2}` on {3}, and the item itself says {4}",
        "An item that is established or repealed is in force from or until that day. Where the item says another, nobody can tell which is the slip.",
        "Write the same day in both places, or delete the item's `in-force`.");

    public static readonly DiagnosticDescriptor ItemAmendedTwice = new(
        "RR4310", Error, "item established or repealed twice",
        "item `{0}` is {1} twice",
        "An item comes into force once and goes out of force once.",
        "Delete one of the two; an item that comes into force again is a new item with a number of its own.");

    public static readonly DiagnosticDescriptor RepealedBeforeEstablished = new(
        "RR4311", Error, "repealed before it was established",
        "item `{0}` is repealed on {1}, and established on {2}",
        "Between the two there is no day on which the item is in force.",
        "Correct one of the two days.");

    public static readonly DiagnosticDescriptor AuthorityTwice = new(
        "RR4312", Error, "authority twice",
        "the authority `{0}` stands twice",
        "Items name authorities by their names; of two with one name nobody could tell which has lapsed.",
        "Delete one of them, or write their names apart, as items cite them.");

    public static readonly DiagnosticDescriptor DayOfNothing = new(
        "RR4313", Error, "day that stands for none",
        "`{0}` stands for no day: systems write it where they have none",
        "An approval on the first of all days would allow any force, and a repeal on the last would never come.",
        "Write the day, as the document has it; where none is known, delete the entry.");
}
