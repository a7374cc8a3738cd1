namespace RetentionRules.Schema;

/// <summary>The keys of a classification, in a schedule or in a file of its own.</summary>
internal static class ClassificationShapes
{
    private static readonly ObjectShape RecordClass = new("class",
    [
        new("class", new TextShape(), "The code of the class, unique in the scheme.", Required: true),
        new("title", new LocalizedShape(), "What the records are.", Required: true),
        new("scope", new LocalizedShape(), "What the class covers, in more words than the title."),
        new("non-record", new WordShape(["yes", "no", "true", "false"]), "Whether it takes what is no record and is not filed; it goes for the classes below too, unless they say otherwise."),
        new("note", new LocalizedShape(), "What to know when filing."),
    ]);

    private static readonly ObjectShape ClassRule = new("class rule",
    [
        new("as", new TextShape(), "The code of the class that the rule gives.", Required: true),
        new("when", new TextShape(TextForm.Condition), "Which records it gives it to, among those that nobody has filed.", Required: true),
        new("note", new LocalizedShape(), "What to know."),
    ]);

    public static readonly ListShape Classes = new(RecordClass);

    public static readonly ListShape Rules = new(ClassRule);

    /// <summary>A file of its own.</summary>
    /// <param name="key">The key that tells the kind.</param>
    /// <param name="record">The declarations of facts.</param>
    public static ObjectShape File(string key, ValueShape record) => new("classification",
    [
        new(key, new TextShape(), "The classification's identifier.", Required: true),
        new("title", new LocalizedShape(), "What is filed by it."),
        new("file", new TextShape(), "The schedule's file, relative to this one, for `retention check`."),
        new("record", record, "Facts that the rules ask for; a schedule may declare the same."),
        new("classes", Classes, "The classes that records are filed under.", Required: true),
        new("classify", Rules, "Rules that give a class to records that nobody has filed."),
    ]);
}
