using RetentionRules.Analysis;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Analysis;

/// <summary>
/// What an analysis says about all records is held against all records: the facts are so few that each combination of their
/// values can be given to the reference evaluator.
/// </summary>
public sealed class SelectionOracleTests(ITestOutputHelper output)
{
    [Fact]
    public void OfSmallSchedules_EachVerdictIsThatOfAllRecords()
    {
        SortedDictionary<string, int> seen = new(StringComparer.Ordinal);
        long records = 0;
        PropertyCheck.Holds(output, SmallSchedules.Any, generated =>
        {
            RetentionSchedule schedule = generated.Load();
            ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(schedule, Analyses.Options);
            SettledRecords all = new(schedule);
            string[] meant = [.. new BruteForce(schedule, all).Verdicts().Distinct().Order(StringComparer.Ordinal)];
            Assert.Equal(string.Join("\n", meant), string.Join("\n", Analyses.Verdicts(analysis, schedule).Order(StringComparer.Ordinal)));
            Assert.Empty(new IdleParts(schedule, all).Wrong(analysis));
            Assert.True(analysis.IsSettled);
            ShownRecords shown = new(schedule);
            Assert.All(analysis.Findings, f => Assert.Equal("", shown.Wrong(f)));
            foreach (AnalysisFinding finding in analysis.Findings) seen[finding.Descriptor.Code] = seen.GetValueOrDefault(finding.Descriptor.Code) + 1;
            records += all.All.Count;
            return true;
        }, 2000);
        output.WriteLine($"{records} records; findings: {string.Join(", ", seen.Select(s => $"{s.Key} {s.Value}"))}");
        // An oracle that never sees a finding of a kind says nothing about it.
        string[] kinds = ["RR9501", "RR9502", "RR9503", "RR9505", "RR9506", "RR9507", "RR9508", "RR9509", "RR9510", "RR9511", "RR9512", "RR9513", "RR9514", "RR9515"];
        Assert.All(kinds, k => Assert.True(seen.GetValueOrDefault(k) >= 10, $"{k} was hardly ever found"));
    }
}
