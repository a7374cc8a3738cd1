using System.Collections.Concurrent;
using RetentionRules.Descriptions;
using RetentionRules.Schedules;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

public sealed class DescriptionProperties(ITestOutputHelper output)
{
    [Fact]
    public void EveryItem_HasWholeSentencesInEveryLanguage() => PropertyCheck.Holds(output, ScheduleGenerators.Any, generated =>
    {
        RetentionSchedule schedule = generated.Load();
        foreach (DescriptionLanguage language in Enum.GetValues<DescriptionLanguage>())
        {
            ScheduleDescription description = ScheduleDescription.Of(schedule, language);
            Assert.All(description.Items, i => Assert.EndsWith(language == DescriptionLanguage.English ? "." : "。", i.Disposition, StringComparison.Ordinal));
            Assert.All(description.Items, i => Assert.True(i.Disposition.Length > 3 && i.AppliesTo.Length > 3));
            Assert.All(Enum.GetValues<DescriptionFormat>(), f => Assert.NotEmpty(description.Write(f)));
        }

        return true;
    }, 500);

    [Fact]
    public void RulesThatDiffer_AreNeverDescribedAlike()
    {
        ConcurrentDictionary<(DescriptionLanguage, string), string> known = [];
        PropertyCheck.Holds(output, ScheduleGenerators.Any, generated =>
        {
            RetentionSchedule schedule = generated.Load();
            foreach (ScheduleItem item in schedule.Items)
                foreach (DescriptionLanguage language in Enum.GetValues<DescriptionLanguage>())
                    TellsApart(known, (language, ItemDescription.Of(schedule, item, language).Disposition), string.Join(" | ", item.Cases.Select(c => $"{c.When}: {Normal(c.Instruction)}")));
            return true;
        });
        output.WriteLine($"{known.Count} descriptions");
    }

    [Fact]
    public void ConditionsThatDiffer_AreNeverDescribedAlike()
    {
        ConcurrentDictionary<(DescriptionLanguage, string), string> known = [];
        PropertyCheck.Holds(output, ScheduleGenerators.Any, generated =>
        {
            RetentionSchedule schedule = generated.Load();
            foreach (ScheduleItem item in schedule.Items)
                foreach (DescriptionLanguage language in Enum.GetValues<DescriptionLanguage>())
                    TellsApart(known, (language, ItemDescription.Of(schedule, item, language).AppliesTo), Which(schedule, item));
            return true;
        });
    }

    private static void TellsApart(ConcurrentDictionary<(DescriptionLanguage, string), string> known, (DescriptionLanguage, string) description, string rule) =>
        Assert.Equal(known.GetOrAdd(description, rule), rule);

    private static string Which(RetentionSchedule schedule, ScheduleItem item)
    {
        bool isInList = schedule.Selection == ItemSelection.First && item != schedule.Items[0] && !item.IsResidual;
        IEnumerable<string> over = schedule.Items.Where(i => i.ExceptionTo.Contains(item.Number)).Select(i => i.Number);
        return $"{item.When} {item.IsResidual} {isInList} {string.Join(',', item.ExceptionTo)} {string.Join(',', over)}";
    }

    /// <summary>The rule as it is meant: the several ways to write one list of moments are the same rule.</summary>
    private static string Normal(DispositionInstruction instruction) => instruction is StepSequence sequence
        ? $"{sequence.IsPermanent} {string.Join("; ", sequence.Steps.Select(s => $"{s.Action} {s.Target} {Normal(s.Timing)} as {s.Name}"))} {sequence.Outcome is not null}"
        : instruction.Text;

    private static string Normal(StepTiming timing) => timing switch
    {
        FromMoment from => from.Moment.ToString()!,
        TimeWindow window => $"from {window.Floor} to {window.Ceiling}",
        Recurring { End: UntilMoment until } recurring => $"every {recurring.Every} {recurring.First} until {until.Moment}",
        Recurring recurring => $"every {recurring.Every} {recurring.First}",
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };
}
