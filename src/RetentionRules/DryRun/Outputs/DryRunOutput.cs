namespace RetentionRules.DryRun;

/// <summary>
/// What a dry-run gives out: a summary, a file of decisions, a list for signature, a sample. A closed hierarchy. Belongs to
/// one run; what it writes to is the caller's, who closes it.
/// </summary>
public abstract class DryRunOutput
{
    private protected DryRunOutput()
    {
    }

    /// <summary>Columns of the record file that it wants, besides those that the mapping reads; each file must have them.</summary>
    internal virtual IReadOnlyList<string> Columns => [];

    /// <summary>What else could have been meant where one of <see cref="Columns"/> is not there.</summary>
    internal virtual IReadOnlyList<string> OtherNames => [];

    /// <summary>Where one worker puts its records until they are taken. Called once a worker.</summary>
    internal abstract OutputPart NewPart();

    /// <summary>
    /// Takes what a part holds and empties it. Called by one thread at a time, in the order of the records, while nobody adds
    /// to the part.
    /// </summary>
    internal abstract ValueTask TakeAsync(OutputPart part, CancellationToken cancellation);

    /// <summary>Everything has been taken. Not called where the run ends early.</summary>
    internal virtual ValueTask CompleteAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
}

/// <summary>One worker's share of an output, for a block of records.</summary>
internal abstract class OutputPart
{
    /// <summary>Adds a record. It holds only until the call returns.</summary>
    public abstract void Add(DecidedRecord record);
}
