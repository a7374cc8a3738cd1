using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Schedules;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

/// <summary>What holds of sets, whatever schedules and records stand in them.</summary>
public sealed class CombinationProperties(ITestOutputHelper output)
{
    /// <summary>Two schedules over the same facts, a record of theirs, and a day late enough for something to be due.</summary>
    private sealed record Pair(GeneratedSchedule First, GeneratedSchedule Second, RetentionSchedule[] Loaded, GeneratedRecord Record, DateOnly AsOf)
    {
        public DispositionDecision Decide(SetCombination combination, params IReadOnlyList<RetentionSchedule> schedules) => Decide(new ScheduleSet("pair", combination, schedules));

        public DispositionDecision Decide(RetentionInstrument instrument)
        {
            CompiledPolicy policy = RetentionPolicy.For(instrument).WithHolds(HoldList.None).Compile();
            return policy.Evaluate(Record.For(policy), AsOf);
        }

        public override string ToString() => $"as of {AsOf:yyyy-MM-dd}\n{Record}\n{First}\n---\n{Second}";
    }

    private static RetentionSchedule Load(GeneratedSchedule schedule, string id) =>
        ScheduleReader.Read(schedule.ToString().Replace("schedule: generated\n", $"schedule: {id}\n", StringComparison.Ordinal), id + ".yaml").Value;

    /// <summary>
    /// One classification and the restrictions of all bear on a set as a whole; here schedules are asked one by one. A day that
    /// one refuses to round does not matter where the day of another is later than both of what it could be.
    /// </summary>
    private static readonly Gen<GeneratedSchedule> Plain =
        Gen.OneOf(ScheduleGenerators.Destroying, ScheduleGenerators.Any.Generator).Select(s => s with { Rules = [], Restrictions = [], Rounding = s.Rounding == "error" ? "up" : s.Rounding });

    private static readonly Gen<Pair> Pairs =
        from first in Plain
        from second in Plain
        let loaded = (RetentionSchedule[])[Load(first, "first"), Load(second, "second")]
        from record in RecordGenerators.MostlyKnown(new ScheduleSet("pair", SetCombination.Longest, loaded).Facts)
        from asOf in RecordGenerators.Late
        select new Pair(first, second, loaded, record, asOf);

    private static bool AllowsDestruction(DispositionDecision decision) =>
        decision is { Status: DispositionStatus.Eligible or DispositionStatus.Overdue, Action: DispositionAction.Destroy };

    [Fact]
    public void TheOrderOfSchedules_ChangesNothing_WhereAllOfThemHold() => PropertyCheck.Holds(output, Pairs, pair =>
    {
        DispositionDecision one = pair.Decide(SetCombination.Longest, pair.Loaded);
        DispositionDecision other = pair.Decide(SetCombination.Longest, [.. pair.Loaded.Reverse()]);
        return (one.Status, one.Action, one.Next, one.Value, one.Bounds, one.Latest, one.Schedule.Id, one.Item?.Number, one.ChangesOn)
            == (other.Status, other.Action, other.Next, other.Value, other.Bounds, other.Latest, other.Schedule.Id, other.Item?.Number, other.ChangesOn)
            && one.Missing.ToHashSet().SetEquals(other.Missing) && one.Blocks.ToHashSet().SetEquals(other.Blocks);
    });

    /// <summary>A move that is still to come stands in nobody's way; everything else that a schedule asks for does.</summary>
    [Fact]
    public void WhereAllHold_NothingIsDestroyed_ThatOneOfThemKeeps() => PropertyCheck.Holds(output, Pairs, pair =>
        !AllowsDestruction(pair.Decide(SetCombination.Longest, pair.Loaded))
        || pair.Loaded.Select(pair.Decide).All(alone =>
            AllowsDestruction(alone) || alone.Status is DispositionStatus.Unscheduled or DispositionStatus.Completed
            || alone is { Next: DispositionAction.Move }));

    [Fact]
    public void UnderUniqueAndPrecedence_NothingIsDestroyed_ThatNoneOfThemLetsGo() => PropertyCheck.Holds(output, Pairs, pair =>
        ((SetCombination[])[SetCombination.Unique, SetCombination.Precedence]).All(combination =>
            !AllowsDestruction(pair.Decide(combination, pair.Loaded)) || pair.Loaded.Select(pair.Decide).Any(AllowsDestruction)));
}
