namespace RetentionRules.Tests.Support;

/// <summary>
/// The C# that documents show, as it stands in the tests that run it: the lines between <c>// snippet NAME</c> and
/// <c>// end</c>, without their common indentation.
/// </summary>
internal static class SnippetSource
{
    private const string Opening = "// snippet ";
    private const string Closing = "// end";

    public static IReadOnlyDictionary<string, string> Of(params string[] path)
    {
        string[] lines = Repository.Read(["tests", "RetentionRules.Tests", "Docs", "Snippets", .. path]).Split('\n');
        Dictionary<string, string> snippets = new(StringComparer.Ordinal);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith(Opening, StringComparison.Ordinal)) continue;
            int end = Array.FindIndex(lines, i, l => l.Trim() == Closing);
            snippets.Add(lines[i].Trim()[Opening.Length..], Dedented(lines[(i + 1)..end]));
            i = end;
        }

        return snippets;
    }

    private static string Dedented(string[] lines)
    {
        int indentation = lines.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length > 0 ? l[indentation..] : l)) + "\n";
    }
}
