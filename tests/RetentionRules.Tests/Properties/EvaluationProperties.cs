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

public sealed class EvaluationProperties(ITestOutputHelper output)
{
    /// <summary>When a record was destroyed is not among what a destruction rests on: a record known destroyed is completed.</summary>
    private const string Destroyed = "destroy";

    [Fact]
    public void EvaluatingTwice_GivesIdenticalBytes() => PropertyCheck.Holds(output, Situation.Any, s =>
        DecisionJson.Write(s.Decide()) == DecisionJson.Write(s.Again().Decide()));

    [Fact]
    public void MakingAFactUnknown_NeverLeadsToADueDestroy() => PropertyCheck.Holds(output, Situation.Any, s =>
    {
        if (s.Decide().Permits(DispositionAction.Destroy)) return true;
        return s.Record.Values.Keys
            .Where(name => !name.EndsWith(Destroyed, StringComparison.Ordinal))
            .All(name => !s.Decide(s.Record.With(name, FactValue.Unknown), s.AsOf).Permits(DispositionAction.Destroy));
    });

    [Fact]
    public void NothingChanges_BeforeChangesOn() => PropertyCheck.Holds(output, Later, l =>
    {
        DispositionDecision now = l.Situation.Decide();
        if (now.ChangesOn <= DateBound.At(l.Day)) return true;
        DispositionDecision later = l.Situation.Decide(l.Situation.Record, l.Day);
        Assert.Equal(Substance(now, l.Situation.Record), Substance(later, l.Situation.Record));
        return true;
    }, 6000);

    /// <summary>What a decision says, without the day of evaluation, and without lower bounds that move with it while something is pending.</summary>
    private static string Substance(DispositionDecision decision, GeneratedRecord record)
    {
        string json = DecisionJson.Write(decision);
        if (!record.HasPending) return json[..json.IndexOf("\"changesOn\"", StringComparison.Ordinal)] + string.Join(";", decision.Reasons.Select(r => r.Text));
        return string.Join(
            "|", decision.Status, decision.Item?.Number, decision.Value, decision.Action, decision.Next, decision.Target, decision.Bounds.NotAfter, decision.Latest,
            string.Join(",", decision.Missing), string.Join(",", decision.Candidates), string.Join(",", decision.Blocks), string.Join(",", decision.Reasons.Select(r => r.Code)));
    }

    [Fact]
    public void TurningAnUnknownFactIntoAnyState_NeverTurnsATrueOrAFalse() => PropertyCheck.Holds(output, Settled, s =>
    {
        Truth before = new ConditionEvaluator(s.Situation.Record.For(s.Situation.Policy)).Evaluate(s.Condition);
        Truth after = new ConditionEvaluator(s.Completion.For(s.Situation.Policy)).Evaluate(s.Condition);
        return before == Truth.Unknown || before == after;
    }, 6000);

    [Fact]
    public void ExplainingADecision_NeverFails_AndSaysTheSame() => PropertyCheck.Holds(output, Situation.Any, s =>
        DecisionJson.Write(s.Policy.Explain(s.Record.For(s.Policy), s.AsOf).Decision) == DecisionJson.Write(s.Decide()) &&
        s.Policy.Explain(s.Record.For(s.Policy), s.AsOf).ToString().Length > 0);

    private static readonly Gen<(Situation Situation, DateOnly Day)> Later =
        from situation in Situation.Any.Generator
        from ahead in Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(1, 4000))
        select (situation, situation.AsOf.AddDays(ahead));

    private static readonly Gen<(Situation Situation, GeneratedRecord Completion, Condition Condition)> Settled =
        from situation in Situation.Any.Generator
        from completion in AnyStateForUnknown(situation)
        from item in Gen.Elements(situation.Policy.Policy.Instrument.Schedules[0].Items.AsEnumerable())
        select (situation, completion, item.When);

    private static Gen<GeneratedRecord> AnyStateForUnknown(Situation situation) =>
        Gen.CollectToList(situation.Policy.Facts, fact => situation.Record[fact.Name].State == FactState.Unknown ? RecordGenerators.AnyState(fact) : Gen.Constant(situation.Record[fact.Name]))
            .Select(values => new GeneratedRecord(situation.Policy.Facts.Zip(values).ToDictionary(p => p.First.Name, p => p.Second)));
}
