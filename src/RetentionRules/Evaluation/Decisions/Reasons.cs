using System.Globalization;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Evaluation;

/// <summary>Every reason that a decision can carry (docs/language.md, 9.3). Codes and argument names are stable.</summary>
internal static partial class Reasons
{
    public const string ReferredCode = "referred";
    public const string HoldsNotConsulted = "holds-not-consulted";
    public const string ScheduleNotApproved = "schedule-not-approved";
    public const string ScheduleNotInForce = "schedule-not-in-force";
    public const string ForceNotStated = "in-force-not-stated";
    public const string ItemNotInForce = "item-not-in-force";
    public const string RestrictionForbidsCode = "restriction-forbids";
    public const string RestrictionMayForbidCode = "restriction-may-forbid";
    public const string HeldCode = "held";

    /// <summary>The codes of what can block a due act.</summary>
    public static IReadOnlyList<string> BlockingCodes { get; } =
    [
        HoldsNotConsulted, ScheduleNotApproved, ScheduleNotInForce, ForceNotStated, ItemNotInForce, RestrictionForbidsCode, RestrictionMayForbidCode,
    ];

    /// <summary>The codes of reasons that only answers about a permission carry (docs/language.md, 14.9).</summary>
    public static IReadOnlyList<string> PermissionCodes { get; } = ["decision-does-not-permit", "decision-may-not-permit", "nothing-forbids"];

    /// <summary>Whether what the reason says forbids a due act for certain, and not for want of a fact.</summary>
    public static bool SurelyForbids(string code) =>
        code == HeldCode || (BlockingCodes.Contains(code) && code is not (HoldsNotConsulted or ForceNotStated or RestrictionMayForbidCode));

    /// <summary>The codes of all reasons.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. BlockingCodes, .. CodesOfSeveral, ReferredCode,
        "all-acts-done",
        "all-candidates-due",
        "all-candidates-keep",
        "awaits-events",
        "case-applies",
        "case-may-apply",
        "ceiling-before-floor",
        "ceiling-may-precede-floor",
        "class-assigned",
        "class-conflict",
        "class-may-be",
        "class-not-found",
        "cycle-list-ends",
        "data-fault",
        "due-since",
        "follows-item",
        "hangs-on-missing",
        HeldCode,
        "item-applies",
        "item-may-apply",
        "kept-permanently",
        "longer-retention-authorized",
        "may-be-held",
        "never-due",
        "no-case-applies",
        "no-item-applies",
        "non-record-class",
        "not-due-before",
        "outcome-decides",
        "outcome-missing",
        "overdue-since",
        "required-fact-missing",
        "restriction-excepted",
        "rounding-refused",
        "several-items-apply",
        "start-assumed",
        "waits-for-act",
    ];

    public static DecisionReason ItemApplies(ScheduleItem item) => Make("item-applies", "item {0} applies: {1}", item.Source,
        ("item", item.Number), ("title", item.Title.Value));

    public static DecisionReason CaseApplies(ScheduleItem item, ItemCase branch) => Make("case-applies", "in its case {1}", branch.Source,
        ("item", item.Number), ("case", branch.When is Always ? "otherwise" : branch.When.ToString()!));

    public static DecisionReason FollowsItem(ScheduleItem item, string other, SourceReference source) =>
        Make("follows-item", "item {0} is decided as item {1}", source, ("item", item.Number), ("other", other));

    public static DecisionReason NoItemApplies() => Make("no-item-applies", "no item of the schedule covers the record; it is kept", default);

    public static DecisionReason SeveralItemsApply(IEnumerable<ScheduleItem> items) =>
        Make("several-items-apply", "items {0} both claim the record and none is an exception to the other", items.First().Source,
            ("items", Joined(items.Select(i => i.Number))));

    public static DecisionReason ItemMayApply(ScheduleItem item, IEnumerable<string> missing) =>
        Make("item-may-apply", "whether item {0} applies hangs on {1}", item.Source, ("item", item.Number), ("missing", Joined(missing)));

    public static DecisionReason CaseMayApply(ScheduleItem item, ItemCase branch, IEnumerable<string> missing) =>
        Make("case-may-apply", "whether its case {1} is taken hangs on {2}", branch.Source,
            ("item", item.Number), ("case", branch.When is Always ? "otherwise" : branch.When.ToString()!), ("missing", Joined(missing)));

    public static DecisionReason NoCaseApplies(ScheduleItem item) =>
        Make("no-case-applies", "item {0} applies, but none of its cases fits the record", item.Source, ("item", item.Number));

    public static DecisionReason AnyCandidateKeeps() =>
        Make("all-candidates-keep", "whichever of them applies, the record is kept for now", default);

    public static DecisionReason EveryCandidateIsDue(DispositionAction action) => Make(
        "all-candidates-due", "each of them would let the record be acted on ({0}); on whose authority is not known until one of them decides", default,
        ("act", DecisionText.Word(action)));

    public static DecisionReason RequiredMissing(IEnumerable<string> facts) =>
        Make("required-fact-missing", "the schedule requires {0}", default, ("facts", Joined(facts)));

    public static DecisionReason CeilingBeforeFloor(DispositionStep step, string floor, string ceiling) =>
        Make("ceiling-before-floor", "{0} is allowed from {1} and only until {2}", step.Source, ("act", ActOf(step)), ("floor", floor), ("ceiling", ceiling));

    public static DecisionReason CeilingMayPrecedeFloor(DispositionStep step, IEnumerable<string> missing) =>
        Make("ceiling-may-precede-floor", "whether {0} still has a day on which it is allowed hangs on {1}", step.Source,
            ("act", ActOf(step)), ("missing", Joined(missing)));

    public static DecisionReason AllActsDone() => Make("all-acts-done", "every act of the disposition is known done", default);

    public static DecisionReason KeptPermanently(SourceReference source) => Make("kept-permanently", "the record is kept for ever", source);

    public static DecisionReason AwaitsEvents(DispositionStep step, IEnumerable<string> events) =>
        Make("awaits-events", "{0} waits for {1}, not happened yet", step.Source, ("act", ActOf(step)), ("events", Joined(events)));

    public static DecisionReason NotDueBefore(DispositionStep step, string act, string date) =>
        Make("not-due-before", "{0} is not due before {1}", step.Source, ("act", act), ("date", date));

    public static DecisionReason NeverDue(DispositionStep step) =>
        Make("never-due", "{0} can never fall due: what it counts from never happens", step.Source, ("act", ActOf(step)));

    public static DecisionReason DueSince(DispositionStep step, string act, string date) =>
        Make("due-since", "{0} is due since {1}", step.Source, ("act", act), ("date", date));

    public static DecisionReason OverdueSince(DispositionStep step, string latest) =>
        Make("overdue-since", "the last day for it was {1}", step.Source, ("act", ActOf(step)), ("latest", latest));

    public static DecisionReason HangsOnMissing(DispositionStep step, string act, IEnumerable<string> missing) =>
        Make("hangs-on-missing", "whether {0} is due hangs on {1}", step.Source, ("act", act), ("missing", Joined(missing)));

    public static DecisionReason CycleListEnds(DispositionStep step, IEnumerable<string> cycles) =>
        Make("cycle-list-ends", "the schedule does not list when the current {0} ends", step.Source, ("cycles", Joined(cycles)));

    public static DecisionReason RoundingRefused(DispositionStep step) =>
        Make("rounding-refused", "the day of {0} does not exist, and the schedule refuses to round", step.Source, ("act", ActOf(step)));

    public static DecisionReason WaitsForAct(DispositionStep step, DispositionStep earlier) =>
        Make("waits-for-act", "{0} would be due, and is not reached until {1} is done", step.Source, ("act", ActOf(step)), ("earlier", ActOf(earlier)));

    public static DecisionReason StartAssumed(DispositionStep step, string start) =>
        Make("start-assumed", "the item names no start; it counts from {0}, as the schedule says in general", step.Source, ("start", start));

    public static DecisionReason OutcomeDecides(DispositionStep step, string outcome) =>
        Make("outcome-decides", "{0} decided: {1}", step.Source, ("act", ActOf(step)), ("outcome", outcome));

    public static DecisionReason OutcomeMissing(DispositionStep step, string fact) =>
        Make("outcome-missing", "what {0} decided is not known", step.Source, ("act", ActOf(step)), ("missing", fact));

    public static DecisionReason Referred(Referral referral) => Make(ReferredCode, referral.Question.Length == 0 ? "{0} decides" : "{0} decides: {1}",
        referral.Source, ("to", referral.To), ("question", referral.Question));

    public static DecisionReason LongerRetention(ScheduleItem item) =>
        Make("longer-retention-authorized", "a business need, stated with a name, may keep the record longer", item.Source, ("item", item.Number));

    public static DecisionReason Held(Hold hold) => Make(HeldCode, hold.Title.IsEmpty ? "hold {0} applies ({2})" : "hold {0} applies ({2}: {1})", default,
        ("hold", hold.Id), ("title", hold.Title.Value), ("authority", hold.Authority));

    public static DecisionReason MayBeHeld(Hold hold, IEnumerable<string> missing) =>
        Make("may-be-held", "whether hold {0} applies hangs on {1}", default, ("hold", hold.Id), ("missing", Joined(missing)));

    public static DecisionReason NoHoldsConsulted() =>
        Make(HoldsNotConsulted, "holds were not consulted, and one might forbid the destruction", default);

    public static DecisionReason NotApproved(RetentionInstrument schedule, string status) =>
        Make(ScheduleNotApproved, "the schedule is not approved: its status is {1}", default, ("schedule", schedule.Id), ("status", status));

    public static DecisionReason NotInForce(RetentionSchedule schedule) => schedule.InForce.IsStated
        ? Make(ScheduleNotInForce, "the schedule is in force only in {1}", default, ("schedule", schedule.Id), ("interval", schedule.InForce.ToString()))
        : Make(ForceNotStated, "the schedule does not say from when it is in force", default, ("schedule", schedule.Id));

    public static DecisionReason NotInForce(ScheduleItem item) =>
        Make(ItemNotInForce, "item {0} is in force only in {1}", item.Source, ("item", item.Number), ("interval", item.InForce.ToString()));

    public static DecisionReason RestrictionForbids(Restriction restriction, RecordAct act, IEnumerable<string> causes) =>
        Make(RestrictionForbidsCode, "restriction {0} forbids to {1}: {2}", restriction.Source,
            ("restriction", restriction.Id), ("action", act.Name), ("cause", string.Join("; ", causes)));

    public static DecisionReason RestrictionMayForbid(Restriction restriction, RecordAct act, IEnumerable<string> missing) =>
        Make(RestrictionMayForbidCode, "whether restriction {0} forbids to {1} hangs on {2}", restriction.Source,
            ("restriction", restriction.Id), ("action", act.Name), ("missing", Joined(missing)));

    public static DecisionReason RestrictionExcepted(Restriction restriction, RecordAct act, string approver) =>
        Make("restriction-excepted", "restriction {0} does not forbid to {1}, by an exception that {2} approved", restriction.Source,
            ("restriction", restriction.Id), ("action", act.Name), ("approver", approver));

    public static DecisionReason NothingForbids(RecordAct act) => Make("nothing-forbids", "nothing forbids to {0}", default, ("action", act.Name));

    public static DecisionReason DecisionDoesNotPermit(DispositionDecision decision, bool surely) => surely
        ? Make("decision-does-not-permit", "the decision on the record does not permit it: {0}", default, ("decision", decision.ToString()))
        : Make("decision-may-not-permit", "whether the decision on the record permits it is not known: {0}", default, ("decision", decision.ToString()));

    public static DecisionReason DataFault(DataFault fault) =>
        Make("data-fault", "{0} is taken as unknown: {1} is {2}", default, ("fact", fault.Fact), ("value", fault.Value), ("problem", fault.Problem));

    /// <summary>The act, with the name of its step where that is another.</summary>
    public static string ActOf(DispositionStep step)
    {
        string word = DecisionText.Word(step.Action);
        return step.Name == word.Replace(' ', '_') || step.Action == DispositionAction.CutOff ? word : $"{word} ({step.Name})";
    }

    /// <summary>Names in a list of a reason; "nothing that is missing" never reads as an empty text.</summary>
    private static string Joined(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal)) is { Length: > 0 } list ? list : "nothing";

    private static DecisionReason Make(string code, string format, SourceReference source, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach ((string name, string value) in arguments) pairs.Add(KeyValuePair.Create(name, value));
        return new DecisionReason(code, format, source.Line, pairs);
    }

    public static string DateText(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
