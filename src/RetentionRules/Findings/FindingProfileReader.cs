using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Findings;

/// <summary>Reads profiles. Faults of the text are findings in the result, never exceptions.</summary>
public static class FindingProfileReader
{
    /// <summary>Reads a profile from a file.</summary>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static LoadResult<FindingProfile> ReadFile(string path) => Read(FileText.FromFile(path));

    /// <summary>Reads a profile from a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The name to show in findings; it is not opened.</param>
    public static LoadResult<FindingProfile> Read(string text, string path = "retention.yaml") => Read(FileText.FromText(text, path));

    private static LoadResult<FindingProfile> Read(FileText file)
    {
        DiagnosticBag diagnostics = new();
        FindingProfile? profile = null;
        if (ShapedFile.Read(file, FileShapes.ProfileKey, diagnostics) is { } root)
            profile = new ProfileBinder(new YamlReading(root.Source, diagnostics), root.Map).Bind();
        return new LoadResult<FindingProfile>(profile, diagnostics.ToList());
    }
}

/// <summary>Binds a profile.</summary>
internal sealed class ProfileBinder(YamlReading reading, YamlMapping root)
{
    private readonly Dictionary<string, DiagnosticSeverity> _severities = new(StringComparer.Ordinal);
    private readonly List<string> _off = [];

    public FindingProfile Bind()
    {
        foreach (YamlEntry entry in YamlReading.Map(root, "findings")?.Entries ?? []) Bind(entry);
        FindingProfile profile = new(YamlReading.Text(root, FileShapes.ProfileKey), _severities, _off)
        {
            Title = YamlReading.Localized(root, "title"),
            Path = reading.Source.Path,
        };
        return profile.WithFailOn(SeverityOf(YamlReading.Text(root, "fail-on")) ?? DiagnosticSeverity.Warning);
    }

    private void Bind(YamlEntry entry)
    {
        string code = entry.Key.Value.Trim();
        string weight = (entry.Value as YamlScalar)?.Value.Trim() ?? "";
        if (DiagnosticCatalogue.Find(code) is not { } kind)
            reading.ReportWithHelp(entry.Key, CodeHelp.For(code), FindingDiagnostics.UnknownInProfile, code);
        else if (kind.Severity == DiagnosticSeverity.Error && weight is "off" or "note" or "warning")
            reading.Report(entry.Value, FindingDiagnostics.ErrorLowered, kind.Code, kind.Title, weight);
        else if (SeverityOf(weight) is { } severity)
            _severities[kind.Code] = severity;
        else if (weight == "off")
            _off.Add(kind.Code);
    }

    /// <summary>Null for `off`, for nothing, and for a word that the check of the shape has reported.</summary>
    private static DiagnosticSeverity? SeverityOf(string word) => word switch
    {
        "note" => DiagnosticSeverity.Information,
        "warning" => DiagnosticSeverity.Warning,
        "error" => DiagnosticSeverity.Error,
        _ => null,
    };
}
