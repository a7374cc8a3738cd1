using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR960x: how records fare differently under another edition of a schedule.</summary>
internal static class ComparisonDiagnostics
{
    public static readonly DiagnosticDescriptor NewDestruction = new(
        "RR9601", Warning, "records that are destroyed, and were not",
        "{0}: records are destroyed that were not",
        "What the edition before kept, left to two items or had no item for, may be destroyed under the new one.",
        "Nothing to mend where that is meant and approved; otherwise mend the item.");

    public static readonly DiagnosticDescriptor ShorterRetention = new(
        "RR9602", Warning, "records that may be destroyed sooner",
        "{0}: may be destroyed on {2}, and before on {1}",
        "The new edition keeps the records for a shorter time.",
        "Nothing to mend where that is meant and approved; otherwise mend the period.");

    public static readonly DiagnosticDescriptor NewConflict = new(
        "RR9603", Warning, "records that two items claim",
        "{0} both claim records {1} before",
        "Nothing may be done with such a record.",
        "Make one of the items the exception to the other, or narrow a condition.");

    public static readonly DiagnosticDescriptor NoLongerCovered = new(
        "RR9604", Warning, "records that no item claims any more",
        "{0}: no item claims the records any more",
        "They are unscheduled under the new edition.",
        "Add an item, or say under `unscheduled:` where their item is.");

    public static readonly DiagnosticDescriptor RestrictionChanged = new(
        "RR9605", Warning, "restriction that differs",
        "restriction `{0}` {1}",
        "What may be done with records can differ.",
        "Nothing to mend where that is meant.");

    public static readonly DiagnosticDescriptor ClassRuleChanged = new(
        "RR9606", Warning, "class rule that differs",
        "records that were of class `{0}` by the rules may be so no longer, or others may",
        "Their items can differ with their class.",
        "Nothing to mend where that is meant.");

    public static readonly DiagnosticDescriptor LongerRetention = new(
        "RR9607", Information, "records that are kept longer",
        "{0}: may be destroyed on {2}, and before on {1}",
        "The new edition keeps the records for a longer time.",
        "Nothing to mend where that is meant; personal data may not be kept for ever.");

    public static readonly DiagnosticDescriptor NoLongerDestroyed = new(
        "RR9608", Information, "records that are no longer destroyed",
        "{0}: records are no longer destroyed",
        "What the edition before destroyed is kept.",
        "Nothing to mend where that is meant; personal data may not be kept for ever.");

    public static readonly DiagnosticDescriptor OtherOutcome = new(
        "RR9609", Information, "records that fare otherwise",
        "{0}: something else becomes of the records, or at another time",
        "Neither edition destroys them sooner than the other.",
        "Nothing to mend where that is meant.");

    public static readonly DiagnosticDescriptor NewlyCovered = new(
        "RR9610", Information, "records that have an item now",
        "{0}: records have one item now",
        "Before, no item claimed them, or two did.",
        "Nothing to mend.");

    public static readonly DiagnosticDescriptor OtherItem = new(
        "RR9611", Information, "records that another item decides",
        "{0}: another item decides, and says the same",
        "Their authority can differ.",
        "Nothing to mend; where the item only has a new number, say so with `--rename`.");

    public static readonly DiagnosticDescriptor NotSettled = new(
        "RR9620", Warning, "comparison that was not settled",
        "not settled: whether the editions say the same of {0}; {1}",
        "That no record was found that shows a difference proves nothing here.",
        "Write both in the same form, or accept the finding with a reason.");
}
