using System.Globalization;
using System.Text;
using RetentionRules.Binding;
using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Mappings;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Testing;

/// <summary>Binds a file of tests to its schedule.</summary>
/// <param name="reading">The file.</param>
/// <param name="root">Its root.</param>
/// <param name="schedule">The schedule.</param>
/// <param name="folder">Where the file is: paths of holds are relative to it.</param>
internal sealed class TestBinder(YamlReading reading, YamlMapping root, RetentionSchedule schedule, string folder)
{
    private readonly Dictionary<string, HoldList?> _holds = new(StringComparer.Ordinal);
    private readonly Dictionary<HoldList, CompiledPolicy> _policies = [];

    public ScheduleTests Bind()
    {
        if (YamlReading.Scalar(root, "tests") is { } name && name.Value.Trim() != schedule.Id)
            reading.Report(name, TestDiagnostics.OtherSchedule, name.Value.Trim(), schedule.Id);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (YamlMapping map in YamlReading.Maps(root, "cases"))
        {
            if (YamlReading.Scalar(map, "case") is { } title && !names.Add(title.Value.Trim()))
                reading.Report(title, TestDiagnostics.CaseTwice, title.Value.Trim());
        }

        return new ScheduleTests(schedule, [.. YamlReading.Maps(root, "cases").Select(BindCase).OfType<ScheduleTestCase>()]);
    }

    private ScheduleTestCase? BindCase(YamlMapping map)
    {
        string name = YamlReading.Text(map, "case");
        if (BindPolicy(map) is not { } policy) return null;
        DateOnly asOf = BindAsOf(map, name);
        Dictionary<string, FactValue> facts = new(StringComparer.Ordinal);
        BindFacts(root, policy, facts);
        BindFacts(map, policy, facts);
        return new ScheduleTestCase(name, policy, YamlReading.Text(map, "record"), asOf, reading.Reference(map))
        {
            Facts = [.. facts],
            Expectations = BindExpectations(map, name, policy),
        };
    }

    private CompiledPolicy? BindPolicy(YamlMapping map)
    {
        YamlScalar? place = YamlReading.Scalar(map, "holds") ?? YamlReading.Scalar(root, "holds");
        string path = place?.Value.Trim() ?? Expectation.None;
        if (!_holds.TryGetValue(path, out HoldList? holds)) _holds[path] = holds = path == Expectation.None ? HoldList.None : OpenHolds(place!, path);
        if (holds is null) return null;
        if (!_policies.TryGetValue(holds, out CompiledPolicy? policy))
            _policies[holds] = policy = WithParameters(RetentionPolicy.For(schedule).WithHolds(holds)).Compile();
        return policy;
    }

    private HoldList? OpenHolds(YamlScalar place, string path)
    {
        if (path == "not-consulted") return HoldList.NotConsulted;
        string file = Path.Combine(folder, path);
        string problem = NamedFile.Problem(file);
        if (problem.Length == 0)
        {
            LoadResult<HoldList> result = HoldReader.ReadFile(file, schedule);
            if (result.TryGetValue(out HoldList? holds)) return holds;
            problem = result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).Message;
        }

        reading.Report(place, TestDiagnostics.HoldsUnreadable, path, problem);
        return null;
    }

    private RetentionPolicy WithParameters(RetentionPolicy policy)
    {
        foreach (YamlEntry entry in YamlReading.Map(root, "parameters")?.Entries ?? [])
        {
            if (entry.Value is not YamlScalar scalar || reading.Language(scalar).Parse(LanguageParser.Period) is not { } syntax) continue;
            RetentionPeriod period = MomentBinder.PeriodOf(syntax);
            PeriodParameter? parameter = schedule.Parameters.FirstOrDefault(p => p.Name == entry.Key.Value);
            if (parameter is null) reading.Report(entry.Key, TestDiagnostics.NoSuchParameter, $"the schedule has no parameter `{entry.Key.Value}`");
            else if (!parameter.Allows(period)) reading.Report(scalar, TestDiagnostics.NoSuchParameter, $"{period} does not lie between {parameter.Least} and {parameter.Most}");
            else policy = policy.WithParameter(parameter.Name, period);
        }

        return policy;
    }

    private DateOnly BindAsOf(YamlMapping map, string name)
    {
        YamlScalar? scalar = YamlReading.Scalar(map, "as-of") ?? YamlReading.Scalar(root, "as-of");
        if (scalar is not null) return YamlReading.TryDate(scalar, out DateOnly date) ? date : default;
        reading.Report(YamlReading.PlaceOf(map), TestDiagnostics.NoAsOf, name);
        return default;
    }

    private void BindFacts(YamlMapping map, CompiledPolicy policy, Dictionary<string, FactValue> facts)
    {
        foreach (YamlEntry entry in YamlReading.Map(map, "facts")?.Entries ?? [])
        {
            string name = entry.Key.Value.Normalize(NormalizationForm.FormC);
            if (!policy.Layout.TryPlace(name, out int place))
            {
                reading.Language(entry.Key).ReportUnknown(new(0, entry.Key.Value.Length), TestDiagnostics.UnknownFact, name, policy.Facts.Select(f => f.Name));
                continue;
            }

            if (entry.Value is YamlScalar { IsMissing: true }) continue;
            if (ReadFact(policy.Layout, place, entry.Value) is { } value) facts[name] = Accepted(policy.Layout, place, value, entry.Value);
        }
    }

    /// <summary>A day that stands for none would be taken as unknown, which the test does not say.</summary>
    private FactValue Accepted(FactLayout layout, int place, FactValue value, YamlNode node)
    {
        FactDefinition fact = layout.Facts[place];
        FactValue accepted = layout.Accept(place, value, out string problem);
        string written = (node as YamlScalar)?.Value ?? node.Kind;
        if (problem.Length > 0)
            reading.Report(node, TestDiagnostics.ValueDoesNotFit, fact.Name, TypeNames.Of(fact.Type), written, $"it is {problem}; write unknown or never");
        return accepted;
    }

    private FactValue? ReadFact(FactLayout layout, int place, YamlNode node)
    {
        FactDefinition fact = layout.Facts[place];
        string problem = "a list is only for a list of dates";
        if (node is YamlScalar scalar && FactText.TryRead(fact, scalar, out FactValue value, out problem)) return value;
        bool isDates = node is YamlSequence && fact.Type is DateListType;
        if (isDates && FactText.TryReadDates(((YamlSequence)node).Items.OfType<YamlScalar>(), out FactValue dates, out problem)) return dates;
        reading.Report(node, TestDiagnostics.ValueDoesNotFit, fact.Name, TypeNames.Of(fact.Type), (node as YamlScalar)?.Value ?? node.Kind, problem);
        return null;
    }

    private List<Expectation> BindExpectations(YamlMapping map, string name, CompiledPolicy policy)
    {
        List<Expectation> expectations = [];
        foreach (YamlEntry entry in YamlReading.Map(map, "expect")?.Entries ?? [])
        {
            YamlScalar[] wanted = entry.Value switch
            {
                YamlScalar scalar => [scalar],
                YamlSequence list => [.. list.Items.OfType<YamlScalar>()],
                _ => [],
            };
            foreach (YamlScalar word in wanted) CheckWord(entry.Key.Value, word, policy);
            expectations.Add(new Expectation(entry.Key.Value, [.. wanted.Select(w => w.Value.Trim())]));
        }

        if (expectations.Count == 0 && map["expect"] is null or YamlMapping) reading.Report(YamlReading.PlaceOf(map), TestDiagnostics.NothingExpected, name);
        return expectations;
    }

    /// <summary>An expectation that no decision can meet would only show as a failure, and not as what it is.</summary>
    private void CheckWord(string key, YamlScalar word, CompiledPolicy policy)
    {
        if (word.IsMissing) return;
        string text = word.Value.Trim();
        (bool fits, string kind) = key switch
        {
            "status" => (Enum.GetValues<DispositionStatus>().Any(s => DecisionText.Word(s) == text), "a status"),
            "value" => (Enum.GetValues<RecordValue>().Any(v => DecisionText.Word(v) == text), "permanent, temporary or undecided"),
            "action" or "next" => (text == Expectation.None || Enum.GetValues<DispositionAction>().Any(a => DecisionText.Word(a) == text), "an act"),
            "item" or "candidates" => (text == Expectation.None || schedule.Contains(text), "an item of the schedule"),
            "not-before" => (text is Expectation.None or "never" || IsDate(text), "a date, `never` or `none`"),
            "missing" => (IsMissable(text, policy), "a fact or a parameter of the schedule"),
            "holds" => (text == Expectation.None || policy.Policy.Holds.Holds.Any(h => h.Id == text), "one of the holds of the case"),
            "blocks" => (text == Expectation.None || Reasons.BlockingCodes.Contains(text), "a code of what blocks an act"),
            "reasons" => (Reasons.Codes.Contains(text), "the code of a reason"),
            "not-after" or "latest" or "changes-on" => (text == Expectation.None || IsDate(text), "a date or `none`"),
            _ => (true, ""),
        };
        if (!fits) reading.Report(word, TestDiagnostics.UnknownExpectation, text, kind);
    }

    private bool IsMissable(string text, CompiledPolicy policy) =>
        text is Expectation.None or HoldCheck.RecordIdentifier || policy.Layout.TryPlace(text, out _) || schedule.Parameters.Any(p => p.Name == text);

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
