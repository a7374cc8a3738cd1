using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>
/// What the facts of a schedule are called in a language: by their titles where they have one in it, else by their names.
/// Two facts are never called the same.
/// </summary>
internal sealed class ScheduleNames
{
    private readonly Dictionary<string, string> _called;
    private readonly Wording _wording;

    public ScheduleNames(RetentionSchedule schedule, Wording wording)
    {
        _wording = wording;
        (string Name, string Called)[] all = [.. schedule.Facts.Select(f => (RecordOf(f), Called(f))).Distinct()];
        ILookup<string, string> shared = all.ToLookup(a => a.Called, a => a.Name, StringComparer.OrdinalIgnoreCase);
        _called = all.ToDictionary(
            a => a.Name, a => wording.WriteName(shared[a.Called].Count() == 1 ? a.Called : $"{a.Called} ({a.Name})"), StringComparer.Ordinal);
    }

    /// <summary>The fact; for the fate of a related record, that record.</summary>
    public string Of(FactDefinition fact) => _called.TryGetValue(RecordOf(fact), out string? called) ? called : _wording.WriteName(Called(fact));

    /// <summary>Whether the schedule itself declares the fact, so that people know it by name.</summary>
    public static bool IsDeclared(FactDefinition fact) => fact.Role == FactRole.Declared;

    /// <summary>Names are written with underscores because blanks part words in the rules language.</summary>
    public static string Spaced(string name) => name.Replace('_', ' ').Trim();

    private string Called(FactDefinition fact) => _wording.Find(fact.Title) ?? Spaced(RecordOf(fact));

    /// <summary>Both fates of a related record carry its title.</summary>
    private static string RecordOf(FactDefinition fact) =>
        fact.Role is FactRole.RelatedRecordFate or FactRole.UnaskedFate ? fact.Name.Split('.')[0] : fact.Name;
}
