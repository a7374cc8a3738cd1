using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>unscheduled:</c>: a word for all records that no item claims, or conditions with reasons.</summary>
internal sealed class UncoveredBinder(YamlReading reading, FactScope scope)
{
    public IReadOnlyList<UncoveredRecords> Bind(YamlMapping root)
    {
        if (YamlReading.Scalar(root, "unscheduled") is { } word)
            return [new UncoveredRecords(new Always(reading.Reference(word)), LocalizedText.Empty, reading.Reference(word))];
        return [.. YamlReading.Maps(root, "unscheduled").Select(BindOne).OfType<UncoveredRecords>()];
    }

    private UncoveredRecords? BindOne(YamlMapping map)
    {
        Condition? when = map.Find("when") is null ? new Always(reading.Reference(map)) : YamlReading.Scalar(map, "when") is { } scalar ? ConditionBinder.Bind(reading, scope, scalar) : null;
        return when is null ? null : new UncoveredRecords(when, YamlReading.Localized(map, "because"), reading.Reference(map));
    }
}
