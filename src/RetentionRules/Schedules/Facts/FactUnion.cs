namespace RetentionRules.Schedules;

/// <summary>The facts of several schedules as those of one: a name is one fact.</summary>
internal static class FactUnion
{
    /// <summary>
    /// Each fact once, in the order in which they are first named, in the role in which it is asked for the most. Whether
    /// it is required is each schedule's own affair, so the union does not say it.
    /// </summary>
    public static IReadOnlyList<FactDefinition> Of(IEnumerable<FactDefinition> facts) =>
        [.. facts.GroupBy(f => f.Name, StringComparer.Ordinal).Select(Strongest)];

    /// <summary>Whether two schedules mean the same values by a name.</summary>
    public static bool AreAlike(FactType a, FactType b) => (a, b) switch
    {
        (CodeType x, CodeType y) => x.Separators == y.Separators && x.IgnoreCase == y.IgnoreCase,
        (TextType x, TextType y) => x.IgnoreCase == y.IgnoreCase,
        (EnumerationType x, EnumerationType y) => x.IsOrdered == y.IsOrdered && x.IgnoreCase == y.IgnoreCase && x.Values.SequenceEqual(y.Values, StringComparer.Ordinal),
        _ => a.GetType() == b.GetType(),
    };

    private static FactDefinition Strongest(IEnumerable<FactDefinition> same) => same.OrderBy(f => f.Role switch
    {
        FactRole.Declared => 0,
        FactRole.Outcome => 1,
        FactRole.Completion => 2,
        FactRole.RelatedRecordFate => 3,
        FactRole.FinalCompletion => 4,
        FactRole.UnaskedFate => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(same)),
    }).First();
}
