using RetentionRules.Descriptions;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Descriptions;

/// <summary>Sentences that people have read and found right.</summary>
public sealed class DescriptionGoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.TestData, "descriptions");

    private static readonly string EveryConstruct = Path.Combine(Folder, "every-construct.yaml");

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void EveryConstruct_ReadsAsApproved(string language) => Check("every-construct", EveryConstruct, language, "text", "txt");

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void EveryCondition_ReadsAsApproved(string language) => Check("every-construct", EveryConstruct, language, "markdown", "md");

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void ABundledSchedule_ReadsAsApproved(string language)
    {
        Check("nara-grs-1-1", Repository.PathOf("schedules", "us", "nara-grs", "grs-1-1.yaml"), language, "text", "txt");
        Check("austender", Repository.PathOf("schedules", "examples", "austender", "contracts.yaml"), language, "text", "txt");
    }

    [Fact]
    public void ThePage_IsAsApproved() =>
        Check("austender", Repository.PathOf("schedules", "examples", "austender", "contracts.yaml"), "en", "html", "html");

    private static void Check(string name, string schedule, string language, string format, string ending)
    {
        CliRun run = CliRun.Of("describe", schedule, "--language", language, "--format", format);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Code);
        Golden.Check(Path.Combine(Folder, $"{name}.{language}.approved.{ending}"), run.Output);
    }

    /// <summary>A word of ours that the table of characters forgets would stand out in simplified form.</summary>
    [Fact]
    public void TraditionalProse_HasNoSimplifiedCharacterOfOurs()
    {
        RetentionSchedule schedule = ScheduleReader.ReadFile(EveryConstruct).Value;
        string simplified = ScheduleDescription.Of(schedule, DescriptionLanguage.SimplifiedChinese).Write(DescriptionFormat.Markdown);
        string traditional = ScheduleDescription.Of(schedule, DescriptionLanguage.TraditionalChinese).Write(DescriptionFormat.Markdown);
        const string OnlySimplified = "与业两个为于仅会余关决办务单参双发围处学审属废开态执报据数无时机条档毁满状称类终范规触计记设读载较还适鉴销长阅随项预题并后历届结签续";
        Assert.DoesNotContain(traditional, c => OnlySimplified.Contains(c));
        Assert.Contains(simplified, c => OnlySimplified.Contains(c));
    }
}
