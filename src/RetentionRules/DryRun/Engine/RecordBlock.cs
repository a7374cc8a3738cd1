namespace RetentionRules.DryRun;

/// <summary>Some whole records of one file, as bytes: what a worker takes at a time. Used again for later blocks.</summary>
internal sealed class RecordBlock
{
    /// <summary>The bytes; longer than the records are.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>Where the records begin.</summary>
    public int Start { get; set; }

    /// <summary>How many bytes they are.</summary>
    public int Length { get; set; }

    /// <summary>The line of the file on which the first begins, from 1.</summary>
    public long FirstLine { get; set; }

    /// <summary>The file.</summary>
    public OpenedFile File { get; set; } = null!;

    /// <summary>How many bytes of all files were read once it was, as they are stored.</summary>
    public long BytesRead { get; set; }

    /// <summary>Ends when the outputs have taken the block before, whose records come first.</summary>
    public Task Before { get; set; } = Task.CompletedTask;

    /// <summary>Set when the outputs have taken this one; or with what went wrong.</summary>
    public TaskCompletionSource Taken { get; set; } = new();
}
