using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>
/// The compiled policy says of every record what the reference evaluator says, to the last reason. <c>PROPERTY_FACTOR</c>
/// makes these runs as long as wanted; the number of cases is printed.
/// </summary>
public sealed class CompilationProperties(ITestOutputHelper output)
{
    [Fact]
    public void OfEverySchedule_TheCompiledDecisionIsTheReferences() =>
        PropertyCheck.Holds(output, Situation.Any, s => IsSame(s.Policy, s.Record.For(s.Policy), s.AsOf), 6000);

    /// <summary>Without the layers that are walked: what is compared here is the diagram and the programs.</summary>
    [Fact]
    public void OfSchedulesThatDecideAlone_TheCompiledDecisionIsTheReferences()
    {
        (int compiled, int all) = (0, 0);
        PropertyCheck.Holds(output, Alone, s =>
        {
            RecordFacts facts = s.Record.For(s.Policy);
            all++;
            if (s.Policy.Decide(facts, s.AsOf).Decision is null) compiled++;
            return IsSame(s.Policy, facts, s.AsOf);
        }, 12_000);
        output.WriteLine($"{compiled} of {all} by the compiled path");
        Assert.True(compiled * 3 > all, $"only {compiled} of {all} records were decided by the compiled path");
    }

    [Fact]
    public void OfSetsAndRegisters_TheDecisionIsTheReferences() =>
        PropertyCheck.Holds(output, CombinedSituation.OfEveryKind, s => IsSame(s.Policy, s.Record.For(s.Policy), s.AsOf), 3000);

    /// <summary>A buffer that is used again forgets what was known of the record before.</summary>
    [Fact]
    public void ABufferUsedAgain_DecidesAsANewOne() => PropertyCheck.Holds(output, TwoRecords, c =>
    {
        RecordFacts used = c.Situation.Record.For(c.Situation.Policy);
        c.Situation.Policy.Evaluate(used, c.Situation.AsOf);
        foreach (FactDefinition fact in c.Situation.Policy.Facts) used.Set(c.Situation.Policy.PlaceOf(fact.Name), c.Other[fact.Name]);
        string again = DecisionDump.Write(c.Situation.Policy.Evaluate(used, c.Situation.AsOf));
        return again == DecisionDump.Write(c.Situation.Decide(c.Other, c.Situation.AsOf));
    });

    private static bool IsSame(CompiledPolicy policy, RecordFacts facts, DateOnly asOf)
    {
        DispositionDecision meant = new ReferenceEvaluator(policy.Policy).Evaluate(facts, asOf);
        Assert.Equal(DecisionDump.Write(meant), DecisionDump.Write(policy.Evaluate(facts, asOf)));
        Assert.Equal(DecisionDump.Verdict(meant), DecisionDump.Verdict(policy.Decide(facts, asOf)));
        return true;
    }

    private static readonly Arbitrary<Situation> Alone = Arb.From(
        from situation in Situation.Any.Generator
        let schedule = situation.Schedule with { Rules = [], Restrictions = [], Limits = [] }
        let record = situation.Record.With(ClassificationScheme.FactName, FactValue.Text(Vocabulary.ListedClasses[0]))
        select new Situation(schedule, record, situation.AsOf, situation.Hold),
        Situation.Any.Shrinker);

    private static readonly Gen<(Situation Situation, GeneratedRecord Other)> TwoRecords =
        from situation in Situation.Any.Generator
        from other in RecordGenerators.For(situation.Policy.Facts)
        select (situation, other);
}
