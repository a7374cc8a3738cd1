using System.Globalization;
using System.Text;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>The rules of the workload as files of the rules language: a schedule, the holds, and the mapping of the columns.</summary>
internal static class WorkloadSchedule
{
    /// <summary>An empty date counts as never: the workload knows no day that is only not yet known.</summary>
    public const string Mapping = """
        records: workload
        id: id
        facts:
          series: series
          agency: agency
          record_type: record_type
          created: created
          closed: { column: closed, empty: never }
          final_payment: { column: final_payment, empty: never }
          superseded: { column: superseded, empty: never }
          security: security
          fiscal_year_end: fiscal_year_end
          amount: amount
          on_hold: on_hold
          media: media

        """;

    public const string Holds = """
        holds:
          - id: on-hold
            authority: The records system
            kind: legal
            when: on_hold = yes

        """;

    private static readonly string head = $$"""
        status: approved
        approvals: [{ action: approve, body: Benchmarks, document: W-1, date: 1900-01-01 }]
        in-force: { from: 1900-01-01 }
        calendar: { fiscal-year-ends: 30 September }
        rounding: down
        selection: first
        record:
          series: { type: code, required: true }
          agency: one of [{{Values(WorkloadVocabulary.Agencies)}}]
          record_type: one of [{{Values(WorkloadVocabulary.RecordTypes)}}]
          created: date
          closed: event
          final_payment: event
          superseded: event
          security: ordered [{{Values(WorkloadVocabulary.Security)}}]
          fiscal_year_end: date
          amount: number
          on_hold: yes/no
          media: one of [{{Values(WorkloadVocabulary.Media)}}]
        items:

        """;

    /// <summary>The schedule as YAML.</summary>
    public static string Write(WorkloadRules rules)
    {
        StringBuilder text = new($"schedule: {rules.Name}\ntitle: {rules.Items.Count} items that nobody has approved\n");
        text.Append(head);
        foreach (WorkloadItem item in rules.Items) Append(text, item);
        return text.ToString();
    }

    private static void Append(StringBuilder text, WorkloadItem item) => text
        .Append("  - item: ").Append(item.Id)
        .Append("\n    title: Records of ").Append(item.Id)
        .Append("\n    when: ").AppendJoin(" and ", item.When.All.Select(Condition))
        .Append("\n    disposition: ").Append(Disposition(item))
        .Append("\n    authority: W-1\n");

    private static string Condition(WorkloadTest test) => test.Op switch
    {
        WorkloadOperator.Eq => $"{test.Field} = \"{test.Text}\"",
        // Segments part at hyphens, so the leading part `ABC-` is what is under `ABC`.
        WorkloadOperator.Prefix => $"{test.Field} under \"{test.Text.TrimEnd('-')}\"",
        WorkloadOperator.In => $"{test.Field} in (\"{string.Join("\", \"", test.Texts)}\")",
        WorkloadOperator.Ge => $"{test.Field} >= {test.Text}",
        WorkloadOperator.Lt => $"{test.Field} < {test.Text}",
        WorkloadOperator.NotNull => $"not {test.Field} is never",
        _ => throw new InvalidOperationException("unknown operator"),
    };

    private static string Disposition(WorkloadItem item)
    {
        string moment = string.Join(", or if that never happens ", item.Trigger.Select(field => $"{Period(item.Period)} after {From(item.Cutoff)}{field}"));
        return item.Action switch
        {
            WorkloadAction.Permanent => "permanent",
            WorkloadAction.Destroy => $"destroy {moment}",
            WorkloadAction.Transfer => $"transfer to \"State Archives\" {moment}",
            WorkloadAction.Review => $"review {moment}",
            _ => throw new InvalidOperationException("no item says so"),
        };
    }

    private static string From(WorkloadCutoff cutoff) => cutoff switch
    {
        WorkloadCutoff.None => "",
        WorkloadCutoff.CalendarYear => "end of calendar year of ",
        WorkloadCutoff.FiscalYear => "end of fiscal year of ",
        _ => throw new InvalidOperationException("unknown cutoff"),
    };

    private static string Period(WorkloadPeriod period) => period.Years > 0 ? Count(period.Years, "year") : Count(period.Months, "month");

    private static string Count(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");

    private static string Values(string[] weighted) => string.Join(", ", weighted.Distinct(StringComparer.Ordinal));
}
