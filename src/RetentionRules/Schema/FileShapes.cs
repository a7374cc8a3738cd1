namespace RetentionRules.Schema;

/// <summary>The kinds of file, told apart by the key that only that kind has.</summary>
internal static class FileShapes
{
    public const string ScheduleKey = "schedule";
    public const string TestsKey = "tests";
    public const string HoldsKey = "holds";
    public const string RecordsKey = "records";
    public const string RegisterKey = "register";
    public const string SetKey = "set";
    public const string ClassificationKey = "classification";
    public const string ProfileKey = "profile";

    private static readonly TextShape Text = CommonShapes.Text;

    private static readonly TextShape Date = CommonShapes.Date;

    private static readonly LocalizedShape Localized = CommonShapes.Localized;

    private static readonly ListShape TextList = new(Text);

    private static readonly EitherShape TextOrList = CommonShapes.TextOrList;

    private static readonly WordShape YesOrNo = CommonShapes.YesOrNo;

    private static readonly ObjectShape InForce = CommonShapes.InForce;

    private static readonly ObjectShape FactDeclaration = new("fact",
    [
        new("type", new TextShape(TextForm.FactType), "The type: code, text, number, yes/no, date, event, list of dates, one of [...], ordered [...], related record.", Required: true),
        new("required", YesOrNo, "Whether a record without this fact is undetermined."),
        new("ignore-case", YesOrNo, "Whether upper and lower case are the same (texts, codes, enumerations)."),
        new("separators", Text, "The characters that part the segments of a code; `.`, `-` and `/` unless said otherwise."),
        new("completes", Text, "The step whose doing this fact records: transfer, cutoff, destroy, or the step's own name."),
        new("decides", Text, "The appraisal or review whose outcome this fact records."),
        new("title", Localized, "What people call it."),
        new("note", Localized, "What to know when recording it."),
    ]);

    private static readonly MapShape Record = new(
        new EitherShape([new TextShape(TextForm.FactType), FactDeclaration]), "the name of a fact");

    private static readonly ObjectShape ParameterDeclaration = new("parameter",
    [
        new("type", new TextShape(TextForm.ParameterType), "The range: period from 15 years to 30 years.", Required: true),
        new("value", new TextShape(TextForm.Period), "The period that the agency has set."),
        new("note", Localized, "What to know when setting it."),
    ]);

    private static readonly MapShape Parameters = new(
        new EitherShape([new TextShape(TextForm.ParameterType), ParameterDeclaration]), "the name of a parameter");

    private static readonly ObjectShape Case = new("case",
    [
        new("when", new TextShape(TextForm.Condition), "Which records of the item; the first case that fits is taken."),
        new("otherwise", new TextShape(TextForm.Disposition), "What becomes of the records that no case before fits."),
        new("disposition", new TextShape(TextForm.Disposition), "What becomes of them."),
        new("authority", TextOrList, "The authority for this case, where it is not the item's."),
        new("cites", TextOrList, "The law that the case rests on."),
        new("note", Localized, "What to know."),
    ]);

    private static readonly ObjectShape Item = new("item",
    [
        new("item", Text, "The item's number, unique in the schedule.", Required: true),
        new("title", Localized, "What the records are.", Required: true),
        new("when", new TextShape(TextForm.Condition), "Which records the item covers."),
        new("disposition", new TextShape(TextForm.Disposition), "What becomes of them and when."),
        new("cases", new ListShape(Case), "Branches by a fact, tried in order, instead of one disposition."),
        new("implements", Text, "The item of the schedule that is implemented, whose period is the minimum here."),
        new("shorter-retention", new WordShape(["authorized", "not-authorized"]), "Whether a schedule that implements this one may set a shorter period."),
        new("aggregate", CombinationShapes.Moments, "How the moments of records that are disposed of as one combine, where not as the schedule says."),
        new("exception-to", TextOrList, "Items that give way to this one where both apply."),
        new("residual", YesOrNo, "Whether the item applies only where no other does."),
        new("longer-retention", new WordShape(["authorized", "not-authorized"]), "Whether a business need, stated with a name, may keep the records longer."),
        new("authority", TextOrList, "The disposition authority: the approval's number."),
        new("cites", TextOrList, "The law that the item rests on."),
        new("scope", Localized, "What the item covers, in more words than the title."),
        new("excludes", Localized, "What the item does not cover."),
        new("note", Localized, "What to know when applying it."),
        new("wording", Text, "The official text of the instruction."),
        new("reading", Localized, "How an ambiguous wording was taken, and why."),
        new("justification", Localized, "Why the period is what it is."),
        new("supersedes", TextOrList, "Numbers of earlier items; records still carry them."),
        new("superseded-by", TextOrList, "Numbers of later items."),
        new("essential", YesOrNo, "Whether the records are vital to go on working after a disaster."),
        new("method", Text, "How the records are to be destroyed."),
        new("deviations", new WordShape(["allowed", "not-allowed"]), "Whether an agency may ask for another period."),
        new("tags", TextList, "Words to find the item by."),
        new("confidence", new WordShape(["official", "secondary"]), "What was read of the item's rule: the official text, or only pages that quote or explain it."),
        new("in-force", InForce, "When the item is in force, where not with the schedule."),
    ]);

    private static readonly ObjectShape ActDeclaration = new("action",
    [
        new("done", Text, "The fact, a date or an event, that records when the act was done."),
        new("title", Localized, "What people call it."),
        new("note", Localized, "What to know about it."),
    ]);

    private static readonly ObjectShape During = new("during",
    [
        new("from", Text, "The fact that gives the first day on which the act may be done.", Required: true),
        new("until", Text, "The fact that gives the first day on which it may no longer be; where it is never, there is none.", Required: true),
    ]);

    private static readonly ObjectShape Restriction = new("restriction",
    [
        new("restriction", Text, "The restriction's identifier, unique in the schedule.", Required: true),
        new("title", Localized, "What the restriction is."),
        new("forbid", TextOrList, "The acts that must not be done."),
        new("before", TextOrList, "The acts before which something must be so."),
        new("order", TextList, "Acts of which each must not be done before those that stand before it."),
        new("after", TextOrList, "The acts after which something must be so; it forbids nothing and is reported."),
        new("when", new TextShape(TextForm.Condition), "Of which records; without it, of all."),
        new("unless", new TextShape(TextForm.Condition), "With `forbid`: what lifts it for a record."),
        new("approved-by", Text, "With `unless`: the fact that names who approved the exception."),
        new("require", new TextShape(TextForm.Condition), "With `before` and `after`: what must be so."),
        new("done", TextOrList, "With `before` and `after`: dates or events that must have come."),
        new("during", During, "With `before`: the interval in which the day of the act must lie."),
        new("authority", TextOrList, "On whose authority."),
        new("cites", TextOrList, "The law that it rests on."),
        new("note", Localized, "What to know about it."),
        new("confidence", new WordShape(["official", "secondary"]), "What was read of the rule: the official text, or only pages that quote or explain it."),
        new("in-force", InForce, "When the restriction is in force; without it, always."),
    ]);

    public static readonly ObjectShape Schedule = new("schedule",
    [
        new(ScheduleKey, Text, "The schedule's identifier.", Required: true),
        new("title", Localized, "The schedule's title.", Required: true),
        new("version", Text, "The edition."),
        new("status", new WordShape(CommonShapes.Statuses), "How far approval has come.", Required: true),
        new("issued-by", TextOrList, "Who issued it; several where they did so together."),
        new("in-force", InForce, "When the schedule is in force."),
        .. ApprovalShapes.Keys(InForce),
        new("calendar", CommonShapes.Calendar, "Where years and other cycles end."),
        new("rounding", new WordShape(["up", "down", "error"]), "What becomes of a day that does not exist; up unless said otherwise."),
        new("retention-starts", new TextShape(TextForm.Moment), "From when items count that name no start."),
        new("selection", new WordShape(["unique", "first"]), "Whether items must not overlap, or the first that fits is taken; unique unless said otherwise."),
        new("note", Localized, "What to know about the schedule."),
        new("source", TextOrList, "Where the facts of the schedule were taken from."),
        new("supersedes", CombinationShapes.EditionOrText, "The edition that it supersedes."),
        new("implements", CombinationShapes.Implements, "The schedule whose periods are minima here."),
        new("limits", CombinationShapes.Limits, "Floors and ceilings that laws set for acts, whatever item decides."),
        new("aggregate", CombinationShapes.Aggregate, "Which records are disposed of as one."),
        new("unscheduled", CombinationShapes.Unscheduled, "Which records may have no item here: `expected`, or conditions with reasons."),
        new("coverage", new WordShape(["complete", "partial"]), "Whether the schedule has every item of what it renders."),
        new("record", Record, "The facts that the schedule asks of a record.", Required: true),
        new(ClassificationKey, Text, "The file of the classification, relative to this one, where it does not stand here."),
        new("classes", ClassificationShapes.Classes, "The classes that records are filed under."),
        new("classify", ClassificationShapes.Rules, "Rules that give a class to records that nobody has filed."),
        new("parameters", Parameters, "Periods that an agency sets within a range."),
        new("define", new MapShape(new TextShape(TextForm.Moment), "the name of a moment"), "Moments that several items share."),
        new("items", new ListShape(Item), "The items; only a schedule with restrictions may be without."),
        new("actions", new MapShape(ActDeclaration, "the name of an act", MayBeEmpty: false), "Acts beyond those that every schedule knows, and the facts that record that an act was done."),
        new("restrictions", new ListShape(Restriction), "What may not be done with records."),
        FindingShapes.Accepted,
    ]);

    public static readonly ObjectShape Expectation = new("expectation",
    [
        new("status", Text, "The status of the decision."),
        new("schedule", Text, "The schedule that decides: its identifier, or that and the version; the set or register where none decides alone."),
        new("class", Text, "The class that the record gets; `none` where none is settled."),
        new("item", Text, "The item that decides; `none` where there is none."),
        new("value", Text, "permanent, temporary or undecided."),
        new("action", Text, "The act that is due; `none` where none is."),
        new("next", Text, "The act that comes next; `none` where none does."),
        new("target", Text, "To whom or where."),
        new("not-before", Text, "The earliest day of the act: a date, `never`, or `none` where it is not bounded."),
        new("not-after", Text, "The latest day on which the act becomes due: a date, or `none`."),
        new("latest", Text, "The last day for the act: a date, or `none`."),
        new("changes-on", Text, "The first later day on which the decision could differ, or `none`."),
        new("missing", TextOrList, "The facts that would settle it; `none` for none."),
        new("candidates", TextOrList, "The items that may apply; `none` for none."),
        new("holds", TextOrList, "The holds that apply or may; `none` for none."),
        new("blocks", TextOrList, "The codes of what blocks the act; `none` for none."),
        new("reasons", TextOrList, "Codes of reasons that must be among those given."),
        new("allowed", TextOrList, "Acts that must be permitted."),
        new("not-allowed", TextOrList, "Acts that must not be permitted: forbidden, or perhaps forbidden."),
    ]);

    private static readonly MapShape Facts = new(
        new EitherShape([new TextShape(TextForm.State), new ListShape(Text, MayBeEmpty: true)]), "the name of a fact");

    private static readonly MapShape Settings = new(new TextShape(TextForm.Period), "the name of a parameter");

    private static readonly ObjectShape TestCase = new("test case",
    [
        new("case", Text, "What the case shows.", Required: true),
        new("record", Text, "The record's identifier, for holds that list records."),
        new("facts", Facts, "The facts of the record; what is not given is unknown."),
        new("members", new ListShape(Facts), "The records that are disposed of as one: of each the facts that it has besides those of the case."),
        new("as-of", Date, "The day of evaluation."),
        new("holds", Text, "none, not-consulted, or a file of holds."),
        new("parameters", Settings, "Parameters as set here, instead of for the file."),
        new("expect", Expectation, "What the decision must be.", Required: true),
    ]);

    private static readonly ObjectShape TestTable = new("test table",
    [
        new("table", Text, "What the rows show together.", Required: true),
        new("record", Text, "The record's identifier, in every row that gives none."),
        new("facts", Facts, "Facts that every row has unless it says otherwise."),
        new("as-of", Date, "The day of evaluation of every row that gives none."),
        new("holds", Text, "none, not-consulted, or a file of holds."),
        new("parameters", Settings, "Parameters as set here, instead of for the file."),
        new("expect", Expectation, "What the decision must be in every row, unless the row says otherwise."),
        new("given", TextList, "What the first cells of each row are: facts, as-of, record or holds.", Required: true),
        new("then", TextList, "What the other cells of each row expect: status, item, not-before and so on.", Required: true),
        new("rows", new ListShape(new ListShape(new EitherShape([Text, new ListShape(Text, MayBeEmpty: true)]))), "A case a row, cell by cell.", Required: true),
    ]);

    private static readonly ObjectShape EveryRecord = new("every",
    [
        new("every", Text, "What is so of every record of the pattern.", Required: true),
        new("facts", Facts, "What is so of the records that are meant; all else is tried."),
        new("as-of", Date, "The one day on which it is tried; without it, every day on which a decision changes."),
        new("holds", Text, "none, not-consulted, or a file of holds."),
        new("parameters", Settings, "Parameters as set here, instead of for the file."),
        new("never", new WordShape(CommonShapes.Acts), "The act that no decision allows."),
        new("before", new TextShape(TextForm.Moment), "A moment: until it has surely come, no decision allows the act."),
        new("expect", Expectation, "What every decision must be."),
    ]);

    public static readonly ObjectShape Tests = new("tests",
    [
        new(TestsKey, Text, "The identifier of the schedule that is tested.", Required: true),
        new("file", Text, "The schedule's file, relative to this one; the file beside this one with the same name unless said otherwise."),
        new("title", Localized, "What the tests are about."),
        new("as-of", Date, "The day of evaluation of cases that give none."),
        new("holds", Text, "none, not-consulted, or a file of holds; none unless said otherwise."),
        new("parameters", Settings, "Parameters as set for these tests."),
        new("facts", Facts, "Facts that every case has unless it says otherwise."),
        new("cases", new ListShape(TestCase), "The cases."),
        new("tables", new ListShape(TestTable), "Cases as tables, for many that differ in a few facts."),
        new("every", new ListShape(EveryRecord), "Sentences about every record of a pattern, tried on many."),
    ]);

    private static readonly ObjectShape Hold = new("hold",
    [
        new("id", Text, "The hold's identifier.", Required: true),
        new("title", Localized, "What the hold is about."),
        new("authority", Text, "Who ordered it.", Required: true),
        new("kind", new WordShape(["legal", "audit", "freeze", "open-matter"]), "Why it was ordered."),
        new("when", new TextShape(TextForm.Condition), "Which records are held."),
        new("records", TextList, "Identifiers of records that are held."),
        new("reorganisation", CombinationShapes.Reorganisation, "The body that merges, splits or is dissolved, and who keeps its records."),
        new("in-force", InForce, "From when until when; without it the hold is in force."),
        new("note", Localized, "What to know."),
    ]);

    public static readonly ObjectShape Holds = new("holds",
    [
        new(HoldsKey, new ListShape(Hold), "The holds.", Required: true),
        new("file", Text, "The schedule's file, relative to this one, for `retention check`."),
        new("title", Localized, "What the list is."),
        new("record", Record, "Facts that the holds ask for and the schedule does not."),
    ]);

    private static readonly ObjectShape Empty = new("empty",
    [
        new("never", new TextShape(TextForm.Condition), "When an empty cell means that there is none and never will be."),
        new("pending", new TextShape(TextForm.Condition), "When an empty cell means that it has not happened yet."),
        new("unknown", new TextShape(TextForm.Condition), "When an empty cell means that nobody knows."),
    ]);

    private static readonly ObjectShape FactMapping = new("fact mapping",
    [
        new("column", Text, "The column, or the key of a JSON line."),
        new("constant", new TextShape(TextForm.State), "The same value for all records."),
        new("empty", new EitherShape([new WordShape(["unknown", "pending", "never"]), Empty]), "What an empty cell means."),
        new("sentinels", new MapShape(new TextShape(TextForm.State), "a value of the cell"), "Values that stand for a state: 2099-12-31: unknown."),
        new("values", new MapShape(Text, "a value of the cell"), "Values of the cell and what they are called in the schedule."),
        new("format", TextOrList, "How dates are written: yyyy-MM-dd, dd/MM/yyyy; tried in order."),
        new("instant", YesOrNo, "Whether the cell is an instant, to be turned into a day in the time zone."),
        new("time-zone", Text, "The time zone of this fact's instants, where not the file's."),
        new("separator", Text, "What stands between the dates of a list; `;` unless said otherwise."),
    ]);

    private static readonly ObjectShape Crosswalk = new("classify",
    [
        new("table", Text, "A CSV file with a header, relative to this one: a file plan.", Required: true),
        new("key", Text, "The column of the codes, in the records and in the table.", Required: true),
        new("gives", Text, "The fact that the table gives, and the column of the table that has it.", Required: true),
    ]);

    public static readonly ObjectShape Records = new("records",
    [
        new(RecordsKey, Text, "The name of the mapping.", Required: true),
        new("file", Text, "The schedule's file, relative to this one, for `retention check`."),
        new("title", Localized, "What the records are."),
        new("source", TextOrList, "Where the records come from."),
        new("note", Localized, "What to know."),
        new("id", TextOrList, "The column that identifies a record; of several the first that is not empty.", Required: true),
        new("time-zone", Text, "The time zone in which instants become days: Australia/Sydney."),
        new("format", TextOrList, "How dates are written, where a fact does not say."),
        new("facts", new MapShape(new EitherShape([Text, FactMapping]), "the name of a fact"), "Where each fact comes from.", Required: true),
        new("classify", Crosswalk, "A table that turns the codes of the records into what the schedule asks for."),
        new("not-recorded", TextList, "Facts that the records do not have."),
    ]);

    public static readonly ObjectShape Classification = ClassificationShapes.File(ClassificationKey, Record);

    /// <summary>The shapes by the key that tells them apart; <c>tests</c> files also have a key <c>file</c>, never <c>schedule</c>.</summary>
    public static readonly IReadOnlyList<(string Key, ObjectShape Shape)> All =
    [
        (ScheduleKey, Schedule), (TestsKey, Tests), (RecordsKey, Records), (HoldsKey, Holds), (ClassificationKey, Classification),
        (RegisterKey, CombinationShapes.Register), (SetKey, CombinationShapes.Set), (ProfileKey, FindingShapes.Profile),
    ];

    /// <summary>
    /// The key that tells the kind of a file, or null. Where several are there (tests that name their schedule under
    /// <c>schedule</c>), the file is of the kind that knows the most of its keys.
    /// </summary>
    public static string? KindOf(IReadOnlyCollection<string> keys) => All
        .Where(kind => keys.Contains(kind.Key))
        .OrderByDescending(kind => keys.Count(key => kind.Shape.Find(key) is not null))
        .Select(kind => kind.Key)
        .FirstOrDefault();
}
