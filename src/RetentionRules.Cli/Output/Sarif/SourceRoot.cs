namespace RetentionRules.Cli.Output.Sarif;

/// <summary>
/// The folder that the paths of a log are relative to: where the program runs; or, where a file lies outside of that, the
/// nearest folder above both. It is nowhere written, so that a log tells nothing of the machine.
/// </summary>
internal sealed class SourceRoot
{
    private readonly string _folder;

    public SourceRoot(string workingFolder, IEnumerable<string> files)
    {
        string root = WithSeparator(Path.GetFullPath(workingFolder));
        foreach (string file in files.Select(Path.GetFullPath))
        {
            while (!file.StartsWith(root, StringComparison.Ordinal) && Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar)) is { } parent)
                root = WithSeparator(parent);
        }

        _folder = root;
    }

    /// <summary>The file as a URI relative to the root: forward slashes, and everything else percent-encoded that must be.</summary>
    public string UriOf(string path)
    {
        string full = Path.GetFullPath(path);
        string relative = full.StartsWith(_folder, StringComparison.Ordinal) ? full[_folder.Length..] : Path.GetFileName(full);
        return string.Join('/', relative.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }

    /// <summary>A text without the paths of the root in it.</summary>
    public string Without(string text) => _folder.Length > 1 ? text.Replace(_folder, "", StringComparison.Ordinal) : text;

    private static string WithSeparator(string folder) => folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar;
}
