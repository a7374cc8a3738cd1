using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>implements:</c>: the schedule whose periods are minima.</summary>
internal sealed class ParentBinder(YamlReading reading, YamlMapping root, IReadOnlyList<string> chain)
{
    public ParentSchedule? Bind()
    {
        if (YamlReading.Map(root, "implements") is not { } map || YamlReading.Scalar(map, "file") is not { } file) return null;
        IReadOnlyList<string> own = chain.Count > 0 ? chain : [Path.GetFullPath(reading.Source.Path)];
        return InstrumentFile.ReadSchedule(reading, file, own) is { } parent ? new ParentSchedule(parent, file.Value.Trim(), Settings(parent, map)) : null;
    }

    /// <summary>The parent's parameters as they are set here; what lies outside a range is reported.</summary>
    private Dictionary<string, RetentionPeriod> Settings(RetentionSchedule parent, YamlMapping map)
    {
        Dictionary<string, RetentionPeriod> settings = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in YamlReading.Map(map, "parameters")?.Entries ?? [])
        {
            string name = entry.Key.Value.Trim();
            PeriodParameter? parameter = parent.Parameters.FirstOrDefault(p => p.Name == name);
            if (parameter is null)
                reading.Language(entry.Key).ReportUnknown(new(0, entry.Key.Value.Length), BindingDiagnostics.UnknownParameter, name, parent.Parameters.Select(p => p.Name));
            else if (entry.Value is YamlScalar scalar && reading.Language(scalar).Parse(LanguageParser.Period) is { } syntax)
            {
                RetentionPeriod period = MomentBinder.PeriodOf(syntax);
                if (parameter.Allows(period)) settings[name] = period;
                else reading.Report(scalar, BindingDiagnostics.BadParameter, $"{period} does not lie between {parameter.Least} and {parameter.Most}");
            }
        }

        return settings;
    }

    /// <summary>The facts that both ask for, and the items that name an item of the parent.</summary>
    public static void Check(YamlReading reading, YamlMapping root, RetentionSchedule schedule)
    {
        if (schedule.Implements is { } implemented && root.Find("implements") is { Value: var named })
            FactAgreement.Check(reading, [(named, implemented.Schedule), (named, schedule)]);
        foreach (YamlMapping item in YamlReading.Maps(root, "items"))
        {
            if (YamlReading.Scalar(item, "implements") is not { } place) continue;
            string number = place.Value.Trim();
            if (root.Find("implements") is null) reading.Report(place, CombinationDiagnostics.NothingImplemented, YamlReading.Text(item, "item"), number);
            else if (schedule.Implements is { Schedule: var parent } && !parent.Contains(number))
                reading.Language(place).ReportUnknown(new(0, place.Value.Length), BindingDiagnostics.UnknownItem, number, parent.Items.Select(i => i.Number));
        }
    }
}
