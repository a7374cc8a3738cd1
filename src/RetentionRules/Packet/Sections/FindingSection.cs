using RetentionRules.Diagnostics;
using RetentionRules.Findings;
using RetentionRules.Pages;
using RetentionRules.Schedules;

namespace RetentionRules.Packet.Sections;

/// <summary>The findings that are open, with who sees to them; and apart from them those that somebody lets stand, with the reason.</summary>
internal static class FindingSection
{
    public static Paragraph InShort(PacketContent content)
    {
        JudgedFinding[] open = Open(content);
        (int errors, int warnings) = (Of(open, DiagnosticSeverity.Error), Of(open, DiagnosticSeverity.Warning));
        int accepted = content.Packet.Findings.Count - open.Length;
        int lapsed = open.Count(f => f.Lapsed is not null);
        string standing = accepted > 0 ? $" {PacketContent.Count(accepted, "finding", "is", "are")} accepted until a day." : "";
        string past = lapsed > 0 ? $" Of {HtmlText.Number(lapsed)} the acceptance has run out." : "";
        string text = open.Length == 0
            ? $"Findings: none is open.{standing}"
            : $"Findings: open are {HtmlText.Count(errors, "error")}, {HtmlText.Count(warnings, "warning")} and {HtmlText.Count(open.Length - errors - warnings, "note")}.{past}{standing}";
        return errors + warnings + lapsed > 0 ? Paragraph.Caution(text) : new Paragraph(text);
    }

    public static IReadOnlyList<Block> Of(PacketContent content)
    {
        JudgedFinding[] open = [.. Open(content).OrderByDescending(f => f.Severity)];
        JudgedFinding[] accepted = [.. content.Packet.Findings.Where(f => f.IsAccepted)];
        return
        [
            new Subheading("findings-open", "Open"),
            open.Length == 0 ? new Paragraph("None.") : OpenTable(content, open),
            new Subheading("findings-accepted", "Accepted"),
            accepted.Length == 0 ? new Paragraph("None.") : AcceptedTable(content, accepted),
        ];
    }

    private static JudgedFinding[] Open(PacketContent content) => [.. content.Packet.Findings.Where(f => !f.IsAccepted)];

    private static int Of(JudgedFinding[] findings, DiagnosticSeverity severity) => findings.Count(f => f.Severity == severity);

    private static Table OpenTable(PacketContent content, JudgedFinding[] open) => new(
        "open-finding-table", $"{HtmlText.Count(open.Length, "finding")} that nobody lets stand, the heaviest first.",
        [new("Weight"), new("Place", ColumnKind.Code), new("Item"), new("Finding", ColumnKind.Prose), new("Owner"), new("Due", ColumnKind.Lines)])
    {
        Rows = [.. open.Select(f => OpenRow(content, f))],
    };

    private static IReadOnlyList<TableCell> OpenRow(PacketContent content, JudgedFinding finding) =>
    [
        Diagnostic.SeverityWord(finding.Severity), Place(content, finding), finding.Item, Message(finding),
        finding.Lapsed is { } lapsed ? Owner(lapsed) : "nobody is named",
        finding.Lapsed is { } past ? Lapsed(past) : "",
    ];

    private static Table AcceptedTable(PacketContent content, JudgedFinding[] accepted) => new(
        "accepted-table", $"{HtmlText.Count(accepted.Length, "finding")} that may stand until a day, and why.",
        [new("Weight"), new("Place", ColumnKind.Code), new("Item"), new("Finding", ColumnKind.Prose), new("Why it may stand"), new("Accepted by"), new("Owner"), new("Until")])
    {
        Rows = [.. accepted.Select(f => AcceptedRow(content, f, f.Acceptance!))],
    };

    private static IReadOnlyList<TableCell> AcceptedRow(PacketContent content, JudgedFinding finding, AcceptedFinding acceptance) =>
    [
        Diagnostic.SeverityWord(finding.Severity), Place(content, finding), finding.Item, Message(finding),
        acceptance.Reason, acceptance.By, Owner(acceptance), PacketContent.Day(acceptance.Until),
    ];

    private static string Place(PacketContent content, JudgedFinding finding) => content.Files.Place(finding.Diagnostic.Location.Source.Path, finding.Diagnostic.Location.Start.Line);

    private static string Message(JudgedFinding finding) => $"{finding.Diagnostic.Code}: {finding.Diagnostic.Message}";

    private static string Owner(AcceptedFinding acceptance) => acceptance.Owner.Length > 0 ? acceptance.Owner : "nobody is named";

    private static string Lapsed(AcceptedFinding acceptance) => $"{PacketContent.Day(acceptance.Until)}, RUN OUT\naccepted by {acceptance.By}: {acceptance.Reason}";
}
