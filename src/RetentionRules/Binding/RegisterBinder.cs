using RetentionRules.Calendars;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds a register: the editions of a schedule, and which of them governs.</summary>
internal sealed class RegisterBinder(YamlReading reading, YamlMapping root, IReadOnlyList<string> chain)
{
    private const string AsOf = "as-of";

    /// <summary>The register; null where no edition could be read.</summary>
    public ScheduleRegister? Bind()
    {
        List<(YamlNode Place, RetentionSchedule Edition)> editions = [.. ReadEditions().OrderBy(e => e.Edition.InForce.From)];
        if (editions.Count == 0) return null;
        CheckEditions(editions);
        FactAgreement.Check(reading, editions.Select(e => (e.Place, (RetentionInstrument)e.Edition)));
        RetentionSchedule[] schedules = [.. editions.Select(e => e.Edition)];
        FactDefinition? governs = BindGoverns(schedules);
        return new ScheduleRegister(YamlReading.Text(root, FileShapes.RegisterKey), schedules, governs, [.. BindTransitions(schedules, governs)])
        {
            Title = YamlReading.Localized(root, "title"),
            Status = ScheduleStatusWords.Of(YamlReading.Text(root, "status")),
            Note = YamlReading.Localized(root, "note"),
            Bodies = YamlReading.Texts(root, "bodies"),
            ContentHash = CombinedHash.Of(reading.Source.ContentHash, schedules.Select(s => s.ContentHash)),
            Path = reading.Source.Path,
        };
    }

    private IEnumerable<(YamlNode Place, RetentionSchedule Edition)> ReadEditions()
    {
        if (root.Find("editions") is null) return SchedulesOfTheFolder();
        HashSet<string> named = new(StringComparer.Ordinal);
        List<(YamlNode, RetentionSchedule)> read = [];
        foreach (YamlScalar place in YamlReading.Scalars(root, "editions"))
        {
            if (!named.Add(place.Value.Trim())) reading.Report(place, CombinationDiagnostics.NamedTwice, place.Value.Trim());
            else if (InstrumentFile.ReadSchedule(reading, place, chain) is { } edition) read.Add((place, edition));
        }

        return read;
    }

    /// <summary>Every schedule beside the register; its tests and mappings are something else.</summary>
    private List<(YamlNode Place, RetentionSchedule Edition)> SchedulesOfTheFolder()
    {
        YamlScalar place = root.Find(FileShapes.RegisterKey)!.Key;
        string folder = Path.GetDirectoryName(reading.Source.Path) is { Length: > 0 } named ? named : ".";
        List<(YamlNode, RetentionSchedule)> read = [];
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
        foreach (string file in files)
        {
            DiagnosticBag found = new();
            if (ShapedFile.Parse(FileText.FromFile(file), found) is not { } parsed || ShapedFile.KindOf(parsed.Map) != FileShapes.ScheduleKey) continue;
            RetentionInstrument? edition = InstrumentFile.Read(FileText.FromFile(file), found, [.. chain, Path.GetFullPath(file)]);
            if (found.ToList().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } first)
                reading.Report(place, CombinationDiagnostics.FileRefused, Path.GetFileName(file), $"line {first.Location.Start.Line}: {first.Message}");
            else if (edition is RetentionSchedule schedule) read.Add((place, schedule));
        }

        if (read.Count == 0) reading.Report(place, CombinationDiagnostics.FileRefused, folder, "there is no schedule in the folder");
        return read;
    }

    private void CheckEditions(List<(YamlNode Place, RetentionSchedule Edition)> editions)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((YamlNode place, RetentionSchedule edition) in editions)
        {
            if (!names.Add(edition.ToString())) reading.Report(place, CombinationDiagnostics.NamedTwice, edition);
            if (!edition.InForce.IsStated || (!edition.InForce.From.IsFinite && edition != editions[0].Edition))
                reading.Report(place, CombinationDiagnostics.EditionWithoutDay, edition);
        }

        for (int i = 1; i < editions.Count; i++) CheckNeighbours(editions[i - 1].Edition, editions[i]);
        CheckCircle([.. editions.Select(e => e.Edition)]);
    }

    private void CheckNeighbours(RetentionSchedule earlier, (YamlNode Place, RetentionSchedule Edition) later)
    {
        if (!earlier.InForce.IsStated || !later.Edition.InForce.IsStated) return;
        if (later.Edition.InForce.From < earlier.InForce.To)
            reading.Report(later.Place, CombinationDiagnostics.EditionsOverlap, earlier, later.Edition, later.Edition.InForce.From);
        if (later.Edition.Supersedes.IsStated && !later.Edition.Supersedes.Means(earlier, later.Edition.Id) && !WrittenAsVersion(later.Edition.Supersedes, earlier))
            reading.Report(later.Place, CombinationDiagnostics.UnknownEdition, $"{later.Edition.Supersedes}` before `{later.Edition}");
    }

    private static bool WrittenAsVersion(EditionReference reference, RetentionSchedule edition) => reference.Version.Length == 0 && reference.Schedule == edition.Version;

    private void CheckCircle(RetentionSchedule[] editions)
    {
        foreach (RetentionSchedule start in editions)
        {
            List<RetentionSchedule> path = [start];
            while (EditionNames.Find(path[^1].Supersedes, editions) is { } next && path[^1].Supersedes.IsStated)
            {
                bool back = next == start;
                path.Add(next);
                if (back) reading.Report(YamlReading.PlaceOf(root), CombinationDiagnostics.Circle, start, "supersedes", string.Join(" → ", path));
                if (back || path.Count > editions.Length) break;
            }

            if (path.Count > 1 && path[^1] == start) return;
        }
    }

    private FactDefinition? BindGoverns(RetentionSchedule[] editions)
    {
        if (YamlReading.Scalar(root, "governs") is not { } place || place.Value.Trim() == AsOf) return null;
        return FactOf(place, editions, CombinationDiagnostics.BadGoverningFact);
    }

    /// <summary>A date or event that an edition declares; which is not known before an edition is picked cannot pick one.</summary>
    private FactDefinition? FactOf(YamlScalar place, RetentionSchedule[] editions, DiagnosticDescriptor descriptor)
    {
        string name = place.Value.Trim();
        FactDefinition? fact = editions.SelectMany(e => e.Facts).FirstOrDefault(f => f.Name == name);
        if (fact is { IsDated: true }) return fact;
        string[] known = [AsOf, .. editions.SelectMany(e => e.Facts).Where(f => f.IsDated).Select(f => f.Name).Distinct()];
        string problem = fact is null ? $"no edition asks for a fact `{name}`" : $"`{name}` is {TypeNames.Of(fact.Type)}, and no day";
        Diagnostic finding = new(descriptor, new SourceLocation(reading.Source, place.Span), problem);
        reading.Diagnostics.Add(finding.WithHelp(NearestWord.To(name, known) is { } meant ? $"did you mean `{meant}`?" : ""));
        return null;
    }

    private IEnumerable<EditionTransition> BindTransitions(RetentionSchedule[] editions, FactDefinition? governs)
    {
        HashSet<RetentionSchedule> seen = [];
        foreach (YamlMapping map in YamlReading.Maps(root, "transitions"))
        {
            if (Edition(map, editions) is not { } to) continue;
            string? problem =
                governs is not null ? $"the edition is picked by `{governs.Name}`, so no record passes from one to another"
                : to == editions[0] ? $"`{to}` is the first edition; there is none before it"
                : !seen.Add(to) ? $"there is another transition to `{to}`"
                : null;
            if (problem is not null) reading.Report(YamlReading.PlaceOf(map), CombinationDiagnostics.MisplacedTransition, problem);
            else yield return Bind(map, to, editions);
        }
    }

    private RetentionSchedule? Edition(YamlMapping map, RetentionSchedule[] editions)
    {
        if (map.Find("to") is not { } place) return null;
        EditionReference reference = EditionNames.Read(map, "to");
        if (EditionNames.Find(reference, editions) is { } edition) return edition;
        Diagnostic finding = new(CombinationDiagnostics.UnknownEdition, new SourceLocation(reading.Source, place.Value.Span), reference);
        string help = NearestWord.To(reference.ToString(), editions.SelectMany(e => (string[])[e.Id, e.Version])) is { } meant ? $"did you mean `{meant}`?" : "";
        reading.Diagnostics.Add(finding.WithHelp(help));
        return null;
    }

    private EditionTransition Bind(YamlMapping map, RetentionSchedule to, RetentionSchedule[] editions)
    {
        TransitionRule running = RuleOf(YamlReading.Text(map, "running"));
        YamlScalar? since = YamlReading.Scalar(map, "since");
        if (running == TransitionRule.Keep && since is null)
            reading.Report(map.Find("running")!.Value, CombinationDiagnostics.MisplacedTransition, "which running records the old edition covered is not said: add `since:` with the date that tells it");
        return new EditionTransition(to, running, RuleOf(YamlReading.Text(map, "expired")), reading.Reference(map))
        {
            Stands = YamlReading.Map(map, "stands") is { } stands ? BindStands(stands, editions) : null,
            Since = since is null ? null : FactOf(since, editions, CombinationDiagnostics.BadGoverningFact),
            Basis = YamlReading.Text(map, "basis"),
        };
    }

    private StandingDecision? BindStands(YamlMapping map, RetentionSchedule[] editions)
    {
        FactDefinition? decided = YamlReading.Scalar(map, "decided") is { } place ? FactOf(place, editions, CombinationDiagnostics.BadGoverningFact) : null;
        Condition? when = YamlReading.Scalar(map, "when") is { } scalar ? ConditionBinder.Bind(reading, Scope(editions), scalar) : new Always(reading.Reference(map));
        return decided is null || when is null ? null : new StandingDecision(decided, when);
    }

    private static FactScope Scope(RetentionSchedule[] editions) =>
        FactScope.Of(FactUnion.Of(editions.SelectMany(e => e.Facts)), [.. editions.SelectMany(e => e.Parameters).DistinctBy(p => p.Name)], new ScheduleCalendar(),
            editions.Select(e => e.Classification).FirstOrDefault(c => !c.IsNone, ClassificationScheme.None));

    private static TransitionRule RuleOf(string word) => word switch
    {
        "keep" => TransitionRule.Keep,
        "re-appraise" => TransitionRule.Reappraise,
        // The word was checked: what is left is `recompute`, or nothing, which means it.
        _ => TransitionRule.Recompute,
    };
}
