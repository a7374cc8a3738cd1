using System.Globalization;
using RetentionRules.Calendars;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation;

/// <summary>Reasons that come of editions, of sets of schedules and of limits.</summary>
internal static partial class Reasons
{
    private static string[] CodesOfSeveral =>
    [
        "edition-governs", "edition-keeps", "edition-may-govern", "edition-reappraises", "edition-recomputes", "edition-stands",
        "kept-beyond-ceiling", "limit-ceiling", "limit-floor", "limit-may-apply", "no-appraisal-provided", "parent-floor",
        "decided-as-one", "may-be-one-of-several", "one-of-several", "several-items-in-aggregate",
        "schedule-decides", "schedule-says", "several-schedules-claim", "transition-open",
    ];

    public static DecisionReason EditionGoverns(RetentionSchedule edition, string by, DateOnly day) =>
        Make("edition-governs", "edition {0} governs: {1} is {2}", default, ("edition", edition.ToString()), ("by", by), ("day", DateText(day)));

    public static DecisionReason EditionMayGovern(RetentionSchedule edition, IEnumerable<string> missing) =>
        Make("edition-may-govern", "whether edition {0} governs hangs on {1}", default, ("edition", edition.ToString()), ("missing", Joined(missing)));

    public static DecisionReason EditionRecomputes(EditionTransition transition, RetentionSchedule earlier) => OfTransition(
        "edition-recomputes", "the period under {1} had not run out when edition {0} came into force; it is counted anew from the original start", transition, earlier);

    public static DecisionReason EditionReappraises(EditionTransition transition, RetentionSchedule earlier) => OfTransition(
        "edition-reappraises", "the period under {1} had run out when edition {0} came into force; the record is appraised under the new one", transition, earlier);

    public static DecisionReason EditionKept(EditionTransition transition, RetentionSchedule earlier) => OfTransition(
        "edition-keeps", "the record was under {1} when edition {0} came into force, and stays there", transition, earlier);

    public static DecisionReason EditionStands(EditionTransition transition, RetentionSchedule earlier) => OfTransition(
        "edition-stands", "what was decided under {1} before edition {0} came into force stands", transition, earlier);

    public static DecisionReason TransitionOpen(RetentionSchedule edition, IReadOnlyCollection<string> missing) => Make(
        "transition-open",
        missing.Count > 0 ? "how edition {0} takes over the record hangs on {1}" : "how edition {0} takes over the record is open: the one before decided nothing about it",
        default, ("edition", edition.ToString()), ("missing", Joined(missing)));

    private static DecisionReason OfTransition(string code, string format, EditionTransition transition, RetentionSchedule earlier) => Make(
        code, transition.Basis.Length == 0 ? format : format + " ({2})", default,
        ("edition", transition.To.ToString()), ("earlier", earlier.ToString()), ("basis", transition.Basis));

    public static DecisionReason NoAppraisalProvided(Text.SourceReference source) =>
        Make("no-appraisal-provided", "the record is to be appraised, and the disposition provides no appraisal; a person decides", source);

    public static DecisionReason LimitFloor(RetentionLimit limit, DateBounds bounds) =>
        OfLimit("limit-floor", "{3} sets a first day for {1}: {2} ({0})", limit, bounds);

    public static DecisionReason LimitCeiling(RetentionLimit limit, DateBounds bounds) =>
        OfLimit("limit-ceiling", "{3} sets a last day for {1}: {2} ({0})", limit, bounds);

    /// <summary>A limit may stand in another file than the schedule that decides, so it has no line there.</summary>
    public static DecisionReason KeptBeyond(Text.SourceReference source, DateBound end) => Make(
        "kept-beyond-ceiling", "the record is kept for ever, and destruction is allowed only until {0}", source, ("day", end.ToString()));

    private static DecisionReason OfLimit(string code, string format, RetentionLimit limit, DateBounds bounds) => Make(
        code, format, default,
        ("limit", limit.Id), ("act", DecisionText.Word(limit.Action)), ("day", BoundsText.Write(bounds)), ("authority", limit.Authority));

    public static DecisionReason LimitMayApply(RetentionLimit limit, IEnumerable<string> missing) => Make(
        "limit-may-apply", "whether {0} limits {1} hangs on {2}", default,
        ("limit", limit.Id), ("act", DecisionText.Word(limit.Action)), ("missing", Joined(missing)));

    public static DecisionReason ParentFloor(RetentionSchedule parent, ScheduleItem item, DateBounds bounds) => Make(
        "parent-floor", "item {1} of {0}, which is implemented, sets a first day for destruction: {2}", default,
        ("schedule", parent.ToString()), ("item", item.Number), ("day", BoundsText.Write(bounds)));

    public static DecisionReason ScheduleDecides(RetentionInstrument schedule) =>
        Make("schedule-decides", "schedule {0} decides", default, ("schedule", schedule.ToString()));

    public static DecisionReason ScheduleSays(ScheduleOutcome part) => Make(
        "schedule-says", FormatOf(part.Outcome), default,
        ("schedule", part.Source.ToString()), ("status", SaidStatus(part.Outcome)), ("item", part.Item?.Number ?? "none"),
        ("act", part.Outcome.Action is { } action ? DecisionText.Word(action) : "none"), ("day", BoundsText.Write(part.Outcome.Bounds)),
        ("latest", part.Outcome.Latest.IsFinite ? part.Outcome.Latest.ToString() : "none"));

    private static string FormatOf(Outcome outcome) => (outcome.Action, outcome.Latest.IsFinite) switch
    {
        (null, _) => "{0} says: {1}",
        (_, false) => "{0} says: {1}; {3}: {4}",
        (_, true) => "{0} says: {1}; {3}: {4}, and only until {5}",
    };

    /// <summary>Nothing is eligible by what one schedule of several says.</summary>
    private static string SaidStatus(Outcome outcome) => outcome.IsDue ? "due" : DecisionText.Word(outcome.Status);

    public static DecisionReason SeveralSchedulesClaim(IEnumerable<RetentionInstrument> schedules) => Make(
        "several-schedules-claim", "schedules {0} all claim the record", default, ("schedules", Joined(schedules.Select(s => s.ToString()))));

    public static DecisionReason DecidedAsOne(RecordAggregation aggregation, string id, long records, bool isComplete) => Make(
        "decided-as-one", isComplete ? "{0} {1} is disposed of as one; records: {2}" : "{0} {1} is disposed of as one; records: {2}, and whether these are all hangs on {3}",
        default, ("by", aggregation.By.Name), ("aggregate", id), ("records", records.ToString(CultureInfo.InvariantCulture)), ("complete", aggregation.Complete.Name));

    public static DecisionReason OneOfSeveral(RecordAggregation aggregation, string id) => Make(
        "one-of-several", "the record is disposed of as one with all others with {0} {1}", default, ("by", aggregation.By.Name), ("aggregate", id));

    public static DecisionReason MayBeOneOfSeveral(RecordAggregation aggregation) => Make(
        "may-be-one-of-several", "whether the record is disposed of with others hangs on {0}", default, ("by", aggregation.By.Name));

    public static DecisionReason SeveralItemsInAggregate(IEnumerable<ScheduleItem> items) => Make(
        "several-items-in-aggregate", "what is disposed of as one must be under one item, and is under {0}", default, ("items", Joined(items.Select(i => i.Number))));
}
