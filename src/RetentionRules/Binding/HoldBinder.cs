using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds a file of holds to the facts of a schedule, and to those that the file itself declares.</summary>
internal sealed class HoldBinder(YamlReading reading, YamlMapping root, RetentionInstrument instrument)
{
    public HoldList Bind()
    {
        FactScope scope = FactScope.Of(instrument);
        if (YamlReading.Map(root, "record") is { } record) new FactBinder(reading, scope).Bind(record);
        Hold[] holds = [.. YamlReading.Maps(root, "holds").Select(map => BindHold(map, scope)).OfType<Hold>()];
        return new HoldList(holds, [.. scope.Facts.Skip(instrument.FactsWithParents.Count)], wereConsulted: true, reading.Source.ContentHash) { Path = reading.Source.Path };
    }

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private Dictionary<string, SourceLocation> PlacesOf(IEnumerable<YamlScalar> records)
    {
        Dictionary<string, SourceLocation> places = new(StringComparer.Ordinal);
        foreach (YamlScalar record in records) places.TryAdd(record.Value.Trim(), new SourceLocation(reading.Source, record.Span));
        return places;
    }

    private Hold? BindHold(YamlMapping map, FactScope scope)
    {
        string id = YamlReading.Text(map, "id");
        if (id.Length > 0 && !_ids.Add(id)) reading.Report(map.Find("id")!.Value, BindingDiagnostics.HoldTwice, id);
        YamlMapping? reorganised = YamlReading.Map(map, "reorganisation");
        if (map.Find("when") is null && map.Find("records") is null && reorganised is null)
            reading.Report(YamlReading.PlaceOf(map), BindingDiagnostics.HoldWithoutRecords, id);
        Condition? when = YamlReading.Scalar(map, "when") is { } scalar ? ConditionBinder.Bind(reading, scope, scalar) : null;
        ReorganisationBinder bodies = new(reading, scope);
        Reorganisation? reorganisation = reorganised is null ? null : bodies.Bind(reorganised);
        if (reorganisation is not null) when = bodies.Covered(reorganisation, when);
        return new Hold(id, YamlReading.Text(map, "authority"), when, YamlReading.Texts(map, "records"), reading.Reference(map))
        {
            Kind = KindOf(YamlReading.Text(map, "kind")),
            Reorganisation = reorganisation,
            Title = YamlReading.Localized(map, "title"),
            InForce = reading.InForce(map),
            RecordPlaces = PlacesOf(YamlReading.Scalars(map, "records")),
        };
    }

    private static HoldKind KindOf(string word) => word switch
    {
        "legal" => HoldKind.Legal,
        "audit" => HoldKind.Audit,
        "freeze" => HoldKind.Freeze,
        "open-matter" => HoldKind.OpenMatter,
        // The word was checked: nothing stands there, and the kind changes no decision.
        _ => HoldKind.NotStated,
    };
}
