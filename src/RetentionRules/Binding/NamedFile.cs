namespace RetentionRules.Binding;

/// <summary>Says in one way on every machine why a file that another file names cannot be read.</summary>
internal static class NamedFile
{
    /// <summary>Empty where the file can be opened.</summary>
    public static string Problem(string path)
    {
        if (Directory.Exists(path)) return "it is a folder";
        if (!File.Exists(path)) return path.Contains('\\', StringComparison.Ordinal) ? "there is no such file; paths are written with `/`" : "there is no such file";
        try
        {
            using FileStream stream = File.OpenRead(path);
            return "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "it may not be opened";
        }
    }
}
