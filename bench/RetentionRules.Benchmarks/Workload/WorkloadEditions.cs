namespace RetentionRules.Benchmarks.Workload;

/// <summary>Editions of the workload's schedule, and of one of the same size with exceptions: in some little differs, in others nearly every item.</summary>
internal static class WorkloadEditions
{
    /// <summary>An item that takes records from nearly every other, once it stands before all.</summary>
    private const string Broad = """
          - item: N1
            title: Records of one agency that are on hold
            when: agency = "AG05" and on_hold = yes
            disposition: destroy 3 years after created
            authority: W-1

        """;

    /// <summary>The files, by their names without the ending. All but <c>ordered</c> and <c>exceptions</c> are editions of these.</summary>
    public static IEnumerable<(string Name, string Text)> Of(WorkloadRules rules)
    {
        string ordered = WorkloadSchedule.Write(rules);
        yield return ("ordered", ordered);
        yield return ("ordered-one", With(rules, (item, place) => place == rules.Items.Count / 3 ? Longer(item) : item));
        yield return ("ordered-many", With(rules, (item, _) => item.Period.Years == 30 ? item with { Period = new WorkloadPeriod(29, 0) } : item));
        yield return ("ordered-removed", WorkloadSchedule.Write(rules with { Items = [.. rules.Items.Where((_, place) => place % (rules.Items.Count / 10) != 5)] }));
        yield return ("ordered-first", ordered.Replace("items:\n", "items:\n" + Broad, StringComparison.Ordinal));
        yield return ("ordered-all", With(rules, (item, _) => Longer(item)));
        foreach ((string name, string text) in ExceptionSchedule.Editions(rules.Items.Count)) yield return (name, text);
    }

    private static string With(WorkloadRules rules, Func<WorkloadItem, int, WorkloadItem> change) => WorkloadSchedule.Write(rules with { Items = [.. rules.Items.Select(change)] });

    private static WorkloadItem Longer(WorkloadItem item) =>
        item with { Period = item.Period.Years > 0 ? item.Period with { Years = item.Period.Years + 1 } : item.Period with { Months = item.Period.Months + 1 } };
}
