namespace RetentionRules.Cli.Commands;

/// <summary>Finds the files that a command line names.</summary>
internal static class YamlFiles
{
    /// <summary>Files as they are named, and of folders every <c>.yaml</c> and <c>.yml</c> file below, in the order of their names.</summary>
    /// <exception cref="UsageException">A file is not there, or a folder has no such file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> named) => [.. named.SelectMany(Find).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Find(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new UsageException($"there is no file `{path}`.");
        string[] found =
        [
            .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f) is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal),
        ];
        return found.Length > 0 ? found : throw new UsageException($"the folder `{path}` has no .yaml file.");
    }
}
