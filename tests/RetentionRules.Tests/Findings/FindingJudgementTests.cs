using RetentionRules.Findings;
using RetentionRules.Schedules;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Findings;

/// <summary>What a finding counts: under a profile, with what its file accepts, on a day.</summary>
public sealed class FindingJudgementTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>Two items without a basis, and a fact that nothing uses.</summary>
    private const string Text = """
        schedule: plans
        title: Plans
        status: submitted
        record: { series: code, closed: event, spare: date }
        items:
          - item: "1"
            title: Plans
            when: series under "A"
            disposition: destroy 7 years after closed
          - item: "2"
            title: Drafts
            when: series under "B"
            disposition: destroy 1 year after closed

        """;

    private static string Accepting(string limits, string until = "2027-06-30", string finding = "RR5021") =>
        $"{Text}accepted:\n  - {{ finding: {finding}, {limits}reason: The law is being amended, by: City Archivist, until: {until} }}\n";

    private static IReadOnlyList<JudgedFinding> Judge(string text, string profile = "profile: p\n", FindingScope? scope = null) => FindingJudgement.Judge(
        ScheduleReader.Read(text, "plans.yaml").Diagnostics,
        FindingAcceptances.Read(text, "plans.yaml"),
        FindingProfileReader.Read(profile).Value,
        Today,
        scope ?? FindingScope.Check);

    /// <summary>Code, item, and what became of it, a finding a word.</summary>
    private static string Said(IEnumerable<JudgedFinding> judged) =>
        string.Join(' ', judged.Select(f => $"{f.Diagnostic.Code}{(f.Item.Length > 0 ? "/" + f.Item : "")}{(f.IsAccepted ? "+" : f.Fails ? "!" : "")}"));

    [Fact]
    public void WithoutAcceptancesAndProfile_EveryWarningFails() => Assert.Equal("RR5002! RR5021/1! RR5021/2!", Said(Judge(Text)));

    [Theory]
    [InlineData("", "RR5002! RR5021/1+ RR5021/2+")]
    [InlineData("item: '1', ", "RR5002! RR5021/1+ RR5021/2!")]
    [InlineData("items: ['2', '1'], ", "RR5002! RR5021/1+ RR5021/2+")]
    [InlineData("concerning: '2', ", "RR5002! RR5021/1! RR5021/2+")]
    [InlineData("item: '1', concerning: '2', ", "RR5002! RR5021/1! RR5021/2! RR9114!")]
    public void AnAcceptance_GoesForWhatItIsLimitedTo(string limits, string said) => Assert.Equal(said, Said(Judge(Accepting(limits))));

    [Fact]
    public void AFactThatTheMessageNames_CanLimitAnAcceptance()
    {
        Assert.Equal("RR5002+ RR5021/1! RR5021/2!", Said(Judge(Accepting("concerning: spare, ", finding: "RR5002"))));
        Assert.Equal("RR5002! RR5021/1! RR5021/2! RR9114!", Said(Judge(Accepting("concerning: spa, ", finding: "RR5002"))));
    }

    [Theory]
    [InlineData("2026-11-22", "RR5002! RR5021/1+ RR5021/2+")]
    [InlineData("2026-11-21", "RR5002! RR5021/1! RR5021/2! RR9113!")]
    public void OnItsLastDayAnAcceptanceCounts_AndOnTheNextItIsAFinding(string until, string said) => Assert.Equal(said, Said(Judge(Accepting("", until))));

    [Fact]
    public void AnAcceptanceThatHasRunOut_AndWouldAcceptNothing_IsToBeDeleted() =>
        Assert.Equal("RR5002! RR5021/1! RR5021/2! RR9114!", Said(Judge(Accepting("", "2020-01-01", "RR5003"))));

    /// <summary>Who has not looked for a finding cannot say that there is none.</summary>
    [Fact]
    public void AnAcceptance_IsCalledUseless_OnlyByWhoeverCouldHaveFoundWhatItAccepts()
    {
        string text = Accepting("", finding: "RR5003");
        Assert.DoesNotContain("RR9114", Said(Judge(text, scope: FindingScope.Analysis)));
        Assert.DoesNotContain("RR9114", Said(Judge(text, scope: FindingScope.OfCodes("RR5004", "RR95"))));
        Assert.Contains("RR9114", Said(Judge(text, scope: FindingScope.OfCodes("RR50"))));
    }

    [Theory]
    [InlineData("RR9500")]
    [InlineData("RR9612")]
    [InlineData("RR9799")]
    public void ACheck_DoesNotFindWhatOnlyAnAnalysisDoes(string code)
    {
        Assert.False(FindingScope.Check.Covers(code));
        Assert.True(FindingScope.Analysis.Covers(code));
        Assert.True(FindingScope.Check.Covers("RR9114"));
    }

    [Fact]
    public void WhereAFileHasErrors_NoAcceptanceIsCalledUseless() =>
        Assert.DoesNotContain("RR9114", Said(Judge(Accepting("").Replace("under \"A\"", "undr \"A\"", StringComparison.Ordinal))));

    [Fact]
    public void TwoAcceptancesOfOneFinding_AreOneTooMany() => Assert.Equal(
        "RR5002! RR5021/1+ RR5021/2+ RR9114!",
        Said(Judge(Accepting("") + "  - { finding: RR5021, item: '1', reason: Again, by: City Archivist, until: 2028-01-01 }\n")));

    [Fact]
    public void WhenTheFirstHasRunOut_TheSecondCounts() => Assert.Equal(
        "RR5002! RR5021/1+ RR5021/2! RR9113!",
        Said(Judge(Accepting("", "2026-01-01") + "  - { finding: RR5021, item: '1', reason: Again, by: City Archivist, until: 2028-01-01 }\n")));

    [Fact]
    public void WhoHadAcceptedAFinding_IsKnown_WhileNobodyElseDoes()
    {
        IReadOnlyList<JudgedFinding> judged = Judge(Accepting("", "2026-01-01") + "  - { finding: RR5021, item: '1', reason: Again, by: City Archivist, until: 2028-01-01 }\n");
        Assert.Equal(["2"], judged.Where(f => f.Lapsed is not null).Select(f => f.Item));
        Assert.Equal(new DateOnly(2026, 1, 1), judged.Single(f => f.Item == "2").Lapsed!.Until);
    }

    [Theory]
    [InlineData("findings: { RR5021: off }", "RR5002!")]
    [InlineData("findings: { RR5021: note }", "RR5002! RR5021/1 RR5021/2")]
    [InlineData("fail-on: error", "RR5002 RR5021/1 RR5021/2")]
    [InlineData("fail-on: error\nfindings: { RR5021: error }", "RR5002 RR5021/1! RR5021/2!")]
    [InlineData("fail-on: note\nfindings: { RR5002: note }", "RR5002! RR5021/1! RR5021/2!")]
    public void AProfile_SaysWhatFails(string profile, string said) => Assert.Equal(said, Said(Judge(Text, "profile: p\n" + profile + "\n")));

    [Fact]
    public void WhatAProfileMakesAnError_CanBeAccepted() =>
        Assert.Equal("RR5002! RR5021/1+ RR5021/2+", Said(Judge(Accepting(""), "profile: p\nfindings: { RR5021: error }\n")));

    [Fact]
    public void AnAcceptanceOfWhatIsTurnedOff_IsNotUseless() => Assert.Equal("RR5002!", Said(Judge(Accepting(""), "profile: p\nfindings: { RR5021: off }\n")));

    /// <summary>Of two places of a finding, either may be in the item.</summary>
    [Fact]
    public void ASecondPlaceOfAFinding_MakesItOneOfItsItemToo()
    {
        const string Lapsed = """
            schedule: plans
            title: Plans
            status: draft
            authorities: [{ authority: Act 1, in-force: { to: 2020-01-01 } }]
            record: { series: code }
            items: [{ item: "1", title: Plans, when: series under "A", disposition: permanent, cites: Act 1 }]
            accepted: [{ finding: RR5023, item: "1", reason: r, by: b, until: 2027-01-01 }]

            """;
        using TempFolder folder = new();
        string path = folder.File("plans.yaml", Lapsed);
        IReadOnlyList<Diagnostic> found = FileCheck.Check(path, "", Today);
        Diagnostic elsewhere = new(found[0].Descriptor, found[0].Related[0].Location, "1", "Act 1", "2020-01-01", "2026-11-22");
        FindingAcceptances acceptances = FindingAcceptances.ReadFiles(path);
        Assert.Equal("RR5023/1+", Said(FindingJudgement.Judge(found, acceptances, FindingProfile.Default, Today, FindingScope.Check)));
        Assert.Equal("RR5023! RR9114!", Said(FindingJudgement.Judge([elsewhere], acceptances, FindingProfile.Default, Today, FindingScope.Check)));
        Diagnostic both = elsewhere.WithRelated(found[0].Location, "the item");
        Assert.Equal("RR5023+", Said(FindingJudgement.Judge([both], acceptances, FindingProfile.Default, Today, FindingScope.Check)));
    }

    [Fact]
    public void ASet_AcceptsForItsSchedules_WhereAllAreLookedAtTogether()
    {
        using TempFolder folder = new();
        string schedule = folder.File("plans.yaml", Text);
        string set = folder.File("set.yaml", """
            set: all
            title: All
            combine: unique
            schedules: [plans.yaml]
            accepted:
              - { finding: RR5021, item: "2", reason: r, by: b, until: 2027-01-01 }

            """);
        Assert.Empty(InstrumentReader.ReadFile(set).Diagnostics);
        Assert.Equal("RR5021 for item 2", Assert.Single(InstrumentReader.ReadFile(set).Value.Accepted).ToString());
        IReadOnlyList<Diagnostic> found = ScheduleReader.ReadFile(schedule).Diagnostics;
        string together = Said(FindingJudgement.Judge(found, FindingAcceptances.ReadFiles(set, schedule), FindingProfile.Default, Today, FindingScope.Check));
        Assert.Equal("RR5002! RR5021/1! RR5021/2+", together);
        string apart = Said(FindingJudgement.Judge(found, FindingAcceptances.ReadFiles(schedule), FindingProfile.Default, Today, FindingScope.Check));
        Assert.Equal("RR5002! RR5021/1! RR5021/2!", apart);
    }

    [Fact]
    public void TheModel_HasWhatIsAccepted()
    {
        AcceptedFinding accepted = Assert.Single(ScheduleReader.Read(Accepting("item: '1', owner: Registry, ")).Value.Accepted);
        Assert.Equal(("RR5021", "1", "The law is being amended", "City Archivist", "Registry"), (accepted.Finding, Assert.Single(accepted.Items), accepted.Reason, accepted.By, accepted.Owner));
        Assert.Equal(new DateOnly(2027, 6, 30), accepted.Until);
        Assert.Equal(15, accepted.Source.Line);
    }
}
