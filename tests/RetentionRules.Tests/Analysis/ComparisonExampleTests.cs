using RetentionRules.Analysis;

namespace RetentionRules.Tests.Analysis;

/// <summary>Pairs of editions that a comparison once said too little of, or too much.</summary>
public sealed class ComparisonExampleTests
{
    private static RetentionSchedule Edition(string items, string before = "")
    {
        string text = $"""
            schedule: s
            title: s
            status: approved
            in-force: {"{"} from: 2000-01-01 {"}"}
            record:
              copy: one of [official, other, working]
              created: date
              opened: date
              series: text
            {before}items:

            """;
        return ScheduleReader.Read(text + items).TryGetValue(out RetentionSchedule? schedule) ? schedule : throw new InvalidOperationException("not an edition");
    }

    private static string Item(string number, string when, string disposition) =>
        $"  - item: \"{number}\"\n    title: item\n    authority: test\n    when: '{when}'\n    {(disposition.StartsWith("cases:", StringComparison.Ordinal) ? disposition : $"disposition: {disposition}")}\n";

    private static ScheduleComparison Compare(RetentionSchedule old, RetentionSchedule @new) => ScheduleComparer.Compare(old, @new, Analyses.Options);

    private const string Years7 = "destroy 7 years after created";

    private static readonly string[] two = [Item("1", "copy = official", Years7), Item("2", "copy in (official, other)", "permanent")];

    [Fact]
    public void RecordsInConflict_OfWhichNoItemIsLeft_AreNoLongerCovered()
    {
        ScheduleComparison comparison = Compare(
            Edition(Item("1", "copy = official", Years7) + Item("2", "copy = official", "permanent")), Edition(Item("1", "copy = working", Years7) + Item("2", "copy = working", "permanent")));
        Assert.Contains(comparison.Changes, c => c is { Kind: MeaningChangeKind.NoLongerCovered, OldItem: null });
    }

    [Fact]
    public void ANewConflict_IsFoundBesideRecordsThatTwoOtherItemsClaimedBefore()
    {
        string others = Item("3", "copy in (official, other)", Years7) + Item("4", "copy = official", "permanent");
        ScheduleComparison comparison = Compare(Edition(others), Edition(Item("1", "copy in (official, other)", Years7) + others));
        MeaningChange conflict = Assert.Single(comparison.Changes, c => c.Kind == MeaningChangeKind.NewConflict);
        Assert.Equal("copy = \"other\"", conflict.Witness!.ToString());
    }

    [Fact]
    public void RecordsThatNoCaseFitted_AreCompared()
    {
        string cases = "cases:\n      - when: copy = official\n        disposition: permanent\n      - when: copy = other\n        disposition: permanent\n      - when: copy = working\n        disposition: ";
        ScheduleComparison comparison = Compare(Edition(Item("1", "copy != official or copy is never", cases + "permanent")), Edition(Item("1", "copy != official or copy is never", "permanent")));
        Assert.NotEqual(ProofVerdict.Proved, comparison.SameMeaning);
    }

    /// <summary>Of the first record that comes to hand the limit says nothing; of others it does.</summary>
    [Theory]
    [InlineData("official")]
    [InlineData("other")]
    [InlineData("working")]
    public void ANewLimitOfSomeRecords_IsALongerRetentionOfThese(string limited)
    {
        string limits = $"limits:\n  - {{ limit: l, authority: law, on: destroy, when: copy = {limited}, not-before: 9 years after created }}\n";
        ScheduleComparison comparison = Compare(Edition(Item("1", "not copy is never", Years7)), Edition(Item("1", "not copy is never", Years7), limits));
        MeaningChange longer = Assert.Single(comparison.Changes);
        Assert.Equal(MeaningChangeKind.LongerRetention, longer.Kind);
        Assert.Contains($"copy = \"{limited}\"", longer.Witness!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnItemThatDestroysInSomeCases_IsShownByARecordOfOneOfThese()
    {
        string cases = $"cases:\n      - when: copy = other\n        disposition: {Years7}\n      - otherwise: permanent";
        MeaningChange change = Assert.Single(Compare(Edition(two[0]), Edition(two[0] + Item("2", "copy != official", cases))).Changes);
        Assert.Equal((MeaningChangeKind.NewDestruction, true), (change.Kind, change.Witness!.ToString().Contains("copy = \"other\"", StringComparison.Ordinal)));
    }

    /// <summary>All days of a calendar are tried from 2000, and none of them is one of this item.</summary>
    [Fact]
    public void DaysOnWhichTheItemDoesNotClaimTheRecord_ProveNothing()
    {
        ScheduleComparison comparison = Compare(
            Edition(Item("1", "created < 1990-01-01", "destroy 1 month after created")), Edition(Item("1", "created < 1990-01-01", "destroy 31 days after created")));
        Assert.NotEqual(ProofVerdict.Proved, comparison.SameMeaning);
    }

    /// <summary>Who must mend a conflict asks what was decided before, and that differs with the records.</summary>
    [Fact]
    public void ANewConflict_IsToldForEachItemThatDecidedBefore()
    {
        string general = Item("3", "copy in (official, other)", Years7);
        ScheduleComparison comparison = Compare(
            Edition(Item("1", "copy = official", Years7) + Item("2", "copy = other", Years7)),
            Edition(general + Item("4", "not copy is never", "permanent")));
        string[] conflicts = [.. comparison.Changes.Where(c => c.Kind == MeaningChangeKind.NewConflict).Select(c => $"{c.OldItem?.Number}: {c.Witness}")];
        Assert.Equal(["1: copy = \"official\"", "2: copy = \"other\""], conflicts);
    }

    /// <summary>Nobody destroys what two items dispute: where one of them is gone, the records may be.</summary>
    [Fact]
    public void WhatWasDisputedAndIsDestroyedNow_IsANewDestruction()
    {
        ScheduleComparison comparison = Compare(Edition(two[0] + two[1]), Edition(two[0] + Item("2", "copy = other", "permanent")));
        MeaningChange change = Assert.Single(comparison.Changes);
        Assert.Equal((MeaningChangeKind.NewDestruction, "1"), (change.Kind, change.NewItem!.Number));
        Assert.Contains("where items `1` and `2` disputed them", change.Finding.Message, StringComparison.Ordinal);
    }

    /// <summary>Of the records that both items disputed before, one item of the new edition destroys some and another keeps the others.</summary>
    [Fact]
    public void WhatWasDisputed_IsToldForEachItemThatDecidesNow()
    {
        string disputed = Item("1", "copy in (official, other)", Years7) + Item("2", "copy in (official, other)", "permanent");
        ScheduleComparison comparison = Compare(Edition(disputed), Edition(Item("1", "copy = official", Years7) + Item("2", "copy = other", "permanent")));
        Assert.Equal(
            [(MeaningChangeKind.NewDestruction, "1", "copy = \"official\""), (MeaningChangeKind.NewlyCovered, "2", "copy = \"other\"")],
            comparison.Changes.Select(c => (c.Kind, c.NewItem!.Number, c.Witness!.ToString())));
    }

    /// <summary>What is counted from never happens to the records: that they may be destroyed would frighten without need.</summary>
    [Theory]
    [InlineData("created is never", MeaningChangeKind.OtherOutcome)]
    [InlineData("copy = other", MeaningChangeKind.NewDestruction)]
    public void ADestructionThatNeverComes_IsNoNewDestruction(string when, MeaningChangeKind kind) =>
        Assert.Equal(kind, Assert.Single(Compare(Edition(Item("1", when, "permanent")), Edition(Item("1", when, Years7))).Changes).Kind);

    [Fact]
    public void AnItemWhoseDestructionNeverComes_IsToldAsOneThatIsNew()
    {
        MeaningChange change = Assert.Single(Compare(Edition(two[0]), Edition(two[0] + Item("2", "copy = other and created is never", Years7))).Changes);
        Assert.Equal(MeaningChangeKind.NewlyCovered, change.Kind);
    }

    /// <summary>That both items say the same does not settle which of them decides; <c>azq9</c> is a text that both match.</summary>
    [Fact]
    public void AnotherItemThatSaysTheSame_IsNotSettledWhereNoTextIsFoundThatBothMatch()
    {
        RetentionSchedule old = Edition(Item("1", "series matches \"a[a-z]*9\"", Years7));
        RetentionSchedule @new = Edition(Item("2", "series matches \"[a-z]*zq[0-9]\"", Years7));
        ScheduleComparison comparison = Compare(old, @new);
        Assert.Contains(comparison.Open, o => o.Message.Contains("`1` → `2`", StringComparison.Ordinal));
    }

    /// <summary>No record that comes to the destruction is found, nor is it proved that none does; another record fares otherwise for certain.</summary>
    [Fact]
    public void WhereADestructionRestsOnHowFactsCompare_TheOtherRecordsAreNotSettled()
    {
        const string Neither = "not (created < opened) and not (opened < created) and not (created = opened)";
        ScheduleComparison comparison = Compare(Edition(Item("1", Neither, "permanent")), Edition(Item("1", Neither, "destroy 1 year after latest of (created, opened)")));
        Assert.Equal(MeaningChangeKind.OtherOutcome, Assert.Single(comparison.Changes).Kind);
        AnalysisFinding open = Assert.Single(comparison.Open);
        Assert.Equal("RR9620", open.Descriptor.Code);
        Assert.Contains("the other records of item `1`", open.Message, StringComparison.Ordinal);
    }

    /// <summary>Both items say the same and are changed alike. On the days that one of them has, the other's worst does not show.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OfItemsThatAreChangedAlike_EachIsToldByItsOwnDays(bool isLateFirst)
    {
        string[] Items(string disposition)
        {
            string late = Item("late", "copy = official and opened >= 2050-01-01 and created < 2020-01-01", disposition);
            string any = Item("any", "copy = other", disposition);
            return isLateFirst ? [late, any] : [any, late];
        }

        ScheduleComparison comparison = Compare(
            Edition(string.Concat(Items("destroy 3 years after created"))), Edition(string.Concat(Items("destroy earliest of (5 years after created, 1 year after opened)"))));
        Assert.Equal(MeaningChangeKind.ShorterRetention, Assert.Single(comparison.Changes, c => c.NewItem!.Number == "any").Kind);
        Assert.Equal(MeaningChangeKind.LongerRetention, Assert.Single(comparison.Changes, c => c.NewItem!.Number == "late").Kind);
    }

    [Fact]
    public void OfManyItemsThatAreChangedAlike_EachHasARecordOfItsOwn()
    {
        string Items(int years) => string.Concat(Enumerable.Range(0, 20).Select(i => Item($"{i}", $"series = \"S{i}\" and created >= {2000 + (2 * i)}-01-01", $"destroy {years} years after created")));
        MeaningChange[] changes = [.. Compare(Edition(Items(9)), Edition(Items(7))).Changes];
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"S{i}").Order(StringComparer.Ordinal), changes.Select(c => c.Witness!.Facts.Single(f => f.Fact == "series").Value.AsText).Order(StringComparer.Ordinal));
        Assert.All(changes, c => Assert.Equal(MeaningChangeKind.ShorterRetention, c.Kind));
    }
}
