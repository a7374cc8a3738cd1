namespace RetentionRules.Schema;

/// <summary>The keys of a schedule that say who approved it, what it rests on and what has changed it.</summary>
internal static class ApprovalShapes
{
    public static readonly IReadOnlyList<string> Actions = ["pre-review", "submit", "return", "consent", "approve", "promulgate", "repeal"];

    public static readonly IReadOnlyList<string> AmendmentKinds = ["repeal", "revise", "establish"];

    private static readonly TextShape Text = new();

    private static readonly TextShape Date = new(TextForm.Date);

    private static readonly LocalizedShape Localized = new();

    private static readonly EitherShape TextOrList = new([Text, new ListShape(Text)]);

    private static readonly ObjectShape Approval = new("approval",
    [
        new("action", new WordShape(Actions), "What was done.", Required: true),
        new("body", Text, "The body that did it.", Required: true),
        new("document", Text, "The number of the document that records it."),
        new("date", Date, "The day of the act.", Required: true),
        new("by", Text, "Who acted for the body, by name or role."),
        new("note", Localized, "What to know."),
    ]);

    private static readonly ObjectShape Review = new("review",
    [
        new("by", Date, "The last day for it."),
        new("triggers", TextOrList, "What calls for it before that day."),
    ]);

    private static readonly ObjectShape Amendment = new("amendment",
    [
        new("amendment", Text, "The amendment's identifier, unique in the schedule.", Required: true),
        new("kind", new WordShape(AmendmentKinds), "What it does with its items.", Required: true),
        new("items", TextOrList, "The numbers of the items that it changes.", Required: true),
        new("basis", Text, "The instrument that it rests on.", Required: true),
        new("date", Date, "The day from which it counts.", Required: true),
        new("note", Localized, "What to know."),
    ]);

    /// <summary>The keys, given the shape of intervals.</summary>
    public static IReadOnlyList<KeyShape> Keys(ObjectShape inForce) =>
    [
        new("compiled-by", Text, "Who wrote it."),
        new("adopted-by", TextOrList, "The bodies whose schedule it is."),
        new("approvals", new ListShape(Approval), "The acts of approval."),
        new("review", Review, "When it is to be looked through again."),
        new("authorities", new ListShape(Authority(inForce)), "The instruments that items cite."),
        new("amendments", new ListShape(Amendment), "What has changed items since."),
    ];

    private static ObjectShape Authority(ObjectShape inForce) => new("authority",
    [
        new("authority", Text, "The instrument's name, as items write it under `authority` or `cites`.", Required: true),
        new("title", Localized, "Its title."),
        new("in-force", inForce, "When it is in force; `to` is the first day on which it no longer is."),
        new("replaced-by", Text, "What came in its place."),
    ]);
}
