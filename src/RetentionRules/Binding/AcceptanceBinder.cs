using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
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
        foreach (YamlScalar item in items) CheckItem(item);
        bool isAcceptable = YamlReading.Scalar(map, "finding") is { } code && CheckCode(code);
        bool isComplete = YamlReading.Text(map, "reason").Length > 0 && YamlReading.Text(map, "by").Length > 0;
        if (!ActDay.TryRead(reading, map, "until", out DateOnly until) || !isAcceptable || !isComplete) return null;
        return new AcceptedFinding(YamlReading.Text(map, "finding"), until, reading.Reference(map.Find("finding")!.Value))
        {
            Items = [.. items.Select(i => i.Value.Trim()).Distinct(StringComparer.Ordinal)],
            Concerning = YamlReading.Text(map, "concerning"),
            Reason = YamlReading.Text(map, "reason"),
            By = YamlReading.Text(map, "by"),
            Owner = YamlReading.Text(map, "owner"),
        };
    }

    private void CheckItem(YamlScalar item)
    {
        string number = item.Value.Trim();
        if (_numbers.Contains(number)) return;
        string help = NearestWord.To(number, _numbers) is { } meant ? $"did you mean `{meant}`?" : "";
        reading.ReportWithHelp(item, help, FindingDiagnostics.UnknownItem, number);
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
