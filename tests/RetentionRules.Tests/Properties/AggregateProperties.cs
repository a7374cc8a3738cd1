using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Calendars;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>What holds for all records that are disposed of as one.</summary>
public sealed class AggregateProperties(ITestOutputHelper output)
{
    private const string Key = "A";

    /// <summary>What is disposed of as one is so by its title, and complete where its litigation is said to be: facts that the vocabulary has.</summary>
    private static string Keys(string moments) => $"aggregate: {{ by: title, moments: {moments}, complete: litigation }}\n";

    private sealed record Case(GeneratedSchedule Schedule, IReadOnlyList<GeneratedRecord> Members, DateOnly AsOf)
    {
        private readonly Lazy<CompiledPolicy> _together = new(() => Compile(Schedule));
        private readonly Lazy<CompiledPolicy> _alone = new(() => Compile(Schedule with { Aggregate = "" }));

        public CompiledPolicy Policy => _together.Value;

        private static CompiledPolicy Compile(GeneratedSchedule schedule) => RetentionPolicy.For(schedule.Load()).WithHolds(HoldList.None).Compile();

        public DispositionDecision Decide() => Decide(Members);

        public DispositionDecision Decide(IEnumerable<GeneratedRecord> members)
        {
            RecordAggregate aggregate = Policy.NewAggregate(Key, AsOf);
            foreach (GeneratedRecord member in members) aggregate.Add(member.For(Policy));
            return aggregate.Decide();
        }

        /// <summary>What would be decided about a record if it stood alone.</summary>
        public DispositionDecision Alone(GeneratedRecord member) => _alone.Value.Evaluate(member.For(_alone.Value), AsOf);

        public override string ToString() => $"as of {AsOf:yyyy-MM-dd}\n{string.Join("\n--\n", Members)}\n{Schedule}";
    }

    private static Gen<Case> Cases(Gen<GeneratedSchedule> schedules, Func<IReadOnlyList<FactDefinition>, Gen<GeneratedRecord>> records, Gen<DateOnly> days) =>
        from schedule in schedules
        from moments in Gen.Elements("latest", "earliest")
        let together = schedule with { Aggregate = Keys(moments) }
        from count in Gen.Choose(1, 4)
        from drawn in Gen.CollectToList(Enumerable.Range(0, count), _ => records(together.Load().Facts))
        from complete in Gen.Frequency((4, Gen.Constant(FactValue.YesNo(true))), (1, Gen.Constant(FactValue.Unknown)), (1, Gen.Constant(FactValue.YesNo(false))))
        from asOf in days
        select new Case(together, [.. drawn.Select(d => d.With("title", FactValue.Text(Key)).With("litigation", complete))], asOf);

    private static readonly Gen<Case> Any = Gen.OneOf(
        Cases(ScheduleGenerators.Any.Generator, RecordGenerators.For, RecordGenerators.AsOf),
        Cases(ScheduleGenerators.Destroying, RecordGenerators.MostlyKnown, RecordGenerators.Late));

    [Fact]
    public void WhatIsDestroyedAsOne_IsComplete_AndEachRecordIsDueUnderOneItem() => PropertyCheck.Holds(output, Any, c =>
    {
        DispositionDecision together = c.Decide();
        if (!together.Permits(DispositionAction.Destroy)) return true;
        bool isComplete = c.Members.All(m => m["litigation"].IsKnown && m["litigation"].AsYesNo);
        DispositionDecision[] alone = [.. c.Members.Select(c.Alone)];
        return isComplete && together.Item is not null &&
            alone.All(d => d.Status == DispositionStatus.Completed || (d.Permits(DispositionAction.Destroy) && d.Item?.Number == together.Item.Number));
    });

    [Fact]
    public void TheOrderOfTheRecords_ChangesNothingThatIsDecided() => PropertyCheck.Holds(output, Any, c =>
    {
        Assert.Equal(Substance(c.Decide()), Substance(c.Decide(c.Members.Reverse())));
        return true;
    });

    private static string Substance(DispositionDecision d) => string.Join(
        "|", d.Status, d.Item?.Number, d.Value, d.Action, d.Next, d.Bounds, d.Latest, d.ChangesOn,
        string.Join(",", d.Candidates.Order(StringComparer.Ordinal)), string.Join(",", d.Blocks.Order(StringComparer.Ordinal)));

    [Fact]
    public void OneRecordMore_NeverLeadsToADueDestroy() => PropertyCheck.Holds(output, Any, c =>
        c.Members.Count < 2 || c.Decide(c.Members.Skip(1)).Permits(DispositionAction.Destroy) || !c.Decide().Permits(DispositionAction.Destroy) ||
        c.Members.Skip(1).All(m => c.Alone(m).Status == DispositionStatus.Completed));

    [Fact]
    public void MakingAFactUnknown_NeverLeadsToADueDestroy() => PropertyCheck.Holds(output, Any, c =>
        c.Decide().Permits(DispositionAction.Destroy) ||
        c.Members[0].Values.Keys.Where(name => !name.EndsWith("destroy", StringComparison.Ordinal))
            .All(name => !c.Decide([c.Members[0].With(name, FactValue.Unknown), .. c.Members.Skip(1)]).Permits(DispositionAction.Destroy)), 1000);

    [Fact]
    public void ARecordOfAnAggregate_IsNeverDueByItself() => PropertyCheck.Holds(output, Any, c =>
        c.Members.All(m => c.Policy.Evaluate(m.For(c.Policy), c.AsOf).Action is null));

    [Fact]
    public void NothingChanges_BeforeChangesOn() => PropertyCheck.Holds(output, Later, l =>
    {
        DispositionDecision now = l.Case.Decide();
        if (now.ChangesOn <= DateBound.At(l.Day)) return true;
        DispositionDecision later = (l.Case with { AsOf = l.Day }).Decide();
        Assert.Equal((now.Status, now.Action, now.Next, now.Bounds.NotAfter), (later.Status, later.Action, later.Next, later.Bounds.NotAfter));
        return true;
    });

    private static readonly Gen<(Case Case, DateOnly Day)> Later =
        from c in Any
        from ahead in Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(1, 4000))
        select (c, c.AsOf.AddDays(ahead));
}
