using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>What is written differently in two editions, for readers: what it means for records is found elsewhere.</summary>
internal static class EditionTexts
{
    /// <summary>What stands above the items.</summary>
    public static IEnumerable<TextChange> CompareHeads(RetentionSchedule old, RetentionSchedule @new) =>
        Heads(old, @new).Where(h => h.Old != h.New).Select(h => Change(h.What, h.Old, h.New)).Concat(Facts(old, @new));

    public static IEnumerable<TextChange> Compare(RetentionSchedule old, RetentionSchedule @new, ItemPairing pairing)
    {
        foreach (TextChange change in CompareHeads(old, @new)) yield return change;
        Dictionary<string, ScheduleItem> oldOf = old.Items.Where(i => pairing.NewOf(i.Number) is not null).ToDictionary(i => pairing.NewOf(i.Number)!, StringComparer.Ordinal);
        foreach (ScheduleItem item in @new.Items)
        {
            if (!oldOf.TryGetValue(item.Number, out ScheduleItem? before)) yield return new TextChange(TextChangeKind.Added, $"item {item.Number}", "", item.Title.ToString());
            else foreach (TextChange change in Items(before, item)) yield return change;
        }

        foreach (ScheduleItem item in old.Items)
            if (pairing.NewOf(item.Number) is null) yield return new TextChange(TextChangeKind.Removed, $"item {item.Number}", item.Title.ToString(), "");
    }

    private static TextChange Change(string what, string before, string after) =>
        new(before.Length == 0 ? TextChangeKind.Added : after.Length == 0 ? TextChangeKind.Removed : TextChangeKind.Changed, what, before, after);

    private static (string What, string Old, string New)[] Heads(RetentionSchedule old, RetentionSchedule @new) =>
    [
        ("schedule", old.Id, @new.Id),
        ("version", old.Version, @new.Version),
        ("status", old.Status.ToString().ToLowerInvariant(), @new.Status.ToString().ToLowerInvariant()),
        ("in force", old.InForce.ToString()!, @new.InForce.ToString()!),
        ("rounding", old.Rounding.ToString().ToLowerInvariant(), @new.Rounding.ToString().ToLowerInvariant()),
        ("selection", old.Selection.ToString().ToLowerInvariant(), @new.Selection.ToString().ToLowerInvariant()),
    ];

    private static IEnumerable<TextChange> Facts(RetentionSchedule old, RetentionSchedule @new)
    {
        Dictionary<string, FactDefinition> before = old.Facts.Where(f => f.Role == FactRole.Declared).ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (FactDefinition fact in @new.Facts.Where(f => f.Role == FactRole.Declared))
        {
            if (!before.Remove(fact.Name, out FactDefinition? was)) yield return new TextChange(TextChangeKind.Added, $"fact {fact.Name}", "", Written(fact));
            else if (Written(was) != Written(fact)) yield return new TextChange(TextChangeKind.Changed, $"fact {fact.Name}", Written(was), Written(fact));
        }

        foreach (FactDefinition gone in before.Values) yield return new TextChange(TextChangeKind.Removed, $"fact {gone.Name}", Written(gone), "");
    }

    private static string Written(FactDefinition fact) => fact.Type + (fact.IsRequired ? ", required" : "");

    private static IEnumerable<TextChange> Items(ScheduleItem old, ScheduleItem @new)
    {
        string what = $"item {@new.Number}";
        if (old.Number != @new.Number) yield return new TextChange(TextChangeKind.Renamed, what, old.Number, @new.Number);
        (string Part, string Old, string New)[] parts =
        [
            ("title", old.Title.ToString(), @new.Title.ToString()),
            ("when", old.When.ToString()!, @new.When.ToString()!),
            ("disposition", Dispositions(old), Dispositions(@new)),
            ("exception-to", string.Join(", ", old.ExceptionTo), string.Join(", ", @new.ExceptionTo)),
            ("residual", old.IsResidual ? "yes" : "", @new.IsResidual ? "yes" : ""),
            ("authority", string.Join(", ", old.Authorities), string.Join(", ", @new.Authorities)),
            ("cites", string.Join(", ", old.Citations), string.Join(", ", @new.Citations)),
        ];
        foreach ((string part, string before, string after) in parts)
            if (before != after) yield return Change($"{what}, {part}", before, after);
    }

    private static string Dispositions(ScheduleItem item) =>
        item.Cases is [{ When: Always } only] ? only.Instruction.Text : string.Join("; ", item.Cases.Select(c => $"{c.When}: {c.Instruction.Text}"));
}
