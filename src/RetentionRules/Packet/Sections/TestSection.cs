using RetentionRules.Pages;
using RetentionRules.Testing;

namespace RetentionRules.Packet.Sections;

/// <summary>Which tests the schedule has, which of them fail, and what of the schedule they leave out.</summary>
internal static class TestSection
{
    public static Paragraph InShort(PacketContent content)
    {
        if (content.Packet.Tests is not { } run) return Paragraph.Caution("Tests: there are none.");
        if (run.Count == 0) return Paragraph.Caution("Tests: the file of tests has none.");
        if (run.Failed.Count > 0) return Paragraph.Caution($"Tests: {HtmlText.Number(run.Failed.Count)} of {HtmlText.Count(run.Count, "test")} {(run.Failed.Count == 1 ? "fails" : "fail")}.");
        return new Paragraph($"Tests: {(run.Count == 1 ? "the only test passes" : $"all {HtmlText.Number(run.Count)} tests pass")}; {Covered(run.Coverage)}.");
    }

    public static IReadOnlyList<Block> Of(PacketContent content)
    {
        if (content.Packet.Tests is not { } run) return [Paragraph.Caution("There are no tests: none stand beside the schedule, and none were given.")];
        return
        [
            new Paragraph($"Of {HtmlText.Count(run.Count, "test")}, {HtmlText.Number(run.Count - run.Failed.Count)} passed and {HtmlText.Number(run.Failed.Count)} failed."),
            .. Sentences(run),
            .. run.Failed.Count > 0 ? [Failed(content, run)] : (Block[])[],
            new Subheading("tests-coverage", "What the tests leave out"),
            new Paragraph($"Of each item, case, condition and act it is asked whether a case of the tests shows it at work, and each condition both true and false; sentences about every record do not count. By this, {Covered(run.Coverage)}."),
            .. Uncovered(run.Coverage),
        ];
    }

    private static string Covered(TestCoverage coverage) =>
        $"they show {HtmlText.Number(coverage.Elements.Count(e => e.IsCovered))} of {HtmlText.Count(coverage.Elements.Count, "part")} of the rules at work, {HtmlText.Number(coverage.Percent)}\u00A0%";

    /// <summary>A sentence about every record that was tried on a choice of them is weaker than it sounds.</summary>
    private static IEnumerable<Block> Sentences(ScheduleTestRun run)
    {
        if (run.Every.Count == 0) yield break;
        int chosen = run.Every.Count(e => e is { Passed: true, AllTried: false });
        string tried = $"{PacketContent.Count(run.Every.Count, "test", "is a sentence", "are sentences")} about every record of a pattern, tried on {HtmlText.Count(run.Every.Sum(e => e.Tried), "record")}.";
        yield return new Paragraph(chosen == 0 ? tried : $"{tried} {HtmlText.Number(chosen)} of them on a choice of the records that can matter, and not on all.");
    }

    private static Table Failed(PacketContent content, ScheduleTestRun run) => new(
        "failed-table", "Tests that failed.",
        [new("Place", ColumnKind.Code), new("Test"), new("As of"), new("What is not as expected", ColumnKind.Lines)])
    {
        Rows = [.. run.Failed.Select(f => (IReadOnlyList<TableCell>)[content.Files.Place(run.Path, f.Case.Source.Line), f.Case.Name, PacketContent.Day(f.Case.AsOf), string.Join('\n', f.Failures)])],
    };

    private static IEnumerable<Block> Uncovered(TestCoverage coverage)
    {
        CoverageElement[] missing = [.. coverage.Elements.Where(e => !e.IsCovered)];
        if (missing.Length == 0) return [];
        return
        [
            new Table("uncovered-table", $"{HtmlText.Count(missing.Length, "part")} of the rules that no case shows at work.", [new("Item"), new("Not shown", ColumnKind.Lines)])
            {
                Rows = [.. missing.GroupBy(e => e.Item, StringComparer.Ordinal).Select(g => (IReadOnlyList<TableCell>)[g.Key, string.Join('\n', g.Select(Line))])],
            },
        ];
    }

    private static string Line(CoverageElement element) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {element.Line}: {element.NotSeen}");
}
