using System.Text;
using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds a schedule: from the tree of its file to the model. Every fault of the file is reported in one go.</summary>
internal sealed class ScheduleBinder(YamlReading reading, YamlMapping root, IReadOnlyList<string> chain)
{
    private readonly FactScope _scope = new();
    private readonly AmendmentBinder _amendments = new(reading, root);

    /// <summary>The schedule; only to be used where no error was reported.</summary>
    public RetentionSchedule Bind()
    {
        if (YamlReading.Map(root, "record") is { } record) new FactBinder(reading, _scope).Bind(record);
        else _scope.HasNoFacts = true;
        _scope.Classification = new ScheduleClassification(reading, root, _scope).Bind();
        if (YamlReading.Map(root, "parameters") is { } parameters) new ParameterBinder(reading, _scope).Bind(parameters);
        if (YamlReading.Map(root, "calendar") is { } calendar) _scope.Calendar = new CalendarBinder(reading, _scope).Bind(calendar);
        DefinitionBinder definitions = new(reading, _scope, root);
        ParentSchedule? parent = new ParentBinder(reading, root, chain).Bind();
        IReadOnlyList<ScheduleItem> items = BindItems(definitions);
        IReadOnlyList<RetentionLimit> limits = new LimitBinder(reading, _scope, definitions).Bind(root);
        RecordAggregation? aggregation = new AggregateBinder(reading, _scope).Bind(root);
        definitions.Finish();
        ActTable acts = new ActBinder(reading, _scope).Bind(root);
        IReadOnlyList<Restriction> restrictions = new RestrictionBinder(reading, _scope, acts).Bind(root);
        IReadOnlyList<UncoveredRecords> uncovered = new UncoveredBinder(reading, _scope).Bind(root);
        RetentionSchedule schedule = Build(items, limits, parent, aggregation, acts.All, restrictions, uncovered);
        ParentBinder.Check(reading, root, schedule);
        new ApprovalCheck(reading, root, schedule).Check();
        ScheduleLint.Check(reading, root, schedule, _scope);
        MinimumLint.Check(reading, schedule);
        return schedule;
    }

    private List<ScheduleItem> BindItems(DefinitionBinder definitions)
    {
        YamlMapping[] places = [.. YamlReading.Maps(root, "items")];
        DispositionTexts texts = DispositionTexts.Parse(reading, places);
        _scope.AwaitedSteps.UnionWith(texts.AwaitedSteps);
        ItemBinder binder = new(reading, _scope, definitions, texts, _amendments);
        List<ScheduleItem> items = [.. places.Select(binder.Bind).OfType<ScheduleItem>()];
        if (places.Length > 0) new ItemRelations(reading, Selection, places).Check(items);
        return items;
    }

    private ItemSelection Selection => YamlReading.Is(root, "selection", "first") ? ItemSelection.First : ItemSelection.Unique;

    private RetentionSchedule Build(
        IReadOnlyList<ScheduleItem> items, IReadOnlyList<RetentionLimit> limits, ParentSchedule? parent, RecordAggregation? aggregation,
        IReadOnlyList<RecordAct> acts, IReadOnlyList<Restriction> restrictions, IReadOnlyList<UncoveredRecords> uncovered)
    {
        // Numbers that stand twice are reported; the model cannot hold them.
        ScheduleItem[] distinct = [.. items.DistinctBy(i => i.Number, StringComparer.Ordinal)];
        return new RetentionSchedule(YamlReading.Text(root, "schedule"), _scope.Calendar, [.. _scope.Facts.Select(Asked)], [.. _scope.Parameters], distinct)
        {
            Title = YamlReading.Localized(root, "title"),
            Version = YamlReading.Text(root, "version"),
            Status = ScheduleStatusWords.Of(YamlReading.Text(root, "status")),
            Approval = new ApprovalBinder(reading, root).Bind(_amendments),
            InForce = reading.InForce(root),
            Rounding = RoundingOf(YamlReading.Text(root, "rounding")),
            Selection = Selection,
            Filing = _scope.Classification,
            Acts = acts,
            Restrictions = restrictions,
            Note = YamlReading.Localized(root, "note"),
            Sources = YamlReading.Texts(root, "source"),
            Supersedes = EditionNames.Read(root, "supersedes"),
            Implements = parent,
            Limits = limits,
            Aggregation = aggregation,
            Uncovered = uncovered,
            IsPartial = YamlReading.Is(root, "coverage", "partial"),
            ContentHash = parent is null ? reading.Source.ContentHash : CombinedHash.Of(reading.Source.ContentHash, [parent.Schedule.ContentHash]),
            Accepted = new AcceptanceBinder(reading, root).Bind(),
            Path = reading.Source.Path,
        };
    }

    private FactDefinition Asked(FactDefinition fact) =>
        fact.Role == FactRole.RelatedRecordFate && !_scope.IsUsed(fact.Name) ? fact.WithRole(FactRole.UnaskedFate) : fact;

    private static DateRounding RoundingOf(string word) => word switch
    {
        "down" => DateRounding.Down,
        "error" => DateRounding.Error,
        // The word was checked: what is left is `up`, or nothing, which means up: a doubtful day never shortens a retention.
        _ => DateRounding.Up,
    };
}

/// <summary>Binds what stands under <c>parameters:</c>.</summary>
internal sealed class ParameterBinder(YamlReading reading, FactScope scope)
{
    public void Bind(YamlMapping parameters)
    {
        foreach (YamlEntry entry in parameters.Entries)
        {
            string name = entry.Key.Value.Normalize(NormalizationForm.FormC);
            YamlMapping? options = entry.Value as YamlMapping;
            YamlScalar? type = entry.Value as YamlScalar ?? (options is null ? null : YamlReading.Scalar(options, "type"));
            if (!Names.Accept(reading, scope, entry.Key, name) || type is null) continue;
            if (reading.Language(type).Parse(LanguageParser.ParameterType) is not { } syntax)
            {
                scope.AddFaulty(name);
                continue;
            }

            PeriodParameter parameter = new(
                name, MomentBinder.PeriodOf(syntax.Least), MomentBinder.PeriodOf(syntax.Most), reading.Reference(entry.Key));
            if (!parameter.Least.IsAtMost(parameter.Most))
                reading.Report(type, BindingDiagnostics.BadParameter, $"{parameter.Least} is not shorter than {parameter.Most}");
            scope.Add(BindValue(parameter, options));
        }
    }

    private PeriodParameter BindValue(PeriodParameter parameter, YamlMapping? options)
    {
        if (options is null || YamlReading.Scalar(options, "value") is not { } scalar) return parameter;
        if (reading.Language(scalar).Parse(LanguageParser.Period) is not { } syntax) return parameter;
        RetentionPeriod period = MomentBinder.PeriodOf(syntax);
        if (parameter.Allows(period))
            return new PeriodParameter(parameter.Name, parameter.Least, parameter.Most, parameter.Source) { Setting = ParameterSetting.To(period) };
        reading.Report(scalar, BindingDiagnostics.BadParameter, $"{period} does not lie between {parameter.Least} and {parameter.Most}");
        return parameter;
    }
}
