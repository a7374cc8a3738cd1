using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Calendars;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>What is not approved, or not in force, only advises.</summary>
public sealed class ApprovalProperties(ITestOutputHelper output)
{
    private static bool IsAllowed(DispositionDecision decision) => decision.Status is DispositionStatus.Eligible or DispositionStatus.Overdue;

    [Fact]
    public void NothingIsEligible_UnlessScheduleAndItemAreApprovedAndInForce() => PropertyCheck.Holds(output, ApprovalGenerators.Situations, s =>
    {
        DispositionDecision decision = s.Situation.Decide();
        return !IsAllowed(decision) || s.Standing.Allows(s.Situation.AsOf, decision.Item!.Number);
    }, 4000);

    /// <summary>The other way round: the standing blocks what is due, and nothing else about the decision hangs on it.</summary>
    [Fact]
    public void TheStanding_BlocksDueActs_AndChangesNoOtherStatus() => PropertyCheck.Holds(output, ApprovalGenerators.Situations, s =>
    {
        DispositionDecision decision = s.Situation.Decide();
        Situation approved = new(s.Situation.Schedule with { Standing = GeneratedStanding.Approved }, s.Situation.Record, s.Situation.AsOf);
        DispositionStatus free = approved.Decide().Status;
        bool blocked = free is DispositionStatus.Eligible or DispositionStatus.Overdue && !s.Standing.Allows(s.Situation.AsOf, decision.Item!.Number);
        return decision.Status == (blocked ? DispositionStatus.Blocked : free);
    }, 4000);

    [Fact]
    public void AStatusChangesBecauseOfTheStanding_OnlyOnADayThatWasTold() => PropertyCheck.Holds(output,
        from situation in ApprovalGenerators.Situations
        from ahead in Gen.Choose(1, 3000)
        select (situation.Situation, Day: situation.Situation.AsOf.AddDays(ahead)),
        l =>
        {
            DispositionDecision now = l.Situation.Decide();
            return now.ChangesOn <= DateBound.At(l.Day) || now.Status == l.Situation.Decide(l.Situation.Record, l.Day).Status;
        }, 4000);

    [Fact]
    public void TheSituations_ReachBothSides()
    {
        int allowed = 0, blocked = 0;
        PropertyCheck.Holds(output, ApprovalGenerators.Situations, s =>
        {
            DispositionDecision decision = s.Situation.Decide();
            if (IsAllowed(decision)) allowed++;
            if (decision.Blocks.Contains("item-not-in-force")) blocked++;
            return true;
        }, 1000);
        Assert.True(allowed > 20 && blocked > 20, $"{allowed} allowed, {blocked} blocked by an item");
    }
}
