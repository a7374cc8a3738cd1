using System.Text;

namespace RetentionRules.Cli.Commands;

/// <summary>Where results go: standard output, or a file that appears under its name only when it is complete.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string? _path;
    private readonly string? _partial;

    private OutputFile(TextWriter writer, string? path, string? partial) => (Writer, _path, _partial) = (writer, path, partial);

    public TextWriter Writer { get; }

    public bool IsStandardOutput => _path is null;

    public static OutputFile Open(string? path, Terminal terminal)
    {
        if (path is null or "-") return new OutputFile(terminal.Output, null, null);
        string partial = path + ".partial";
        StreamWriter writer = new(partial, append: false, new UTF8Encoding(false), 64 * 1024) { NewLine = "\n" };
        if (!OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(partial, File.GetUnixFileMode(path));
        return new OutputFile(writer, path, partial);
    }

    /// <summary>Everything has been written.</summary>
    public void Complete()
    {
        Writer.Flush();
        if (_path is null) return;
        Writer.Dispose();
        File.Move(_partial!, _path, overwrite: true);
    }

    /// <summary>What was not completed is taken away.</summary>
    public void Dispose()
    {
        if (_path is null) return;
        try
        {
            Writer.Dispose();
        }
        catch (IOException)
        {
            // Closing writes what is buffered, and a full disk has been told already.
        }

        File.Delete(_partial!);
    }
}
