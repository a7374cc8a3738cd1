namespace RetentionRules.Tests.Support;

/// <summary>The examples of the reference as files, named as its introduction says.</summary>
internal static class ReferenceFiles
{
    /// <summary>The schedule that declares what the snippets speak of.</summary>
    public const string Snippets = "facts";

    private static readonly string[] Instruments = ["schedule", "register", "set"];

    /// <summary>Writes everything that decides, with the holds, the mapping and the classification for the one of that name, where there are any.</summary>
    /// <returns>The path of the schedule, register or set of that name.</returns>
    public static string Write(TempFolder folder, string name)
    {
        WriteAll(folder);
        foreach ((string kind, string ending) in (ReadOnlySpan<(string, string)>)[("holds", ".holds.yaml"), ("records", ".records.yaml"), ("classification", ".classification.yaml"), ("profile", ".profile.yaml")])
            if (Find(kind, name) is { } block) folder.File(name + ending, block.Text);
        return IsInstrument(name) ? folder[name + ".yaml"] : throw new InvalidOperationException($"the reference has no schedule {name}");
    }

    /// <summary>Writes all schedules, registers and sets, so that any of them can be named.</summary>
    public static void WriteAll(TempFolder folder)
    {
        foreach (ReferenceBlock block in LanguageReference.Blocks.Where(b => b.Words is ["yaml", var kind, _] && Instruments.Contains(kind)))
            folder.File(block.Words[2] + ".yaml", block.Text);
    }

    /// <summary>Whether blocks of that kind decide about records.</summary>
    public static bool IsKindOfInstrument(string kind) => Instruments.Contains(kind);

    private static bool IsInstrument(string name) => Instruments.Any(kind => Find(kind, name) is not null);

    /// <summary>Writes the schedule of the snippets with one more expression in it.</summary>
    public static string WriteSnippet(TempFolder folder, string kind, string expression)
    {
        string schedule = Find("schedule", Snippets)!.Text;
        return folder.File("snippet.yaml", kind switch
        {
            "condition" => schedule + Item($"when: |-\n      {expression}\n    disposition: permanent"),
            "disposition" => schedule + Item($"when: series under \"SNIPPET\"\n    disposition: |-\n      {expression}"),
            "moment" => schedule.Replace("\ndefine:\n", $"\ndefine:\n  snippet: |-\n    {expression}\n"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        });
    }

    private static string Item(string rule) => $"  - item: \"snippet\"\n    title: A snippet\n    {rule}\n    authority: A-1\n";

    private static ReferenceBlock? Find(string kind, string name) => LanguageReference.Blocks.SingleOrDefault(b => b.Info == $"yaml {kind} {name}");
}
