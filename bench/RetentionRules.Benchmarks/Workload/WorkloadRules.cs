using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>A schedule of the workload, as its JSON says it. The first item that matches wins.</summary>
/// <param name="Name">The name, such as <c>synthetic-100</c>.</param>
/// <param name="AsOf">The day of evaluation.</param>
/// <param name="Items">The items; the number of each is its place, counted from 1.</param>
/// <param name="SeriesUniverse">The series codes that records are filed under.</param>
internal sealed record WorkloadRules(string Name, DateOnly AsOf, IReadOnlyList<WorkloadItem> Items, IReadOnlyList<string> SeriesUniverse)
{
    private static readonly JsonSerializerOptions json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>How many items the schedules of the workload have.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [10, 100, 1_000, 10_000];

    /// <summary>Reads one of the schedules that come with the benchmarks.</summary>
    public static WorkloadRules Load(int items)
    {
        using Stream stream = WorkloadFiles.OpenRules(items);
        WorkloadRules rules = JsonSerializer.Deserialize<WorkloadRules>(stream, json) ?? throw new InvalidDataException("The rules are empty.");
        for (int i = 0; i < rules.Items.Count; i++)
            if (rules.Items[i].Number != i + 1) throw new InvalidDataException($"Item {rules.Items[i].Id} is not at its place.");
        return rules;
    }
}

/// <summary>One item: which records, and what becomes of them.</summary>
/// <param name="Id"><c>I00031</c>.</param>
/// <param name="When">The tests, all of which must hold.</param>
/// <param name="Action">What becomes of the records once they are due.</param>
internal sealed record WorkloadItem(string Id, WorkloadConditions When, WorkloadAction Action)
{
    /// <summary>One or two date fields, of which the first that is not empty counts; none where the records are permanent.</summary>
    public IReadOnlyList<string> Trigger { get; init; } = [];

    public WorkloadCutoff Cutoff { get; init; }

    public WorkloadPeriod Period { get; init; }

    [JsonIgnore]
    public int Number => int.Parse(Id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The test of the series, where the item has one; no item has two.</summary>
    [JsonIgnore]
    public WorkloadTest? Series => When.All.SingleOrDefault(t => t.Field == "series");
}

/// <param name="All">The tests; all of them must hold.</param>
internal sealed record WorkloadConditions(IReadOnlyList<WorkloadTest> All);

/// <param name="Field">The column of the record.</param>
/// <param name="Op">What is asked.</param>
/// <param name="Value">A text, a number or a list of texts; nothing for <see cref="WorkloadOperator.NotNull"/>.</param>
internal sealed record WorkloadTest(string Field, WorkloadOperator Op, JsonElement Value)
{
    /// <summary>The value, or the values of a list, as texts.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Texts => Value.ValueKind == JsonValueKind.Array ? [.. Value.EnumerateArray().Select(v => v.ToString())] : [Value.ToString()];

    [JsonIgnore]
    public string Text => Texts[0];
}

/// <summary>A period; one of the two is 0.</summary>
internal readonly record struct WorkloadPeriod(int Years, int Months)
{
    public int TotalMonths => (Years * 12) + Months;
}

internal enum WorkloadOperator
{
    Eq,
    Prefix,
    In,
    Ge,
    Lt,
    NotNull,
}

/// <summary>From where the period counts.</summary>
internal enum WorkloadCutoff
{
    /// <summary>From the day itself.</summary>
    None,

    /// <summary>From 31 December.</summary>
    CalendarYear,

    /// <summary>From 30 September.</summary>
    FiscalYear,
}
