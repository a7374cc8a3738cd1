using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>The facts of two editions as those of one.</summary>
internal static class CommonFacts
{
    public static IEnumerable<FactDefinition> Of(RetentionSchedule old, RetentionSchedule @new) => FactUnion.Of(
        old.FactsWithParents.Concat(@new.FactsWithParents).GroupBy(f => f.Name, StringComparer.Ordinal).SelectMany(Joined));

    /// <summary>Of a choice whose values differ, those that both know: a record with another can only be held by one of the editions.</summary>
    private static IEnumerable<FactDefinition> Joined(IEnumerable<FactDefinition> same)
    {
        FactDefinition[] facts = [.. same];
        if (facts is not [{ Type: EnumerationType a } first, { Type: EnumerationType b }] || FactUnion.AreAlike(a, b)) return facts;
        return [new FactDefinition(first.Name, new EnumerationType([.. a.Values.Where(v => b.RankOf(v) >= 0)], false, a.IgnoreCase), first.Role, first.Source)];
    }

    /// <summary>Facts of which the editions do not mean the same values by the same name.</summary>
    public static IEnumerable<(FactDefinition Old, FactDefinition New)> Differing(RetentionSchedule old, RetentionSchedule @new) =>
        from before in old.FactsWithParents
        join after in @new.FactsWithParents on before.Name equals after.Name
        where !FactUnion.AreAlike(before.Type, after.Type)
        select (before, after);

    /// <summary>Whether records can be compared that only have values both editions know: choices without an order.</summary>
    public static bool CanBeJoined(FactDefinition old, FactDefinition @new) =>
        old.Type is EnumerationType { IsOrdered: false } a && @new.Type is EnumerationType { IsOrdered: false } b && a.IgnoreCase == b.IgnoreCase && a.Values.Any(v => b.RankOf(v) >= 0);
}
