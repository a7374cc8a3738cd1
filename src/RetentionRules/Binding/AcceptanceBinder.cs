using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds the findings that a file accepts about itself.</summary>
internal sealed class AcceptanceBinder(YamlReading reading, YamlMapping root)
{
    private readonly HashSet<string> _numbers = [.. YamlReading.Maps(root, "items").Select(i => YamlReading.Text(i, "item"))];

    /// <summary>Those that can accept something; what is wrong with the others is reported.</summary>
    public IReadOnlyList<AcceptedFinding> Bind() => [.. YamlReading.Maps(root, "accepted").Select(Bind).OfType<AcceptedFinding>()];

    private AcceptedFinding? Bind(YamlMapping map)
    {
        YamlScalar[] items = [.. YamlReading.Scalars(map, "item").Concat(YamlReading.Scalars(map, "items"))];
        // A register or a set has no items of its own: those of its schedules are meant.
        if (root.Find(FileShapes.ScheduleKey) is not null) CheckItems(items);
        bool isAcceptable = YamlReading.Scalar(map, "finding") is { } code && CheckCode(code);
        bool isComplete = YamlReading.Text(map, "reason").Length > 0 && YamlReading.Text(map, "by").Length > 0;
        if (!HasEnd(map, out DateOnly until) || !isAcceptable || !isComplete) return null;
        return new AcceptedFinding(YamlReading.Text(map, "finding"), until, reading.Reference(map.Find("finding")!.Value))
        {
            Items = [.. items.Select(i => i.Value.Trim()).Distinct(StringComparer.Ordinal)],
            Concerning = YamlReading.Text(map, "concerning"),
            Reason = YamlReading.Text(map, "reason"),
            By = YamlReading.Text(map, "by"),
            Owner = YamlReading.Text(map, "owner"),
        };
    }

    private bool HasEnd(YamlMapping map, out DateOnly until)
    {
        until = default;
        if (YamlReading.Scalar(map, "until") is not { } place || !YamlReading.TryDate(place, out until)) return false;
        if (until != DateOnly.MaxValue) return true;
        reading.Report(place, FindingDiagnostics.NeverEnds, place.Value.Trim());
        return false;
    }

    private void CheckItems(YamlScalar[] items)
    {
        string[] others = [.. _numbers.Except(items.Select(i => i.Value.Trim()))];
        foreach (YamlScalar item in items.Where(i => !_numbers.Contains(i.Value.Trim())))
        {
            string help = NearestWord.To(item.Value.Trim(), others) is { } meant ? $"did you mean `{meant}`?" : "";
            reading.ReportWithHelp(item, help, FindingDiagnostics.UnknownItem, item.Value.Trim());
        }
    }

    private bool CheckCode(YamlScalar place)
    {
        string code = place.Value.Trim();
        if (DiagnosticCatalogue.Find(code) is not { } kind)
        {
            reading.ReportWithHelp(place, CodeHelp.For(code), FindingDiagnostics.UnknownAccepted, code);
            return false;
        }

        string obstacle = kind.Severity == DiagnosticSeverity.Error ? "with it the file cannot be used"
            : CodeHelp.IsAboutAcceptances(kind) ? "it is about acceptances"
            : "";
        if (obstacle.Length > 0) reading.Report(place, FindingDiagnostics.NotAcceptable, kind.Code, kind.Title, obstacle);
        return obstacle.Length == 0;
    }
}

/// <summary>Codes of findings that people write.</summary>
internal static class CodeHelp
{
    /// <summary>What to write instead of a code that there is not; empty where it is not near any.</summary>
    public static string For(string code) => DiagnosticCatalogue.All.FirstOrDefault(d => d.Code.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } meant
        ? $"did you mean `{meant.Code}`?"
        : "";

    /// <summary>An acceptance of these would accept itself.</summary>
    public static bool IsAboutAcceptances(DiagnosticDescriptor kind) => kind.Code.StartsWith("RR911", StringComparison.Ordinal);
}
