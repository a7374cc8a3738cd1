using System.Runtime.CompilerServices;
using RetentionRules.Evaluation.Reference;

namespace RetentionRules.DryRun;

/// <summary>
/// Decides the records of files one after another. Nothing is ever disposed of: this library has no code that could.
/// </summary>
public sealed class DryRunner
{
    private readonly CompiledPolicy _policy;
    private readonly Func<IReadOnlyList<string>?, RecordMapping> _mapping;

    /// <summary>Decides records whose columns a mapping turns into facts.</summary>
    public DryRunner(CompiledPolicy policy, RecordMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(mapping);
        (_policy, _mapping) = (policy, _ => mapping);
    }

    /// <summary>Decides records whose columns have the names of the facts.</summary>
    public DryRunner(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (_policy, _mapping) = (policy, columns => RecordMapping.ByName(policy, columns));
    }

    /// <summary>What was found about the records themselves, apart from the decisions: values that do not fit, columns not used.</summary>
    public RecordFindings Findings { get; } = new();

    /// <summary>
    /// Decides the records of several sources in their order, then the aggregates, in the order in which the first record of
    /// each came, and gives each decision to every output. Each CSV file has its own header and may order its columns in its
    /// own way; records of one aggregate may stand in several files. Memory does not grow with the number of records, but with
    /// that of the aggregates.
    /// </summary>
    /// <param name="sources">The records; closed when the run ends.</param>
    /// <param name="asOf">The day of evaluation.</param>
    /// <param name="outputs">What is to be given out; each belongs to this run alone. An output that is not complete because the run ended early must not be used.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellation">Ends the run between two records.</param>
    /// <exception cref="RecordFileException">A file cannot be read, or not on, or lacks a column that an output wants.</exception>
    /// <exception cref="IOException">A source cannot be read, or an output not be written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task RunAsync(
        IReadOnlyList<RecordSource> sources, DateOnly asOf, IReadOnlyList<DryRunOutput> outputs, DryRunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(options);
        RequestedColumns requested = new(outputs);
        if (_policy.Policy.Aggregation is null)
        {
            using RecordBlocks blocks = new(_policy, _mapping, sources, requested, Findings);
            await new ParallelRun(_policy, asOf, outputs, requested, Findings).RunAsync(blocks, options, cancellation).ConfigureAwait(false);
            return;
        }

        // What becomes of a record that is one of several hangs on all of them, so these are taken one after another.
        RecordReading reading = new(_policy, _mapping, sources, Findings) { Requested = requested };
        await using (reading.ConfigureAwait(false))
        {
            await new SequentialRun(_policy, asOf, outputs).RunAsync(reading, options.Progress, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The decisions, in the order of the records; behind them one for each aggregate, in the order in which its first record
    /// came. Memory does not grow with the number of records, but with that of the aggregates; the records of one need not
    /// stand together.
    /// </summary>
    /// <param name="source">The records; closed when they have been read.</param>
    /// <param name="asOf">The day of evaluation.</param>
    /// <param name="cancellation">Ends the reading between two records.</param>
    /// <exception cref="RecordFileException">The file cannot be read, or not on.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public async IAsyncEnumerable<DispositionDecision> DecideAsync(
        RecordSource source, DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        OrderedDictionary<string, RecordAggregate> aggregates = new(StringComparer.Ordinal);
        await foreach (RecordFacts facts in ReadAsync(source, cancellation).ConfigureAwait(false))
        {
            RecordFinding found = _policy.Find(facts, asOf);
            if (_policy.AggregateOf(found, facts) is not { } key)
            {
                yield return _policy.Decide(found, facts, asOf);
                continue;
            }

            if (!aggregates.TryGetValue(key, out RecordAggregate? aggregate)) aggregates.Add(key, aggregate = _policy.NewAggregate(key, asOf));
            aggregate.Add(found, facts);
        }

        foreach (RecordAggregate aggregate in aggregates.Values) yield return aggregate.Decide();
    }

    /// <summary>The records, each in the same buffer: it holds a record only until the next is asked for.</summary>
    /// <inheritdoc cref="DecideAsync" path="/exception"/>
    public async IAsyncEnumerable<RecordFacts> ReadAsync(RecordSource source, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        RecordReading reading = new(_policy, _mapping, [source], Findings);
        await using (reading.ConfigureAwait(false))
        {
            while (await reading.NextAsync(cancellation).ConfigureAwait(false)) yield return reading.Facts;
            reading.ReportUnmetHolds();
        }
    }
}
