namespace RetentionRules.Text;

/// <summary>Texts as the rules language writes them.</summary>
internal static class QuotedText
{
    /// <summary>The text in double quotes, with backslashes before quotes and backslashes.</summary>
    public static string Write(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
