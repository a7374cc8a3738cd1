using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds a reorganisation, and turns it into the condition on the records that it freezes.</summary>
internal sealed class ReorganisationBinder(YamlReading reading, FactScope scope)
{
    private const string Creator = "creator";
    private const string Custodian = "custodian";

    public Reorganisation? Bind(YamlMapping map)
    {
        if (map.Find("successor") is null == map.Find("keeps") is null)
        {
            if (map.Find("keeps") is null) Refuse(YamlReading.PlaceOf(map), "", "neither `successor:` nor `keeps:` says who takes the records over");
            else Refuse(map.Find("successor")!.Key, "keep the one that is meant", "`successor:` and `keeps:` both say who takes the records over");
            return null;
        }

        if (!IsBody(map, Creator) | !IsBody(map, Custodian)) return null;
        string body = YamlReading.Text(map, "body");
        RecordKeeper[] keepers = map.Find("successor") is { } successor
            ? [new RecordKeeper(YamlReading.Text(map, "successor"), new Always(reading.Reference(successor.Value)))]
            : [.. YamlReading.Maps(map, "keeps").Select(BindKeeper).OfType<RecordKeeper>()];
        foreach (YamlScalar named in Named(map))
            if (named.Value.Trim() is var name && !IsPossible(name)) Refuse(named, Meant(name), $"no record can have `{name}` as its creator or custodian");
        if (keepers.Any(k => k.Custodian == body)) Refuse(map.Find("body")!.Value, "name the body that takes them over", $"`{body}` takes its own records over");
        return new Reorganisation(body, ChangeOf(YamlReading.Text(map, "change")), keepers, reading.Reference(map));
    }

    private static IEnumerable<YamlScalar> Named(YamlMapping map) =>
        [.. YamlReading.Scalars(map, "body"), .. YamlReading.Scalars(map, "successor"), .. YamlReading.Maps(map, "keeps").SelectMany(k => YamlReading.Scalars(k, Custodian))];

    private bool IsPossible(string name) => ((string[])[Creator, Custodian]).Any(f => scope.Find(f)?.Type is not EnumerationType type || type.RankOf(name) >= 0);

    private string Meant(string name)
    {
        IEnumerable<string> bodies = ((string[])[Creator, Custodian]).SelectMany(f => scope.Find(f)?.Type is EnumerationType type ? type.Values : []);
        return NearestWord.To(name, bodies) is { } meant ? $"did you mean `{meant}`?" : "write one of the words of `creator` and `custodian`, or declare it there";
    }

    private void Refuse(YamlNode place, string help, string problem) => reading.ReportWithHelp(place, help, CombinationDiagnostics.BadReorganisation, problem);

    private RecordKeeper? BindKeeper(YamlMapping map)
    {
        Condition? when = YamlReading.Scalar(map, "when") is { } scalar ? ConditionBinder.Bind(reading, scope, scalar) : new Always(reading.Reference(map));
        return when is null ? null : new RecordKeeper(YamlReading.Text(map, Custodian), when);
    }

    private bool IsBody(YamlMapping map, string name)
    {
        FactDefinition? fact = scope.Use(name);
        if (fact?.Type is TextType or CodeType or EnumerationType) return true;
        string what = fact is null ? "not declared" : TypeNames.Of(fact.Type);
        reading.Report(map.Find("body")?.Value ?? YamlReading.PlaceOf(map), CombinationDiagnostics.ReorganisationFacts, name, what);
        return false;
    }

    private static ReorganisationChange ChangeOf(string word) => word switch
    {
        "merged" => ReorganisationChange.Merged,
        "split" => ReorganisationChange.Split,
        // The word was checked: what is left is `dissolved`, or a word that was refused.
        _ => ReorganisationChange.Dissolved,
    };

    /// <summary>
    /// What the body still keeps; and of what it made, what sits with one of its heirs who is not the one that it belongs
    /// to. What had gone elsewhere before, to an archives, is no longer its concern.
    /// </summary>
    public Condition Covered(Reorganisation reorganisation, Condition? besides)
    {
        SourceReference source = reorganisation.Source;
        List<Condition> covered = [Is(Custodian, reorganisation.Body, source)];
        for (int i = 0; i < reorganisation.Keepers.Count; i++)
        {
            if (BelongsElsewhere(reorganisation.Keepers, i, source) is { } elsewhere)
                covered.Add(new AllOf(source, [Is(Creator, reorganisation.Body, source), Is(Custodian, reorganisation.Keepers[i].Custodian, source), elsewhere]));
        }

        if (besides is not null) covered.Add(besides);
        return covered is [var only] ? only : new AnyOf(source, covered);
    }

    /// <summary>Whether a record belongs to none of the places in the list where this keeper stands; null where it always does.</summary>
    private static Condition? BelongsElsewhere(IReadOnlyList<RecordKeeper> keepers, int place, SourceReference source)
    {
        List<Condition> notHere = [];
        for (int i = 0; i < keepers.Count; i++)
        {
            if (keepers[i].Custodian != keepers[place].Custodian) continue;
            Condition[] earlier = [.. keepers.Take(i).Where(k => k.Custodian != keepers[place].Custodian).Select(k => k.When)];
            if (keepers[i].When is Always && earlier.Length == 0) return null;
            Condition[] taken = [.. earlier.Select(e => (Condition)new Not(source, e)), .. keepers[i].When is Always ? Array.Empty<Condition>() : [keepers[i].When]];
            notHere.Add(new Not(source, taken is [var only] ? only : new AllOf(source, taken)));
        }

        return notHere is [var single] ? single : new AllOf(source, notHere);
    }

    private Comparison Is(string fact, string body, SourceReference source) =>
        new(source, scope.Find(fact)!, ComparisonOperator.Equal, new ValueOperand(source, FactValue.Text(body)));
}
