namespace RetentionRules.Packet;

/// <summary>Files by their names without the folders, which are others on each machine; with as many of them as tell two files apart.</summary>
internal sealed class FileNames
{
    private readonly Dictionary<string, string> _names;

    public FileNames(IEnumerable<string> paths)
    {
        string[] distinct = [.. paths.Where(p => p.Length > 0).Distinct(StringComparer.Ordinal)];
        _names = distinct.ToDictionary(p => p, p => ShortestOf(p, distinct), StringComparer.Ordinal);
    }

    /// <summary>The name of a file, which may be one that was not named before.</summary>
    public string Of(string path) => _names.TryGetValue(path, out string? name) ? name : Last(path, 1);

    /// <summary>A place in a file; of a finding about the whole file, the file.</summary>
    public string Place(string path, int line) => line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Of(path)}:{line}") : Of(path);

    private static string ShortestOf(string path, string[] paths)
    {
        for (int parts = 1; parts < Parts(path).Length; parts++)
        {
            string name = Last(path, parts);
            if (paths.Count(p => Last(p, parts) == name) == 1) return name;
        }

        return path;
    }

    private static string Last(string path, int parts) => string.Join('/', Parts(path).TakeLast(parts));

    private static string[] Parts(string path) => path.Split('/', '\\');
}
