using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Checks what items say of each other: numbers, exceptions, shared rules, the residual.</summary>
internal sealed class ItemRelations(YamlReading reading, ItemSelection selection, IReadOnlyList<YamlMapping> places)
{
    private readonly HashSet<string> _numbers = new(places.Select(p => YamlReading.Text(p, "item")), StringComparer.Ordinal);

    public void Check(IReadOnlyList<ScheduleItem> items)
    {
        CheckNumbers();
        foreach (YamlMapping place in places) CheckExceptions(place);
        CheckResiduals();
        CheckCircles(items);
        foreach (ScheduleItem item in items) CheckSharedRules(item);
    }

    private void CheckNumbers()
    {
        Dictionary<string, YamlScalar> seen = new(StringComparer.Ordinal);
        foreach (YamlMapping place in places)
        {
            if (YamlReading.Scalar(place, "item") is not { } number || seen.TryAdd(number.Value.Trim(), number)) continue;
            Diagnostic finding = new(BindingDiagnostics.ItemTwice, new(reading.Source, number.Span), number.Value.Trim());
            reading.Diagnostics.Add(finding.WithRelated(new(reading.Source, seen[number.Value.Trim()].Span), "the first one"));
        }
    }

    private void CheckExceptions(YamlMapping place)
    {
        if (place.Find("exception-to") is not { } entry) return;
        if (selection == ItemSelection.First) reading.Report(entry.Key, BindingDiagnostics.ExceptionInOrderedList);
        if (YamlReading.IsYes(place, "residual"))
            reading.Report(entry.Key, BindingDiagnostics.MisplacedResidual, "a residual item cannot be an exception to another");
        foreach (YamlScalar target in YamlReading.Scalars(place, "exception-to"))
        {
            if (!_numbers.Contains(target.Value.Trim()))
                reading.Language(target).ReportUnknown(new(0, target.Value.Length), BindingDiagnostics.UnknownItem, target.Value.Trim(), _numbers);
        }
    }

    private void CheckResiduals()
    {
        YamlMapping[] residuals = [.. places.Where(p => YamlReading.IsYes(p, "residual"))];
        foreach (YamlMapping second in residuals.Skip(1))
            reading.Report(second.Find("residual")!.Key, BindingDiagnostics.MisplacedResidual, "the schedule has another residual item");
        if (selection == ItemSelection.First && residuals.Length > 0 && residuals[0] != places[^1])
            reading.Report(residuals[0].Find("residual")!.Key, BindingDiagnostics.MisplacedResidual, "in an ordered list the residual item comes last");
        foreach (YamlMapping place in places)
        {
            foreach (YamlScalar target in YamlReading.Scalars(place, "exception-to"))
            {
                if (residuals.Any(r => YamlReading.Text(r, "item") == target.Value.Trim()))
                    reading.Report(target, BindingDiagnostics.MisplacedResidual, "every item is an exception to the residual one already");
            }
        }
    }

    private void CheckCircles(IReadOnlyList<ScheduleItem> items)
    {
        Dictionary<string, ScheduleItem> byNumber = [];
        foreach (ScheduleItem item in items) byNumber[item.Number] = item;
        Report(byNumber, i => i.ExceptionTo, "an exception to", item => PlaceOf(item).Find("exception-to")!.Key);
        Report(byNumber, SharedRules, "decided as", item => PlaceOf(item).Find("disposition")?.Value ?? PlaceOf(item).Find("cases")!.Key);
    }

    private YamlMapping PlaceOf(ScheduleItem item) => places.First(p => p.Span == item.Source.Span);

    private void Report(
        Dictionary<string, ScheduleItem> items, Func<ScheduleItem, IEnumerable<string>> next, string relation, Func<ScheduleItem, YamlNode> place)
    {
        HashSet<string> inReportedCircle = new(StringComparer.Ordinal);
        foreach (ScheduleItem item in items.Values)
        {
            if (inReportedCircle.Contains(item.Number) || PathBack(items, next, item) is not { } path) continue;
            inReportedCircle.UnionWith(path);
            reading.Report(place(item), BindingDiagnostics.ItemCircle, item.Number, relation, string.Join(" → ", path));
        }
    }

    /// <summary>The way from an item to itself, found level by level, or null where there is none.</summary>
    private static List<string>? PathBack(
        Dictionary<string, ScheduleItem> items, Func<ScheduleItem, IEnumerable<string>> next, ScheduleItem start)
    {
        Dictionary<string, string> cameFrom = new(StringComparer.Ordinal);
        Queue<string> queue = new([start.Number]);
        while (queue.TryDequeue(out string? current))
        {
            if (!items.TryGetValue(current, out ScheduleItem? item)) continue;
            foreach (string target in next(item))
            {
                if (target == start.Number) return WayTo(current, start.Number, cameFrom);
                if (cameFrom.TryAdd(target, current)) queue.Enqueue(target);
            }
        }

        return null;
    }

    private static List<string> WayTo(string last, string start, Dictionary<string, string> cameFrom)
    {
        List<string> path = [last, start];
        while (path[0] != start) path.Insert(0, cameFrom[path[0]]);
        return path;
    }

    private static IEnumerable<string> SharedRules(ScheduleItem item) =>
        item.Cases.Select(c => c.Instruction).OfType<SameAsItem>().Select(s => s.ItemNumber);

    private void CheckSharedRules(ScheduleItem item)
    {
        foreach (SameAsItem shared in item.Cases.Select(c => c.Instruction).OfType<SameAsItem>())
        {
            if (_numbers.Contains(shared.ItemNumber)) continue;
            Diagnostic finding = new(BindingDiagnostics.UnknownItem, new(reading.Source, shared.Source.Span), shared.ItemNumber);
            reading.Diagnostics.Add(Text.NearestWord.To(shared.ItemNumber, _numbers) is { } meant ? finding.WithHelp($"did you mean `{meant}`?") : finding);
        }
    }
}
