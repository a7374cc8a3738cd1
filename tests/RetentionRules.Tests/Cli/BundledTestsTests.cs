using RetentionRules.Calendars;
using RetentionRules.Schedules;
using RetentionRules.Testing;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>
/// Each bundled item whose act falls due by a date is tested where a mistake of a day would show: on the day before, on the
/// day itself, and without what the day hangs on.
/// </summary>
public sealed class BundledTestsTests
{
    private static readonly ILookup<string, DispositionDecision> Decisions = Directory
        .EnumerateFiles(Repository.PathOf("schedules"), "*" + ScheduleTestReader.Ending, SearchOption.AllDirectories)
        .Select(f => ScheduleTestReader.ReadFile(f).Value)
        .SelectMany(t => t.Cases.Select(c => c.Run().Decision))
        .SelectMany(d => ItemsOf(d).Select(item => (Item: Name(d.Schedule, item), Decision: d)))
        .ToLookup(d => d.Item, d => d.Decision);

    /// <summary>The item that decides; or those that may, where a condition hangs on the very fact that starts the period.</summary>
    private static IEnumerable<string> ItemsOf(DispositionDecision decision) => decision.Item is { } item ? [item.Number] : decision.Candidates;

    private static string Name(RetentionInstrument schedule, string item) => $"{Path.GetRelativePath(Repository.PathOf("schedules"), schedule.Path)} {item}";

    /// <summary>Items with an act that a date makes due: not what is referred, or kept for ever, or done at once.</summary>
    private static string[] Dated { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("schedules"), "*.yaml", SearchOption.AllDirectories)
            .Where(f => FileCheck.KindOf(f) == RetentionFileKind.Schedule)
            .Select(f => ScheduleReader.ReadFile(f).Value)
            .SelectMany(s => s.Items.Where(i => IsDated(s, i) && !IsKeptByItsMinimum(s, i)).Select(i => Name(s, i.Number))),
    ];

    /// <summary>What the schedule above keeps for ever falls due on no day, whatever is written here.</summary>
    private static bool IsKeptByItsMinimum(RetentionSchedule schedule, ScheduleItem item) =>
        schedule.Implements is { Schedule: var above } && item.Implements.Length > 0 && above[item.Implements].Cases.All(c => c.Instruction is StepSequence { IsPermanent: true });

    private static bool IsDated(RetentionSchedule schedule, ScheduleItem item) => item.Cases.Any(c => c.Instruction switch
    {
        StepSequence sequence => sequence.Steps.Any(s => s.Timing is not (FromMoment { Moment: AtOnce } or TimeWindow { Floor: AtOnce })),
        SameAsItem same => IsDated(schedule, schedule[same.ItemNumber]),
        _ => false,
    });

    [Fact]
    public void EveryDatedItem_IsTestedOnTheDayBefore() => Untested(d => d.Next is not null && d.Bounds.NotAfter == DateBound.At(d.AsOf).NextDay());

    [Fact]
    public void EveryDatedItem_IsTestedOnTheDay() => Untested(d => d.Action is not null && d.Bounds.NotAfter == DateBound.At(d.AsOf));

    [Fact]
    public void EveryDatedItem_IsTestedWithoutWhatItHangsOn() => Untested(d => d.Status is DispositionStatus.Undetermined or DispositionStatus.Awaiting);

    private static void Untested(Func<DispositionDecision, bool> isTested)
    {
        Assert.NotEmpty(Dated);
        string[] untested = [.. Dated.Where(name => !Decisions[name].Any(isTested))];
        Assert.True(untested.Length == 0, string.Join("\n", untested));
    }
}
