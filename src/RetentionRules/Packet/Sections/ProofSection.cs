using RetentionRules.Analysis;
using RetentionRules.Pages;

namespace RetentionRules.Packet.Sections;

/// <summary>What holds for every record, and what shows where something does not.</summary>
internal static class ProofSection
{
    /// <summary>So many findings of a kind are listed by an analysis that is not told otherwise.</summary>
    private static readonly int listed = new AnalysisOptions(default).FindingsOfAKind;

    public static Paragraph InShort(PacketContent content)
    {
        IReadOnlyList<AnalysisQuestion> questions = content.Packet.Analysis.Questions;
        (int refuted, int open) = (questions.Count(q => q is { Refuted: > 0, IsNote: false }), questions.Count(q => q.NotSettled > 0));
        if (questions.Count == 0) return Paragraph.Caution("Proof: nothing could be asked of the schedule, and nothing is proved.");
        string notes = questions.Any(q => q is { Refuted: > 0, IsNote: true }) ? ", but for what is told as a note" : "";
        if (refuted == 0 && open == 0) return new Paragraph($"Proof: what was asked of the schedule, in {HtmlText.Count(questions.Count, "question")}, is proved for every record{notes}.");
        int proved = questions.Count(q => q is { Refuted: 0, NotSettled: 0 });
        string notSettled = open == 0 ? "" : $" {PacketContent.Count(open, "question", "is", "are")} not settled, which is no pass.";
        string shown = refuted == 0 ? "" : $" {PacketContent.Count(refuted, "question", "is", "are")} refuted by a record or a rule.";
        return Paragraph.Caution($"Proof: of {HtmlText.Count(questions.Count, "question")}, {HtmlText.Number(proved)} {(proved == 1 ? "is" : "are")} proved for every record.{shown}{notSettled}");
    }

    public static IReadOnlyList<Block> Of(PacketContent content)
    {
        ScheduleAnalysis analysis = content.Packet.Analysis;
        return
        [
            Questions(analysis),
            Paragraph.Aside("Proved is what holds for every record that there can be. Refuted is what does not: a record shows it, or a rule that can never apply. Not settled is what could not be answered within the effort allowed, or rests on what a proof cannot look into; it is never a pass."),
            .. Findings(content),
            .. Needs(analysis),
        ];
    }

    private static Table Questions(ScheduleAnalysis analysis) => new(
        "question-table", "What was asked of the schedule.",
        [new("What should hold"), new("Verdict"), new("Proved", ColumnKind.Number), new("Refuted", ColumnKind.Number), new("Not settled", ColumnKind.Number)])
    {
        Rows = [.. analysis.Questions.Select(q => (IReadOnlyList<TableCell>)[q.Name, Verdict(q), TableCell.Of(q.Proved), TableCell.Of(q.Refuted), TableCell.Of(q.NotSettled)])],
    };

    private static string Verdict(AnalysisQuestion question) => question switch
    {
        { Refuted: 0, NotSettled: 0 } => "proved",
        { NotSettled: 0, IsNote: true } => "not always; a note",
        { NotSettled: 0 } => "REFUTED",
        { Refuted: 0 } => "NOT SETTLED",
        _ => "REFUTED, and NOT SETTLED",
    };

    private static IEnumerable<Block> Findings(PacketContent content)
    {
        IReadOnlyList<AnalysisFinding> findings = content.Packet.Analysis.Findings;
        yield return new Subheading("proof-findings", "What does not hold, or was not settled");
        if (findings.Count == 0)
        {
            yield return new Paragraph("Nothing was found.");
            yield break;
        }

        yield return new Table(
            "proof-table", $"{HtmlText.Count(findings.Count, "finding")}, in the order of the places; each record is the one with the fewest facts that shows the finding.",
            [new("Place", ColumnKind.Code), new("Finding", ColumnKind.Sentences), new("Record that shows it, and its decision", ColumnKind.Sentences), new("Mend", ColumnKind.Prose)])
        {
            Rows = [.. findings.Select(f => Row(content, f))],
        };
        string[] full = [.. findings.GroupBy(f => f.Descriptor.Code, StringComparer.Ordinal).Where(g => g.Count() >= listed).Select(g => g.Key)];
        if (full.Length > 0) yield return Paragraph.Caution($"Of {string.Join(", ", full)} only the first {HtmlText.Number(listed)} are listed; the table of the questions counts all.");
    }

    private static IReadOnlyList<TableCell> Row(PacketContent content, AnalysisFinding finding)
    {
        IEnumerable<string> related = finding.Related.Select(r => $"See `{content.Files.Place(r.Place.Path, r.Place.Reference.Line)}`: {r.Note}");
        string shown = finding.Witness is { } witness ? $"{witness}\nDecision: {witness.Decision}" : "none: no record can";
        return
        [
            content.Files.Place(finding.Place.Path, finding.Place.Reference.Line),
            string.Join('\n', [$"{finding.Descriptor.Code}: {finding.Message}", .. related]),
            AnalysisFinding.IsNotSettled(finding.Descriptor) && finding.Witness is null ? "none was looked for to the end" : shown,
            finding.Help.Length > 0 ? finding.Help : finding.Descriptor.Mend,
        ];
    }

    /// <summary>The fact first on which most items hang.</summary>
    private static IEnumerable<Block> Needs(ScheduleAnalysis analysis)
    {
        IGrouping<string, ItemNeed>[] facts =
            [.. analysis.Needs.Where(n => n.Fact.Length > 0).GroupBy(n => n.Fact, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)];
        if (facts.Length == 0) return [];
        return
        [
            new Subheading("proof-needs", "What a record must say"),
            new Table("need-table", "Facts that a records system must capture, so that the item of a record is known.", [new("Fact", ColumnKind.Code), new("Items", ColumnKind.Number), new("Items that cannot be told without it")])
            {
                Rows = [.. facts.Select(f => (IReadOnlyList<TableCell>)[f.Key, TableCell.Of(f.Count()), string.Join(", ", f.Select(n => n.Item.Number))])],
            },
        ];
    }
}
