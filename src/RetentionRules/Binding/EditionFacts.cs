using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>The days of a record that tell editions apart.</summary>
internal static class EditionFacts
{
    /// <summary>How the day of evaluation is written.</summary>
    public const string AsOf = "as-of";

    /// <summary>A date or event that an edition declares; what is not known before an edition is picked cannot pick one.</summary>
    public static FactDefinition? Bind(YamlReading reading, YamlScalar place, IReadOnlyList<RetentionSchedule> editions)
    {
        string name = place.Value.Trim();
        FactDefinition? fact = editions.SelectMany(e => e.Facts).FirstOrDefault(f => f.Name == name);
        if (fact is { IsDated: true }) return fact;
        string[] known = [AsOf, .. editions.SelectMany(e => e.Facts).Where(f => f.IsDated).Select(f => f.Name).Distinct()];
        string problem = fact is null ? $"no edition asks for a fact `{name}`" : $"`{name}` is {TypeNames.Of(fact.Type)}, and no day";
        reading.ReportWithHelp(place, NearestWord.To(name, known) is { } meant ? $"did you mean `{meant}`?" : "", CombinationDiagnostics.BadGoverningFact, problem);
        return null;
    }
}
