using RetentionRules.Descriptions;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Descriptions;

public sealed class DescriptionTests
{
    private static string Describe(string disposition, string record = "closed: event, paid: event, superseded: event", DescriptionLanguage language = DescriptionLanguage.English)
    {
        RetentionSchedule schedule = ScheduleReader.Read($"""
            schedule: small
            title: Small
            status: draft
            record: {"{"} {record} {"}"}
            items:
              - item: "1"
                title: All
                residual: yes
                disposition: >-
                  {disposition}
            """).Value;
        return ItemDescription.Of(schedule, schedule.Items[0], language).Disposition;
    }

    [Theory]
    [InlineData("destroy latest of (6 years after closed, superseded)", "Destroy 6 years after closed or when superseded, whichever is later.")]
    [InlineData("destroy latest of (6 years after closed, 6 years after superseded)", "Destroy 6 years after closed or 6 years after superseded, whichever is later.")]
    [InlineData("destroy 6 years after latest of (closed, superseded)", "Destroy 6 years after (when closed or when superseded, whichever is later).")]
    public void APeriod_IsNeverTakenForThatOfTheNextWord(string disposition, string prose) => Assert.Equal(prose, Describe(disposition));

    [Fact]
    public void InChinese_ThePlaceOfAPeriodIsAsClear()
    {
        Assert.Equal("保管至（1）closed或（2）superseded后满6年（以较晚者为准），期满销毁。", Describe("destroy latest of (closed, 6 years after superseded)", language: DescriptionLanguage.SimplifiedChinese));
        Assert.Equal("（（1）closed或（2）superseded（以较晚者为准））后保管6年，期满销毁。", Describe("destroy 6 years after latest of (closed, superseded)", language: DescriptionLanguage.SimplifiedChinese));
    }

    [Fact]
    public void ATitleWithWordsOfTheProse_StandsInQuotationMarks() => Assert.Equal(
        "Destroy 3 years after “Closed, or 2 years after payment”.",
        Describe("destroy 3 years after closed", """closed: { type: event, title: "Closed, or 2 years after payment" }"""));

    [Fact]
    public void TwoFactsWithOneTitle_AreToldApart() => Assert.Equal(
        "Destroy 1 year after “End (closed)” or 1 year after “End (paid)”, whichever is earlier.",
        Describe("destroy earliest of (1 year after closed, 1 year after paid)", "closed: { type: event, title: End }, paid: { type: event, title: End }"));

    [Fact]
    public void ATitleOfAnotherLanguage_IsNotTaken() => Assert.Equal(
        "closed后保管3年，期满销毁。",
        Describe("destroy 3 years after closed", "closed: { type: event, title: { en: Closure, zh-Hant: 結案 } }", DescriptionLanguage.SimplifiedChinese));

    [Fact]
    public void AnItemOfAnotherSchedule_IsRefused()
    {
        RetentionSchedule other = ScheduleReader.Read(Given.ContractsText, "other.yaml").Value;
        Assert.Throws<ArgumentException>(() => ItemDescription.Of(other, Given.Contracts.Items[0], DescriptionLanguage.English));
    }

    [Fact]
    public void OneItem_CanBeAskedFor()
    {
        using TempFolder folder = new();
        string path = folder.File("contracts.yaml", Given.ContractsText);
        Assert.Equal("1.1 Official copies of contracts: Destroy 6 years after final action.\n", CliRun.Of("describe", path, "--item", "1.1").Output);
        CliRun none = CliRun.Of("describe", path, "--item", "9");
        Assert.Equal(2, none.Code);
        Assert.EndsWith("has no item `9`.\n", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void APage_IsWrittenToAFile()
    {
        using TempFolder folder = new();
        string target = Path.Combine(Path.GetDirectoryName(folder.File("contracts.yaml", Given.ContractsText))!, "contracts.html");
        CliRun run = CliRun.Of("describe", Path.Combine(Path.GetDirectoryName(target)!, "contracts.yaml"), "--format", "html", "-o", target);
        Assert.Equal(("", 0), (run.Output, run.Code));
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatASchedulePutsIn_CannotBreakATable()
    {
        string text = Given.ContractsText.Replace("title: Treaties", "title: '<b>a | \"b\", c</b> & _d_'", StringComparison.Ordinal);
        ScheduleDescription description = ScheduleDescription.Of(ScheduleReader.Read(text).Value, DescriptionLanguage.English, "1.3");
        Assert.Contains("&lt;b&gt;a | &quot;b&quot;, c&lt;/b&gt; &amp; _d_</td>", description.Write(DescriptionFormat.Html));
        Assert.Contains(@"| \<b\>a \| ""b"", c\</b\> \& \_d\_ |", description.Write(DescriptionFormat.Markdown));
        Assert.Contains("1.3,\"<b>a | \"\"b\"\", c</b> & _d_\",", description.Write(DescriptionFormat.Csv));
        Assert.EndsWith("\r\n", description.Write(DescriptionFormat.Csv), StringComparison.Ordinal);
    }
}
