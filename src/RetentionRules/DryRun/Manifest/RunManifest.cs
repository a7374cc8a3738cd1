using System.Globalization;
using RetentionRules.Schedules;

namespace RetentionRules.DryRun;

/// <summary>
/// What a run was made of: every file that it rests on or wrote, with its hash, and everything else that it was told. No time
/// of day stands in it, so that the same inputs give the same bytes. Immutable.
/// </summary>
public sealed class RunManifest
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>The version of the program that ran.</summary>
    public string Engine { get; init; } = DispositionDecision.EngineVersion;

    /// <summary>The version of the rules language.</summary>
    public int Language { get; init; } = DispositionDecision.LanguageVersion;

    /// <summary>The day of evaluation.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The identifier of the schedule, the register or the set.</summary>
    public required string Schedule { get; init; }

    /// <summary>Its edition; may be empty.</summary>
    public required string Edition { get; init; }

    /// <summary>Its hash, as decisions name it.</summary>
    public required string Hash { get; init; }

    /// <summary><c>not consulted</c>, <c>none</c> or <c>listed</c>.</summary>
    public required string Holds { get; init; }

    /// <summary>The periods that were set, by parameter.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What else the run was told, by the name of the option.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The files, those read first.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>How many records were decided.</summary>
    public required long Records { get; init; }

    /// <summary>How many came to each status, by its word.</summary>
    public required IReadOnlyDictionary<string, long> ByStatus { get; init; }

    /// <summary>How a policy's holds are named in a manifest.</summary>
    public static string HoldsOf(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        HoldList holds = policy.Policy.Holds;
        return !holds.WereConsulted ? "not consulted" : holds.Path.Length > 0 ? "listed" : "none";
    }

    /// <summary>
    /// The files that a policy was read from, each once: the schedule, and what it names, because the hash that decisions carry
    /// does not cover a shared classification.
    /// </summary>
    /// <returns>The role and the path of each, as it was given.</returns>
    public static IReadOnlyList<(string Role, string Path)> FilesOf(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        RetentionInstrument instrument = policy.Policy.Instrument;
        IEnumerable<(string Role, string Path)> all =
        [
            (WordOf(instrument), instrument.Path),
            .. MembersOf(instrument).Select(m => (WordOf(m), m.Path)),
            .. instrument.SchedulesWithParents.Select(s => ("schedule", s.Path)),
            .. instrument.SchedulesWithParents.Where(s => !s.Filing.IsNone && !s.Filing.IsPartOfSchedule).Select(s => ("classification", s.Filing.Path)),
            ("holds", policy.Policy.Holds.Path),
        ];
        return [.. all.Where(f => f.Path.Length > 0).DistinctBy(f => Path.GetFullPath(f.Path), StringComparer.Ordinal)];
    }

    private static IEnumerable<RetentionInstrument> MembersOf(RetentionInstrument instrument) => instrument switch
    {
        ScheduleSet set => set.Members.SelectMany(m => MembersOf(m).Prepend(m)),
        _ => instrument.Schedules,
    };

    private static string WordOf(RetentionInstrument instrument) => instrument switch
    {
        ScheduleSet => "set",
        ScheduleRegister => "register",
        RetentionSchedule => "schedule",
        _ => throw new ArgumentOutOfRangeException(nameof(instrument)),
    };

    /// <summary>The manifest as JSON in UTF-8, with a line feed at its end.</summary>
    public override string ToString() => ManifestJson.Write(this);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static RunManifest Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ManifestJson.Read(json);
    }

    internal static string DayText(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
