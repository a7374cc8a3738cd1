using RetentionRules.Findings;

namespace RetentionRules.Cli.Commands;

/// <summary>Finds the profile of each file: the one that was named, or the nearest <c>retention.yaml</c> upward.</summary>
/// <param name="named">The file that was named; <c>none</c> for no profile; null where each file has its own.</param>
internal sealed class ProfileFiles(string? named)
{
    /// <summary>The name under which a profile is looked for.</summary>
    public const string Name = "retention.yaml";

    private readonly Dictionary<string, LoadResult<FindingProfile>> _read = new(StringComparer.Ordinal);

    /// <summary>What came of reading each profile that a file has asked for, in the order of their paths.</summary>
    public IEnumerable<(string Path, LoadResult<FindingProfile> Result)> Used => _read.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value));

    /// <summary>The profile of a file: the default where there is none, where it has errors, and for profiles themselves.</summary>
    public FindingProfile Of(string path)
    {
        if (named == "none" || FileCheck.KindOf(path) == RetentionFileKind.Profile) return FindingProfile.Default;
        if ((named ?? Nearest(path)) is not { } file) return FindingProfile.Default;
        if (!_read.TryGetValue(file, out LoadResult<FindingProfile>? result)) _read[file] = result = FindingProfileReader.ReadFile(file);
        return result.TryGetValue(out FindingProfile? profile) ? profile : FindingProfile.Default;
    }

    /// <summary>A schedule that happens to have the name is no profile, and the search goes on above it.</summary>
    private static string? Nearest(string path)
    {
        for (string? folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string file = Path.Combine(folder, Name);
            if (File.Exists(file) && FileCheck.KindOf(file) is RetentionFileKind.Profile or RetentionFileKind.Unknown) return AsGiven(file, path);
        }

        return null;
    }

    /// <summary>Whoever names files relative to where they work is told of the profile in the same way.</summary>
    private static string AsGiven(string file, string path) => Path.IsPathRooted(path) ? file : Path.GetRelativePath(Environment.CurrentDirectory, file);
}
