namespace RetentionRules.DryRun;

/// <summary>How a dry-run runs. Nothing here changes a decision or a byte of an output.</summary>
public sealed record DryRunOptions
{
    /// <summary>No progress is told.</summary>
    public static DryRunOptions Default { get; } = new();

    /// <summary>How many cores are used; all of the machine unless said otherwise. At least 1.</summary>
    public int? Workers { get; init; }

    /// <summary>One more than cores, where all are used: while one waits to write, the others go on.</summary>
    internal int WorkersOrAll => Workers is { } workers ? Math.Max(1, workers) : Environment.ProcessorCount + 1;

    /// <summary>
    /// Is told how far the run is, after each block of some thousand records and once more when it ends, however it ends.
    /// Called by one thread at a time.
    /// </summary>
    public IProgress<DryRunProgress>? Progress { get; init; }
}

/// <summary>How far a dry-run is.</summary>
/// <param name="Records">How many records were read.</param>
/// <param name="BytesRead">How many bytes of the sources were read, as they are stored: of a compressed file, compressed.</param>
/// <param name="TotalBytes">How many bytes the sources have; null where one of them cannot tell, such as standard input.</param>
public readonly record struct DryRunProgress(long Records, long BytesRead, long? TotalBytes);
