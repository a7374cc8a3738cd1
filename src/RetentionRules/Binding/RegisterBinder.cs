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
    /// <summary>The register; null where no edition could be read.</summary>
    public ScheduleRegister? Bind()
    {
        List<(YamlNode Place, RetentionSchedule Edition)> editions = [.. ReadEditions().OrderBy(e => e.Edition.InForce.From)];
        if (editions.Count == 0) return null;
        CheckEditions(editions);
        FactAgreement.Check(reading, editions.Select(e => (e.Place, (RetentionInstrument)e.Edition)));
        RetentionSchedule[] schedules = [.. editions.Select(e => e.Edition)];
        FactDefinition? governs = YamlReading.Scalar(root, "governs") is { } day && day.Value.Trim() != EditionFacts.AsOf ? EditionFacts.Bind(reading, day, schedules) : null;
        return new ScheduleRegister(YamlReading.Text(root, FileShapes.RegisterKey), schedules, governs, [.. new TransitionBinder(reading, schedules, governs).Bind(root)])
        {
            Title = YamlReading.Localized(root, "title"),
            Status = ScheduleStatusWords.Of(YamlReading.Text(root, "status")),
            Note = YamlReading.Localized(root, "note"),
            Bodies = YamlReading.Texts(root, "bodies"),
            ContentHash = CombinedHash.Of(reading.Source.ContentHash, schedules.Select(s => s.ContentHash)),
            Accepted = new AcceptanceBinder(reading, root).Bind(),
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
                InstrumentFile.ReportRefused(reading, place, Path.GetFileName(file), first);
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
        CheckCircle(editions);
    }

    private void CheckNeighbours(RetentionSchedule earlier, (YamlNode Place, RetentionSchedule Edition) later)
    {
        if (!earlier.InForce.IsStated || !later.Edition.InForce.IsStated) return;
        if (later.Edition.InForce.From < earlier.InForce.To)
            reading.Report(later.Place, CombinationDiagnostics.EditionsOverlap, earlier, later.Edition, later.Edition.InForce.From);
        if (later.Edition.Supersedes.IsStated && !later.Edition.Supersedes.Means(earlier, later.Edition.Id) && !WrittenAsVersion(later.Edition.Supersedes, earlier))
            reading.ReportWithHelp(
                later.Place, $"the one before `{later.Edition}` is `{earlier}`: correct `supersedes:` there, or add the edition between them",
                CombinationDiagnostics.UnknownEdition, $"the register has no edition `{later.Edition.Supersedes}` that `{later.Edition}` supersedes");
    }

    private static bool WrittenAsVersion(EditionReference reference, RetentionSchedule edition) => reference.Version.Length == 0 && reference.Schedule == edition.Version;

    private void CheckCircle(List<(YamlNode Place, RetentionSchedule Edition)> placed)
    {
        RetentionSchedule[] editions = [.. placed.Select(e => e.Edition)];
        foreach ((YamlNode place, RetentionSchedule start) in placed)
        {
            List<RetentionSchedule> path = [start];
            while (EditionNames.Find(path[^1].Supersedes, editions) is { } next && path[^1].Supersedes.IsStated)
            {
                bool back = next == start;
                path.Add(next);
                if (back) reading.Report(place, CombinationDiagnostics.Circle, start, "supersedes", string.Join(" → ", path));
                if (back || path.Count > editions.Length) break;
            }

            if (path.Count > 1 && path[^1] == start) return;
        }
    }
}
