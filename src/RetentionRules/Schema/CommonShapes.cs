namespace RetentionRules.Schema;

/// <summary>Parts of shapes that several kinds of file share.</summary>
internal static class CommonShapes
{
    /// <summary>The approval statuses, in the order in which a schedule passes through them.</summary>
    public static readonly IReadOnlyList<string> Statuses =
        ["template", "draft", "pre-review", "submitted", "returned", "approved", "promulgated", "superseded", "repealed"];

    public static readonly IReadOnlyList<string> Weekdays =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Both pairs are read everywhere; people write the one or the other without thinking.</summary>
    public static readonly IReadOnlyList<string> YesNo = ["yes", "no", "true", "false"];

    public static readonly IReadOnlyList<string> Acts =
        ["cut off", "destroy", "transfer", "hand over", "return", "move", "review", "appraise", "declassify", "open"];

    public static readonly TextShape Text = new();

    public static readonly TextShape Date = new(TextForm.Date);

    public static readonly LocalizedShape Localized = new();

    public static readonly EitherShape TextOrList = new([Text, new ListShape(Text)]);

    public static readonly WordShape YesOrNo = new(YesNo);

    public static readonly ObjectShape InForce = new("in-force",
    [
        new("from", Date, "First day in force."),
        new("to", Date, "First day no longer in force; absent while no end is known."),
    ]);

    public static readonly ObjectShape Calendar = new("calendar",
    [
        new("fiscal-year-ends", new TextShape(TextForm.YearEnd), "Last day of the fiscal year: 30 September."),
        new("academic-year-ends", new TextShape(TextForm.YearEnd), "Last day of the academic year: 31 July."),
        new("biennium-ends", new TextShape(TextForm.YearEnd), "Last day of the two-year budget: 30 June of odd years."),
        new("week-starts", new WordShape(Weekdays), "First day of the week; Monday unless said otherwise."),
        new("cycles", new MapShape(new ListShape(Date), "the name of a cycle"), "Cycles of uneven length, each with the first days of its turns."),
    ]);
}
