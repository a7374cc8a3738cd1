using RetentionRules.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Mappings;

/// <summary>Codes of a file plan, turned into numbers of items.</summary>
public sealed class CrosswalkTests : IDisposable
{
    private const string ScheduleText = """
        schedule: plan
        title: A schedule that has been revised
        status: approved
        in-force: { from: 2020-01-01 }
        record: { series: code, closed: event }
        items:
          - { item: "2.1", title: Contracts, when: series under "2.1", disposition: destroy 6 years after closed, supersedes: ["7", "8"], authority: A }
          - { item: "2.2", title: Grants, when: series under "2.2", disposition: destroy 3 years after closed, supersedes: "8", authority: A }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<(string[] Series, DryRunner Runner)> ReadAsync(string plan, string codes)
    {
        _folder.File("plan.csv", plan);
        CompiledPolicy policy = RetentionPolicy.For(ScheduleReader.Read(ScheduleText).Value).WithHolds(HoldList.None).Compile();
        string mapping = _folder.File("records.yaml", "records: plan\nid: id\nfacts: { closed: closed }\nclassify: { table: plan.csv, key: file_code, gives: series }\n");
        DryRunner runner = new(policy, MappingReader.ReadFile(mapping, policy).Value);
        string records = "id,file_code,closed\n" + string.Concat(codes.Split(' ').Select((c, i) => $"{i},{c},2015-01-01\n"));
        List<string> series = [];
        RecordSource source = new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(records)), RecordFormat.Csv, "records.csv");
        await foreach (RecordFacts facts in runner.ReadAsync(source)) series.Add(facts["series"].ToString());
        return ([.. series], runner);
    }

    [Fact]
    public async Task ACode_BecomesWhatTheTableSays()
    {
        (string[] series, _) = await ReadAsync("file_code,series\nFIN-1,2.1\nFIN-2,2.2\nFIN-3,9.9\n", "FIN-2 FIN-1 FIN-3");
        Assert.Equal(["\"2.2\"", "\"2.1\"", "\"9.9\""], series);
    }

    [Fact]
    public async Task AnOldNumber_BecomesTheItemThatSupersedesIt_AndOneThatWasSplitIsLeftOpen()
    {
        (string[] series, DryRunner runner) = await ReadAsync("file_code,series\nFIN-1,7\nFIN-2,8\n", "FIN-1 FIN-2");
        Assert.Equal(["\"2.1\"", "unknown"], series);
        Assert.Contains("item 8, which the items 2.1, 2.2 supersede together", Assert.Single(runner.Findings.Diagnostics).Message);
    }

    [Fact]
    public async Task UnknownCodes_AreCountedAndListed_AndTheFactIsUnknown()
    {
        (string[] series, DryRunner runner) = await ReadAsync("file_code,series\nFIN-1,2.1\nFIN-2,\n", "FIN-9 FIN-2 FIN-1");
        Assert.Equal(["unknown", "unknown", "\"2.1\""], series);
        Assert.Equal(2, runner.Findings.UnfitByFact["series"]);
        Assert.Equal(
            ["`series` is unknown for this record: \"FIN-9\" is not a code of plan.csv", "`series` is unknown for this record: \"FIN-2\" is without a meaning in plan.csv"],
            runner.Findings.Diagnostics.Select(d => d.Message));
    }

    [Fact]
    public async Task ACodeThatStandsTwiceWithOneMeaning_IsNoFault()
    {
        (string[] series, _) = await ReadAsync("series,file_code\n2.1,FIN-1\n2.1,FIN-1\n", "FIN-1");
        Assert.Equal(["\"2.1\""], series);
    }
}
