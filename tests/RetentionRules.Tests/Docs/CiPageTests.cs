using RetentionRules.Findings;
using RetentionRules.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace RetentionRules.Tests.Docs;

/// <summary>The workflows of docs/ci.md are YAML, and what they run runs.</summary>
public sealed class CiPageTests
{
    private const string Page = "docs/ci.md";

    private static readonly string[] Names = ["yaml .github/workflows/retention.yml", "yaml .gitlab-ci.yml"];

    public static TheoryData<string> Workflows => [.. Names];

    [Fact]
    public void EveryBlock_IsOneThatATestKnows() => Assert.Equal(
        [.. Names, "yaml retention.yaml", "yaml accepted"], MarkdownBlock.Of(Page).Select(b => b.Info));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void EveryCommandOfAWorkflow_Runs_AndWritesWhatIsHandedOn(string workflow)
    {
        using TempFolder folder = new();
        Assert.Equal(0, CliRun.Of("init", folder["schedules"]).Code);
        string[] scalars = [.. ScalarsOf(MarkdownBlock.Find(Page, workflow).Text)];
        string[] commands = [.. scalars.Where(s => s.StartsWith("retention ", StringComparison.Ordinal))];
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Equal((command, 0), (command, Run(command, folder).Code)));
        string[] files = [.. scalars.Where(s => Path.GetExtension(s) is ".sarif" or ".xml" && !s.Contains(' ', StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(folder[file]), file));
    }

    /// <summary>Where something is found, the files are written all the same: they are what is to be shown.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void ACheckThatFails_HandsItsFindingsOn(string workflow)
    {
        using TempFolder folder = new();
        Directory.CreateDirectory(folder["schedules"]);
        folder.File(Path.Combine("schedules", "plans.yaml"), "schedule: plans\ntitle: Plans\n");
        string command = ScalarsOf(MarkdownBlock.Find(Page, workflow).Text).First(s => s.StartsWith("retention check ", StringComparison.Ordinal));
        Assert.Equal(1, Run(command, folder).Code);
        Assert.Contains("RR3002", File.ReadAllText(folder[command.Split(' ')[^1]]));
    }

    [Fact]
    public void TheProfile_HasNoFault() => Assert.Empty(FindingProfileReader.Read(MarkdownBlock.Find(Page, "yaml retention.yaml").Text).Diagnostics);

    [Fact]
    public void TheAcceptance_IsOne()
    {
        string text = $"schedule: a\ntitle: A\nstatus: submitted\nrecord: {{ series: code }}\nitems: [{{ item: \"2.1\", title: A, when: series = \"A\", disposition: permanent }}]\n{MarkdownBlock.Find(Page, "yaml accepted").Text}";
        LoadResult<RetentionSchedule> read = ScheduleReader.Read(text);
        JudgedFinding judged = Assert.Single(FindingJudgement.Judge(read.Diagnostics, FindingAcceptances.Read(text), FindingProfile.Default, Given.AsOf, FindingScope.Check));
        Assert.True(judged.IsAccepted);
    }

    private static CliRun Run(string command, TempFolder folder) =>
        CliRun.In(folder.Path, [.. command.Split(' ').Skip(1).Select(word => word == "schedules" || Path.HasExtension(word) ? folder[word] : word)]);

    private static IEnumerable<string> ScalarsOf(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return stream.Documents.Single().AllNodes.OfType<YamlScalarNode>().Select(s => s.Value ?? "");
    }
}
