using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>restrictions:</c>.</summary>
internal sealed class RestrictionBinder(YamlReading reading, FactScope scope, ActTable acts)
{
    private static readonly string[] Kinds = ["forbid", "before", "order", "after"];

    /// <summary>What each of the other keys goes with.</summary>
    private static readonly (string Key, string[] Kinds)[] Places =
        [("unless", ["forbid"]), ("approved-by", ["forbid"]), ("require", ["before", "after"]), ("done", ["before", "after"]), ("during", ["before"])];

    private readonly RestrictionFacts _facts = new(reading, scope);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly OrderCircles _orders = new(reading);

    public IReadOnlyList<Restriction> Bind(YamlMapping root)
    {
        if (root.Find("items") is null && root.Find("restrictions") is null) ReportNothing(root);
        return [.. YamlReading.Maps(root, "restrictions").Select(BindRestriction).OfType<Restriction>()];
    }

    private void ReportNothing(YamlMapping root)
    {
        Diagnostic finding = new(ShapeDiagnostics.MissingKey, new SourceLocation(reading.Source, YamlReading.PlaceOf(root).Span), "this schedule", "items");
        reading.Diagnostics.Add(finding.WithHelp("add `items:`, or `restrictions:` where the schedule only says what may not be done"));
    }

    private Restriction? BindRestriction(YamlMapping map)
    {
        string id = YamlReading.Text(map, "restriction");
        if (id.Length > 0 && !_ids.Add(id)) reading.Report(map.Find("restriction")!.Value, RestrictionDiagnostics.RestrictionTwice, id);
        YamlScalar? condition = YamlReading.Scalar(map, "when");
        Condition? when = condition is not null ? ConditionBinder.Bind(reading, scope, condition)
            : map.Find("when") is null ? new Always(reading.Reference(map))
            : null;
        RestrictionRule? rule = BindRule(map, id);
        if (when is null || rule is null) return null;
        return new Restriction(id, rule, when, reading.Reference(map))
        {
            Title = YamlReading.Localized(map, "title"),
            Authorities = YamlReading.Texts(map, "authority"),
            Citations = YamlReading.Texts(map, "cites"),
            Note = YamlReading.Localized(map, "note"),
            Confidence = ItemBinder.ConfidenceOf(YamlReading.Text(map, "confidence")),
            InForce = reading.InForce(map),
        };
    }

    private RestrictionRule? BindRule(YamlMapping map, string id)
    {
        YamlEntry[] kinds = [.. map.Entries.Where(e => Kinds.Contains(e.Key.Value))];
        if (kinds is not [var kind])
        {
            string found = kinds.Length == 0 ? "none" : string.Join(" and ", kinds.Select(k => $"`{k.Key.Value}`"));
            string help = kinds.Length == 0 ? "add `forbid:` and the acts that must not be done, or one of the others" : "";
            Report(kinds.Length == 0 ? PlaceOf(map) : kinds[1].Key, help, RestrictionDiagnostics.NotOneKind, Called(id), found);
            return null;
        }

        CheckPlaces(map, kind.Key.Value);
        RecordAct?[] named = [.. YamlReading.Scalars(map, kind.Key.Value).Select(acts.Find)];
        if (named.Length == 0 || named.Any(a => a is null)) return null;
        RecordAct[] bound = [.. named.OfType<RecordAct>().DistinctBy(a => a.Name)];
        return kind.Key.Value switch
        {
            "forbid" => BindProhibition(map, id, bound),
            "before" => BindPrerequisite(map, id, bound),
            "order" => BindOrder(map, id, [.. named.OfType<RecordAct>()]),
            "after" => BindRequirement(map, id, hasInterval: false) is { } requirement ? new Duty(bound, requirement) : null,
            _ => throw new InvalidOperationException("unknown kind of restriction"),
        };
    }

    private void CheckPlaces(YamlMapping map, string kind)
    {
        foreach ((string key, string[] fitting) in Places)
        {
            if (map.Find(key) is not { } misplaced || fitting.Contains(kind)) continue;
            string help = $"it goes with {string.Join(" and ", fitting.Select(f => $"`{f}`"))}: write a restriction of that kind, or delete the key";
            Report(misplaced.Key, help, RestrictionDiagnostics.KeyOfOtherKind, key, kind);
        }
    }

    private Prohibition? BindProhibition(YamlMapping map, string id, RecordAct[] named)
    {
        (YamlEntry? unless, YamlEntry? approver) = (map.Find("unless"), map.Find("approved-by"));
        if (unless is null && approver is null) return new Prohibition(named, null);
        if (unless is null || approver is null)
        {
            (string has, string lacks) = unless is null ? ("approved-by", "unless") : ("unless", "approved-by");
            reading.Report(map.Find(has)!.Key, RestrictionDiagnostics.HalfAnException, Called(id), has, lacks);
            return null;
        }

        Condition? condition = YamlReading.Scalar(map, "unless") is { } text ? ConditionBinder.Bind(reading, scope, text) : null;
        FactDefinition? fact = YamlReading.Scalar(map, "approved-by") is { } name ? _facts.Approver(name) : null;
        return condition is not null && fact is not null ? new Prohibition(named, new Exemption(condition, fact)) : null;
    }

    private Prerequisite? BindPrerequisite(YamlMapping map, string id, RecordAct[] named)
    {
        bool hasInterval = map.Find("during") is not null;
        Requirement? requirement = BindRequirement(map, id, hasInterval);
        FactInterval? during = hasInterval ? BindInterval(map) : null;
        return requirement is null || (hasInterval && during is null) ? null : new Prerequisite(named, requirement, during);
    }

    private FactInterval? BindInterval(YamlMapping map)
    {
        if (YamlReading.Map(map, "during") is not { } interval) return null;
        FactDefinition? from = YamlReading.Scalar(interval, "from") is { } first ? _facts.Dated(first, RestrictionDiagnostics.DuringNeedsDays) : null;
        FactDefinition? until = YamlReading.Scalar(interval, "until") is { } last ? _facts.Dated(last, RestrictionDiagnostics.DuringNeedsDays) : null;
        return from is not null && until is not null ? new FactInterval(from, until) : null;
    }

    private Requirement? BindRequirement(YamlMapping map, string id, bool hasInterval)
    {
        (YamlEntry? require, YamlEntry? done) = (map.Find("require"), map.Find("done"));
        if (require is null && done is null && !hasInterval)
        {
            reading.Report(PlaceOf(map), RestrictionDiagnostics.NothingRequired, Called(id));
            return null;
        }

        Condition? condition = YamlReading.Scalar(map, "require") is { } text ? ConditionBinder.Bind(reading, scope, text) : null;
        if (require is null) condition = new Always(reading.Reference(map));
        FactDefinition?[] facts = [.. YamlReading.Scalars(map, "done").Select(name => _facts.Dated(name, RestrictionDiagnostics.DoneNeedsDay))];
        if (condition is null || facts.Any(f => f is null)) return null;
        return new Requirement(condition, [.. facts.OfType<FactDefinition>().Distinct()]);
    }

    private ActOrder? BindOrder(YamlMapping map, string id, RecordAct[] named)
    {
        YamlScalar[] places = [.. YamlReading.Scalars(map, "order")];
        int twice = Enumerable.Range(0, named.Length).FirstOrDefault(i => Array.IndexOf(named, named[i]) < i, -1);
        if (named.Length < 2) reading.Report(places[0], RestrictionDiagnostics.BadOrder, $"`{named[0]}` alone has no order");
        else if (twice >= 0) reading.Report(places[twice], RestrictionDiagnostics.BadOrder, $"`{named[twice]}` stands twice in the order");
        else if (Array.FindIndex(named, a => a.Done is null) is var silent and >= 0) Report(places[silent], HowToRecord(named[silent]), RestrictionDiagnostics.NothingRecordsAct, named[silent]);
        else
        {
            foreach (RecordAct act in named) scope.Use(act.Done!.Name);
            return _orders.Accept(id, named, places) ? new ActOrder(named) : null;
        }

        return null;
    }

    private static string HowToRecord(RecordAct act) =>
        $"declare an event that does, and name it: `actions: {{ {act}: {{ done: {act.Name.Replace(' ', '_')}_on }} }}`";

    private void Report(YamlNode place, string help, DiagnosticDescriptor descriptor, params object[] arguments) =>
        reading.Diagnostics.Add(new Diagnostic(descriptor, new SourceLocation(reading.Source, place.Span), arguments).WithHelp(help));

    private static YamlNode PlaceOf(YamlMapping map) => map.Find("restriction")?.Value ?? YamlReading.PlaceOf(map);

    private static string Called(string id) => id.Length > 0 ? $"the restriction `{id}`" : "this restriction";
}
