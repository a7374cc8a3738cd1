using System.Globalization;
using System.Text;
using RetentionRules.Binding;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Mappings;

/// <summary>Binds a mapping file to the facts of a policy.</summary>
internal sealed class MappingBinder
{
    private readonly YamlReading _reading;
    private readonly YamlMapping _root;
    private readonly FactLayout _layout;
    private readonly FactScope _scope = new();
    private readonly TimeZoneInfo? _zone;
    private readonly IReadOnlyList<string> _formats;
    private readonly HashSet<string> _mapped = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<RetentionSchedule> _schedules;

    public MappingBinder(YamlReading reading, YamlMapping root, CompiledPolicy policy)
    {
        (_reading, _root, _layout, _schedules) = (reading, root, policy.Layout, policy.Policy.Instrument.Schedules);
        foreach (FactDefinition fact in policy.Facts) _scope.Add(fact);
        _scope.Classification = policy.Policy.Classification;
        _zone = BindZone(root);
        _formats = BindFormats(root) is { Count: > 0 } formats ? formats : ["yyyy-MM-dd"];
    }

    public RecordMapping Bind()
    {
        HashSet<string> notRecorded = BindNotRecorded();
        FactMapping[] facts = [.. YamlReading.Map(_root, "facts")?.Entries.Select(BindFact).OfType<FactMapping>() ?? [], .. BindClassify()];
        CheckConditions(facts);
        CheckComplete(notRecorded);
        return new RecordMapping(YamlReading.Text(_root, "records"), _layout, YamlReading.Texts(_root, "id"), facts, _reading.Source.ContentHash);
    }

    private HashSet<string> BindNotRecorded()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (YamlScalar scalar in YamlReading.Scalars(_root, "not-recorded"))
        {
            string name = scalar.Value.Trim().Normalize(NormalizationForm.FormC);
            if (PlaceOf(scalar, name) >= 0) names.Add(name);
            if (YamlReading.Map(_root, "facts")?.Find(name) is not null) _reading.Report(scalar, MappingDiagnostics.MappedTwice, name);
        }

        return names;
    }

    /// <summary>The fact that a table of codes gives, as if a column of the records had it.</summary>
    private IEnumerable<FactMapping> BindClassify()
    {
        if (YamlReading.Map(_root, "classify") is not { } classify || YamlReading.Scalar(classify, "table") is null) yield break;
        if (YamlReading.Scalar(classify, "gives") is not { } gives || YamlReading.Scalar(classify, "key") is not { } key) yield break;
        string name = gives.Value.Trim().Normalize(NormalizationForm.FormC);
        int place = PlaceOf(gives, name);
        if (place < 0) yield break;
        if (!_mapped.Add(name)) _reading.Report(gives, MappingDiagnostics.MappedTwice, name);
        if (new CodeTableBinder(_reading, classify, _schedules).Bind() is not { } codes) yield break;
        FactDefinition fact = _layout.Facts[place];
        yield return new FactMapping(fact, place, new ColumnSource(key.Value.Trim())) { Formats = _formats, Codes = codes };
    }

    private int PlaceOf(YamlScalar place, string name)
    {
        if (_layout.TryPlace(name, out int index)) return index;
        _reading.Language(place).ReportUnknown(new(0, place.Value.Length), MappingDiagnostics.NotAsked, name, _layout.Facts.Select(f => f.Name));
        return -1;
    }

    private FactMapping? BindFact(YamlEntry entry)
    {
        string name = entry.Key.Value.Normalize(NormalizationForm.FormC);
        int place = PlaceOf(entry.Key, name);
        if (place < 0) return null;
        _mapped.Add(name);
        FactDefinition fact = _layout.Facts[place];
        if (entry.Value is YamlScalar column) return new FactMapping(fact, place, new ColumnSource(column.Value.Trim())) { Formats = _formats };
        if (entry.Value is not YamlMapping options) return null;
        if (BindSource(entry.Key, fact, options) is not { } source) return null;
        CheckOptions(fact, options);
        return new FactMapping(fact, place, source)
        {
            Empty = BindEmpty(fact, options),
            Sentinels = BindSentinels(fact, options),
            Values = BindValues(fact, options),
            Formats = BindFormats(options) is { Count: > 0 } formats ? formats : _formats,
            Zone = BindInstant(fact, options),
            ListSeparator = YamlReading.Text(options, "separator") is { Length: > 0 } separator ? separator : ";",
        };
    }

    private FactSource? BindSource(YamlScalar key, FactDefinition fact, YamlMapping options)
    {
        YamlScalar? column = YamlReading.Scalar(options, "column");
        YamlScalar? constant = YamlReading.Scalar(options, "constant");
        if (column is null == constant is null)
        {
            _reading.Report(key, MappingDiagnostics.ColumnOrConstant, fact.Name);
            return null;
        }

        if (column is not null) return new ColumnSource(column.Value.Trim());
        return FactText.TryRead(fact, constant!, out FactValue value, out string problem) ? new ConstantSource(value) : Unfit(constant!, fact, problem);
    }

    private FactSource? Unfit(YamlScalar place, FactDefinition fact, string problem)
    {
        if (problem == FactText.CannotBePending) _reading.Report(place, MappingDiagnostics.StateNotForType, fact.Name, TypeNames.Of(fact.Type));
        else ReportUnfit(place, fact);
        return null;
    }

    private void ReportUnfit(YamlScalar place, FactDefinition fact)
    {
        string[] known = fact.Type is EnumerationType type ? [.. type.Values] : [];
        _reading.Language(place).ReportUnknown(
            new(0, place.Value.Length), MappingDiagnostics.ValueDoesNotFit, place.Value.Trim(), known, fact.Name, TypeNames.Of(fact.Type), $"`{place.Value}`");
    }

    private static readonly string[] StatesInOrder = ["never", "pending", "unknown"];

    private EmptyRule BindEmpty(FactDefinition fact, YamlMapping options)
    {
        if (YamlReading.Scalar(options, "empty") is { } fixedState)
            return new FixedEmpty(StateOf(fact, fixedState, fixedState.Value) ?? FactValue.Unknown);
        if (YamlReading.Map(options, "empty") is not { } branches) return new FixedEmpty(fact.WhenAbsent);
        List<(Condition, FactValue)> bound = [];
        foreach (YamlEntry branch in branches.Entries)
        {
            if (!StatesInOrder.Contains(branch.Key.Value, StringComparer.Ordinal)) continue;
            FactValue? state = StateOf(fact, branch.Key, branch.Key.Value);
            Condition? when = branch.Value is YamlScalar scalar ? ConditionBinder.Bind(_reading, _scope, scalar) : null;
            if (state is { } value && when is not null) bound.Add((when, value));
        }

        return new ConditionalEmpty(bound);
    }

    private FactValue? StateOf(FactDefinition fact, YamlScalar place, string word)
    {
        switch (word)
        {
            case "unknown": return FactValue.Unknown;
            case "never": return FactValue.Never;
            case "pending" when fact.Type is DateType or EventType or DateListType: return FactValue.Pending;
            case "pending":
                _reading.Report(place, MappingDiagnostics.StateNotForType, fact.Name, TypeNames.Of(fact.Type));
                return null;
            default: return null;
        }
    }

    private Dictionary<string, FactValue> BindSentinels(FactDefinition fact, YamlMapping options)
    {
        Dictionary<string, FactValue> sentinels = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in YamlReading.Map(options, "sentinels")?.Entries ?? [])
        {
            if (entry.Value is not YamlScalar scalar) continue;
            if (FactText.TryRead(fact, scalar, out FactValue value, out string problem)) sentinels[entry.Key.Value.Trim()] = value;
            else Unfit(scalar, fact, problem);
        }

        return sentinels;
    }

    private Dictionary<string, string> BindValues(FactDefinition fact, YamlMapping options)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in YamlReading.Map(options, "values")?.Entries ?? [])
        {
            if (entry.Value is not YamlScalar { IsMissing: false } called) continue;
            string cell = entry.Key.Value.Trim();
            if (!values.TryAdd(cell, called.Value.Trim())) _reading.Report(entry.Key, ReadingDiagnostics.DuplicateKey, cell);
            if (fact.Type is EnumerationType type && type.RankOf(called.Value.Trim()) < 0) Unfit(called, fact, "");
        }

        return values;
    }

    private TimeZoneInfo? BindInstant(FactDefinition fact, YamlMapping options)
    {
        TimeZoneInfo? zone = BindZone(options) ?? _zone;
        if (!YamlReading.IsYes(options, "instant")) return null;
        if (zone is null && !HasZoneKey(options) && !HasZoneKey(_root))
            _reading.Report(options.Find("instant")!.Value, MappingDiagnostics.InstantWithoutZone, fact.Name);
        return zone;
    }

    private static bool HasZoneKey(YamlMapping map) => map.Find("time-zone") is not null;

    private TimeZoneInfo? BindZone(YamlMapping map)
    {
        if (YamlReading.Scalar(map, "time-zone") is not { } scalar) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(scalar.Value.Trim(), out TimeZoneInfo? zone)) return zone;
        _reading.Report(scalar, MappingDiagnostics.UnknownZone, scalar.Value);
        return null;
    }

    private List<string> BindFormats(YamlMapping map)
    {
        List<string> formats = [];
        foreach (YamlScalar scalar in YamlReading.Scalars(map, "format"))
        {
            string format = scalar.Value.Trim();
            if (IsDateFormat(format)) formats.Add(format);
            else _reading.Report(scalar, MappingDiagnostics.BadFormat, format);
        }

        return formats;
    }

    /// <summary>A format is usable where it reads back each day that it writes; with two digits of a year it would not.</summary>
    private static bool IsDateFormat(string format)
    {
        bool isComplete = format.Contains("yyyy", StringComparison.Ordinal) && format.Contains('M', StringComparison.Ordinal) && format.Contains('d', StringComparison.Ordinal);
        if (!isComplete) return false;
        DateOnly[] days = [new(1831, 12, 25), new(1951, 2, 3), new(2031, 11, 30)];
        try
        {
            return days.All(day => DateOnly.TryParseExact(
                day.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) && read == day);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private void CheckOptions(FactDefinition fact, YamlMapping options)
    {
        bool dated = fact.IsDated || fact.Type is DateListType;
        foreach (string key in (string[])["format", "instant", "time-zone"])
            if (!dated && options.Find(key) is { } option) _reading.Report(option.Key, MappingDiagnostics.OptionNotForFact, key, fact.Name, TypeNames.Of(fact.Type));
        foreach (string key in (string[])["empty", "sentinels", "values", "format", "instant", "time-zone", "separator"])
            if (options.Find("constant") is not null && options.Find(key) is { } beside) _reading.Report(beside.Key, MappingDiagnostics.OptionNotForFact, key, fact.Name, "a constant");
        if (options.Find("time-zone") is { } zone && options.Find("instant") is null)
            _reading.Report(zone.Key, MappingDiagnostics.OptionNotForFact, "time-zone", fact.Name, "not read from instants");
        if (fact.Type is not DateListType && options.Find("separator") is { } separator)
            _reading.Report(separator.Key, MappingDiagnostics.OptionNotForFact, "separator", fact.Name, TypeNames.Of(fact.Type));
    }

    private void CheckConditions(IReadOnlyList<FactMapping> facts)
    {
        HashSet<string> conditional = [.. facts.Where(f => f.Empty is ConditionalEmpty).Select(f => f.Fact.Name)];
        foreach (FactMapping mapping in facts)
        {
            if (mapping.Empty is not ConditionalEmpty rule) continue;
            string? other = rule.Branches.SelectMany(b => ConditionFacts.Of(b.When)).Select(f => f.Name).FirstOrDefault(conditional.Contains);
            if (other is null) continue;
            YamlEntry entry = YamlReading.Map(_root, "facts")!.Entries.First(e => e.Key.Value.Normalize(NormalizationForm.FormC) == mapping.Fact.Name);
            _reading.Report(entry.Key, MappingDiagnostics.ConditionInCircle, mapping.Fact.Name, other);
        }
    }

    /// <summary>What nobody mentions would be unknown in every record, and nobody would notice.</summary>
    private void CheckComplete(HashSet<string> notRecorded)
    {
        YamlNode place = _root.Find("facts")?.Key ?? YamlReading.PlaceOf(_root);
        foreach (FactDefinition fact in _layout.Facts.Where(RecordMap.IsExpected))
            if (!_mapped.Contains(fact.Name) && !notRecorded.Contains(fact.Name)) ReportNotMapped(place, fact);
    }

    /// <summary>Rules that give the class are asked only where a mapping says that nobody has filed the records.</summary>
    private void ReportNotMapped(YamlNode place, FactDefinition fact)
    {
        bool isClass = fact.Name == ClassificationScheme.FactName && _schedules.Any(s => !s.Classification.IsNone);
        string help = isClass ? "where nobody has filed the records, write `class: { constant: never }`" : "";
        _reading.Diagnostics.Add(new Diagnostic(MappingDiagnostics.NotMapped, new(_reading.Source, place.Span), fact.Name).WithHelp(help));
    }
}
