using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>A file of a known kind whose keys have been checked.</summary>
internal sealed record ShapedFile(SourceText Source, YamlMapping Map)
{
    private static readonly Dictionary<string, string> KindNames = new(StringComparer.Ordinal)
    {
        [FileShapes.ScheduleKey] = "a schedule",
        [FileShapes.TestsKey] = "tests",
        [FileShapes.HoldsKey] = "holds",
        [FileShapes.RecordsKey] = "a record mapping",
        [FileShapes.RegisterKey] = "a register of editions",
        [FileShapes.SetKey] = "a set of schedules",
        [FileShapes.ClassificationKey] = "a classification",
        [FileShapes.ProfileKey] = "a profile of findings",
    };

    /// <summary>Reads a file that must be of one kind; null where it is not, or is not even YAML.</summary>
    public static ShapedFile? Read(FileText file, string expectedKey, DiagnosticBag diagnostics)
    {
        if (Parse(file, diagnostics) is not { } parsed) return null;
        string? found = KindOf(parsed.Map);
        if (found is not null && found != expectedKey)
        {
            diagnostics.Report(parsed.Source, parsed.Map.Find(found)!.Key.Span, ShapeDiagnostics.OtherKind, KindNames[expectedKey], KindNames[found]);
            return null;
        }

        if (found is null)
        {
            ReportUnknownKind(parsed, diagnostics);
            return null;
        }

        new ShapeCheck(parsed.Source, diagnostics).Check(parsed.Map, FileShapes.All.First(s => s.Key == expectedKey).Shape, expectedKey);
        return parsed;
    }

    /// <summary>The root map of a file, of whatever kind.</summary>
    public static ShapedFile? Parse(FileText file, DiagnosticBag diagnostics)
    {
        SourceText source = file.Open(diagnostics);
        if (diagnostics.HasErrors || YamlReader.Read(source, diagnostics) is not { } root) return null;
        if (root is YamlMapping map) return new ShapedFile(source, map);
        if (root is not YamlScalar { IsRefused: true }) diagnostics.Report(source, root.Span, ShapeDiagnostics.UnknownFile);
        return null;
    }

    /// <summary>The key that tells the kind, or null.</summary>
    public static string? KindOf(YamlMapping map) => FileShapes.KindOf([.. map.Entries.Select(e => e.Key.Value)]);

    /// <summary>A key that is only mistyped is more help than a list of the kinds.</summary>
    private static void ReportUnknownKind(ShapedFile file, DiagnosticBag diagnostics)
    {
        foreach (YamlEntry entry in file.Map.Entries)
        {
            if (NearestWord.To(entry.Key.Value, FileShapes.All.Select(s => s.Key)) is not { } meant) continue;
            diagnostics.Add(new Diagnostic(ShapeDiagnostics.UnknownFile, new SourceLocation(file.Source, entry.Key.Span)).WithHelp($"did you mean `{meant}`?"));
            return;
        }

        diagnostics.Report(file.Source, FirstKey(file.Map), ShapeDiagnostics.UnknownFile);
    }

    private static TextSpan FirstKey(YamlMapping map) => map.Entries.Count > 0 ? map.Entries[0].Key.Span : map.Span;
}
