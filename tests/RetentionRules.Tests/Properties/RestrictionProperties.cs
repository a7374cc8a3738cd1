using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>What is permitted is known to be; nothing that is added or forgotten ever gives a permission.</summary>
public sealed class RestrictionProperties(ITestOutputHelper output)
{
    /// <summary>When a record was destroyed is not among what a destruction rests on: a record known destroyed is completed.</summary>
    private const string Destroyed = "destroy";

    private static readonly Arbitrary<Situation> Restricted = Arb.From(
        from situation in Situation.Any.Generator
        from restrictions in RestrictionGenerators.Some
        select new Situation(situation.Schedule with { Restrictions = restrictions }, situation.Record, situation.AsOf, situation.Hold));

    private static IEnumerable<string> ActsOf(Situation situation) => situation.Policy.Policy.Acts.Select(a => a.Name);

    private static PermissionDecision Permits(Situation situation, string act) => Permits(situation, act, situation.Record, situation.AsOf);

    private static PermissionDecision Permits(Situation situation, string act, GeneratedRecord record, DateOnly asOf) =>
        situation.Policy.Permits(act, record.For(situation.Policy), asOf);

    [Fact]
    public void AskingTwice_GivesIdenticalBytes() => PropertyCheck.Holds(output, Restricted, s =>
        ActsOf(s).All(a => PermissionJson.Write(Permits(s, a)) == PermissionJson.Write(Permits(s.Again(), a))), 500);

    [Fact]
    public void MakingAFactUnknown_NeverGivesAPermission() => PropertyCheck.Holds(output, Restricted, s =>
        ActsOf(s).Where(act => !Permits(s, act).IsPermitted).All(act => s.Record.Values.Keys
            .Where(name => !name.EndsWith(Destroyed, StringComparison.Ordinal))
            .All(name => !Permits(s, act, s.Record.With(name, FactValue.Unknown), s.AsOf).IsPermitted)), 1000);

    [Fact]
    public void AddingARestriction_NeverImprovesAnAnswer() => PropertyCheck.Holds(output, Restricted, s =>
    {
        for (int i = 0; i < s.Schedule.Restrictions.Count; i++)
        {
            Situation freer = new(s.Schedule.WithoutRestriction(i), s.Record, s.AsOf, s.Hold);
            string[] acts = [.. ActsOf(freer)];
            if (acts.Any(act => Rank(Permits(s, act)) > Rank(Permits(freer, act)))) return false;
        }

        return true;
    }, 1000);

    private static int Rank(PermissionDecision permission) => permission.Permission switch
    {
        PermissionStatus.Forbidden => 0,
        PermissionStatus.NotKnown => 1,
        PermissionStatus.Permitted => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(permission)),
    };

    [Fact]
    public void WhatADecisionPermits_IsPermitted() => PropertyCheck.Holds(output, Restricted, s =>
        s.Decide() is not { Status: DispositionStatus.Eligible or DispositionStatus.Overdue, Action: { } action }
        || Permits(s, DecisionText.Word(action)).IsPermitted, 4000);

    [Fact]
    public void ADestructionIsOnlyPermitted_WhereTheDecisionPermitsIt() => PropertyCheck.Holds(output, Restricted, s =>
        Permits(s, "destroy").IsPermitted == s.Decide().Permits(DispositionAction.Destroy), 4000);

    [Fact]
    public void TheAnswerDoesNotChange_BeforeChangesOn() => PropertyCheck.Holds(output, Later, l => ActsOf(l.Situation).All(act =>
    {
        PermissionDecision now = Permits(l.Situation, act);
        return now.ChangesOn <= DateBound.At(l.Day) || Substance(now) == Substance(Permits(l.Situation, act, l.Situation.Record, l.Day));
    }), 2000);

    /// <summary>What the decision on the record says of it moves with the day while something is pending.</summary>
    private static string Substance(PermissionDecision permission) => string.Join(
        "|", permission.Permission, string.Join(",", permission.Forbidding), string.Join(",", permission.MayForbid), string.Join(",", permission.Missing),
        string.Join(",", permission.Duties.Select(d => $"{d.Restriction.Id} {d.State}")), string.Join(",", permission.Reasons.Select(r => r.Code)));

    [Fact]
    public void NamesStandOnOneSide_AndWhatMayForbidSaysWhatIsMissing() => PropertyCheck.Holds(output, Restricted, s => ActsOf(s).Select(a => Permits(s, a)).All(p =>
        !p.Forbidding.Intersect(p.MayForbid).Any()
        && (p.Forbidding.Count == 0 || p.Permission == PermissionStatus.Forbidden)
        && (p.MayForbid.Count == 0 || (!p.IsPermitted && p.Missing.Count > 0))
        && p.Reasons.Count > 0), 2000);

    private static readonly Gen<(Situation Situation, DateOnly Day)> Later =
        from situation in Restricted.Generator
        from ahead in Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(1, 4000))
        select (situation, situation.AsOf.AddDays(ahead));
}
