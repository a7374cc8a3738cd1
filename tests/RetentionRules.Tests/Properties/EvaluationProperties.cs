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
        DecisionJson.Write(s.Decide()) == DecisionJson.Write(new Situation(s.Schedule, s.Record, s.AsOf).Decide()));

    [Fact]
    public void MakingAFactUnknown_NeverLeadsToADueDestroy() => PropertyCheck.Holds(output, Situation.Any, s =>
    {
        if (s.Decide().Permits(DispositionAction.Destroy)) return true;
        return s.Record.Values.Keys
            .Where(name => !name.EndsWith(Destroyed, StringComparison.Ordinal))
            .All(name => !s.Decide(s.Record.With(name, FactValue.Unknown), s.AsOf).Permits(DispositionAction.Destroy));
    });

    [Fact]
    public void ADueDestroy_StandsInEveryCompletion() => PropertyCheck.Holds(output, Completed, c =>
        !c.Situation.Decide().Permits(DispositionAction.Destroy) || c.Situation.Decide(c.Completion, c.Situation.AsOf).Permits(DispositionAction.Destroy), 6000);

    [Fact]
    public void Bounds_EncloseTheDayOfEveryCompletion() => PropertyCheck.Holds(output, Completed, c =>
    {
        DispositionDecision open = c.Situation.Decide();
        DispositionDecision complete = c.Situation.Decide(c.Completion, c.Situation.AsOf);
        bool sameRule = open.Timeline.Count == complete.Timeline.Count && open.Timeline.Zip(complete.Timeline).All(p => ReferenceEquals(p.First.Step, p.Second.Step));
        return !sameRule || open.Timeline.Zip(complete.Timeline).All(p => Encloses(p.First, p.Second));
    }, 6000);

    /// <summary>The days of a recurring act that is over are of no account.</summary>
    private static bool Encloses(TimelineEntry open, TimelineEntry complete) =>
        open.State is StepState.Over || complete.State is StepState.Over ||
        (open.Bounds.Contains(complete.Bounds) && open.Latest.Contains(complete.Latest));

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

    private static readonly Arbitrary<(Situation Situation, GeneratedRecord Completion)> Completed = Arb.From(
        from situation in Situation.Any.Generator
        from completion in CompletionOf(situation)
        select (situation, completion));

    private static readonly Gen<(Situation Situation, DateOnly Day)> Later =
        from situation in Situation.Any.Generator
        from ahead in Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(1, 4000))
        select (situation, situation.AsOf.AddDays(ahead));

    private static readonly Gen<(Situation Situation, GeneratedRecord Completion, Condition Condition)> Settled =
        from situation in Situation.Any.Generator
        from completion in AnyStateForUnknown(situation)
        from item in Gen.Elements(situation.Policy.Policy.Schedule.Items.AsEnumerable())
        select (situation, completion, item.When);

    /// <summary>
    /// A record in which everything is known or never that the first one does not know: an unknown fact has any value, a
    /// pending one a day after the day of evaluation, or never.
    /// </summary>
    private static Gen<GeneratedRecord> CompletionOf(Situation situation) =>
        Gen.CollectToList(situation.Policy.Facts, fact => CompletionOf(fact, situation.Record[fact.Name], situation.AsOf))
            .Select(values => new GeneratedRecord(situation.Policy.Facts.Zip(values).ToDictionary(p => p.First.Name, p => p.Second)));

    private static Gen<FactValue> CompletionOf(FactDefinition fact, FactValue value, DateOnly asOf) => value.State switch
    {
        _ when fact.Name.EndsWith(Destroyed, StringComparison.Ordinal) && fact.Role is FactRole.FinalCompletion or FactRole.Completion => Gen.Constant(value),
        FactState.Unknown => Gen.OneOf(RecordGenerators.Known(fact), Gen.Constant(FactValue.Never)),
        FactState.Pending when fact.Type is DateListType => Gen.OneOf(LaterDays(asOf), Gen.Constant(FactValue.Never)),
        FactState.Pending => Gen.OneOf(Gen.Choose(1, 3000).Select(d => FactValue.Date(asOf.AddDays(d))), Gen.Constant(FactValue.Never)),
        _ => Gen.Constant(value),
    };

    private static Gen<FactValue> LaterDays(DateOnly asOf) => Gen.NonEmptyListOf(Gen.Choose(1, 3000)).Select(days => FactValue.Dates(days.Take(3).Select(d => asOf.AddDays(d))));

    private static Gen<GeneratedRecord> AnyStateForUnknown(Situation situation) =>
        Gen.CollectToList(situation.Policy.Facts, fact => situation.Record[fact.Name].State == FactState.Unknown ? RecordGenerators.AnyState(fact) : Gen.Constant(situation.Record[fact.Name]))
            .Select(values => new GeneratedRecord(situation.Policy.Facts.Zip(values).ToDictionary(p => p.First.Name, p => p.Second)));
}
