namespace RetentionRules.Tests.Diagnostics;

/// <summary>Finds for a code the approved finding that shows it best.</summary>
internal static class DiagnosticExample
{
    /// <summary>
    /// The first finding with that code, as it is printed: of the input that is named by the code alone, or else of the
    /// variant with the shortest name. Empty where there is none.
    /// </summary>
    public static string Of(string code) => Directory
        .EnumerateFiles(DiagnosticInput.Folder, code + "*" + DiagnosticInput.Approved, SearchOption.AllDirectories)
        .OrderBy(f => Path.GetFileName(f).StartsWith(code + ".", StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(f => Path.GetFileName(f).Length)
        .ThenBy(Path.GetFileName, StringComparer.Ordinal)
        .SelectMany(f => File.ReadAllText(f).Split("\n\n"))
        .FirstOrDefault(finding => DiagnosticInput.CodesIn(finding).FirstOrDefault() == code, "");
}
