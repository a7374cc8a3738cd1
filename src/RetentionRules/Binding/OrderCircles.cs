using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Finds orders of acts that contradict each other: what must come before itself can never come.</summary>
internal sealed class OrderCircles(YamlReading reading)
{
    private readonly List<(string Earlier, string Later, string Restriction)> _steps = [];

    /// <summary>Takes in one order; false where it closes a circle with those before it, which is reported.</summary>
    public bool Accept(string restriction, IReadOnlyList<RecordAct> order, IReadOnlyList<YamlScalar> places)
    {
        for (int i = 1; i < order.Count; i++)
        {
            foreach (RecordAct earlier in order.Take(i))
            {
                if (Way(order[i].Name, earlier.Name, []) is not { } way) continue;
                string others = string.Join(" and ", way.Distinct(StringComparer.Ordinal).Select(w => $"`{w}`"));
                reading.Report(places[i], RestrictionDiagnostics.OrderCircle, earlier, order[i], others);
                return false;
            }
        }

        for (int i = 1; i < order.Count; i++) _steps.Add((order[i - 1].Name, order[i].Name, restriction));
        return true;
    }

    /// <summary>The restrictions by which one act stands before another, or null where none do.</summary>
    private IReadOnlyList<string>? Way(string from, string to, HashSet<string> seen)
    {
        if (!seen.Add(from)) return null;
        foreach ((string _, string later, string restriction) in _steps.Where(s => s.Earlier == from))
        {
            if (later == to) return [restriction];
            if (Way(later, to, seen) is { } rest) return [restriction, .. rest];
        }

        return null;
    }
}
