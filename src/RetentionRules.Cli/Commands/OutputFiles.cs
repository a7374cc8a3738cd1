using System.IO.Compression;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>
/// The files that a run writes. They appear under their names together, when all of them are complete; where the run ends
/// before, none does.
/// </summary>
internal sealed class OutputFiles : IDisposable
{
    private readonly List<Written> _files = [];
    private readonly HashSet<string> _inputs;

    /// <param name="inputs">Files that the run reads, and that no output may take the place of.</param>
    public OutputFiles(IEnumerable<string> inputs) => _inputs = new HashSet<string>(inputs.Select(Path.GetFullPath), StringComparer.Ordinal);

    /// <summary>What the files are, as a manifest says it; they must be closed.</summary>
    /// <param name="folder">The folder of the manifest.</param>
    public IReadOnlyList<ManifestFile> AsWritten(string folder) =>
        [.. _files.Select(f => ManifestFile.Of(f.Role, f.Path + ".partial", folder) with { Path = ManifestFile.PathFrom(folder, f.Path) })];

    /// <summary>Where to write a file; compressed where its name ends in <c>.gz</c>.</summary>
    /// <exception cref="UsageException">Another output, or an input, has that name.</exception>
    public Stream Create(string option, string path)
    {
        string full = Path.GetFullPath(path);
        if (_inputs.Contains(full)) throw new UsageException($"{option} would write over `{path}`, which is read.");
        if (_files.Any(f => Path.GetFullPath(f.Path) == full)) throw new UsageException($"{option} and another output both write `{path}`.");
        if (Directory.Exists(path)) throw new UsageException($"{option} takes a file; `{path}` is a folder.");
        FileStream file = new(path + ".partial", FileMode.Create, FileAccess.Write, FileShare.Read, 64 * 1024);
        Stream stream = IsCompressed(path) ? new GZipStream(file, CompressionLevel.Optimal) : file;
        _files.Add(new Written(RoleOf(option), path, stream));
        if (!OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(path + ".partial", File.GetUnixFileMode(path));
        return stream;
    }

    /// <summary>What a manifest calls the file that an option writes.</summary>
    private static string RoleOf(string option) => option switch
    {
        "-o" => "decisions",
        "--sample-to" => "sample",
        _ => option.TrimStart('-'),
    };

    /// <summary>The ending that tells the form of a file: the one before <c>.gz</c> where it is compressed.</summary>
    public static string EndingOf(string path) => Path.GetExtension(IsCompressed(path) ? path[..^".gz".Length] : path).ToLowerInvariant();

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes everything out, but under no final name yet.</summary>
    public void Close()
    {
        foreach (Written file in _files) file.Stream.Dispose();
    }

    /// <summary>Everything has been written.</summary>
    public void Complete()
    {
        Close();
        List<string> moved = [];
        try
        {
            foreach (Written file in _files)
            {
                bool isNew = !File.Exists(file.Path);
                File.Move(file.Path + ".partial", file.Path, overwrite: true);
                if (isNew) moved.Add(file.Path);
            }
        }
        catch
        {
            // What stood there before cannot be brought back; what is new need not stay without the others.
            foreach (string path in moved) File.Delete(path);
            throw;
        }
    }

    /// <summary>What was not completed is taken away.</summary>
    public void Dispose()
    {
        foreach (Written file in _files)
        {
            try
            {
                file.Stream.Dispose();
            }
            catch (IOException)
            {
                // Closing writes what is buffered, and a full disk has been told already.
            }

            File.Delete(file.Path + ".partial");
        }
    }

    private sealed record Written(string Role, string Path, Stream Stream);
}
