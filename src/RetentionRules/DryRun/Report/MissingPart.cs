using RetentionRules.Pages;

namespace RetentionRules.DryRun;

/// <summary>Which facts would settle undetermined records, and how many.</summary>
internal static class MissingPart
{
    public static void Write(PageWriter page, ReportContent content)
    {
        long open = content.Of(DispositionStatus.Undetermined);
        if (open == 0)
        {
            page.Paragraph("No record is undetermined.");
            return;
        }

        ReportCounts counts = content.Counts;
        (string Fact, long Alone, long Among)[] facts =
        [
            .. counts.MissingAlone.Counts.Keys.Union(counts.MissingAmongOthers.Counts.Keys, StringComparer.Ordinal)
                .Select(f => (Fact: f, Alone: counts.MissingAlone[f], Among: counts.MissingAmongOthers[f]))
                .OrderByDescending(f => f.Alone).ThenByDescending(f => f.Among).ThenBy(f => f.Fact, StringComparer.Ordinal),
        ];
        if (facts.Length > 0) WriteTable(page, content, facts);
        if (counts.NothingMissing == 0) return;
        bool isOne = counts.NothingMissing == 1;
        string who = HtmlText.Count(counts.NothingMissing, "undetermined record") + (isOne ? " names" : " name");
        page.Paragraph($"{who} no fact as missing: a person decides about {(isOne ? "it" : "them")}, or the schedule itself leaves it open.");
    }

    private static void WriteTable(PageWriter page, ReportContent content, (string Fact, long Alone, long Among)[] facts)
    {
        if (facts[0].Alone > 0)
        {
            string most = HtmlText.Count(facts[0].Alone, "record");
            page.Paragraph($"The most is gained by `{facts[0].Fact}`: {most} would settle if it were known, for nothing else is named as missing.");
        }

        new Table(
            "missing-table", $"What {HtmlText.Count(content.Of(DispositionStatus.Undetermined), "undetermined record")} name as missing.",
            [
                new("Missing", ColumnKind.Code), new("What it is"), new("nothing else is missing", ColumnKind.Number, "Records of which"),
                new("more is missing", ColumnKind.Number, "Records of which"), new("Values that did not fit", ColumnKind.Number),
            ])
        {
            Rows = [.. facts.Select(f => Row(content, f))],
        }.Write(page);
        page.Paragraph(
            "A record counts once in the first column of numbers, or in the second in the line of each thing that it names. Where it hangs on "
            + "several things, one of them may settle it or none; and what an answer leads to may ask for another.",
            ("class", "aside"));
    }

    private static IReadOnlyList<TableCell> Row(ReportContent content, (string Fact, long Alone, long Among) fact) =>
    [
        fact.Fact, Title(content, fact.Fact), TableCell.Of(fact.Alone), TableCell.Of(fact.Among),
        TableCell.Of(content.Findings.UnfitByFact.GetValueOrDefault(fact.Fact)),
    ];

    private static TableCell Title(ReportContent content, string name)
    {
        if (content.Policy.Facts.FirstOrDefault(f => f.Name == name) is { } fact) return fact.Title.IsEmpty ? fact.Type.ToString()! : ReportContent.Cell(fact.Title);
        return content.Policy.Instrument.Parameters.Any(p => p.Name == name) ? "a parameter that the agency sets" : "";
    }
}
