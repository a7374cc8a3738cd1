using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>What holds for every set of schedules and every register of editions.</summary>
public sealed class CombinationProperties(ITestOutputHelper output)
{
    /// <summary>When a record was destroyed is not among what a destruction rests on.</summary>
    private const string Destroyed = "destroy";

    [Fact]
    public void MakingAFactUnknown_NeverLeadsToADueDestroy() => PropertyCheck.Holds(output, CombinedSituation.OfEveryKind, s =>
        s.Decide().Permits(DispositionAction.Destroy) ||
        s.Record.Values.Keys
            .Where(name => !name.EndsWith(Destroyed, StringComparison.Ordinal))
            .All(name => !s.Decide(s.Record.With(name, FactValue.Unknown), s.AsOf).Permits(DispositionAction.Destroy)));

    /// <summary>Class, editions, items, limits, sets, aggregates, holds and restrictions at once.</summary>
    [Fact]
    public void WithAllLayersTogether_MakingAFactUnknown_NeverLeadsToADueDestroy() => PropertyCheck.Holds(output, AsOne, c =>
        DecideTogether(c, c.Situation.Record).Permits(DispositionAction.Destroy) ||
        c.Situation.Record.Values.Keys
            .Where(name => !name.EndsWith(Destroyed, StringComparison.Ordinal))
            .All(name => !DecideTogether(c, c.Situation.Record.With(name, FactValue.Unknown)).Permits(DispositionAction.Destroy)), 600);

    private static DispositionDecision DecideTogether((CombinedSituation Situation, GeneratedRecord Other) c, GeneratedRecord first)
    {
        RecordAggregate aggregate = c.Situation.Policy.NewAggregate("A", c.Situation.AsOf);
        aggregate.Add(first.For(c.Situation.Policy));
        aggregate.Add(c.Other.For(c.Situation.Policy));
        return aggregate.Decide();
    }

    private static readonly Gen<(CombinedSituation Situation, GeneratedRecord Other)> AsOne =
        from situation in CombinedSituation.OfEveryKind.Generator
        from moments in Gen.Elements("latest", "earliest")
        let together = situation.AsOne(moments)
        from other in RecordGenerators.MostlyKnown(together.Policy.Facts)
        from isComplete in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        let one = together with { Record = Of(together.Record, isComplete) }
        select (one, Of(other, isComplete));

    private static GeneratedRecord Of(GeneratedRecord record, bool isComplete) => record.With("title", FactValue.Text("A")).With("litigation", FactValue.YesNo(isComplete));

    [Fact]
    public void NothingChanges_BeforeChangesOn() => PropertyCheck.Holds(output, Later, l =>
    {
        DispositionDecision now = l.Situation.Decide();
        if (now.ChangesOn <= DateBound.At(l.Day)) return true;
        DispositionDecision later = l.Situation.Decide(l.Situation.Record, l.Day);
        Assert.Equal(Substance(now), Substance(later));
        return true;
    });

    private static string Substance(DispositionDecision d) => string.Join(
        "|", d.Status, d.Schedule, d.Item?.Number, d.Value, d.Action, d.Next, d.Target, d.Bounds.NotAfter, d.Latest,
        string.Join(",", d.Missing), string.Join(",", d.Candidates), string.Join(",", d.Blocks), string.Join(",", d.Reasons.Select(r => r.Code)));

    [Fact]
    public void Deciding_NeverFails_AndExplainingSaysTheSame() => PropertyCheck.Holds(output, CombinedSituation.OfEveryKind, s =>
    {
        Explanation explanation = s.Policy.Explain(s.Record.For(s.Policy), s.AsOf);
        return DecisionJson.Write(explanation.Decision) == DecisionJson.Write(s.Decide()) && explanation.ToString().Length > 0;
    });

    /// <summary>Once the first schedule claims a record, whatever is added can only delay its destruction.</summary>
    [Fact]
    public void AddingASchedule_NeverMakesADestructionEarlier() => PropertyCheck.Holds(output, CombinedSituation.Longest, s =>
    {
        CombinedSituation alone = s.FirstAlone();
        ScheduleOutcome first = Parts(alone)[0];
        DispositionDecision together = s.Decide();
        // What the first schedule has had destroyed, with a move left to record, it no longer protects.
        bool isGone = first.Outcome.Timeline.Any(t => t is { Step.Action: DispositionAction.Destroy, State: StepState.Done });
        if (first.Claim != Truth.True || isGone || !together.Permits(DispositionAction.Destroy)) return true;
        DispositionDecision before = alone.Policy.Evaluate(s.Record.For(alone.Policy), s.AsOf);
        return before.Permits(DispositionAction.Destroy) ? before.Bounds.NotAfter <= together.Bounds.NotAfter : before.Status == DispositionStatus.Completed;
    });

    [Fact]
    public void Longest_IsCommutative_Idempotent_AndAssociative() => PropertyCheck.Holds(output, CombinedSituation.Longest, s =>
    {
        ScheduleOutcome[] parts = [.. Parts(s).Where(p => p.Claim != Truth.False)];
        if (parts.Length == 0) return true;
        ScheduleOutcome Join(params IReadOnlyList<ScheduleOutcome> joined) => LongestRetention.Join(s.Policy.Policy.Instrument, joined, s.AsOf);
        string all = Substance(Join(parts));
        Assert.Equal(all, Substance(Join([.. parts.Reverse()])));
        Assert.Equal(all, Substance(Join([.. parts, .. parts])));
        Assert.Equal(all, Substance(Join([Join([.. parts.Take(2)]), .. parts.Skip(2)])));
        Assert.Equal(all, Substance(Join([.. parts.Take(1), .. parts.Length > 1 ? [Join([.. parts.Skip(1)])] : Array.Empty<ScheduleOutcome>()])));
        return true;
    });

    private static string Substance(ScheduleOutcome o) => string.Join(
        "|", o.Outcome.Status, o.Outcome.Value, o.Outcome.Action, o.Outcome.Bounds, o.Outcome.Latest, o.Claim);

    private static ScheduleOutcome[] Parts(CombinedSituation s)
    {
        RecordFacts facts = new Classifier(s.Policy.Policy.Classification).Classify(s.Record.For(s.Policy)).Facts;
        return [.. new SetEvaluator(s.Policy.Policy, (ScheduleSet)s.Policy.Policy.Instrument, facts, s.AsOf, ItemFinder.All).Parts()];
    }

    private static readonly Gen<(CombinedSituation Situation, DateOnly Day)> Later =
        from situation in CombinedSituation.OfEveryKind.Generator
        from ahead in Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(1, 4000))
        select (situation, situation.AsOf.AddDays(ahead));
}
