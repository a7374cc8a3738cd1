using RetentionRules.Analysis.Comparing;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis;

/// <summary>Says how two editions of a schedule differ: by their texts, and which records fare differently.</summary>
public static class ScheduleComparer
{
    private static readonly Dictionary<string, string> none = new(StringComparer.Ordinal);

    /// <summary>Compares two editions.</summary>
    /// <param name="old">The edition before.</param>
    /// <param name="new">The edition after.</param>
    /// <param name="options">How much may be spent, and the day on which witnesses are decided.</param>
    /// <param name="renamed">Items that have another number in the new edition, by their old one; null where none is declared.</param>
    /// <exception cref="ArgumentException">A declared number is no item.</exception>
    public static ScheduleComparison Compare(RetentionSchedule old, RetentionSchedule @new, AnalysisOptions options, IReadOnlyDictionary<string, string>? renamed = null)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyDictionary<string, string> declared = renamed ?? none;
        foreach ((string before, string after) in declared)
        {
            if (!old.Contains(before)) throw new ArgumentException($"The old edition has no item `{before}`.", nameof(renamed));
            if (!@new.Contains(after)) throw new ArgumentException($"The new edition has no item `{after}`.", nameof(renamed));
        }

        ComparisonResults results = new(@new.Path);
        (FactDefinition Old, FactDefinition New)[] differing = [.. CommonFacts.Differing(old, @new)];
        foreach ((FactDefinition before, FactDefinition after) in differing)
            results.NotSettled(after.Source, $"records by `{after.Name}`", $"it was {before.Type}, and is {after.Type}");
        ComparisonContext? context = differing.All(d => CommonFacts.CanBeJoined(d.Old, d.New)) ? new ComparisonContext(old, @new, options) : null;
        if (context is null) return new ScheduleComparison(old, @new, [.. EditionTexts.CompareHeads(old, @new)], [], results.Open);
        ItemPairing pairing = new(context.Old, context.New, declared);
        new ItemComparer(context, pairing, results).Run();
        new RuleComparer(context, results).Run();
        results.ConfirmAll(options.OutOfTime);
        return new ScheduleComparison(old, @new, [.. EditionTexts.Compare(old, @new, pairing)], results.InOrder, results.Open);
    }
}
