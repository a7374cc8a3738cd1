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
}
