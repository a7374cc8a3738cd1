using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Analysis;

/// <summary>Items that are found by the codes and texts that they ask for leave out none that matters.</summary>
public sealed class ItemsByValueTests(ITestOutputHelper output)
{
    /// <summary>Schedules most of whose items ask for single values of a fact, beside whatever else they ask.</summary>
    private static readonly Arbitrary<Situation> Demanding = Arb.From(
        from situation in Situation.Any.Generator
        from demands in Gen.ListOf(SyntaxGenerators.Demand, situation.Schedule.Items.Count)
        from kept in Gen.ListOf(Gen.Choose(0, 5), situation.Schedule.Items.Count)
        let items = situation.Schedule.Items.Select((item, i) => kept[i] == 0 ? item : Demand(item, demands[i]))
        select new Situation(situation.Schedule with { Items = [.. items] }, situation.Record, situation.AsOf, situation.Hold),
        Situation.Any.Shrinker);

    private static GeneratedItem Demand(GeneratedItem item, ConditionSyntax demand) => item with { When = new LogicSyntax([item.When, demand], [LogicWord.And]) };

    [Fact]
    public void OfEverySchedule_TheDecisionIsThatOfTheEvaluatorThatAsksEveryItem() =>
        PropertyCheck.Holds(output, Demanding, s => IsSame(s.Policy, s.Record.For(s.Policy), s.AsOf), 3000);

    [Fact]
    public void OfSetsAndRegisters_TheDecisionIsThatOfTheEvaluatorThatAsksEveryItem() =>
        PropertyCheck.Holds(output, CombinedSituation.OfEveryKind, s => IsSame(s.Policy, s.Record.For(s.Policy), s.AsOf), 500);

    private static bool IsSame(CompiledPolicy policy, RecordFacts facts, DateOnly asOf)
    {
        string narrowed = DecisionDump.Write(new ReferenceEvaluator(policy.Policy, new ItemsByValue()).Evaluate(facts, asOf));
        Assert.Equal(DecisionDump.Write(new ReferenceEvaluator(policy.Policy).Evaluate(facts, asOf)), narrowed);
        return true;
    }

    [Fact]
    public void OfEveryRecord_EachItemThatMayApplyIsFound_AndEachThatIsTrueIsAmongTheCertain()
    {
        (int narrowed, int certain, int all) = (0, 0, 0);
        PropertyCheck.Holds(output, Demanding, s =>
        {
            RetentionSchedule schedule = (RetentionSchedule)s.Policy.Policy.Instrument;
            RecordFacts facts = s.Record.For(s.Policy);
            ConditionEvaluator conditions = new(facts);
            ItemsByValue items = new();
            (IReadOnlyList<ScheduleItem> found, IReadOnlyList<ScheduleItem> sure) = (items.Find(schedule, facts), items.FindCertain(schedule, facts));
            Assert.Equal(found.OrderBy(schedule.Items.ToList().IndexOf), found);
            Assert.Empty(schedule.Items.Where(i => conditions.Evaluate(i.When) != Truth.False).Except(found));
            Assert.Empty(schedule.Items.Where(i => conditions.Evaluate(i.When) == Truth.True).Except(sure));
            all++;
            if (found.Count < schedule.Items.Count) narrowed++;
            if (sure.Count < found.Count) certain++;
            return true;
        }, 3000);
        output.WriteLine($"of {all} records {narrowed} leave some items out, and {certain} more of those that are certain");
        Assert.True(narrowed * 20 > all && certain * 50 > all, $"of {all} records only {narrowed} and {certain} leave items out");
    }

    /// <summary>Where an item may claim a record and it is not certain that two do, it is open who claims it; by whichever items are looked at.</summary>
    [Fact]
    public void OfEveryRecord_WhetherItIsOpenIsSeenByEachWay() => PropertyCheck.Holds(output, Demanding, s =>
    {
        RetentionSchedule schedule = (RetentionSchedule)s.Policy.Policy.Instrument;
        RecordFacts facts = new Classifier(s.Policy.Policy.Classification).Classify(s.Record.For(s.Policy)).Facts;
        ItemsByValue items = new();
        IReadOnlyList<(ScheduleItem Item, Truth Claim)> claims = new ItemSelector(schedule, facts).Items();
        bool isOpen = claims.Any(c => c.Claim == Truth.Unknown) && claims.Count(c => c.Claim == Truth.True) < 2;
        foreach (ItemFinder finder in (ItemFinder[])[ItemFinder.All, items, s.Policy.Finder])
            foreach (IReadOnlyList<ScheduleItem> certain in (IReadOnlyList<ScheduleItem>[])[schedule.Items, items.FindCertain(schedule, facts)])
                Assert.Equal(isOpen, new ItemSelector(schedule, facts, finder).IsOpen(certain));
        return true;
    }, 3000);

    private const string Text = """
        schedule: s
        title: s
        status: draft
        record:
          series: { type: code, separators: "/", ignore-case: true }
          kind: { type: "one of [Letter, Plan, Other]", ignore-case: true }
          office: text
          closed: event
        items:
          - { item: a, title: t, when: series under "A/1", disposition: permanent }
          - { item: b, title: t, when: 'series = "A/2" and office = "north"', disposition: permanent }
          - { item: c, title: t, when: 'kind in ("Letter", "Plan") and office = "south"', disposition: permanent }
          - { item: d, title: t, when: 'not (series = "A/2")', disposition: permanent }
          - { item: e, title: t, when: 'series under ("B", "B/1") and closed < 2020-01-01', disposition: permanent }
          - { item: f, title: t, when: 'series = "A/3" or office = "west"', disposition: permanent }
          - { item: g, title: t, when: 'series = "C" and series under "C"', disposition: permanent }
          - { item: h, title: t, when: 'kind = Other and office != "north"', disposition: permanent }

        """;

    [Theory]
    [InlineData("a/1/7", "a, d, f, h, c")]
    [InlineData("A/1", "a, d, f, h, c")]
    [InlineData("A/10", "d, f, h, c")]
    [InlineData("A/2", "b, d, f, h, c")]
    [InlineData("b/1/2", "e, d, f, h, c")]
    [InlineData("C", "g, d, f, h, c")]
    [InlineData("never", "d, f, h, c")]
    [InlineData("", "a, b, c, d, e, f, g, h")]
    public void BySeries_ItemsOfOtherSeriesAreLeftOut(string series, string found)
    {
        RetentionSchedule schedule = ScheduleReader.Read(Text).Value;
        RecordFacts facts = RetentionPolicy.For(schedule).Compile().NewRecord().Set("series", series == "never" ? FactValue.Never : FactValue.Text(series));
        Assert.Equal(found.Split(", ").Order(), Numbers(new DemandedValues(schedule.Facts.First(f => f.Name == "series"), schedule.Items), facts, schedule, isCertain: false));
    }

    [Theory]
    [InlineData("letter", "c")]
    [InlineData("PLAN", "c")]
    [InlineData("other", "h")]
    [InlineData("", "")]
    public void OfAnEnumeration_TheSpellingDoesNotMatter_AndWhatIsNotKnownIsNotCertain(string kind, string found)
    {
        RetentionSchedule schedule = ScheduleReader.Read(Text).Value;
        RecordFacts facts = RetentionPolicy.For(schedule).Compile().NewRecord().Set("kind", kind);
        DemandedValues demands = new(schedule.Facts.First(f => f.Name == "kind"), schedule.Items);
        Assert.Equal(found, string.Join(", ", demands.TryFind(facts, isCertain: true)!.Select(place => schedule.Items[place].Number)));
    }

    private const string Amounts = """
        schedule: s
        title: s
        status: draft
        record: { amount: number, limit: number, closed: event }
        items:
          - { item: a, title: t, when: amount >= 0 and amount < 10, disposition: permanent }
          - { item: b, title: t, when: amount >= 10 and amount <= 20 and limit = 3, disposition: permanent }
          - { item: c, title: t, when: amount > 5, disposition: permanent }
          - { item: d, title: t, when: amount = 15, disposition: permanent }
          - { item: e, title: t, when: amount != 15, disposition: permanent }
          - { item: f, title: t, when: amount > limit, disposition: permanent }
          - { item: g, title: t, when: 'amount in (1, 2)', disposition: permanent }
          - { item: h, title: t, when: amount < 3 and amount > 7, disposition: permanent }
          - { item: i, title: t, when: closed >= 2020-01-01, disposition: permanent }

        """;

    /// <summary>An end counts as within, which leaves an item too many and none too few; what is compared otherwise is looked at in any case.</summary>
    [Theory]
    [InlineData("-1", "f, g, e, i")]
    [InlineData("0", "a, f, g, e, i")]
    [InlineData("10", "a, b, c, f, g, e, i")]
    [InlineData("15", "b, c, d, f, g, e, i")]
    [InlineData("99", "c, f, g, e, i")]
    [InlineData("", "e, i")]
    public void ByAmount_ItemsOfOtherAmountsAreLeftOut(string amount, string found)
    {
        RetentionSchedule schedule = ScheduleReader.Read(Amounts).Value;
        RecordFacts facts = RetentionPolicy.For(schedule).Compile().NewRecord();
        if (amount.Length > 0) facts.Set("amount", decimal.Parse(amount, CultureInfo.InvariantCulture));
        Assert.Equal(found.Split(", ").Order(), Numbers(new DemandedValues(schedule.Facts.First(f => f.Name == "amount"), schedule.Items), facts, schedule, isCertain: true));
    }

    private static IEnumerable<string> Numbers(DemandedValues demands, RecordFacts facts, RetentionSchedule schedule, bool isCertain) =>
        (demands.TryFind(facts, isCertain) is { } asking ? asking.Concat(demands.Others) : Enumerable.Range(0, schedule.Items.Count)).Select(place => schedule.Items[place].Number).Order();
}
