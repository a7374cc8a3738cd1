namespace RetentionRules.Schema;

/// <summary>The keys that say how findings are weighed: in a profile, and in the files that accept some of their own.</summary>
internal static class FindingShapes
{
    /// <summary>How heavy a finding can be made, the lightest first.</summary>
    public static readonly IReadOnlyList<string> Weights = ["off", "note", "warning", "error"];

    private static readonly ObjectShape AcceptedFinding = new("accepted finding",
    [
        new("finding", CommonShapes.Text, "The code of the finding, such as RR5022.", Required: true),
        new("item", CommonShapes.Text, "The item to which it is limited."),
        new("items", new ListShape(CommonShapes.Text), "The items to which it is limited, where there are several."),
        new("concerning", CommonShapes.Text, "A fact, an item or another name that the finding must be about."),
        new("reason", CommonShapes.Text, "Why the finding may stand.", Required: true),
        new("by", CommonShapes.Text, "The person or office that accepts it.", Required: true),
        new("owner", CommonShapes.Text, "Who is to see to it before the last day."),
        new("until", CommonShapes.Date, "The last day on which it counts.", Required: true),
    ]);

    /// <summary>The key of files that accept findings about themselves.</summary>
    public static readonly KeyShape Accepted = new("accepted", new ListShape(AcceptedFinding), "Findings about this file that somebody has looked at and lets stand.");

    public static readonly ObjectShape Profile = new("profile",
    [
        new(FileShapes.ProfileKey, CommonShapes.Text, "The profile's identifier.", Required: true),
        new("title", CommonShapes.Localized, "Whose files are weighed by it."),
        new("fail-on", new WordShape(["error", "warning", "note"]), "The lightest finding with which a check fails; warning unless said otherwise."),
        new("findings", new MapShape(new WordShape(Weights), "the code of a finding"), "How heavy a finding is here, by its code; `off` is not told at all."),
        new("note", CommonShapes.Localized, "What to know."),
    ]);
}
