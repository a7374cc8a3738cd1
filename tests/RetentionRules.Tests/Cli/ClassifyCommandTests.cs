using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary><c>retention classify</c> on the bundled file plan.</summary>
public sealed class ClassifyCommandTests
{
    private static string Example(string name) => Repository.PathOf("schedules", "examples", "classification", name);

    private static CliRun Classify(params string[] more) =>
        CliRun.Of(["classify", Example("administration.yaml"), Example("papers.csv"), "--map", Example("papers.yaml"), "--as-of", "2026-06-30", .. more]);

    [Fact]
    public void ForMachines_ItWritesALineOfJsonARecord()
    {
        CliRun run = Classify("--quiet");
        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        Golden.Check(Path.Combine(Repository.TestData, "classify-town.approved.txt"), run.Output);
    }

    [Fact]
    public void ForPeople_ItWritesWhatTheExampleShows() =>
        Assert.Equal(MarkdownBlock.Find("schedules/examples/classification/README.md", "text").Text, Classify("--format", "text").Output);

    [Fact]
    public void TheSummary_CountsHowClassesWereFound() => Assert.EndsWith(
        "8 records classified: 1 filed, 3 assigned, 1 may-be, 1 conflict, 1 not-found, 1 unknown as of 2026-06-30\n", Classify().Error, StringComparison.Ordinal);

    [Fact]
    public void AMistypedClass_IsReportedWithItsPlace() => Assert.Contains("papers.csv:9:5: warning RR7010: `class` is unknown for this record: \"ADM-129-03\"", Classify().Error, StringComparison.Ordinal);

    [Fact]
    public void Strict_EndsWithOne_WhereAClassIsNotSettled()
    {
        Assert.Equal(1, Classify("--strict", "--quiet").Code);
        string settled = """{"id": "T-1", "class": "ADM-120-01"}""" + "\n";
        Assert.Equal(0, CliRun.WithInput(settled, "classify", Example("administration.yaml"), "-", "--strict", "--quiet").Code);
        // By name, an empty cell says that nobody knows; only a mapping can say that nobody has filed it.
        string unknown = """{"id": "T-1", "document_type": "invoice"}""" + "\n";
        Assert.Equal(1, CliRun.WithInput(unknown, "classify", Example("administration.yaml"), "-", "--strict", "--quiet").Code);
    }

    [Fact]
    public void AScheduleWithoutAClassification_StillSaysTheItem()
    {
        using TempFolder folder = new();
        CliRun run = CliRun.WithInput("""{"id": "C-1", "series": "FIN", "copy": "official"}""" + "\n", "classify", folder.File("contracts.yaml", Given.ContractsText), "-", "--format", "text", "--strict", "--quiet");
        Assert.Equal("C-1  (no-scheme), item 1.1 or 1.3\n", run.Output);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void TheExplanation_BeginsWithTheClass()
    {
        CliRun run = CliRun.Of("explain", Example("administration.yaml"), Example("papers.csv"), "--map", Example("papers.yaml"), "--as-of", "2026-06-30", "--holds", "none", "--id", "T-3");
        Golden.Check(Path.Combine(Repository.TestData, "explain-town-T-3.approved.txt"), run.Output);
    }
}
