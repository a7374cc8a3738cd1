namespace RetentionRules.DryRun;

/// <summary>Counts decisions: by status, by item, by act, by the year in which the act is or falls due, by the values of facts.</summary>
public sealed class DryRunSummary : DryRunOutput
{
    private readonly IReadOnlyList<FactDefinition> _by;
    private readonly SummaryCounts _counts;
    private readonly List<Part> _parts = [];

    /// <summary>A summary that is broken down by no fact.</summary>
    public DryRunSummary()
        : this([])
    {
    }

    /// <summary>A summary that also counts statuses by the values of facts.</summary>
    /// <param name="policy">The policy that decides.</param>
    /// <param name="by">The names of the facts.</param>
    /// <exception cref="ArgumentException">The policy asks for no such fact.</exception>
    public DryRunSummary(CompiledPolicy policy, IEnumerable<string> by)
        : this(FactsOf(policy, by))
    {
    }

    private DryRunSummary(IReadOnlyList<FactDefinition> by) => (_by, _counts) = (by, new SummaryCounts(by));

    private static FactDefinition[] FactsOf(CompiledPolicy policy, IEnumerable<string> by)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(by);
        return [.. by.Distinct(StringComparer.Ordinal).Select(name => policy.Facts[policy.Layout.PlaceOf(name)])];
    }

    /// <summary>How many records were decided; those disposed of as one count as one.</summary>
    public long Records => _counts.Records;

    /// <summary>How many due destructions nothing blocks but that holds were not consulted.</summary>
    public long BlockedOnlyByHoldsNotConsulted => _counts.OnlyHoldsNotConsulted;

    /// <summary>How many decisions came to each status.</summary>
    public IReadOnlyDictionary<DispositionStatus, long> ByStatus => _counts.ByStatus.Sorted(Comparer<DispositionStatus>.Default);

    /// <summary>
    /// How many records each item decides, by its number, and where several schedules are asked by the schedule and its
    /// number; the empty name counts those that no single item decides.
    /// </summary>
    public IReadOnlyDictionary<string, long> ByItem => _counts.ByItem.Sorted(StringComparer.Ordinal);

    /// <summary>How many records have each act as their due act.</summary>
    public IReadOnlyDictionary<string, long> ByAction => _counts.ByAction.Sorted(StringComparer.Ordinal);

    /// <summary>How many records have an act, due or next, whose day is known, by the year of that day.</summary>
    public IReadOnlyDictionary<int, long> ByDueYear => _counts.ByDueYear.Sorted(Comparer<int>.Default);

    /// <summary>How many records have an act whose day is not known.</summary>
    public long WithoutDueYear => _counts.WithoutDueYear;

    /// <summary>What falls due in which of the next years, by act.</summary>
    public DispositionForecast Forecast => _counts.Forecast;

    /// <summary>How many decisions came to each status, by the value of each fact that was asked for.</summary>
    public IReadOnlyList<FactBreakdown> ByFact => _counts.Breakdowns;

    /// <summary>How many undetermined decisions name each fact as missing.</summary>
    public IReadOnlyDictionary<string, long> UndeterminedByMissing => _counts.ByMissing.Sorted(StringComparer.Ordinal);

    /// <summary>How many records the schedule leaves to each person or office.</summary>
    public IReadOnlyDictionary<string, long> ByReferral => _counts.ByReferral.Sorted(StringComparer.Ordinal);

    /// <summary>Counts one decision, without the facts that it rests on: <see cref="ByFact"/> counts it under none of their values.</summary>
    public void Add(DispositionDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        _counts.Add(decision, facts: null);
    }

    internal override OutputPart NewPart()
    {
        Part part = new(_by);
        lock (_parts) _parts.Add(part);
        return part;
    }

    /// <summary>Sums do not hang on the order of the records, so each worker counts on, and all is summed when the run is complete.</summary>
    internal override ValueTask TakeAsync(OutputPart part, CancellationToken cancellation) => ValueTask.CompletedTask;

    internal override ValueTask CompleteAsync(CancellationToken cancellation)
    {
        foreach (Part part in _parts) part.Drain(_counts);
        return ValueTask.CompletedTask;
    }

    private sealed class Part : OutputPart
    {
        private readonly SummaryCounts _counts;
        private readonly ShapedCounts _shaped;

        public Part(IReadOnlyList<FactDefinition> by)
        {
            _counts = new SummaryCounts(by);
            _shaped = new ShapedCounts(_counts);
        }

        public override void Add(DecidedRecord record)
        {
            if (_shaped.TryAdd(record)) _counts.AddFacts(record.Facts, record.Verdict.Status);
            else _counts.Add(record.Decision, record.Facts);
        }

        /// <summary>Gives what was counted.</summary>
        public void Drain(SummaryCounts to)
        {
            _shaped.Flush();
            to.Add(_counts);
            _counts.Clear();
        }
    }
}
