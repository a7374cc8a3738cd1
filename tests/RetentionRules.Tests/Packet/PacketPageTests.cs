using System.Xml.Linq;

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

    /// <summary>Both forms come from one content, so whatever a cell of the page says, the Markdown says too.</summary>
    [Fact]
    public void TheMarkdown_SaysWhatThePageSays()
    {
        string markdown = Bare(PacketFiles.Clinic("markdown"));
        Assert.All(Page.Descendants().Where(e => e.Name.LocalName is "td" or "th" or "h2" or "h3" or "li" or "dd" && !e.Elements("a").Any() && !e.Elements("p").Any()), e => Assert.Contains(Bare(e.Value), markdown));
    }

    private static string Bare(string text) => string.Concat(text.Where(c => c is not ('\\' or '`' or '*') && !char.IsWhiteSpace(c)));
}
