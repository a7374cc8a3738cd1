using System.Text;

namespace RetentionRules.DryRun;

/// <summary>The form of a file of records.</summary>
public enum RecordFormat
{
    /// <summary>Comma-separated values with a header, UTF-8 (RFC 4180).</summary>
    Csv,

    /// <summary>JSON Lines: an object a line, UTF-8.</summary>
    JsonLines,
}

/// <summary>
/// Where records come from: an open stream, its form, and the name to show in findings. Read once. What is compressed with
/// gzip is known by its first bytes and decompressed.
/// </summary>
/// <param name="Stream">The stream; closed when it has been read.</param>
/// <param name="Format">Its form.</param>
/// <param name="Name">The name to show in findings.</param>
/// <param name="Separator">What stands between the columns of a CSV file.</param>
public sealed record RecordSource(Stream Stream, RecordFormat Format, string Name, char Separator = ',')
{
    /// <summary>How many bytes there are, for progress; null where nobody can tell.</summary>
    public long? Length { get; init; } = Stream.CanSeek ? Stream.Length : null;

    /// <summary>
    /// The encoding. Strict: bytes that it does not know end the reading with the line. A byte order mark says in which order
    /// those of UTF-16 stand.
    /// </summary>
    public Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>The names of the columns of a CSV file that has no header line; empty where it has one.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>Opens a file; its ending tells the form: <c>.csv</c>, or <c>.jsonl</c> and <c>.ndjson</c>, each also with <c>.gz</c> behind it.</summary>
    /// <exception cref="ArgumentException">The ending is another.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static RecordSource OpenFile(string path) => new(File.OpenRead(path), FormatOf(path), path);

    /// <summary>The form that a file's ending tells.</summary>
    /// <exception cref="ArgumentException">The ending is another.</exception>
    public static RecordFormat FormatOf(string path) => EndingOf(path) switch
    {
        ".csv" => RecordFormat.Csv,
        ".jsonl" or ".ndjson" => RecordFormat.JsonLines,
        var ending => throw new ArgumentException($"The ending `{ending}` does not tell the form of the records; expected .csv, .jsonl or .ndjson.", nameof(path)),
    };

    private static string EndingOf(string path)
    {
        string ending = Path.GetExtension(path).ToLowerInvariant();
        return ending == ".gz" ? Path.GetExtension(path[..^ending.Length]).ToLowerInvariant() : ending;
    }
}
