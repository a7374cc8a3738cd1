using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>
/// Checks that cases without <c>otherwise</c> leave nothing out: they must name every value of one enumeration or
/// yes/no fact. (A fact that is <em>never</em> still fits no case; then nothing is decided and the record is kept.)
/// </summary>
internal static class CaseCoverage
{
    public static void Check(YamlReading reading, YamlMapping item, IReadOnlyList<ItemCase> cases)
    {
        int otherwise = cases.ToList().FindIndex(c => c.When is Always);
        YamlMapping[] places = [.. YamlReading.Maps(item, "cases")];
        if (otherwise >= 0)
        {
            if (otherwise < cases.Count - 1) reading.Report(YamlReading.PlaceOf(places[otherwise + 1]), BindingDiagnostics.OtherwiseNotLast);
            return;
        }

        if (Gap(cases) is { } gap) reading.Report(item.Find("cases")!.Key, BindingDiagnostics.CasesNotCovering, gap);
    }

    private static string? Gap(IReadOnlyList<ItemCase> cases)
    {
        FactDefinition? fact = cases.Select(c => FactOf(c.When)).Distinct().ToArray() is [{ } only] ? only : null;
        if (fact is null) return "the cases do not test the values of one single fact, and there is no `otherwise`";
        string[] covered = [.. cases.SelectMany(c => ValuesOf(c.When))];
        string[] all = fact.Type switch
        {
            EnumerationType type => [.. type.Values],
            YesNoType => ["yes", "no"],
            _ => [],
        };
        if (all.Length == 0) return $"`{fact.Name}` can have other values than those named, and there is no `otherwise`";
        string[] left = [.. all.Except(covered, StringComparer.Ordinal)];
        return left.Length == 0 ? null : $"no case fits where `{fact.Name}` is {string.Join(" or ", left)}";
    }

    private static FactDefinition? FactOf(Condition condition) => condition switch
    {
        Comparison { Operator: ComparisonOperator.Equal, Right: ValueOperand } c => c.Fact,
        Membership m when m.Values.All(v => v is ValueOperand) => m.Fact,
        _ => null,
    };

    private static IEnumerable<string> ValuesOf(Condition condition) => condition switch
    {
        Comparison { Right: ValueOperand value } => [Written(value)],
        Membership m => m.Values.OfType<ValueOperand>().Select(Written),
        _ => [],
    };

    private static string Written(ValueOperand operand) =>
        operand.Value.IsText ? operand.Value.AsText : operand.Value.ToString();
}
