using RetentionRules.Analysis;
using RetentionRules.Schedules;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Analysis;

/// <summary>
/// What a comparison of two editions says about all records is held against all records of small editions, of which the reference
/// evaluator decides each by both.
/// </summary>
public sealed class ComparisonOracleTests(ITestOutputHelper output)
{
    /// <summary>Of editions that are only written differently, the most that may be left open.</summary>
    private const double MostNotSettled = 0.02;

    /// <summary>Where there are several items, the days of a whole calendar are too many for each pair of them.</summary>
    private static readonly AnalysisOptions fewSteps = Analyses.Options with { StepsPerQuestion = 20_000 };

    [Fact]
    public void OfSmallEditions_EachVerdictIsThatOfAllRecords()
    {
        SortedDictionary<string, int> seen = new(StringComparer.Ordinal);
        int[] rewritten = [0, 0];
        long records = 0;
        void count(string what) => seen[what] = seen.GetValueOrDefault(what) + 1;
        PropertyCheck.Holds(output, EditionPairs.Any, pair =>
        {
            (RetentionSchedule old, RetentionSchedule @new) = (pair.Old.Load(), pair.New.Load());
            ScheduleComparison comparison = ScheduleComparer.Compare(old, @new, old.Items.Count == 1 ? Analyses.Options : fewSteps);
            Assert.Equal("", Wrong(pair, comparison, ref records));
            if (pair.IsRewritten) rewritten[comparison.SameMeaning == ProofVerdict.Proved ? 0 : 1]++;
            count(comparison.SameMeaning.ToString());
            foreach (MeaningChange change in comparison.Changes) count(change.Kind.ToString());
            return true;
        }, 1000);
        output.WriteLine($"{records} records; rewritten: {rewritten[0]} proved, {rewritten[1]} not settled; {string.Join(", ", seen.Select(s => $"{s.Key} {s.Value}"))}");
        Assert.True(rewritten[1] <= MostNotSettled * rewritten.Sum(), $"{rewritten[1]} of {rewritten.Sum()} that are only written differently were not settled");
        // An oracle that never sees a change of a kind says nothing about it.
        MeaningChangeKind[] beside = [MeaningChangeKind.Restriction, MeaningChangeKind.ClassRule];
        // Another seed may make few of the rarest kind, which is another item that says the same.
        Assert.All(Enum.GetValues<MeaningChangeKind>().Except(beside), k => Assert.True(seen.GetValueOrDefault(k.ToString()) >= 3, $"{k} was hardly ever found"));
    }

    /// <summary>What is wrong with a comparison; empty where nothing is.</summary>
    internal static string Wrong(EditionPair pair, ScheduleComparison comparison, ref long records)
    {
        EditionOutcomes outcomes = new(comparison.Old, comparison.New);
        ShownChanges shown = new(outcomes);
        if (comparison.Changes.Select(shown.Wrong).FirstOrDefault(w => w.Length > 0) is { } wrong) return wrong;
        foreach (EditionOutcome outcome in outcomes.OfAll(pair))
        {
            records++;
            if (outcome.FareAlike && IsSameItem(outcome, comparison.Old, comparison.New)) continue;
            if (comparison.SameMeaning == ProofVerdict.Proved) return $"proved the same, but {outcome}";
            if (!ShownChanges.Covers(comparison, outcome)) return $"nothing is said of {outcome}";
        }

        return pair.IsRewritten && comparison.SameMeaning == ProofVerdict.Refuted ? $"refuted, and only written differently: {comparison.Changes[0].Finding.Message} {comparison.Changes[0].Witness}" : "";
    }

    /// <summary>An item that is gone and one that is new can be the same item with another number.</summary>
    private static bool IsSameItem(EditionOutcome outcome, RetentionSchedule old, RetentionSchedule @new) => outcome.From == outcome.To
        || (outcome is { Before.Item: { } before, After.Item: { } after } && !@new.Contains(before.Number) && !old.Contains(after.Number));
}
