using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>limits:</c>, in a schedule or a set.</summary>
internal sealed class LimitBinder(YamlReading reading, FactScope scope, IMomentNames names)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<RetentionLimit> Bind(YamlMapping root) => [.. YamlReading.Maps(root, "limits").Select(BindLimit).OfType<RetentionLimit>()];

    private RetentionLimit? BindLimit(YamlMapping map)
    {
        string id = YamlReading.Text(map, "limit");
        if (id.Length > 0 && !_ids.Add(id)) reading.Report(map.Find("limit")!.Value, CombinationDiagnostics.LimitTwice, id);
        if (map.Find("not-before") is null && map.Find("not-after") is null)
        {
            reading.Report(YamlReading.PlaceOf(map), CombinationDiagnostics.EmptyLimit, id);
            return null;
        }

        Condition? when = YamlReading.Scalar(map, "when") is { } condition ? ConditionBinder.Bind(reading, scope, condition) : new Always(reading.Reference(map));
        Moment? notBefore = BindMoment(map, "not-before");
        Moment? notAfter = BindMoment(map, "not-after");
        if (when is null || ActOf(YamlReading.Text(map, "on")) is not { } act) return null;
        return new RetentionLimit(id, act, when, notBefore, notAfter, reading.Reference(map))
        {
            Title = YamlReading.Localized(map, "title"),
            Authority = YamlReading.Text(map, "authority"),
            InForce = reading.InForce(map),
        };
    }

    private Moment? BindMoment(YamlMapping map, string key) => YamlReading.Scalar(map, key) is { } scalar ? MomentBinder.Bind(reading, scope, names, scalar) : null;

    /// <summary>Null for a word that the check of the shape has reported.</summary>
    private static DispositionAction? ActOf(string word) => word.Length == 0 ? DispositionAction.Destroy : ActWords.Find(word);
}
