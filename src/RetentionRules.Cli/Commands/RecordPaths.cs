using System.IO.Enumeration;

namespace RetentionRules.Cli.Commands;

/// <summary>Finds the files of records that a command line names, by their names or by patterns.</summary>
internal static class RecordPaths
{
    /// <summary>
    /// Files as they are named, and of a pattern with <c>*</c> and <c>?</c> all that fit, in the order of their names; each once,
    /// because a record that is read twice is counted twice. <c>-</c> is standard input.
    /// </summary>
    /// <exception cref="UsageException">No file fits a pattern.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> named) => [.. named.SelectMany(Expand).DistinctBy(p => p == "-" ? p : Path.GetFullPath(p), StringComparer.Ordinal)];

    private static IEnumerable<string> Expand(string path)
    {
        if (path == "-" || path.AsSpan().IndexOfAny("*?") < 0 || File.Exists(path)) return [path];
        string[] parts = path.Split('/', '\\');
        string root = Path.IsPathRooted(path) ? Path.GetPathRoot(path)! : "";
        IEnumerable<string> folders = [root];
        foreach (string part in parts[(root.Length > 0 ? 1 : 0)..^1]) folders = folders.SelectMany(f => Below(f, part));
        string[] found = [.. folders.SelectMany(f => Matching(f, parts[^1])).Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw new UsageException($"no file fits `{path}`.");
    }

    private static IEnumerable<string> Below(string folder, string part) => part.AsSpan().IndexOfAny("*?") < 0
        ? [Path.Combine(folder, part)]
        : !Directory.Exists(Named(folder)) ? []
        : Directory.EnumerateDirectories(Named(folder)).Select(d => Path.Combine(folder, Path.GetFileName(d))).Where(d => Fits(d, part));

    private static IEnumerable<string> Matching(string folder, string part) => Directory.Exists(Named(folder))
        ? Directory.EnumerateFiles(Named(folder)).Select(f => Path.Combine(folder, Path.GetFileName(f))).Where(f => Fits(f, part))
        : [];

    private static string Named(string folder) => folder.Length > 0 ? folder : ".";

    private static bool Fits(string path, string part) => FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(path), ignoreCase: false);
}
