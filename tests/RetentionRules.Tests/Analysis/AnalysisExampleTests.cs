using RetentionRules.Analysis;
using RetentionRules.Schedules;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Analysis;

/// <summary>Small schedules that an analysis once judged wrongly.</summary>
public sealed class AnalysisExampleTests
{
    private static ScheduleAnalysis Of(string facts, string rest) => ScheduleAnalyzer.Analyze(
        ScheduleReader.Read($"schedule: small\ntitle: small\nstatus: approved\nin-force: {{ from: 2000-01-01 }}\nrecord:\n{facts}\n{rest}").Value, Analyses.Options);

    private static string[] Codes(ScheduleAnalysis analysis) => [.. analysis.Findings.Select(f => f.Descriptor.Code)];

    private const string Facts = """
          copy: one of [official, other]
          closed: event
          opened: date
        """;

    /// <summary>The condition of a residual item is true of every record, and it claims none that another does.</summary>
    [Fact]
    public void ACaseGap_IsFoundBesideAResidualItem()
    {
        ScheduleAnalysis analysis = Of(Facts, """
            items:
              - item: "1"
                title: Copies
                when: copy = official or copy = other or copy is never
                authority: A
                cases:
                  - { when: copy = official, disposition: permanent }
                  - { when: copy = other, disposition: permanent }
              - { item: "2", title: Rest, residual: yes, authority: A, disposition: permanent }
            """);
        Assert.Contains("RR9509", Codes(analysis));
    }

    [Fact]
    public void AWindow_IsLookedAtBesideAResidualItem_AndInAnOrderedList()
    {
        const string Items = """
            items:
              - { item: "1", title: One, when: copy = official, authority: A, disposition: "destroy no sooner than 1 year after closed, no later than 1 year after opened" }
              - { item: "2", title: Rest, REST, authority: A, disposition: permanent }
            """;
        Assert.Contains("RR9520", Codes(Of(Facts, Items.Replace("REST", "residual: yes"))));
        Assert.Contains("RR9520", Codes(Of(Facts, "selection: first\n" + Items.Replace("REST", "when: copy = official or copy = other"))));
    }

    [Fact]
    public void OfContradictingClassRules_TheRecordIsTheLeast_WhereTwoGiveOneClass()
    {
        ScheduleAnalysis analysis = Of(Facts, """
            classes:
              - { class: C, title: One }
              - { class: D, title: Another }
            classify:
              - { as: D, when: copy != official }
              - { as: C, when: copy is never }
              - { as: D, when: opened is never }
            items:
              - { item: "1", title: All, residual: yes, authority: A, disposition: permanent }
            """);
        Assert.Equal(2, Codes(analysis).Count(c => c == "RR9512"));
    }

    /// <summary>The other item is never true; where its fact is not known it may be, for all that the evaluators can tell.</summary>
    [Fact]
    public void AnItemThatIsImpossible_DoesNotSpoilARecordOfAnother()
    {
        ScheduleAnalysis analysis = Of(Facts, """
            items:
              - { item: "1", title: None, when: opened < 2020-01-01 and opened is never, authority: A, disposition: permanent }
              - item: "2"
                title: Copies
                when: not (opened >= 2020-01-01 and copy = other)
                authority: A
                cases:
                  - { when: copy = official, disposition: permanent }
                  - { when: copy = other, disposition: permanent }
            """);
        Assert.Contains("RR9509", Codes(analysis));
    }

    [Fact]
    public void AFileOfAClass_IsARecordToo()
    {
        ScheduleAnalysis analysis = Of(Facts, """
            classes:
              - { class: C, title: One }
              - { class: D, title: Another }
            classify:
              - { as: C, when: copy = official }
            items:
              - { item: "1", title: One, when: class under "C", authority: A, disposition: permanent }
              - { item: "2", title: Another, when: class = "D", authority: A, disposition: permanent }
            """);
        Assert.Contains("RR9501", Codes(analysis));
    }

    /// <summary>From 30 January a month ends on 1 March as a floor, and on 29 February as a ceiling.</summary>
    [Fact]
    public void AStartThatIsRoundedTwoWays_IsNotOneDay()
    {
        const string Start = "(1 month after closed, or if that never happens opened)";
        ScheduleAnalysis analysis = Of(Facts, $$"""
            items:
              - { item: "1", title: All, residual: yes, authority: A, disposition: "destroy no sooner than 1 day after {{Start}}, no later than latest of (1 day after {{Start}}, opened)" }
            """);
        Assert.DoesNotContain(analysis.Questions, q => q is { Name: "no last day falls before the first", Proved: > 0 });
    }

    [Fact]
    public void ADayThatTryingFinds_IsTheRecordThatShowsIt()
    {
        ScheduleAnalysis analysis = Of(Facts, """
            items:
              - { item: "1", title: All, residual: yes, authority: A, disposition: "destroy no sooner than 31 days after (2 months after closed), no later than 3 months after end of week of closed" }
            """);
        Assert.Contains("RR9520", Codes(analysis));
    }

    /// <summary>The residual items are true of the record too, and claim it in neither schedule.</summary>
    [Fact]
    public void TwoSchedulesOfASet_ContradictEachOther_BesideTheirResidualItems()
    {
        RetentionSchedule of(string id) => ScheduleReader.Read($$"""
            schedule: {{id}}
            title: small
            status: approved
            in-force: { from: 2000-01-01 }
            record:
              copy: one of [official, other]
            items:
              - { item: "1", title: One, when: copy = official, authority: A, disposition: permanent }
              - { item: "2", title: Rest, residual: yes, authority: A, disposition: permanent }
            """).Value;
        ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(new ScheduleSet("set", SetCombination.Unique, [of("a"), of("b")]), Analyses.Options);
        Assert.Contains(analysis.Findings, f => f.Descriptor.Code == "RR9524" && f.Items is ["1", "1"]);
    }

    [Fact]
    public void ARuleThatRestsOnPatterns_IsNotSettled_AndNoPass()
    {
        ScheduleAnalysis analysis = Of("  subject: text\n  closed: event", """
            unscheduled: expected
            items:
              - { item: "1", title: Letters, when: subject is never, authority: A, disposition: destroy 7 years after closed }
            restrictions:
              - { restriction: odd, title: Odd letters, when: 'subject matches "[a-z]{4}" and subject matches ".*q.*"', forbid: publish }
            """);
        Assert.Contains("RR9531", Codes(analysis));
        Assert.False(analysis.IsSettled);
    }

    /// <summary>However little may be spent, what is not reached is said to be open, and nothing is said to be proved in its place.</summary>
    [Fact]
    public void WithEveryBudget_WhatIsNotReached_IsOpen()
    {
        string text = File.ReadAllText(Path.Combine(Repository.TestData, "diagnostics", "prove", "RR9520-limit.yaml"))
            + "restrictions:\n  - { restriction: kept, title: kept, when: series under \"STA-1\" and dismissed is never, forbid: destroy }\n";
        RetentionSchedule schedule = ScheduleReader.Read(text).Value;
        RetentionSchedule edition = ScheduleReader.Read(text.Replace("5 years", "4 years", StringComparison.Ordinal).Replace("STA-1", "STA-2", StringComparison.Ordinal)).Value;
        int enough = 0;
        for (int steps = 1; steps < 400; steps += 1 + (steps / 20))
        {
            AnalysisOptions options = Analyses.Options with { Steps = steps };
            ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(schedule, options);
            ScheduleComparison comparison = ScheduleComparer.Compare(schedule, edition, options);
            bool isShown = analysis.Findings.Any(f => f.Descriptor.Code == "RR9520");
            Assert.True(isShown || !analysis.IsSettled, $"{steps} steps");
            Assert.NotEqual(ProofVerdict.Proved, comparison.SameMeaning);
            if (isShown && analysis.IsSettled) enough++;
        }

        Assert.True(enough > 0, "no budget was enough");
    }
}
