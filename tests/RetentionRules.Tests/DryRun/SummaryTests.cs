using System.Text.Json;
using RetentionRules.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.DryRun;

/// <summary>What a dry-run counts.</summary>
public sealed class SummaryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task<DryRunSummary> SumUpAsync(string records, params string[] by)
    {
        DryRunSummary summary = new(Given.Policy, by);
        await RecordTexts.RunAsync([RecordTexts.Csv(records)], summary);
        return summary;
    }

    [Fact]
    public async Task APartSummedUp_IsTheSameAsDecisionByDecision()
    {
        DryRunSummary oneByOne = new();
        await foreach (DispositionDecision decision in new DryRunner(Given.Policy).DecideAsync(RecordTexts.Csv(RecordTexts.Many(9000)), Given.AsOf)) oneByOne.Add(decision);
        DryRunSummary inBlocks = await SumUpAsync(RecordTexts.Many(9000));
        Assert.Equal(9000, inBlocks.Records);
        Assert.Equal(oneByOne.ByStatus, inBlocks.ByStatus);
        Assert.Equal(oneByOne.ByItem, inBlocks.ByItem);
        Assert.Equal(oneByOne.ByDueYear, inBlocks.ByDueYear);
        Assert.Equal(oneByOne.Forecast.Acts.Single().ByYear, inBlocks.Forecast.Acts.Single().ByYear);
    }

    [Fact]
    public async Task TheForecast_TellsWhatIsDue_WhatComesInWhichYear_AndWhatNobodyKnows()
    {
        DryRunSummary summary = await SumUpAsync("""
            id,series,copy,final_action,amount,litigation,title
            due,FIN,official,2001-01-01,1,no,Cars
            this year,FIN,official,2020-12-01,1,no,Cars
            last year told apart,FIN,official,2070-12-31,1,no,Cars
            later,FIN,official,2071-01-01,1,no,Cars
            pending,FIN,official,,1,no,Cars
            unknown,FIN,official,unknown,1,no,Cars
            never,FIN,official,never,1,no,Cars
            no item,HR,official,2001-01-01,1,no,Cars
            """);
        ForecastAct destroy = Assert.Single(summary.Forecast.Acts);
        Assert.Equal("destroy", destroy.Act);
        Assert.Equal(1, destroy.DueNow);
        Assert.Equal([new(2026, 1), new(2076, 1)], destroy.ByYear);
        Assert.Equal((1, 1, 2), (destroy.Later, destroy.Never, destroy.NotKnown));
    }

    [Fact]
    public async Task TheForecast_HoldsWhatOnlyWaitsForSomethingElse_UnderNoYear()
    {
        DryRunSummary summary = await SumUpAsync(RecordTexts.Header + "\nopen,FIN,,2001-01-01,2000-01-01,1,no,Cars,2001-01-01\n");
        ForecastAct destroy = Assert.Single(summary.Forecast.Acts);
        Assert.Equal((0, 0, 1), (destroy.DueNow, destroy.ByYear.Count, destroy.NotKnown));
    }

    [Fact]
    public async Task Statuses_AreCountedByTheValueOfAFact_AndByItsStates()
    {
        DryRunSummary summary = await SumUpAsync("id,series,copy,final_action\n1,FIN,official,2001-01-01\n2,FIN,official,\n3,FIN,official,never\n4,FIN,,2001-01-01\n5,FIN,x,unknown\n", "copy", "final_action");
        Assert.Equal(["Known official", "Unknown "], summary.ByFact[0].Rows.Select(r => $"{r.State} {r.Value}"));
        Assert.Equal(["Known 2001-01-01", "Never ", "Pending ", "Unknown "], summary.ByFact[1].Rows.Select(r => $"{r.State} {r.Value}"));
        Assert.Equal(5, summary.ByFact[1].Rows.Sum(r => r.ByStatus.Values.Sum()));
    }

    [Fact]
    public async Task OfManyValues_TheFirstInTheirOrderAreWhole_AndTheRestIsSummedUp()
    {
        string records = "id,series,title\n" + string.Concat(Enumerable.Range(0, 12000).Select(i => $"{i},FIN,{(i * 7919) % 3000:0000}\n"));
        FactBreakdown titles = (await SumUpAsync(records, "title")).ByFact[0];
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)), titles.Rows.Select(r => r.Value));
        Assert.All(titles.Rows, r => Assert.Equal(4, r.ByStatus.Values.Sum()));
        Assert.Equal(8000, titles.OtherValues.Values.Sum());
    }

    [Fact]
    public void AFactThatIsNotThere_IsRefused_WithThoseThatAre()
    {
        Assert.Throws<ArgumentException>(() => new DryRunSummary(Given.Policy, ["coppy"]));
        string schedule = _folder.File("contracts.yaml", Given.ContractsText);
        CliRun run = CliRun.Of("dry-run", schedule, _folder.File("records.csv", RecordTexts.Many(3)), "--by", "series,coppy");
        Assert.Equal(2, run.Code);
        Assert.Contains("--by: The policy asks for no fact `coppy`. Did you mean `copy`? Its facts are series, copy, final_action", run.Error);
    }

    [Fact]
    public void TheSummary_IsPrintedWithItsTables()
    {
        string schedule = _folder.File("contracts.yaml", Given.ContractsText);
        string records = _folder.File("records.csv", RecordTexts.Many(100) + "x,FIN,,,,,,,\n");
        CliRun run = CliRun.Of("dry-run", schedule, records, "--holds", "none", "--by", "series", "--by", "copy");
        Golden.Check(Path.Combine(Repository.TestData, "dry-run-contracts.approved.txt"), run.Output);
        using JsonDocument json = JsonDocument.Parse(CliRun.Of("dry-run", schedule, records, "--holds", "none", "--by", "copy", "--format", "json").Output);
        Assert.Equal(3, json.RootElement.GetProperty("forecast").GetProperty("destroy").GetProperty("byYear").GetProperty("2030").GetInt32());
        JsonElement row = json.RootElement.GetProperty("byFact").GetProperty("copy").GetProperty("values")[0];
        Assert.Equal("official", row.GetProperty("value").GetString());
        Assert.Equal("known", row.GetProperty("state").GetString());
    }
}
