namespace RetentionRules.Benchmarks.Workload;

/// <summary>The values that columns can have, each as often in its list as its weight says.</summary>
internal static class WorkloadVocabulary
{
    public static string[] Agencies { get; } = [.. Enumerable.Range(1, 40).Select(n => $"AG{n:00}")];

    public static string[] RecordTypes { get; } = Weighted(
        ("contract", 3), ("invoice", 2), ("correspondence", 3), ("report", 2), ("minutes", 1), ("personnel_file", 2),
        ("case_file", 3), ("permit", 1), ("transitory", 2), ("policy", 1), ("audit", 1), ("grant", 1));

    /// <summary>In ascending order; weights in percent.</summary>
    public static string[] Security { get; } = Weighted(("PUBLIC", 50), ("INTERNAL", 30), ("CONFIDENTIAL", 17), ("SECRET", 3));

    public static string[] Media { get; } = Weighted(("paper", 35), ("electronic", 55), ("microfilm", 5), ("av", 5));

    public static string[] TitleWords { get; } =
    [
        "annual", "audit", "board", "bridge", "budget", "county", "draft", "final", "grant", "health", "license", "memo",
        "north", "payroll", "permit", "plan", "records", "review", "safety", "school", "site", "tax", "vendor", "water",
    ];

    private static string[] Weighted(params (string Value, int Weight)[] values) => [.. values.SelectMany(v => Enumerable.Repeat(v.Value, v.Weight))];
}
