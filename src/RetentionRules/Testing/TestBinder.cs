using System.Text;
using RetentionRules.Binding;
using RetentionRules.Calendars;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation;
using RetentionRules.Mappings;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Testing;

/// <summary>Binds a file of tests to its schedule.</summary>
/// <param name="reading">The file.</param>
/// <param name="root">Its root.</param>
/// <param name="schedule">The schedule.</param>
/// <param name="folder">Where the file is: paths of holds are relative to it.</param>
internal sealed class TestBinder(YamlReading reading, YamlMapping root, RetentionInstrument schedule, string folder)
{
    private readonly Dictionary<string, HoldList?> _holds = new(StringComparer.Ordinal);
    private readonly Dictionary<HoldList, CompiledPolicy> _policies = [];

    public ScheduleTests Bind()
    {
        if (YamlReading.Scalar(root, "tests") is { } name && name.Value.Trim() != schedule.Id)
            reading.Report(name, TestDiagnostics.OtherSchedule, name.Value.Trim(), schedule.Id);
        HashSet<string> names = new(StringComparer.Ordinal);
        IEnumerable<YamlScalar?> titles = YamlReading.Maps(root, "cases").Select(m => YamlReading.Scalar(m, "case"))
            .Concat(YamlReading.Maps(root, "tables").Select(m => YamlReading.Scalar(m, "table")))
            .Concat(YamlReading.Maps(root, "every").Select(m => YamlReading.Scalar(m, "every")));
        foreach (YamlScalar title in titles.OfType<YamlScalar>())
            if (!names.Add(title.Value.Trim())) reading.Report(title, TestDiagnostics.CaseTwice, title.Value.Trim());

        if (root.Find("cases") is null && root.Find("tables") is null && root.Find("every") is null) reading.Report(YamlReading.PlaceOf(root), TestDiagnostics.NothingTested);
        EveryBinder every = new(reading, schedule, this);
        return new ScheduleTests(
            schedule,
            [.. YamlReading.Maps(root, "cases").Concat(Rows()).Select(BindCase).OfType<ScheduleTestCase>()],
            [.. YamlReading.Maps(root, "every").Select(every.Bind).OfType<EveryRecordTest>()]);
    }

    /// <summary>Facts that only a file of holds asks for can be given too: a case without that file then tells of it.</summary>
    private IEnumerable<YamlMapping> Rows()
    {
        IEnumerable<string> ofHolds = YamlReading.Maps(root, "tables").Append(root).Select(BindPolicy).OfType<CompiledPolicy>().SelectMany(p => p.Facts).Select(f => f.Name);
        TableRows rows = new(reading, [.. schedule.FactsWithParents.Select(f => f.Name).Concat(ofHolds).Distinct()]);
        return YamlReading.Maps(root, "tables").SelectMany(rows.Of);
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
            Members = BindMembers(map, policy, facts),
            Expectations = BindExpectations(map, name, policy),
        };
    }

    internal CompiledPolicy? BindPolicy(YamlMapping map)
    {
        YamlScalar? place = YamlReading.Scalar(map, "holds") ?? YamlReading.Scalar(root, "holds");
        string path = place?.Value.Trim() ?? Expectation.None;
        if (!_holds.TryGetValue(path, out HoldList? holds)) _holds[path] = holds = path == Expectation.None ? HoldList.None : OpenHolds(place!, path);
        if (holds is null) return null;
        if (!_policies.TryGetValue(holds, out CompiledPolicy? policy))
            _policies[holds] = policy = WithParameters(RetentionPolicy.For(schedule).WithHolds(holds), root).Compile();
        return map != root && YamlReading.Map(map, "parameters") is not null ? WithParameters(policy.Policy, map).Compile() : policy;
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
            Diagnostic first = result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
            problem = $"line {first.Location.Start.Line}: {first.Message}";
        }

        reading.Report(place, TestDiagnostics.HoldsUnreadable, path, problem);
        return null;
    }

    private RetentionPolicy WithParameters(RetentionPolicy policy, YamlMapping map)
    {
        foreach (YamlEntry entry in YamlReading.Map(map, "parameters")?.Entries ?? [])
        {
            if (entry.Value is not YamlScalar scalar || reading.Language(scalar).Parse(LanguageParser.Period) is not { } syntax) continue;
            RetentionPeriod period = MomentBinder.PeriodOf(syntax);
            PeriodParameter[] parameters = [.. schedule.ParametersNamed(entry.Key.Value)];
            if (parameters.Length == 0) ReportUnknown(entry.Key, TestDiagnostics.NoSuchParameter, schedule.Parameters.Select(p => p.Name), $"the schedule has no parameter `{entry.Key.Value}`");
            else if (parameters.FirstOrDefault(p => !p.Allows(period)) is { } parameter) reading.Report(scalar, TestDiagnostics.NoSuchParameter, $"{period} does not lie between {parameter.Least} and {parameter.Most}");
            else policy = policy.WithParameter(entry.Key.Value, period);
        }

        return policy;
    }

    private DateOnly BindAsOf(YamlMapping map, string name)
    {
        YamlScalar? scalar = YamlReading.Scalar(map, "as-of") ?? YamlReading.Scalar(root, "as-of");
        if (scalar is not null) return YamlReading.TryDate(scalar, out DateOnly date) ? date : default;
        reading.Report(YamlReading.PlaceOf(map), TestDiagnostics.NoAsOf, Called(name));
        return default;
    }

    private static string Called(string name) => name.Length > 0 ? $"the case `{name}`" : "this case";

    /// <summary>The records of an aggregate, each with the facts of the case and its own.</summary>
    private List<IReadOnlyList<KeyValuePair<string, FactValue>>> BindMembers(YamlMapping map, CompiledPolicy policy, Dictionary<string, FactValue> common)
    {
        if (map.Find("members") is { } entry && policy.Policy.Aggregation is null) reading.Report(entry.Key, TestDiagnostics.NothingAsOne);
        List<IReadOnlyList<KeyValuePair<string, FactValue>>> members = [];
        foreach (YamlMapping member in YamlReading.Maps(map, "members"))
        {
            Dictionary<string, FactValue> facts = new(common, StringComparer.Ordinal);
            BindEntries(member, policy, facts);
            members.Add([.. facts]);
        }

        return members;
    }

    internal void BindFacts(YamlMapping map, CompiledPolicy policy, Dictionary<string, FactValue> facts)
    {
        if (YamlReading.Map(map, "facts") is { } given) BindEntries(given, policy, facts);
    }

    private void BindEntries(YamlMapping given, CompiledPolicy policy, Dictionary<string, FactValue> facts)
    {
        foreach (YamlEntry entry in given.Entries)
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

    /// <summary>A day that stands for none, or a class that there is not, would be taken as unknown, which the test does not say.</summary>
    private FactValue Accepted(FactLayout layout, int place, FactValue value, YamlNode node)
    {
        FactDefinition fact = layout.Facts[place];
        FactValue accepted = layout.Accept(place, value, out string problem);
        IEnumerable<string> known = fact.Name == ClassificationScheme.FactName ? schedule.Classification.Classes.Select(c => c.Code) : [];
        if (problem.Length > 0)
            ReportUnknown(node, TestDiagnostics.ValueDoesNotFit, known, fact.Name, TypeNames.Of(fact.Type), Written(node), $"it is {problem}; write unknown or never");
        return accepted;
    }

    private FactValue? ReadFact(FactLayout layout, int place, YamlNode node)
    {
        FactDefinition fact = layout.Facts[place];
        string problem = "a list is only for a list of dates";
        if (node is YamlScalar scalar && FactText.TryRead(fact, scalar, out FactValue value, out problem)) return value;
        bool isDates = node is YamlSequence && fact.Type is DateListType;
        if (isDates && FactText.TryReadDates(((YamlSequence)node).Items.OfType<YamlScalar>(), out FactValue dates, out problem)) return dates;
        string[] known = fact.Type is EnumerationType type ? [.. type.Values] : [];
        ReportUnknown(node, TestDiagnostics.ValueDoesNotFit, known, fact.Name, TypeNames.Of(fact.Type), Written(node), problem);
        return null;
    }

    /// <summary>A value as it stands in the file; of a list that goes on over several lines, the first.</summary>
    private string Written(YamlNode node) => node is YamlScalar scalar
        ? scalar.Value
        : reading.Source.Text.Substring(node.Span.Start, node.Span.Length).Split('\n')[0].TrimEnd();

    /// <summary>Reports with "did you mean", where what is written is near to something known.</summary>
    private void ReportUnknown(YamlNode place, DiagnosticDescriptor descriptor, IEnumerable<string> known, params object[] arguments)
    {
        string help = place is YamlScalar scalar && NearestWord.To(scalar.Value.Trim(), known) is { } meant ? $"did you mean `{meant}`?" : "";
        reading.Diagnostics.Add(new Diagnostic(descriptor, new SourceLocation(reading.Source, place.Span), arguments).WithHelp(help));
    }

    internal List<Expectation> BindExpectations(YamlMapping map, string name, CompiledPolicy policy)
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

        if (map["expect"] is YamlMapping { Entries.Count: 0 } nothing) reading.Report(nothing, TestDiagnostics.NothingExpected, Called(name));
        return expectations;
    }

    /// <summary>An expectation that no decision can meet would only show as a failure, and not as what it is.</summary>
    private void CheckWord(string key, YamlScalar word, CompiledPolicy policy)
    {
        if (word.IsMissing || ExpectedWords.Of(key, schedule, policy) is not { } words || words.Allow(word.Value.Trim())) return;
        ReportUnknown(word, TestDiagnostics.UnknownExpectation, words.Known, word.Value.Trim(), words.Kind);
    }
}
