using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>Rules speak where nobody has filed a record, and never guess.</summary>
public sealed class ClassificationProperties(ITestOutputHelper output)
{
    private const string Class = ClassificationScheme.FactName;

    private static RecordClassification Classify(Situation situation, GeneratedRecord record) => situation.Policy.Classify(record.For(situation.Policy));

    [Fact]
    public void ARule_NeverAssignsOverAFiledOrAnUnknownClass() => PropertyCheck.Holds(output, Situation.Any, s => (s.Record[Class].State, Classify(s, s.Record)) switch
    {
        (FactState.Known, var filed) => filed.State == ClassificationState.Filed && filed.Class == s.Record[Class].AsText,
        (FactState.Unknown, var unknown) => unknown.State == ClassificationState.Unknown && unknown.Class.Length == 0,
        (_, var asked) => asked.State is not (ClassificationState.Filed or ClassificationState.Unknown),
    });

    [Fact]
    public void TurningUnknownFactsIntoAnyState_NeverTurnsOneAssignedClassIntoAnother() => PropertyCheck.Holds(output, Unfiled, c =>
    {
        RecordClassification before = Classify(c.Situation, c.Situation.Record);
        RecordClassification after = Classify(c.Situation, c.Completion);
        return before.State switch
        {
            ClassificationState.Assigned => after.State == ClassificationState.Assigned && after.Class == before.Class,
            ClassificationState.Conflict => after.State == ClassificationState.Conflict && !before.Candidates.Except(after.Candidates).Any(),
            ClassificationState.NotFound => after.State == ClassificationState.NotFound,
            ClassificationState.MayBe => (after.Class.Length > 0 ? [after.Class] : after.Candidates).All(before.Candidates.Contains),
            _ => true,
        };
    }, 6000);

    [Fact]
    public void FilingTheClassThatWasAssigned_GivesTheSameDecision() => PropertyCheck.Holds(output, Situation.Any, s =>
    {
        RecordClassification given = Classify(s, s.Record);
        if (given.State != ClassificationState.Assigned) return true;
        Assert.Equal(WithoutRules(s.Decide()), WithoutRules(s.Decide(s.Record.With(Class, FactValue.Text(given.Class)), s.AsOf)));
        return true;
    }, 6000);

    [Fact]
    public void AClassThatTheRulesLeaveOpen_DecidesAsOneThatNobodyKnows() => PropertyCheck.Holds(output, Situation.Any, s =>
    {
        if (Classify(s, s.Record).State is not (ClassificationState.MayBe or ClassificationState.Conflict or ClassificationState.NotFound)) return true;
        DispositionDecision open = s.Decide();
        DispositionDecision unknown = s.Decide(s.Record.With(Class, FactValue.Unknown), s.AsOf);
        return (open.Status, open.Item, open.Value, open.Action, open.Next, open.Bounds, open.ChangesOn) == (unknown.Status, unknown.Item, unknown.Value, unknown.Action, unknown.Next, unknown.Bounds, unknown.ChangesOn)
            && open.Candidates.SequenceEqual(unknown.Candidates);
    }, 4000);

    [Fact]
    public void WhatIsNotSettled_SaysWhatToFindOut() => PropertyCheck.Holds(output, Situation.Any, s =>
    {
        RecordClassification found = Classify(s, s.Record);
        return found.IsSettled == (found.Missing.Count == 0) && found.IsSettled == (found.Candidates.Count == 0 && found.State is not (ClassificationState.NotFound or ClassificationState.Unknown));
    });

    /// <summary>The generators reach every state; without that, the properties would hold of nothing.</summary>
    [Fact]
    public void EveryState_IsGenerated()
    {
        HashSet<ClassificationState> met = [];
        PropertyCheck.Holds(output, Situation.Any, s => met.Add(Classify(s, s.Record).State) || met.Count > 0);
        Assert.Equal(Enum.GetValues<ClassificationState>().Except([ClassificationState.NoScheme]).Order(), met.Order());
    }

    private static string WithoutRules(DispositionDecision decision)
    {
        string json = DecisionJson.Write(decision);
        return json[..json.IndexOf("\"reasons\"", StringComparison.Ordinal)] + string.Join("\n", decision.Reasons.Where(r => r.Code != "class-assigned"));
    }

    private static readonly Gen<(Situation Situation, GeneratedRecord Completion)> Unfiled =
        from generated in Situation.Any.Generator
        let situation = new Situation(generated.Schedule, generated.Record.With(Class, FactValue.Never), generated.AsOf, generated.Hold)
        from values in Gen.CollectToList(situation.Policy.Facts, f => situation.Record[f.Name].State == FactState.Unknown ? RecordGenerators.AnyState(f) : Gen.Constant(situation.Record[f.Name]))
        select (situation, new GeneratedRecord(situation.Policy.Facts.Zip(values).ToDictionary(p => p.First.Name, p => p.Second)));
}
