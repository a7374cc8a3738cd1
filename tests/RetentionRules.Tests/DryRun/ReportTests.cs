using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.DryRun;

/// <summary>The page that a dry-run comes to.</summary>
public sealed class ReportTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.TestData, "reports");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Town(string file) => Path.Combine(Folder, file);

    private string PageOf(params string[] arguments)
    {
        CliRun run = CliRun.Of(["dry-run", .. arguments, "--report", _folder["report.html"]]);
        Assert.True(run.Code == 0, run.Error);
        return File.ReadAllText(_folder["report.html"]);
    }

    private string TownPage => PageOf(Town("town.yaml"), Town("records.csv"), "--holds", Town("holds.yaml"), "--by", "department");

    private static XElement Parse(string page)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private static XElement ById(XElement page, string id) => page.Descendants().Single(e => (string?)e.Attribute("id") == id);

    private static string[][] RowsOf(XElement page, string table) =>
        [.. ById(page, table).Descendants("tr").Select(r => r.Elements().Select(c => c.Value).ToArray())];

    [Fact]
    public void TheWholePage_IsTheApprovedOne() => Golden.Check(Town("town.approved.html"), TownPage);

    [Fact]
    public void EveryElementIsEnded_EveryNameIsThere_AndNothingIsFetchedOrRun()
    {
        XElement page = Parse(TownPage);
        string[] ids = [.. page.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' ')), name => Assert.Contains(name, ids));
        Assert.All(page.Descendants().Attributes("href"), a => Assert.Contains(a.Value[1..], ids));
        Assert.All(page.Descendants().Attributes("fill"), a => Assert.Contains(a.Value[5..^1], ids));
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("http://", page.ToString());
        Assert.DoesNotContain("https://", page.ToString());
    }

    [Fact]
    public void Tables_HaveCaptions_AndHeads_AndAsManyCellsInEachRow()
    {
        XElement page = Parse(TownPage);
        Assert.All(page.Descendants("table"), table =>
        {
            Assert.NotEmpty(table.Element("caption")!.Value);
            Assert.All(table.Descendants("th"), h => Assert.Contains((string?)h.Attribute("scope"), (string[])["col", "colgroup", "row"]));
            int columns = table.Element("thead")!.Element("tr")!.Elements().Sum(h => (int?)h.Attribute("colspan") ?? 1);
            Assert.All(table.Elements().Where(e => e.Name == "tbody" || e.Name == "tfoot").Elements("tr"), r => Assert.Equal(columns, r.Elements().Sum(c => (int?)c.Attribute("colspan") ?? 1)));
        });
        Assert.Equal(["h1", "h2"], page.Descendants().Select(e => e.Name.LocalName).Where(n => n is "h1" or "h2" or "h3").Distinct());
        Assert.Single(page.Descendants("h1"));
    }

    [Fact]
    public void WhatRecordsAndSchedulesSay_IsShown_AndIsNeverMarkup()
    {
        string page = TownPage;
        Assert.DoesNotContain("<script", page);
        string shown = Parse(page).Value;
        Assert.Contains("<script>alert('x')</script>", shown);
        Assert.Contains("Deeds <script>alert(1)</script> & \"certified\" copies", shown);
        Assert.Contains("O'Neil & \"Sons\"", shown);
    }

    [Fact]
    public async Task TheNumbersBesideTheChart_AreThoseOfTheSummary()
    {
        (XElement page, DryRunSummary summary) = await RunAsync(RecordTexts.Many(9000) + "x,FIN,official,never,,1,no,Cars,\ny,FIN,official,,,1,no,Cars,\n");
        ForecastAct destroy = summary.Forecast.Acts.Single();
        List<string[]> expected = [["due now", Text(destroy.DueNow)]];
        expected.AddRange(destroy.ByYear.Select(y => (string[])[y.Key.ToString(CultureInfo.InvariantCulture), Text(y.Value)]));
        expected.AddRange([["later than 2076", Text(destroy.Later)], ["never", Text(destroy.Never)], ["not known", Text(destroy.NotKnown)], ["all", Text(9002)]]);
        Assert.Equal(expected, RowsOf(page, "forecast-table")[1..].Select(r => r[..2]));
        string drawn = string.Concat(ById(page, "forecast-years-title").Parent!.Descendants("g").Elements("title").Select(t => t.Value + "\n"));
        Assert.All(destroy.ByYear, y => Assert.Contains($"{y.Key}: {Text(y.Value)} (destroy {Text(y.Value)})\n", drawn));
    }

    [Fact]
    public async Task ItemsAndStatuses_AddUpToAllRecords()
    {
        (XElement page, DryRunSummary summary) = await RunAsync(RecordTexts.Many(9000));
        Assert.Equal(summary.ByStatus.Select(s => (s.Key.ToString().ToLowerInvariant(), Text(s.Value))).Order(), RowsOf(page, "status-table")[1..^1].Where(r => r[1] != "0").Select(r => (r[0], r[1])).Order());
        string[][] items = RowsOf(page, "item-table");
        Assert.Equal(["all", "", "", "9,000"], items[^1][..4]);
        Assert.Equal(Text(summary.ByItem["1.1"]), items[2][3]);
    }

    [Fact]
    public async Task TheOrderOfTheRecords_ChangesNothing()
    {
        string[] lines = File.ReadAllLines(Town("records.csv"));
        // A value that does not fit is shown with its line, which is another one then.
        string[] rows = [.. lines[1..].Where(r => !r.Contains("unknwn", StringComparison.Ordinal) && !r.Contains("fifty", StringComparison.Ordinal))];
        string asWritten = await TownAsync(lines[0], rows);
        string reversed = await TownAsync(lines[0], rows.Reverse());
        Assert.Equal(asWritten, reversed);
    }

    /// <summary>Of many findings the first are whole and the rest is summed up, whoever counted which of them first.</summary>
    [Fact]
    public void TalliesOfParts_AreTheSame_InWhateverOrderTheyAreSummed()
    {
        FindingKey[] keys = [.. Enumerable.Range(0, 6000).Select(i => new FindingKey("x", $"{(i * 7919) % 2500:0000}"))];
        ExampleTally[] parts = [.. keys.Select((k, i) => (k, i)).Chunk(700).Select(c => TallyOf([.. c.Select(p => (p.k, $"R-{p.i:0000}"))]))];
        ExampleTally whole = TallyOf([.. keys.Select((k, i) => (k, $"R-{i:0000}"))]);
        ExampleTally forwards = new();
        foreach (ExampleTally part in parts) forwards.Add(part);
        ExampleTally backwards = new();
        foreach (ExampleTally part in parts.Reverse()) backwards.Add(part);
        Assert.All((ExampleTally[])[forwards, backwards], t => Assert.Equal(Written(whole), Written(t)));
        Assert.Equal((6000, ExampleTally.MostKeys), (whole.Total, whole.Found.Count));
    }

    [Fact]
    public void EveryBlock_HasAMend() => Assert.All(Reasons.BlockingCodes, c => Assert.NotEmpty(BlockPart.Mend(c)));

    [Fact]
    public void AFileWithoutRecords_GivesAPageThatSaysSo()
    {
        string page = PageOf(Town("town.yaml"), _folder.File("empty.csv", "id,series,department,closed,superseded,amount,sealed,inspected\n"));
        Assert.Contains("There were no records. Check that the right file was given.", Parse(page).Value);
        Assert.Contains("Items that decide no record: 10 of 10.", Parse(page).Value);
    }

    [Fact]
    public void WhereHoldsWereNotConsulted_ThePageBeginsWithThat()
    {
        XElement page = Parse(PageOf(Town("town.yaml"), Town("records.csv")));
        Assert.Contains("Holds were not consulted. No destruction may follow from this page.", page.Descendants("header").Single().Value);
        Assert.Contains("holds-not-consulted", ById(page, "block-table").Value);
    }

    [Fact]
    public void TheSameInputs_GiveTheSameBytes() => Assert.Equal(TownPage, TownPage);

    [Fact]
    public void AnotherEnding_IsRefused()
    {
        CliRun run = CliRun.Of("dry-run", Town("town.yaml"), Town("records.csv"), "--report", _folder["report.pdf"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("--report takes an .html file, not `", run.Error);
    }

    private static ExampleTally TallyOf((FindingKey Key, string Id)[] found)
    {
        ExampleTally tally = new();
        foreach ((FindingKey key, string id) in found) tally.Add(key, id);
        return tally;
    }

    private static string Written(ExampleTally tally) =>
        $"{tally.Others}\n" + string.Concat(tally.Found.Select(f => $"{f.Key.Name} {f.Count} {string.Join(',', f.Examples)}\n"));

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static async Task<(XElement Page, DryRunSummary Summary)> RunAsync(string records)
    {
        DryRunSummary summary = new();
        DryRunReport report = new(Given.Policy);
        DryRunner runner = await RecordTexts.RunAsync([RecordTexts.Csv(records)], summary, report);
        return (Parse(Written(report, summary, runner.Findings)), summary);
    }

    private static async Task<string> TownAsync(string header, IEnumerable<string> rows)
    {
        RetentionSchedule schedule = ScheduleReader.ReadFile(Town("town.yaml")).Value;
        CompiledPolicy compiled = RetentionPolicy.For(schedule).WithHolds(HoldReader.ReadFile(Town("holds.yaml"), schedule).Value).Compile();
        DryRunSummary summary = new(compiled, ["department"]);
        DryRunReport report = new(compiled);
        DryRunner runner = new(compiled);
        await runner.RunAsync([RecordTexts.Csv(header + "\n" + string.Concat(rows.Select(r => r + "\n")))], Given.AsOf, [summary, report], DryRunOptions.Default);
        return Written(report, summary, runner.Findings);
    }

    private static string Written(DryRunReport report, DryRunSummary summary, RecordFindings findings)
    {
        StringWriter page = new() { NewLine = "\n" };
        report.Write(page, new DryRunReportInputs(Given.AsOf, ["records.csv"]), summary, findings);
        return page.ToString();
    }
}
