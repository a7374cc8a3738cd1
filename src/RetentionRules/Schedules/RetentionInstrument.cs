using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>
/// What can decide about records: a schedule, a register of its editions, or a set of several schedules. A closed
/// hierarchy; immutable.
/// </summary>
public abstract class RetentionInstrument
{
    private protected RetentionInstrument(string id) => Id = id;

    /// <summary>The identifier.</summary>
    public string Id { get; }

    /// <summary>The title.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>The edition; empty where none is named.</summary>
    public string Version { get; internal init; } = "";

    /// <summary>
    /// SHA-256 as <c>sha256:…</c>: of the bytes of its file, and for a register or a set of the hashes of the files that
    /// it names too.
    /// </summary>
    public string ContentHash { get; internal init; } = "";

    /// <summary>The name of the file it was read from, as it was given.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The findings about its file that somebody lets stand; they change no decision.</summary>
    public IReadOnlyList<AcceptedFinding> Accepted { get; internal init; } = [];

    /// <summary>The schedules in it, in the order in which they are named; of a schedule, itself.</summary>
    public abstract IReadOnlyList<RetentionSchedule> Schedules { get; }

    /// <summary>The facts that it asks of a record, each once; where several schedules ask for a fact, its type is the same.</summary>
    public abstract IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>How records are filed; of several schedules, that of the first that says so, and no two say it in two ways.</summary>
    public ClassificationScheme Classification => Schedules.Select(s => s.Filing).FirstOrDefault(c => !c.IsNone, ClassificationScheme.None);

    /// <summary>What can be done with a record; where one of several schedules says which fact records an act, that fact does.</summary>
    internal IReadOnlyList<RecordAct> AllActs => [.. Schedules.SelectMany(s => s.Acts).GroupBy(a => a).Select(same => same.FirstOrDefault(a => a.Done is not null, same.First()))];

    /// <summary>The facts, with those that only schedules ask for that these implement.</summary>
    internal IReadOnlyList<FactDefinition> FactsWithParents => FactUnion.Of(SchedulesWithParents.SelectMany(s => s.Facts));

    /// <summary>The schedules, each followed by those that it implements.</summary>
    internal IEnumerable<RetentionSchedule> SchedulesWithParents => Schedules.SelectMany(WithParents);

    private static IEnumerable<RetentionSchedule> WithParents(RetentionSchedule schedule) =>
        schedule.Implements is { Schedule: var parent } ? WithParents(parent).Prepend(schedule) : [schedule];

    /// <summary>The parameter of a name in each schedule that has one; a period is set for all of them.</summary>
    internal IEnumerable<PeriodParameter> ParametersNamed(string name) => Schedules.SelectMany(s => s.Parameters).Where(p => p.Name == name);

    /// <summary>The periods that an agency sets.</summary>
    public abstract IReadOnlyList<PeriodParameter> Parameters { get; }

    /// <inheritdoc/>
    public override string ToString() => Version.Length == 0 ? Id : $"{Id} {Version}";
}
