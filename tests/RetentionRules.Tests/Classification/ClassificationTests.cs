using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Testing;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Classification;

/// <summary>Classifications as a program sees them.</summary>
public sealed class ClassificationTests
{
    private const string Text = """
        schedule: filed
        title: Filed
        status: approved
        in-force: { from: 2020-01-01 }
        record:
          class: { type: code, ignore-case: yes }
          kind: one of [lease, deed]
          closed: event
        classes:
          - { class: ADM, title: Administration, non-record: yes }
          - { class: ADM-1, title: Leases }
          - { class: ADM-2, title: Deeds, non-record: no }
        classify:
          - { as: adm-1, when: kind = lease }
          - { as: ADM-1, when: kind = lease and closed before 2020-01-01 }
          - { as: ADM-2, when: kind = deed }
        items:
          - { item: "1", title: Leases, when: class under "ADM-1", disposition: destroy 6 years after closed, authority: A }
          - { item: "2", title: All else, residual: yes, disposition: destroy when closed, authority: A }
        """;

    private static readonly RetentionSchedule Schedule = ScheduleReader.Read(Text, "filed.yaml").Value;

    private static readonly CompiledPolicy Policy = RetentionPolicy.For(Schedule).WithHolds(HoldList.None).Compile();

    private static RecordFacts Unfiled(string kind) => Policy.NewRecord("R").Set("class", FactValue.Never).Set("kind", kind).Set("closed", new DateOnly(2010, 1, 1));

    [Fact]
    public void RulesThatGiveOneClass_InAnySpelling_AreNoConflict()
    {
        RecordClassification found = Policy.Classify(Unfiled("lease"));
        Assert.Equal((ClassificationState.Assigned, "ADM-1"), (found.State, found.Class));
        Assert.Equal("ADM-1 (assigned, not a record)", found.ToString());
    }

    [Fact]
    public void WhatAClassSaysOfNonRecords_GoesForThoseBelow_UnlessTheySayOtherwise()
    {
        Assert.True(Policy.Classify(Unfiled("lease")).IsNonRecord);
        Assert.False(Policy.Classify(Unfiled("deed")).IsNonRecord);
        Assert.True(Policy.Classify(Policy.NewRecord().Set("class", "adm-1/77")).IsNonRecord);
    }

    /// <summary>Taken at its word, the slip would fall to the residual item, and be destroyed.</summary>
    [Fact]
    public void AClassThatTheSchemeLacks_IsAFaultOfTheData_AndKeepsTheRecord()
    {
        DispositionDecision decision = Policy.Evaluate(Unfiled("lease").Set("class", "ADM-7"), Given.AsOf);
        Assert.Equal(DispositionStatus.Undetermined, decision.Status);
        Assert.Equal(["class"], decision.Missing);
        Assert.Equal("class is taken as unknown: \"ADM-7\" is no class of filed", decision.Reasons[^1].Text);
    }

    [Fact]
    public void ABufferThatWasClassified_StaysAsItWas()
    {
        RecordFacts facts = Unfiled("lease");
        _ = Policy.Evaluate(facts, Given.AsOf);
        Assert.Equal(FactValue.Never, facts["class"]);
    }

    [Fact]
    public void APolicyWithoutAClassification_SaysSo()
    {
        Assert.Equal(ClassificationState.NoScheme, Given.Policy.Classify(Given.Policy.NewRecord()).State);
        Assert.True(Given.Contracts.Classification.IsNone);
        Assert.DoesNotContain(Given.Policy.Explain(Given.Policy.NewRecord(), Given.AsOf).Sections, s => s.Title == "Which class");
        Assert.Throws<ArgumentException>(() => Policy.Classify(Given.Policy.NewRecord()));
    }

    [Fact]
    public void ACodeIsThatOfAClass_OrOfAFileOfOne()
    {
        ClassificationScheme scheme = Schedule.Classification;
        Assert.Equal("ADM-1", scheme.TryFind("ADM-1-2", out RecordClass? found) ? found.Code : "");
        Assert.Equal("ADM", scheme.TryFind("adm", out RecordClass? above) ? above.Code : "");
        Assert.False(scheme.TryFind("ADM-12", out _));
        Assert.False(scheme.TryFind("AD", out _));
        Assert.True(scheme.Lists("ADM-2"));
        Assert.False(scheme.Lists("ADM-2-1"));
        Assert.Equal(Schedule.ContentHash, scheme.ContentHash);
    }

    [Fact]
    public void AHoldOnAClassThatThereIsNot_IsRefused()
    {
        LoadResult<HoldList> holds = HoldReader.Read("holds: [{ id: H, authority: Court, when: class under \"ADM-7\" }]", Schedule);
        Assert.Equal("RR4103", Assert.Single(holds.Diagnostics).Code);
    }

    [Fact]
    public void AHold_SeesTheClassThatARuleGave()
    {
        HoldList holds = HoldReader.Read("holds: [{ id: H, authority: Court, when: class under \"ADM-1\" }]", Schedule).Value;
        CompiledPolicy policy = RetentionPolicy.For(Schedule).WithHolds(holds).Compile();
        DispositionDecision decision = policy.Evaluate(policy.NewRecord().Set("class", FactValue.Never).Set("kind", "lease").Set("closed", new DateOnly(2010, 1, 1)), Given.AsOf);
        Assert.Equal((DispositionStatus.Held, "H"), (decision.Status, Assert.Single(decision.Holds)));
    }

    [Fact]
    public void AFileThatIsShared_AddsItsFactsToEachSchedule()
    {
        RetentionSchedule building = ScheduleReader.ReadFile(Repository.PathOf("schedules", "examples", "classification", "building.yaml")).Value;
        Assert.Equal(["department", "building_gone", "closed", "document_type", "subject", "class", "destroy"], building.Facts.Select(f => f.Name));
        Assert.Equal("example-town-scheme", building.Classification.Id);
        Assert.NotEqual(building.ContentHash, building.Classification.ContentHash);
    }

    [Fact]
    public void ASentenceAboutEveryRecord_TriesWhatTheRulesAskFor()
    {
        ScheduleTests tests = Tests("""
            every:
              - { every: nothing that nobody filed is destroyed at once, facts: { class: never }, never: destroy, before: 6 years after closed }
            """);
        EveryRecordResult result = tests.Every[0].Run();
        Assert.NotNull(result.Counterexample);
        Assert.Equal("ADM-2", result.Counterexample.Decision.Classification.Class);
    }

    [Fact]
    public void Coverage_SeesTheClassThatARuleGave()
    {
        ScheduleTests tests = Tests("""
            cases:
              - { case: a lease, facts: { class: never, kind: lease, closed: 2010-01-01 }, expect: { class: ADM-1, item: "1" } }
            """);
        TestCoverage coverage = new(tests.Schedule);
        coverage.Add(tests.Cases[0].Run());
        Assert.Contains(coverage.Elements, e => e is { Kind: CoverageKind.ConditionTrue, Item: "1", IsCovered: true });
    }

    private static ScheduleTests Tests(string claims)
    {
        using TempFolder folder = new();
        folder.File("filed.yaml", Text);
        return ScheduleTestReader.ReadFile(folder.File("filed.tests.yaml", "tests: filed\nas-of: 2026-01-01\n" + claims)).Value;
    }
}
