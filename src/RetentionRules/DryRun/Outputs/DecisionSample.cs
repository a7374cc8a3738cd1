namespace RetentionRules.DryRun;

/// <summary>
/// A few decisions of each status with their explanations, to be looked at by a person. Those with the smallest SHA-256 of
/// their identifiers are taken, so that they are spread over the records, and the same ones are taken each time.
/// </summary>
public sealed class DecisionSample : DryRunOutput
{
    private readonly CompiledPolicy _policy;
    private readonly int _perStatus;
    private readonly SortedDictionary<DispositionStatus, List<Drawn>> _drawn = [];
    private long _records;

    /// <summary>Takes so many decisions of each status.</summary>
    /// <param name="policy">The policy that decides.</param>
    /// <param name="perStatus">How many of each status; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1.</exception>
    public DecisionSample(CompiledPolicy policy, int perStatus)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentOutOfRangeException.ThrowIfLessThan(perStatus, 1);
        (_policy, _perStatus) = (policy, perStatus);
    }

    /// <summary>The decisions by their status, those of one status in the order of the records.</summary>
    public IReadOnlyList<SampledDecision> Decisions =>
        [.. _drawn.Values.SelectMany(d => d.OrderBy(e => e.Position)).Select(d => new SampledDecision(d.Decision, d.Explanation))];

    internal override OutputPart NewPart() => new Part(_policy, _perStatus);

    internal override ValueTask TakeAsync(OutputPart part, CancellationToken cancellation)
    {
        Part taken = (Part)part;
        foreach ((DispositionStatus status, List<Drawn> drawn) in taken.Drawn)
        {
            if (!_drawn.TryGetValue(status, out List<Drawn>? all)) _drawn.Add(status, all = []);
            foreach (Drawn one in drawn) Keep(all, one with { Position = _records + one.Position }, _perStatus);
            // What cannot come in any more need not be explained.
            if (all.Count == _perStatus) taken.Limits[status] = all[^1].Key;
        }

        _records += taken.Records;
        taken.Clear();
        return ValueTask.CompletedTask;
    }

    /// <summary>Puts a decision in its place by its key; of equal keys the earlier record stands first.</summary>
    private static void Keep(List<Drawn> drawn, Drawn one, int most)
    {
        int place = drawn.FindIndex(d => d.Key.CompareTo(one.Key) > 0);
        drawn.Insert(place < 0 ? drawn.Count : place, one);
        if (drawn.Count > most) drawn.RemoveAt(most);
    }

    /// <param name="Key">The draw.</param>
    /// <param name="Position">The place of the record among all.</param>
    /// <param name="Decision">What was decided.</param>
    /// <param name="Explanation">Why.</param>
    private sealed record Drawn(SampleKey Key, long Position, DispositionDecision Decision, string Explanation);

    private sealed class Part(CompiledPolicy policy, int perStatus) : OutputPart
    {
        public Dictionary<DispositionStatus, List<Drawn>> Drawn { get; } = [];

        /// <summary>The key from which on a status takes no more.</summary>
        public Dictionary<DispositionStatus, SampleKey> Limits { get; } = [];

        public long Records { get; private set; }

        public override void Add(DecidedRecord record)
        {
            long position = Records++;
            DispositionStatus status = record.Verdict.Status;
            SampleKey key = SampleKey.Of(record.Id);
            if (Limits.TryGetValue(status, out SampleKey limit) && key.CompareTo(limit) >= 0) return;
            if (!Drawn.TryGetValue(status, out List<Drawn>? drawn)) Drawn.Add(status, drawn = []);
            if (drawn.Count == perStatus && key.CompareTo(drawn[^1].Key) >= 0) return;
            Keep(drawn, new Drawn(key, position, record.Decision, Explain(record)), perStatus);
        }

        /// <summary>Records that are disposed of as one have no conditions and moments of their own; their reasons say it.</summary>
        private string Explain(DecidedRecord record) => record.Facts is { } facts
            ? policy.Explain(facts, record.Decision.AsOf).ToString()
            : $"Record {record.Id}, as of {record.Decision.AsOf:yyyy-MM-dd}\n{record.Decision}\n{string.Concat(record.Decision.Reasons.Select(r => $"  {r.Text}\n"))}";

        public void Clear()
        {
            Drawn.Clear();
            Records = 0;
        }
    }
}

/// <summary>A decision that was drawn.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Explanation">Why, as <see cref="Explanation.ToString"/> says it; several lines.</param>
public sealed record SampledDecision(DispositionDecision Decision, string Explanation);
