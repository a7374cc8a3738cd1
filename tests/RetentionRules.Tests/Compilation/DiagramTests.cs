using System.Globalization;
using System.Text;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Compilation;

/// <summary>How large diagrams come out, and that none fails to compile.</summary>
public sealed class DiagramTests
{
    private static RetentionSchedule Schedule(string record, IEnumerable<string> conditions, string selection = "unique")
    {
        StringBuilder text = new();
        text.Append("schedule: s\ntitle: s\nstatus: approved\nin-force: { from: 2020-01-01 }\nselection: ").Append(selection).Append("\nrecord:\n").Append(record).Append("  opened: date\nitems:\n");
        foreach ((int i, string condition) in conditions.Index())
            text.Append(CultureInfo.InvariantCulture, $"  - {{ item: \"{i + 1}\", title: t, when: '{condition}', disposition: destroy {i + 1} years after opened, authority: a }}\n");
        return ScheduleReader.Read(text.ToString()).Value;
    }

    private static CompiledPolicy Compile(RetentionSchedule schedule) => RetentionPolicy.For(schedule).WithHolds(HoldList.None).Compile();

    private static string Flags(int count) => string.Concat(Enumerable.Range(1, count).Select(i => $"  flag{i}: yes/no\n"));

    [Fact]
    public void ItemsTestedOnOneSelector_TakeANodeEach_AndNoMore()
    {
        RetentionSchedule schedule = Schedule("  series: { type: code, required: true }\n  copy: one of [official, other]\n", Enumerable.Range(0, 500).Select(i => $"series under \"A-{i / 2}\" and copy = {(i % 2 == 0 ? "official" : "other")}"));
        DiagramSize size = Compile(schedule).Size;
        Assert.InRange(size.Nodes, 250, 260);
        Assert.InRange(size.OpenEnds, 0, 1);
    }

    /// <summary>Their combinations are 65,536, and with the unknown 43 million.</summary>
    [Theory]
    [InlineData("unique")]
    [InlineData("first")]
    public void SixteenIndependentFlags_DoNotMultiply(string selection)
    {
        CompiledPolicy policy = Compile(Schedule(Flags(16), Enumerable.Range(1, 16).Select(i => $"flag{i} = yes"), selection));
        Assert.InRange(policy.Size.Nodes, 16, 1000);
    }

    [Fact]
    public void ManyFlagsInOneItemEach_StillDecideAsTheReference()
    {
        CompiledPolicy policy = Compile(Schedule(Flags(60), Enumerable.Range(1, 60).Select(i => $"flag{i} = yes or flag{(i % 60) + 1} is never")));
        ReferenceEvaluator reference = new(policy.Policy);
        Random random = new(17);
        FactValue[] states = [FactValue.YesNo(true), FactValue.Never, FactValue.Unknown, .. Enumerable.Repeat(FactValue.YesNo(false), 60)];
        for (int i = 0; i < 300; i++)
        {
            RecordFacts facts = policy.NewRecord("r").Set("opened", new DateOnly(2001, 2, 3));
            for (int flag = 1; flag <= 60; flag++) facts.Set($"flag{flag}", states[random.Next(states.Length)]);
            DateOnly asOf = new(2026, 1, 1);
            Assert.Equal(DecisionDump.Write(reference.Evaluate(facts, asOf)), DecisionDump.Write(policy.Evaluate(facts, asOf)));
        }
    }

    /// <summary>The root asks few classes, one node below it every code, and the other few of so many.</summary>
    [Fact]
    public void NodesOfEveryForm_DecideAsTheReference()
    {
        string[] conditions = [.. Enumerable.Range(0, 200).Select(i => $"copy = official and series under \"A-{i}\""), "copy = other and series = \"A-7\"", "copy = other and series in (\"A-90\", \"B\")"];
        CompiledPolicy policy = Compile(Schedule("  copy: { type: \"one of [official, other]\", required: true }\n  series: code\n", conditions));
        ReferenceEvaluator reference = new(policy.Policy);
        foreach (string copy in (string[])["official", "other", ""])
            foreach (string series in (string[])[.. Enumerable.Range(0, 201).Select(i => $"A-{i}"), "A-7-1", "B", "B-1", "A", ""])
            {
                RecordFacts facts = policy.NewRecord("r").Set("opened", new DateOnly(2001, 2, 3)).Set("copy", copy).Set("series", series);
                Assert.Equal(DecisionDump.Write(reference.Evaluate(facts, new(2026, 1, 1))), DecisionDump.Write(policy.Evaluate(facts, new(2026, 1, 1))));
            }
    }

    /// <summary>With no room for a single node every leaf is open, and the items are tried one by one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    public void ADiagramWithoutRoom_FindsTheSameItems(int nodes)
    {
        RetentionSchedule schedule = Schedule(
            "  series: code\n  amount: number\n" + Flags(3),
            ["series under \"A\"", "series = \"A-1\" and amount > 5", "flag1 = yes and not (flag2 = yes)", "amount <= 5 or flag3 = no", "series under (\"B\", \"A-2\")"]);
        FactLayout layout = new(schedule.Facts, ClassificationScheme.None);
        FactAxes axes = new(layout, schedule.Items.Select(i => i.When));
        ConditionPool pool = new(layout, axes);
        int[] conditions = [.. schedule.Items.Select(i => pool.Add(i.When))];
        DecisionDiagram small = new DiagramBuilder(pool, new ItemRules(schedule), [.. Enumerable.Range(0, axes.Count)], nodes, 1000).Build(conditions);
        DecisionDiagram whole = new DiagramBuilder(pool, new ItemRules(schedule), [.. Enumerable.Range(0, axes.Count)], 10_000, 100_000).Build(conditions);
        Assert.InRange(small.Size.Nodes, 0, nodes + 5);
        foreach (RecordFacts facts in Records(layout)) Assert.Equal(Found(whole, facts, pool, conditions), Found(small, facts, pool, conditions));
    }

    private static IEnumerable<RecordFacts> Records(FactLayout layout)
    {
        FactValue[] flags = [FactValue.YesNo(true), FactValue.YesNo(false), FactValue.Never, FactValue.Unknown];
        foreach (string series in (string[])["A", "A-1", "A-2-7", "A1", "B-9", "C", ""])
            foreach (FactValue amount in (FactValue[])[FactValue.Number(5), FactValue.Number(5.01m), FactValue.Number(-1), FactValue.Unknown])
                foreach (FactValue flag1 in flags)
                    foreach (FactValue flag3 in flags)
                        yield return new RecordFacts(layout).Set("series", series).Set("amount", amount).Set("flag1", flag1).Set("flag2", flag3).Set("flag3", flag3);
    }

    private static string Found(DecisionDiagram diagram, RecordFacts facts, ConditionPool pool, int[] conditions) => string.Join(
        ' ', diagram.Find(facts).Items.Where(i => pool.Ask(conditions[i], facts) != ConditionPool.False).Select(i => $"{i}:{pool.Ask(conditions[i], facts)}"));
}
