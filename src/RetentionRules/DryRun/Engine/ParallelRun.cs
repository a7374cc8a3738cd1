using RetentionRules.Diagnostics.Catalogue;

namespace RetentionRules.DryRun;

/// <summary>
/// Decides records on several cores: each worker takes the next block, reads and decides its records, and waits until the
/// outputs have taken the blocks before; so what is written stands in the order of the records, and only a few blocks are in
/// memory at a time. A block that fails ends the run with its fault, when all before it have been taken.
/// </summary>
internal sealed class ParallelRun(CompiledPolicy policy, DateOnly asOf, IReadOnlyList<DryRunOutput> outputs, RequestedColumns requested, RecordFindings findings)
{
    private readonly Lock _reading = new();
    private readonly HashSet<string> _unmetHeld = new(policy.Policy.Holds.Holds.SelectMany(h => h.Records), StringComparer.Ordinal);
    private string _lastFile = "";
    private long _records;

    public async Task RunAsync(RecordBlocks blocks, DryRunOptions options, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] workers = [.. Enumerable.Range(0, options.WorkersOrAll).Select(_ => Task.Run(() => WorkAsync(blocks, options.Progress, stop), CancellationToken.None))];
        try
        {
            await UntilAllEndAsync(workers, cancellation).ConfigureAwait(false);
            if (_records > 0) requested.CheckMet(_lastFile);
            ReportUnmetHolds();
            foreach (DryRunOutput output in outputs) await output.CompleteAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            options.Progress?.Report(new DryRunProgress(_records, blocks.BytesRead, blocks.TotalBytes));
        }
    }

    /// <summary>
    /// Cancelled, the workers end with their blocks; but one that waits for standard input cannot be stopped, and nobody waits
    /// for it for long.
    /// </summary>
    private static async Task UntilAllEndAsync(Task[] workers, CancellationToken cancellation)
    {
        Task all = Task.WhenAll(workers);
        try
        {
            await all.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None)).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw FirstFault(workers);
        }
    }

    /// <summary>Of several workers that ended with the same fault, one is enough; and none that only stopped for it.</summary>
    private static Exception FirstFault(Task[] workers)
    {
        Exception[] faults = [.. workers.Where(w => w.IsFaulted).SelectMany(w => w.Exception!.InnerExceptions)];
        return faults.FirstOrDefault(f => f is not OperationCanceledException) ?? new OperationCanceledException();
    }

    private async Task WorkAsync(RecordBlocks blocks, IProgress<DryRunProgress>? progress, CancellationTokenSource stop)
    {
        RecordBlock block = new();
        BlockDecider decider = new(policy, asOf, outputs, requested);
        try
        {
            while (!stop.IsCancellationRequested && TryFill(blocks, block))
            {
                Exception? fault = decider.TryDecide(block, stop.Token);
                await block.Before.ConfigureAwait(false);
                if (fault is not null) throw fault;
                stop.Token.ThrowIfCancellationRequested();
                await TakeAsync(decider, block, stop.Token).ConfigureAwait(false);
                progress?.Report(new DryRunProgress(_records, block.BytesRead, blocks.TotalBytes));
                block.Taken.SetResult();
            }
        }
        catch (Exception e)
        {
            Exception first = await FaultBeforeAsync(block).ConfigureAwait(false) ?? e;
            block.Taken.TrySetException(first);
            // Nobody may be left to wait for it.
            _ = block.Taken.Task.Exception;
            await stop.CancelAsync().ConfigureAwait(false);
            throw first;
        }
    }

    /// <summary>What went wrong with the blocks before; null where nothing did.</summary>
    private static async Task<Exception?> FaultBeforeAsync(RecordBlock block)
    {
        try
        {
            await block.Before.ConfigureAwait(false);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private bool TryFill(RecordBlocks blocks, RecordBlock block)
    {
        lock (_reading) return blocks.TryFill(block);
    }

    private async ValueTask TakeAsync(BlockDecider decider, RecordBlock block, CancellationToken cancellation)
    {
        findings.Take(decider.Findings);
        _unmetHeld.ExceptWith(decider.Met);
        requested.NoteMet(decider.Reader, block.File.FirstRequested);
        (_records, _lastFile) = (_records + decider.Records, block.File.Source.Name);
        for (int i = 0; i < outputs.Count; i++) await outputs[i].TakeAsync(decider.Parts[i], cancellation).ConfigureAwait(false);
    }

    /// <summary>Only known when all records have been read.</summary>
    private void ReportUnmetHolds()
    {
        foreach (Hold hold in policy.Policy.Holds.Holds)
            foreach (string record in hold.Records.Where(_unmetHeld.Contains).Order(StringComparer.Ordinal))
                findings.Add(new Diagnostic(RecordDiagnostics.HeldRecordNotFound, hold.RecordPlaces[record], hold.Id, record));
    }
}
