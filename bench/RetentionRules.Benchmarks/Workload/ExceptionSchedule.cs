using System.Globalization;
using System.Text;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>A schedule in which an item takes one series, and exceptions take it for one agency, some of them only on hold: as many file plans are built.</summary>
internal static class ExceptionSchedule
{
    private const string Restriction = """
        restrictions:
          - restriction: on-hold
            forbid: destroy
            when: on_hold = yes
            authority: W-1

        """;

    private static readonly string head = $$"""
        status: approved
        approvals: [{ action: approve, body: Benchmarks, document: W-1, date: 1900-01-01 }]
        in-force: { from: 1900-01-01 }
        rounding: down
        record:
          series: { type: code, required: true }
          agency: one of [{{string.Join(", ", Enumerable.Range(1, 40).Select(Agency))}}]
          created: date
          closed: event
          on_hold: yes/no

        """;

    private sealed record Item(string Number, string When, string ExceptionTo, int Years, string Start);

    /// <summary>The schedule and its editions, by their names.</summary>
    public static IEnumerable<(string Name, string Text)> Editions(int count)
    {
        Item[] items = [.. Items().Take(count)];
        yield return ("exceptions", Write(items));
        yield return ("exceptions-many", Write(items.Select((item, place) => place % 20 == 0 ? item with { Years = item.Years + 1 } : item)));
        yield return ("exceptions-restricted", Write(items, Restriction));
        yield return ("exceptions-shared", Write(items.Append(new Item("B", "agency = \"AG05\"", "", 3, "created"))));
        yield return ("exceptions-all", Write(items.Select(item => item with { Years = item.Years + 1 })));
    }

    private static string Agency(int number) => string.Create(CultureInfo.InvariantCulture, $"AG{number:00}");

    /// <summary>Every second series has an exception, and every fourth another.</summary>
    private static IEnumerable<Item> Items()
    {
        SplitMix random = new(1);
        Item New(string number, string when, string exceptionTo = "") => new(number, when, exceptionTo, 1 + random.Below(30), random.Pick(["closed", "created"]));
        for (int series = 1; ; series++)
        {
            string number = series.ToString(CultureInfo.InvariantCulture);
            string of = string.Create(CultureInfo.InvariantCulture, $"series under \"S{series:00000}\"");
            yield return New(number, of);
            if (series % 2 == 0) yield return New(number + ".1", $"{of} and agency = \"{Agency((series % 40) + 1)}\"", number);
            if (series % 4 == 0) yield return New(number + ".2", $"{of} and agency = \"{Agency(((series + 7) % 40) + 1)}\" and on_hold = yes", number);
        }
    }

    private static string Write(IEnumerable<Item> items, string restrictions = "")
    {
        StringBuilder text = new("schedule: synthetic-exceptions\ntitle: Items with exceptions that nobody has approved\n");
        text.Append(head).Append(restrictions).Append("items:\n");
        foreach (Item item in items)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - item: \"{item.Number}\"\n    title: Records of {item.Number}\n    when: {item.When}\n");
            if (item.ExceptionTo.Length > 0) text.Append(CultureInfo.InvariantCulture, $"    exception-to: [\"{item.ExceptionTo}\"]\n");
            text.Append(CultureInfo.InvariantCulture, $"    disposition: destroy {item.Years} {(item.Years == 1 ? "year" : "years")} after {item.Start}\n    authority: W-1\n");
        }

        return text.ToString();
    }
}
