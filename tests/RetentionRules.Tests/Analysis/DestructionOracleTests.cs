using RetentionRules.Analysis;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Analysis;

/// <summary>
/// Whether restrictions leave a destruction any record is held against all records over few days, each decided by the reference
/// evaluator on the day of the analysis and on later ones. What is reported is so of all of them, and what is so is reported.
/// </summary>
public sealed class DestructionOracleTests(ITestOutputHelper output)
{
    private const string Question = "no restriction forbids a destruction for ever";

    /// <summary>Days of records: each named day and those beside it, one long before and one long after.</summary>
    private static readonly FactValue[] ofRecords =
    [
        FactValue.Never,
        .. DestructionPolicies.Named.SelectMany(d => (DateOnly[])[d.AddDays(-1), d, d.AddDays(1)]).Prepend(new(2001, 1, 1)).Append(new(2100, 1, 1)).Select(FactValue.Date),
    ];

    /// <summary>Days of evaluation: what is named and where a restriction begins or ends, a period later, and in the end.</summary>
    private static readonly DateOnly[] ofEvaluation =
    [
        .. DestructionPolicies.Named.SelectMany(d => (DateOnly[])[d, d.AddDays(1)])
            .SelectMany(d => (DateOnly[])[d, d.AddMonths(2), d.AddMonths(2).AddDays(1), d.AddYears(1), d.AddYears(1).AddDays(1), d.AddMonths(13), d.AddMonths(13).AddDays(1), new(d.Year + 1, 3, 1), new(d.Year + 2, 1, 1)])
            .Concat(DestructionPolicies.Edges).Append(Analyses.Options.AsOf).Append(new(2110, 1, 1)).Append(new(9000, 1, 1))
            .Where(d => d >= Analyses.Options.AsOf).Distinct().Order(),
    ];

    [Fact]
    public void OfSmallPolicies_TheVerdictOnDestruction_IsThatOfAllRecordsAndDays()
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        PropertyCheck.Holds(output, DestructionPolicies.Any, policy =>
        {
            RetentionSchedule schedule = ScheduleReader.Read(policy.Text).Value;
            ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(schedule, Analyses.Options);
            if (analysis.Questions.Any(q => q is { Name: Question, NotSettled: > 0 }))
            {
                // On which day a review that recurs is over before its end is not looked into.
                Assert.Contains("review every", policy.Text, StringComparison.Ordinal);
                seen["not settled"] = seen.GetValueOrDefault("not settled") + 1;
                return true;
            }

            List<(RecordFacts, DateOnly)>[] due = DueIn(schedule, policy.Events);
            for (int i = 0; i < due.Length; i++)
            {
                string[] told = [.. analysis.Findings.Where(f => f.Descriptor.Code == "RR9515" && f.Items[0] == schedule.Items[i].Number).Select(f => string.Join(" ", Analyses.Forbidding(f)))];
                string what = Judge(schedule, told, due[i]);
                seen[what] = seen.GetValueOrDefault(what) + 1;
            }

            return true;
        }, 150);
        output.WriteLine(string.Join(", ", seen.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} {s.Value}")));
        Assert.All((string[])["let", "one forbids", "several together forbid", "never due"], k => Assert.True(seen.GetValueOrDefault(k) >= 10, $"`{k}` was hardly ever so"));
    }

    /// <summary>What is so of an item, and that no more and no less than that was told.</summary>
    private static string Judge(RetentionSchedule schedule, string[] told, List<(RecordFacts Record, DateOnly Day)> due)
    {
        RetentionPolicy policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None);
        Restriction[] standing = [.. schedule.Restrictions];
        bool forbids(Restriction r, (RecordFacts Record, DateOnly Day) at) => r.IsInForceOn(at.Day) && new RestrictionCheck(policy, at.Record, at.Day).Forbids(r, policy.ActOf("destroy")) != Truth.False;
        bool forbidAll(IEnumerable<Restriction> some) => due.All(at => some.Any(r => forbids(r, at)));
        if (due.Count == 0 || !forbidAll(standing))
        {
            Assert.Empty(told);
            return due.Count == 0 ? "never due" : "let";
        }

        string[] single = [.. standing.Where(r => forbidAll([r])).Select(r => r.Id)];
        if (single.Length > 0)
        {
            Assert.Equal(single, told);
            return "one forbids";
        }

        string[] together = Assert.Single(told).Split(' ');
        Assert.True(forbidAll(standing.Where(r => together.Contains(r.Id))), "what is told leaves a record");
        Assert.All(together, id => Assert.False(forbidAll(standing.Where(r => r.Id != id && together.Contains(r.Id))), $"{id} is told, and the others do without it"));
        return "several together forbid";
    }

    /// <summary>Of each item, the records with the days on which it says that they are to be destroyed, whatever forbids it.</summary>
    private static List<(RecordFacts, DateOnly)>[] DueIn(RetentionSchedule schedule, string[] events)
    {
        RetentionPolicy policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None);
        FactLayout layout = new(policy.Facts, policy.Classification);
        ReferenceEvaluator evaluator = new(policy);
        List<(RecordFacts, DateOnly)>[] due = [.. schedule.Items.Select(_ => new List<(RecordFacts, DateOnly)>())];
        foreach (RecordFacts record in RecordsOf(layout, events))
        {
            foreach (DateOnly day in ofEvaluation)
            {
                DispositionDecision decision = evaluator.Evaluate(record, day);
                if (decision.Action == DispositionAction.Destroy) due[schedule.Items.ToList().IndexOf(decision.Item!)].Add((record, day));
            }
        }

        return due;
    }

    private static IEnumerable<RecordFacts> RecordsOf(FactLayout layout, string[] events)
    {
        FactDefinition fact(string name) => layout.Facts[layout.PlaceOf(name)];
        bool has(string name) => layout.Facts.Any(f => f.Name == name);
        RecordFacts empty = new(layout);
        if (has("officer")) empty.Set("officer", "someone");
        if (has("destroyed")) empty.Set("destroyed", FactValue.Never);
        IEnumerable<RecordFacts> all = [empty];
        if (has("kind")) all = all.SelectMany(r => ((FactValue[])[FactValue.Text("a"), FactValue.Text("b"), FactValue.Never]).Select(v => r.With(fact("kind"), v)));
        // What a schedule speaks of beside its events is what makes a review done.
        foreach (string name in events.Append("reviewed").Distinct().Where(has)) all = all.SelectMany(r => ofRecords.Select(v => r.With(fact(name), v)));
        return all;
    }
}
