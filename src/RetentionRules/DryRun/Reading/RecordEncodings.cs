using System.Text;

namespace RetentionRules.DryRun;

/// <summary>Encodings of record files by their names. A name is never guessed from the bytes.</summary>
public static class RecordEncodings
{
    /// <summary>Some names that are known: the others are those of IANA.</summary>
    public static IReadOnlyList<string> Examples { get; } = ["utf-8", "utf-16", "latin1", "windows-1252", "gb18030", "big5", "shift_jis", "euc-kr"];

    /// <summary>The encoding of a name, in upper or lower case.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Encoding Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"There is no encoding `{name}`; known are {string.Join(", ", Examples)} and others by their names.", nameof(name), e);
        }
    }
}
