using FsCheck;
using FsCheck.Fluent;

namespace RetentionRules.Tests.Generators;

/// <summary>A generated schedule, a record under it, and a day.</summary>
internal sealed record Situation(GeneratedSchedule Schedule, GeneratedRecord Record, DateOnly AsOf)
{
    private readonly Lazy<CompiledPolicy> _policy = new(() => RetentionPolicy.For(Schedule.Load()).WithHolds(HoldList.None).Compile());

    public CompiledPolicy Policy => _policy.Value;

    public DispositionDecision Decide() => Decide(Record, AsOf);

    public DispositionDecision Decide(GeneratedRecord record, DateOnly asOf) => Policy.Evaluate(record.For(Policy), asOf);

    public override string ToString() => $"as of {AsOf:yyyy-MM-dd}\n{Record}\n{Schedule}";

    private static Gen<Situation> OfEveryKind { get; } =
        from schedule in ScheduleGenerators.Any.Generator
        from record in RecordGenerators.For(schedule.Load().Facts)
        from asOf in RecordGenerators.AsOf
        select new Situation(schedule, record, asOf);

    private static Gen<Situation> NearDestruction { get; } =
        from schedule in ScheduleGenerators.Destroying
        from record in RecordGenerators.MostlyKnown(schedule.Load().Facts)
        from asOf in RecordGenerators.Late
        select new Situation(schedule, record, asOf);

    /// <summary>Half of them of every kind, and half in which a destruction is near: there a mistake would cost most.</summary>
    public static Arbitrary<Situation> Any { get; } = Arb.From(Gen.OneOf(OfEveryKind, NearDestruction), Shrink);

    private static IEnumerable<Situation> Shrink(Situation situation)
    {
        foreach (GeneratedSchedule smaller in ScheduleGenerators.Shrink(situation.Schedule))
            if (ScheduleReader.Read(smaller.ToString()).TryGetValue(out _)) yield return new Situation(smaller, situation.Record, situation.AsOf);
        foreach (GeneratedRecord smaller in RecordGenerators.Shrink(situation.Record)) yield return new Situation(situation.Schedule, smaller, situation.AsOf);
    }
}
