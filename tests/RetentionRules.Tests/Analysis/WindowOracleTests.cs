using FsCheck;
using RetentionRules.Analysis;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Analysis;

/// <summary>
/// Whether a window can close before it opens is held against every day of a winter with a leap day, and against pairs of the
/// days around its month ends: a day that the reference evaluator finds there, the analysis must have found one like it.
/// </summary>
public sealed class WindowOracleTests(ITestOutputHelper output)
{
    private const string Question = "no last day falls before the first";

    private static readonly FactValue[] winter =
        [.. Enumerable.Range(0, 108).Select(day => FactValue.Date(new DateOnly(2023, 12, 20).AddDays(day))), FactValue.Never];

    private static readonly FactValue[] turns =
    [
        .. ((DateOnly[])[
            new(2022, 6, 15), new(2023, 12, 30), new(2023, 12, 31), new(2024, 1, 1), new(2024, 1, 29), new(2024, 1, 30), new(2024, 1, 31), new(2024, 2, 1), new(2024, 2, 28),
            new(2024, 2, 29), new(2024, 3, 1), new(2024, 3, 30), new(2024, 3, 31), new(2024, 4, 1), new(2025, 2, 28)]).Select(FactValue.Date),
        FactValue.Never,
    ];

    /// <summary>Where all rests on one event, all of its days can be tried, so there is always an answer.</summary>
    [Fact]
    public void OfOneEvent_TheVerdictIsThatOfTheDays() =>
        Holds(WindowSchedules.OfOneEvent, [.. winter.Select(day => (day, FactValue.Unknown))], cases: 100, mostNotSettled: 0);

    [Fact]
    public void OfTwoEvents_TheVerdictIsThatOfTheDays() =>
        Holds(WindowSchedules.OfTwoEvents, [.. turns.SelectMany(day => turns.Select(other => (day, other)))], cases: 200, mostNotSettled: 0.2);

    private void Holds(Arbitrary<GeneratedSchedule> schedules, (FactValue Closed, FactValue Opened)[] days, int cases, double mostNotSettled)
    {
        Dictionary<ProofVerdict, int> verdicts = Enum.GetValues<ProofVerdict>().ToDictionary(v => v, _ => 0);
        PropertyCheck.Holds(output, schedules, generated =>
        {
            RetentionSchedule schedule = generated.Load();
            ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(schedule, Analyses.Options);
            ProofVerdict verdict = VerdictOf(analysis);
            verdicts[verdict]++;
            if (FirstShut(schedule, days) is { } shut) Assert.True(verdict == ProofVerdict.Refuted, $"{verdict}, but {shut}");
            ShownRecords shown = new(schedule);
            Assert.All(analysis.Findings, f => Assert.Equal("", shown.Wrong(f)));
            Assert.Equal(verdict == ProofVerdict.Refuted, analysis.Findings.Any(f => f.Descriptor.Code == "RR9520"));
            return true;
        }, cases);
        output.WriteLine(string.Join(", ", verdicts.Select(v => $"{v.Key} {v.Value}")));
        int all = verdicts.Values.Sum();
        Assert.True(verdicts[ProofVerdict.NotSettled] <= mostNotSettled * all, $"{verdicts[ProofVerdict.NotSettled]} of {all} were not settled");
        Assert.True(verdicts[ProofVerdict.Proved] * 10 > all && verdicts[ProofVerdict.Refuted] * 10 > all, "the windows are too much alike");
    }

    private static ProofVerdict VerdictOf(ScheduleAnalysis analysis) => analysis.Questions.Single(q => q.Name == Question) switch
    {
        { Refuted: > 0 } => ProofVerdict.Refuted,
        { NotSettled: > 0 } => ProofVerdict.NotSettled,
        _ => ProofVerdict.Proved,
    };

    private static string? FirstShut(RetentionSchedule schedule, (FactValue Closed, FactValue Opened)[] days)
    {
        RetentionPolicy policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None);
        ReferenceEvaluator evaluator = new(policy);
        RecordFacts facts = new RecordFacts(new FactLayout(policy.Facts, policy.Classification)).Set("kept", false);
        if (policy.Facts.Any(f => f.Name == "review")) facts.Set("review", new DateOnly(2019, 5, 1));
        foreach ((FactValue closed, FactValue opened) in days)
        {
            facts.Set("closed", closed).Set("opened", opened);
            DispositionDecision decision = evaluator.Evaluate(facts, Analyses.Options.AsOf);
            if (decision.Status == DispositionStatus.Conflict) return $"closed {closed}, opened {opened}: {decision}";
        }

        return null;
    }
}
