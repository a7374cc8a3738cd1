using System.Text;

namespace RetentionRules.Descriptions;

/// <summary>A described schedule as RFC 4180 has it: a header, rows that end in CR LF, quotation marks where a cell needs them.</summary>
internal static class CsvTable
{
    public static string Write(ScheduleDescription description)
    {
        StringBuilder text = new();
        Append(text, description.Prose.Words.Headings);
        foreach (ItemDescription item in description.Items) Append(text, TableRow.Of(item, description.Prose.Words));
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
