using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>aggregate:</c>: which records are disposed of as one.</summary>
internal sealed class AggregateBinder(YamlReading reading, FactScope scope)
{
    public RecordAggregation? Bind(YamlMapping root)
    {
        if (YamlReading.Map(root, "aggregate") is not { } map) return null;
        FactDefinition? by = FactOf(map, "by", t => t is CodeType or TextType or EnumerationType, "a code, a text or one of several words");
        FactDefinition? complete = FactOf(map, "complete", t => t is YesNoType, "a yes or no");
        return by is null || complete is null ? null : new RecordAggregation(by, MomentsOf(YamlReading.Text(map, "moments")), complete, reading.Reference(map));
    }

    /// <summary>Where nothing is said, nothing may go before the last of the records may.</summary>
    public static AggregateMoments MomentsOf(string word) => word switch
    {
        "each" => AggregateMoments.Each,
        "earliest" => AggregateMoments.Earliest,
        _ => AggregateMoments.Latest,
    };

    private FactDefinition? FactOf(YamlMapping map, string key, Func<FactType, bool> fits, string wanted)
    {
        if (YamlReading.Scalar(map, key) is not { } place) return null;
        string name = place.Value.Trim();
        FactDefinition? fact = scope.Use(name);
        if (fact is not null && fits(fact.Type)) return fact;
        if (scope.IsFaulty(name)) return null;
        string problem = fact is null ? $"the schedule declares no fact `{name}`" : $"`{name}` is {TypeNames.Of(fact.Type)}, and `{key}:` takes {wanted}";
        Diagnostic finding = new(CombinationDiagnostics.BadAggregate, new SourceLocation(reading.Source, place.Span), problem);
        reading.Diagnostics.Add(finding.WithHelp(fact is null && NearestWord.To(name, scope.FactNames) is { } meant ? $"did you mean `{meant}`?" : ""));
        return null;
    }
}
