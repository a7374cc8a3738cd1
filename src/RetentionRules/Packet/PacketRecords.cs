using RetentionRules.DryRun;

namespace RetentionRules.Packet;

/// <summary>What real records come to under the schedule, collected by a dry-run.</summary>
public sealed class PacketRecords : DryRunOutput
{
    private readonly Tally<(string Item, DispositionStatus Status)> _counts = new();

    /// <summary>Nothing collected yet.</summary>
    /// <param name="holds">The holds under which the records are decided.</param>
    /// <param name="files">The files of the records, as they were given.</param>
    /// <param name="mapping">The file of the mapping; empty where columns are matched by name.</param>
    public PacketRecords(HoldList holds, IReadOnlyList<string> files, string mapping = "")
    {
        ArgumentNullException.ThrowIfNull(holds);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(mapping);
        (Holds, Files, Mapping) = (holds, files, mapping);
    }

    /// <summary>The holds under which the records are decided.</summary>
    public HoldList Holds { get; }

    /// <summary>The files of the records, as they were given.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The file of the mapping; empty where columns are matched by name.</summary>
    public string Mapping { get; }

    /// <summary>How many records were decided.</summary>
    public long Count => _counts.Counts.Values.Sum();

    /// <summary>How many records each item decides, and with which status; the empty name is for those that no single one does.</summary>
    internal IReadOnlyDictionary<(string Item, DispositionStatus Status), long> Counts => _counts.Counts;

    internal override OutputPart NewPart() => new Part();

    internal override ValueTask TakeAsync(OutputPart part, CancellationToken cancellation)
    {
        _counts.Add(((Part)part).Counts);
        ((Part)part).Counts.Clear();
        return ValueTask.CompletedTask;
    }

    private sealed class Part : OutputPart
    {
        public Tally<(string Item, DispositionStatus Status)> Counts { get; } = new();

        public override void Add(DecidedRecord record)
        {
            DispositionDecision decision = record.Decision;
            string item = decision.Item is { } known ? SummaryCounts.NameOf(decision.Policy.Instrument, decision.Schedule, known) : "";
            Counts.Add((item, decision.Status));
        }
    }
}
