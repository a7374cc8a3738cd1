using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Schedules;

public sealed class ScheduleApprovalTests
{
    private static ScheduleApproval Read(string keys, string items = "  - { item: \"1\", title: All, residual: yes, disposition: permanent }") =>
        Schedule(keys, items).Approval;

    private static RetentionSchedule Schedule(string keys, string items = "  - { item: \"1\", title: All, residual: yes, disposition: permanent }") =>
        ScheduleReader.Read($"schedule: s\ntitle: t\nstatus: draft\n{keys}\nrecord: {{ closed: event }}\nitems:\n{items}\n").Value;

    [Fact]
    public void IssuedBy_TakesATextOrAList()
    {
        Assert.Equal(["The archives"], Read("issued-by: The archives").Issuers);
        Assert.Equal(["财政部", "国家档案局"], Read("issued-by: [财政部, 国家档案局]").Issuers);
    }

    [Fact]
    public void WhereNothingIsSaid_ThereIsNoDayForAReview()
    {
        ScheduleApproval approval = Read("note: Nothing.");
        Assert.Equal(DateBound.PositiveInfinity, approval.Review.By);
        Assert.Empty(approval.LastRound());
    }

    [Fact]
    public void TheLastRound_IsInTheOrderOfItsDays_AndBeginsBehindTheReturnThatAnApprovalFollowed()
    {
        ScheduleApproval approval = Read("""
            approvals:
              - { action: promulgate, body: M, date: 2023-12-01 }
              - { action: consent, body: A, date: 2023-11-20 }
              - { action: return, body: A, date: 2023-06-30 }
              - { action: approve, body: M, date: 2023-05-01 }
            """);
        Assert.Equal([ApprovalAction.Consent, ApprovalAction.Promulgate], approval.LastRound().Select(a => a.Action));
    }

    [Fact]
    public void AReturnOnTheDayOfTheLastApproval_UndoesIt_AndIsItselfOfTheRound()
    {
        ScheduleApproval approval = Read("""
            approvals:
              - { action: return, body: A, date: 2023-06-30 }
              - { action: approve, body: M, date: 2023-06-30 }
            """);
        Assert.Equal([ApprovalAction.Return, ApprovalAction.Approve], approval.LastRound().Select(a => a.Action));
    }

    [Theory]
    [InlineData("Order 79", "Order 79", true)]
    [InlineData("Order 79", "Order 79 art. 14", true)]
    [InlineData("Order 79", "Order 79(2)", true)]
    [InlineData("Order 79", "Order 790", false)]
    [InlineData("Order 79", "Order 79a", false)]
    [InlineData("Order 79", "order 79", false)]
    [InlineData("Order 79", "The Order 79", false)]
    [InlineData("令第79号", "令第79号第十四条", true)]
    [InlineData("令第79号", "令第79号附表1", true)]
    [InlineData("档案法", "档案法实施条例 第24条", false)]
    [InlineData("档案法", "档案法第24条", true)]
    [InlineData("Décret 79", "De\u0301cret 79 art. 2", true)]
    public void ACitation_NamesTheInstrumentThatItBeginsWith(string name, string citation, bool isNamed) =>
        Assert.Equal(isNamed, Read($"authorities: [ {{ authority: '{name}' }} ]").Authorities[0].IsNamedBy(citation));

    [Fact]
    public void OfTwoInstruments_TheLongerNameIsMeant()
    {
        ScheduleApproval approval = Read("authorities: [ { authority: Act }, { authority: Act No. 2 } ]");
        Assert.True(approval.TryFindAuthority("Act No. 2 s. 4", out CitedAuthority? authority));
        Assert.Equal("Act No. 2", authority.Name);
    }

    [Fact]
    public void AnItemThatIsEstablishedAndRepealed_IsInForceInBetween()
    {
        RetentionSchedule schedule = Schedule("""
            amendments:
              - { amendment: b, kind: repeal, items: "1", basis: x, date: 2026-03-01 }
              - { amendment: a, kind: establish, items: "1", basis: x, date: 2024-07-01 }
            """);
        Assert.Equal("[2024-07-01, 2026-03-01)", schedule["1"].InForce.ToString());
    }

    [Fact]
    public void AnItemThatSaysTheSameAsItsAmendment_KeepsItsOtherEnd()
    {
        RetentionSchedule schedule = Schedule(
            "amendments: [ { amendment: b, kind: repeal, items: \"1\", basis: x, date: 2026-03-01 } ]",
            "  - { item: \"1\", title: All, residual: yes, disposition: permanent, in-force: { from: 2020-01-01, to: 2026-03-01 } }");
        Assert.Equal("[2020-01-01, 2026-03-01)", schedule["1"].InForce.ToString());
    }

    [Fact]
    public void ARevision_ChangesNoForce() => Assert.False(
        Schedule("amendments: [ { amendment: b, kind: revise, items: \"1\", basis: x, date: 2026-03-01 } ]")["1"].InForce.IsStated);
}
