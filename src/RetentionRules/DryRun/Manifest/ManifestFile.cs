using System.Security.Cryptography;

namespace RetentionRules.DryRun;

/// <summary>A file that a run read or wrote, as it was then.</summary>
/// <param name="Role">What it was to the run: <c>schedule</c>, <c>records</c>, <c>decisions</c>.</param>
/// <param name="Path">Where it is: relative to the folder of the manifest where that is possible, with <c>/</c>; <c>-</c> for standard input.</param>
/// <param name="Sha256">Of its bytes as they are stored, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">How many there are.</param>
public sealed record ManifestFile(string Role, string Path, string Sha256, long Bytes)
{
    /// <summary>The path of what was read from standard input, and cannot be looked at again.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a file and says what it is.</summary>
    /// <param name="role">What it is to the run.</param>
    /// <param name="path">The file.</param>
    /// <param name="folder">The folder of the manifest.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ManifestFile Of(string role, string path, string folder)
    {
        using FileStream stream = File.OpenRead(path);
        return new ManifestFile(role, PathFrom(folder, path), Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }

    /// <summary>A path as a manifest writes it.</summary>
    public static string PathFrom(string folder, string path) =>
        System.IO.Path.GetRelativePath(folder, System.IO.Path.GetFullPath(path)).Replace(System.IO.Path.DirectorySeparatorChar, '/');

    /// <summary>What has become of it since.</summary>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public ManifestState Compare(string folder)
    {
        if (Path == StandardInput) return ManifestState.NotChecked;
        string path = System.IO.Path.Combine(folder, Path);
        if (!File.Exists(path)) return ManifestState.Missing;
        return Of(Role, path, folder) is var now && now.Sha256 == Sha256 && now.Bytes == Bytes ? ManifestState.Same : ManifestState.Changed;
    }
}

/// <summary>What has become of a file of a manifest.</summary>
public enum ManifestState
{
    /// <summary>It has the same bytes.</summary>
    Same,

    /// <summary>It has other bytes.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It was no file, and nobody can tell.</summary>
    NotChecked,
}
