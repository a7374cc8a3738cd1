using System.Xml.Linq;
using RetentionRules.Analysis;
using RetentionRules.Evaluation;

namespace RetentionRules.Tests.Packet;

/// <summary>The packet as a page: whether it stands alone, and whether everybody can read it.</summary>
public sealed class PacketPageTests
{
    private static XElement Page => PacketFiles.Parse(PacketFiles.Clinic("html"));

    /// <summary>The packet with everything in it, and that of several schedules at once.</summary>
    public static TheoryData<string> Pages() => [PacketFiles.Clinic("html"), PacketFiles.Of(Support.Repository.PathOf("schedules", "examples", "sets", "unique.yaml"), "--as-of", "2026-11-22")];

    [Fact]
    public void TheWholePage_IsTheApprovedOne() => Support.Golden.Check(PacketFiles.Named("clinic.approved.html"), PacketFiles.Clinic("html"));

    [Fact]
    public void TheWholeMarkdown_IsTheApprovedOne() => Support.Golden.Check(PacketFiles.Named("clinic.approved.md"), PacketFiles.Clinic("markdown"));

    [Fact]
    public void TheSameInputs_GiveTheSameBytes() => Assert.Equal(PacketFiles.Clinic("html"), PacketFiles.Clinic("html"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryElementIsEnded_EveryNameIsThere_AndNothingIsFetchedOrRun(string written)
    {
        XElement page = PacketFiles.Parse(written);
        string[] ids = [.. page.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' ')), name => Assert.Contains(name, ids));
        Assert.All(page.Descendants().Attributes("href"), a => Assert.Contains(a.Value[1..], ids));
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("://", page.ToString());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Tables_HaveCaptions_AndHeads_AndAsManyCellsInEachRow(string written) => Assert.All(PacketFiles.Parse(written).Descendants("table"), table =>
    {
        Assert.NotEmpty(table.Element("caption")!.Value);
        Assert.All(table.Descendants("th"), h => Assert.Contains((string?)h.Attribute("scope"), (string[])["col", "colgroup", "row", "rowgroup"]));
        int columns = table.Element("thead")!.Element("tr")!.Elements().Sum(h => (int?)h.Attribute("colspan") ?? 1);
        Assert.All(table.Elements().Where(e => e.Name == "tbody" || e.Name == "tfoot").Elements("tr"), r => Assert.Equal(columns, r.Elements().Sum(c => (int?)c.Attribute("colspan") ?? 1)));
    });

    [Fact]
    public void Headings_SkipNoLevel()
    {
        int[] levels = [.. Page.Descendants().Select(e => e.Name.LocalName).Where(n => n is "h1" or "h2" or "h3" or "h4").Select(n => n[1] - '0')];
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void WhatStandsAgainstApproval_IsSaidInWords_AndNotByItsLookAlone()
    {
        Assert.Contains("stand in bold", Page.Descendants("header").Single().Value);
        Assert.Contains(Page.Descendants("td"), c => c.Value == "REFUTED");
        Assert.Contains(Page.Descendants("td"), c => c.Value.Contains("RUN OUT", StringComparison.Ordinal));
    }

    [Fact]
    public void EachChange_HasBothExplanations_LineByLine()
    {
        ScheduleComparison comparison = ScheduleComparer.Compare(
            ScheduleReader.ReadFile(PacketFiles.Named("clinic-1.yaml")).Value, ScheduleReader.ReadFile(PacketFiles.Named("clinic-2.yaml")).Value, new AnalysisOptions(new DateOnly(2026, 11, 22)));
        XElement[] tables = [.. Page.Descendants("table").Where(t => (string?)t.Attribute("class") == "sides")];
        Assert.Equal(comparison.Changes.Count, tables.Length);
        Assert.All(tables.Zip(comparison.Changes), pair =>
        {
            Assert.EndsWith($"shown by a record: {pair.Second.Witness}", pair.First.Element("caption")!.Value, StringComparison.Ordinal);
            ComparedLine[] lines = [.. pair.Second.Explain()!.Parts().SelectMany(p => p.Lines)];
            XElement[][] rows = [.. pair.First.Elements("tbody").Elements("tr").Where(r => !r.Elements("th").Any()).Select(r => r.Elements().ToArray())];
            Assert.Equal(lines.Select(l => (l.Differs ? "≠" : "=", Said(l.Old), Said(l.New))), rows.Select(r => (r[0].Value, r[1].Value, r[2].Value)));
        });
        static string Said(ExplanationLine line) => line.Text + (line.Line > 0 ? $" (line\u00A0{line.Line})" : "");
    }

    [Theory]
    [InlineData("1", 1, "Of 3 records that show a change, the first is explained.")]
    [InlineData("2", 2, "Of 3 records that show a change, the first 2 are explained.")]
    [InlineData("none", 0, "The explanations by both editions were not asked for")]
    [InlineData("all", 3, "Of each record that shows a change, its explanations by both editions stand side by side")]
    public void OfTheChanges_AsManyAreExplainedAsAreAskedFor_AndTheRestIsSaid(string asked, int expected, string said)
    {
        XElement page = PacketFiles.Parse(PacketFiles.Of(PacketFiles.Named("clinic-2.yaml"), "--baseline", PacketFiles.Named("clinic-1.yaml"), "--as-of", "2026-11-22", "--explain", asked));
        Assert.Equal(expected, page.Descendants("table").Count(t => (string?)t.Attribute("class") == "sides"));
        Assert.Contains(page.Descendants("p"), p => p.Value.StartsWith(said, StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutAnEditionBefore_ThereIsNothingToExplain() =>
        Assert.Equal(2, Support.CliRun.Of("report", PacketFiles.Named("clinic-2.yaml"), "--explain", "all").Code);

    /// <summary>Both forms come from one content, so whatever a cell of the page says, the Markdown says too.</summary>
    [Fact]
    public void TheMarkdown_SaysWhatThePageSays()
    {
        string markdown = Bare(PacketFiles.Clinic("markdown"));
        Assert.All(Page.Descendants().Where(e => e.Name.LocalName is "td" or "th" or "h2" or "h3" or "li" or "dd" && !e.Elements("a").Any() && !e.Elements("p").Any()), e => Assert.Contains(Bare(e.Value), markdown));
    }

    private static string Bare(string text) => string.Concat(text.Where(c => c is not ('\\' or '`' or '*') && !char.IsWhiteSpace(c)));
}
