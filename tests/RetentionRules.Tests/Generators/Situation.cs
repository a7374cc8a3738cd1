using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;

namespace RetentionRules.Tests.Generators;

/// <summary>A generated schedule, a record under it, a day, and the condition of a hold (none where it is empty).</summary>
internal sealed record Situation(GeneratedSchedule Schedule, GeneratedRecord Record, DateOnly AsOf, string Hold = "")
{
    private readonly Lazy<CompiledPolicy> _policy = new(() => Compile(Schedule.Load(), Hold));

    public CompiledPolicy Policy => _policy.Value;

    public static CompiledPolicy Compile(RetentionInstrument schedule, string hold)
    {
        string text = $"holds:\n  - id: h\n    title: A hold\n    authority: test\n    when: '{hold.Replace("'", "''", StringComparison.Ordinal)}'\n";
        HoldList holds = hold.Length == 0 ? HoldList.None : HoldReader.Read(text, schedule, "holds.yaml").Value;
        return RetentionPolicy.For(schedule).WithHolds(holds).Compile();
    }

    public DispositionDecision Decide() => Decide(Record, AsOf);

    public DispositionDecision Decide(GeneratedRecord record, DateOnly asOf) => Policy.Evaluate(record.For(Policy), asOf);

    /// <summary>The same, read and compiled once more.</summary>
    public Situation Again() => new(Schedule, Record, AsOf, Hold);

    public override string ToString() => $"as of {AsOf:yyyy-MM-dd}\n{Record}\n{Schedule}" + (Hold.Length > 0 ? $"\nheld when {Hold}" : "");

    public static Gen<string> Holds { get; } = Gen.Frequency((3, Gen.Constant("")), (1, SyntaxGenerators.Condition.Select(SyntaxPrinter.Print)));

    private static Gen<Situation> OfEveryKind { get; } =
        from schedule in ScheduleGenerators.Any.Generator
        from record in RecordGenerators.For(schedule.Load().Facts)
        from asOf in RecordGenerators.AsOf
        from hold in Holds
        select new Situation(schedule, record, asOf, hold);

    private static Gen<Situation> NearDestruction { get; } =
        from schedule in ScheduleGenerators.Destroying
        from record in RecordGenerators.MostlyKnown(schedule.Load().Facts)
        from asOf in RecordGenerators.Late
        from hold in Holds
        select new Situation(schedule, record, asOf, hold);

    /// <summary>Half of them of every kind, and half in which a destruction is near: there a mistake would cost most.</summary>
    public static Arbitrary<Situation> Any { get; } = Arb.From(Gen.OneOf(OfEveryKind, NearDestruction), Shrink);

    private static IEnumerable<Situation> Shrink(Situation situation)
    {
        if (situation.Hold.Length > 0) yield return new Situation(situation.Schedule, situation.Record, situation.AsOf);
        foreach (GeneratedSchedule smaller in ScheduleGenerators.Shrink(situation.Schedule))
            if (ScheduleReader.Read(smaller.ToString()).TryGetValue(out _)) yield return new Situation(smaller, situation.Record, situation.AsOf, situation.Hold);
        foreach (GeneratedRecord smaller in RecordGenerators.Shrink(situation.Record)) yield return new Situation(situation.Schedule, smaller, situation.AsOf, situation.Hold);
    }
}
