using RetentionRules.Evaluation.Reference;

namespace RetentionRules.DryRun;

/// <summary>Decides records one after another and hands them to the outputs, a block at a time.</summary>
internal sealed class SequentialRun
{
    /// <summary>How many records the outputs are given before they take them.</summary>
    public const int BlockSize = 4096;

    private readonly CompiledPolicy _policy;
    private readonly DateOnly _asOf;
    private readonly IReadOnlyList<DryRunOutput> _outputs;
    private readonly OutputPart[] _parts;
    private readonly DecidedRecord _record;
    private int _inBlock;

    public SequentialRun(CompiledPolicy policy, DateOnly asOf, IReadOnlyList<DryRunOutput> outputs)
    {
        (_policy, _asOf, _outputs) = (policy, asOf, outputs);
        _parts = [.. outputs.Select(o => o.NewPart())];
        _record = new DecidedRecord(policy, asOf);
    }

    public async Task RunAsync(RecordReading reading, IProgress<DryRunProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            OrderedDictionary<string, RecordAggregate> aggregates = new(StringComparer.Ordinal);
            while (await reading.NextAsync(cancellation).ConfigureAwait(false))
            {
                Take(reading, aggregates);
                if (_inBlock < BlockSize) continue;
                await HandOutAsync(cancellation).ConfigureAwait(false);
                progress?.Report(reading.Progress);
            }

            reading.ReportUnmetHolds();
            foreach (RecordAggregate aggregate in aggregates.Values)
            {
                _record.Become(aggregate.Decide());
                Add(reading);
                if (_inBlock == BlockSize) await HandOutAsync(cancellation).ConfigureAwait(false);
            }

            await HandOutAsync(cancellation).ConfigureAwait(false);
            foreach (DryRunOutput output in _outputs) await output.CompleteAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            progress?.Report(reading.Progress);
        }
    }

    /// <summary>A record of an aggregate is not given out by itself.</summary>
    private void Take(RecordReading reading, OrderedDictionary<string, RecordAggregate> aggregates)
    {
        RecordFinding found = _policy.Find(reading.Facts, _asOf);
        if (_policy.AggregateOf(found, reading.Facts) is { } key)
        {
            if (!aggregates.TryGetValue(key, out RecordAggregate? aggregate)) aggregates.Add(key, aggregate = _policy.NewAggregate(key, _asOf));
            aggregate.Add(found, reading.Facts);
            return;
        }

        _record.Become(found, reading.Facts, reading.Cells);
        Add(reading);
    }

    private void Add(RecordReading reading)
    {
        for (int i = 0; i < _parts.Length; i++)
        {
            _record.ShowColumnsFrom(reading.FirstRequested + reading.Requested.Starts[i]);
            _parts[i].Add(_record);
        }

        _inBlock++;
    }

    private async ValueTask HandOutAsync(CancellationToken cancellation)
    {
        for (int i = 0; i < _parts.Length; i++) await _outputs[i].TakeAsync(_parts[i], cancellation).ConfigureAwait(false);
        _inBlock = 0;
    }
}
