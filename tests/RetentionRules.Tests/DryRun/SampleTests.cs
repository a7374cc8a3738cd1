using System.Security.Cryptography;
using System.Text;
using RetentionRules.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.DryRun;

/// <summary>Which decisions a sample takes.</summary>
public sealed class SampleTests
{
    private static async Task<DecisionSample> DrawAsync(string records, int perStatus)
    {
        DecisionSample sample = new(Given.Policy, perStatus);
        await RecordTexts.RunAsync([RecordTexts.Csv(records)], sample);
        return sample;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task ThoseWithTheSmallestHashes_AreTaken_InTheOrderOfTheRecords(int perStatus)
    {
        List<DispositionDecision> all = [];
        await foreach (DispositionDecision decision in new DryRunner(Given.Policy).DecideAsync(RecordTexts.Csv(RecordTexts.Many(9000)), Given.AsOf)) all.Add(decision);
        IEnumerable<string> expected = all.GroupBy(d => d.Status).OrderBy(g => g.Key)
            .SelectMany(g => g.OrderBy(d => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(d.Record))), StringComparer.Ordinal).Take(perStatus).OrderBy(all.IndexOf))
            .Select(d => d.Record);
        DecisionSample sample = await DrawAsync(RecordTexts.Many(9000), perStatus);
        Assert.Equal(expected, sample.Decisions.Select(d => d.Decision.Record));
        Assert.All(sample.Decisions, d => Assert.StartsWith($"Record {d.Decision.Record}, as of 2026-11-22\n", d.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfRecordsWithOneIdentifier_TheFirstAreTaken()
    {
        string records = "id,series,copy,final_action,amount,litigation,title\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"same,FIN-{i},official,2001-01-01,1,no,Cars\n"));
        DecisionSample sample = await DrawAsync(records, 2);
        Assert.Contains("series is \"FIN-0\"", sample.Decisions[0].Explanation);
        Assert.Contains("series is \"FIN-1\"", sample.Decisions[1].Explanation);
    }

    [Fact]
    public async Task ASmallRun_IsTakenWhole() => Assert.Equal(3, (await DrawAsync(RecordTexts.Many(3), 10)).Decisions.Count);

    [Fact]
    public void ASampleOfNone_IsAMistake() => Assert.Throws<ArgumentOutOfRangeException>(() => new DecisionSample(Given.Policy, 0));

    [Fact]
    public void TheCommand_WritesTheSampleToStandardError_OrAFile()
    {
        using TempFolder folder = new();
        string schedule = folder.File("contracts.yaml", Given.ContractsText);
        string records = folder.File("records.csv", RecordTexts.Many(100));
        CliRun shown = CliRun.Of("dry-run", schedule, records, "--holds", "none", "--sample", "1");
        Assert.StartsWith("retain: 1 of 27 records\n=======================\n\nRecord R-", shown.Error, StringComparison.Ordinal);
        CliRun written = CliRun.Of("dry-run", schedule, records, "--holds", "none", "--sample", "1", "--sample-to", folder["sample.txt"]);
        Assert.Equal(("", shown.Error), (written.Error, File.ReadAllText(folder["sample.txt"])));
        Assert.Equal(2, CliRun.Of("dry-run", schedule, records, "--sample", "0").Code);
        Assert.Equal(2, CliRun.Of("dry-run", schedule, records, "--sample-to", folder["x.txt"]).Code);
    }
}
