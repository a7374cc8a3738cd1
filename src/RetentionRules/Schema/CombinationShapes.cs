namespace RetentionRules.Schema;

/// <summary>The shapes of what stands around single schedules: editions, sets, limits, aggregates, reorganisations.</summary>
internal static class CombinationShapes
{
    private static readonly TextShape Text = CommonShapes.Text;

    private static readonly LocalizedShape Localized = CommonShapes.Localized;

    private static readonly ObjectShape Uncovered = new("records without an item",
    [
        new("when", new TextShape(TextForm.Condition), "Which records need no item here; all that no item claims, unless said otherwise."),
        new("because", Localized, "Why: where their item is, or why they have none.", Required: true),
    ]);

    /// <summary>Which records may be unscheduled: it changes no decision, and is held against what no item claims.</summary>
    public static readonly EitherShape Unscheduled = new([new WordShape(["expected"]), new ListShape(Uncovered)]);

    public static readonly WordShape Moments = new(["each", "latest", "earliest"]);

    private static readonly WordShape Treatment = new(["recompute", "keep", "re-appraise"]);

    private static readonly ObjectShape Edition = new("edition",
    [
        new("schedule", Text, "The identifier of the schedule; that of this one unless said otherwise."),
        new("version", Text, "The version."),
    ]);

    public static readonly EitherShape EditionOrText = new([Text, Edition]);

    public static readonly ObjectShape Implements = new("implements",
    [
        new("file", Text, "The file of the schedule, relative to this one.", Required: true),
        new("parameters", new MapShape(new TextShape(TextForm.Period), "the name of a parameter"), "The parameters of that schedule as set here."),
    ]);

    private static readonly ObjectShape Limit = new("limit",
    [
        new("limit", Text, "The limit's identifier.", Required: true),
        new("title", Localized, "What the limit is about."),
        new("on", new WordShape(CommonShapes.Acts), "The act that is limited; destroy unless said otherwise."),
        new("when", new TextShape(TextForm.Condition), "Which records; all unless said otherwise."),
        new("not-before", new TextShape(TextForm.Moment), "The first day for the act."),
        new("not-after", new TextShape(TextForm.Moment), "The last day for the act."),
        new("authority", Text, "The law that sets it.", Required: true),
        new("in-force", CommonShapes.InForce, "When the limit is in force; always unless said otherwise."),
        new("note", Localized, "What to know."),
    ]);

    public static readonly ListShape Limits = new(Limit);

    public static readonly ObjectShape Aggregate = new("aggregate",
    [
        new("by", Text, "The fact whose value records have in common that are disposed of as one.", Required: true),
        new("moments", Moments, "How their moments combine; latest unless said otherwise."),
        new("complete", Text, "The yes/no fact that says that all records of the aggregate are known.", Required: true),
    ]);

    private static readonly ObjectShape Keeper = new("keeper",
    [
        new("custodian", Text, "The body that keeps the records.", Required: true),
        new("when", new TextShape(TextForm.Condition), "Which records; those that no keeper before takes, where it is missing."),
    ]);

    public static readonly ObjectShape Reorganisation = new("reorganisation",
    [
        new("body", Text, "The body whose records are frozen, as the facts `creator` and `custodian` name it.", Required: true),
        new("change", new WordShape(["merged", "split", "dissolved"]), "What becomes of the body.", Required: true),
        new("successor", Text, "The body that takes over all of its records."),
        new("keeps", new ListShape(Keeper), "Which body takes over which records, in order, where there are several."),
    ]);

    private static readonly ObjectShape Stands = new("stands",
    [
        new("decided", Text, "The event of the decision; one before the new edition counts.", Required: true),
        new("when", new TextShape(TextForm.Condition), "Which of these decisions stand; all unless said otherwise."),
    ]);

    private static readonly ObjectShape Transition = new("transition",
    [
        new("to", EditionOrText, "The edition whose coming into force it is about.", Required: true),
        new("running", Treatment, "What becomes of records whose period had not run out under the old edition; recompute unless said otherwise."),
        new("expired", Treatment, "What becomes of records whose period had run out under the old edition; recompute unless said otherwise."),
        new("stands", Stands, "Which decisions that were made under the old edition stand."),
        new("since", Text, "The date that tells whether the old edition ever covered the record; needed where running ones are kept."),
        new("basis", Text, "The law that says so."),
        new("note", Localized, "What to know."),
    ]);

    public static readonly ObjectShape Register = new("register",
    [
        new(FileShapes.RegisterKey, Text, "The register's identifier.", Required: true),
        new("title", Localized, "The register's title.", Required: true),
        new("status", new WordShape(CommonShapes.Statuses), "How far approval of the register has come.", Required: true),
        new("governs", Text, "as-of, or the date or event of the record that picks the edition.", Required: true),
        new("editions", new ListShape(Text), "The files of the editions, relative to this one; all schedules of the folder unless said otherwise."),
        new("transitions", new ListShape(Transition), "What becomes of records under an earlier edition."),
        new("bodies", new ListShape(Text), "The bodies that must have adopted one of the editions."),
        new("source", CommonShapes.TextOrList, "Where the facts of the register were taken from."),
        new("note", Localized, "What to know."),
        FindingShapes.Accepted,
    ]);

    public static readonly ObjectShape Set = new("set",
    [
        new(FileShapes.SetKey, Text, "The set's identifier.", Required: true),
        new("title", Localized, "The set's title.", Required: true),
        new("combine", new WordShape(["unique", "precedence", "longest"]), "How what the schedules say is combined.", Required: true),
        new("schedules", new ListShape(Text), "The files of the schedules and registers, relative to this one, in their order.", Required: true),
        new("precedence", new ListShape(Text), "Under precedence the identifiers of the schedules, the strongest first; in the order of `schedules` unless said otherwise."),
        new("calendar", CommonShapes.Calendar, "Where the years and other cycles of the set's limits end."),
        new("limits", Limits, "Floors and ceilings for every schedule of the set."),
        new("note", Localized, "What to know."),
        FindingShapes.Accepted,
    ]);
}
