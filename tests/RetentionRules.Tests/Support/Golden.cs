namespace RetentionRules.Tests.Support;

/// <summary>
/// Compares an output with an approved file, word for word. With the environment variable <c>APPROVE</c> set, the file
/// is written instead, to be read in the diff before it is committed.
/// </summary>
internal static class Golden
{
    public static void Check(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("APPROVE") is { Length: > 0 })
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no approved file {path}; run the tests with APPROVE=1 and read what they write.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
