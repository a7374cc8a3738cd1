using System.Text;

namespace RetentionRules.Descriptions;

/// <summary>A described schedule as a table in Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>Signs that mean something inside a line.</summary>
    private const string Special = "\\`*_[]<>|~#&";

    public static string Write(ScheduleDescription description)
    {
        DescriptionWords words = description.Prose.Words;
        StringBuilder text = new();
        text.Append("# ").Append(Escape(description.Prose.Wording.TitleOf(description.Schedule.Title))).Append("\n\n");
        text.Append(Escape(description.Prose.Standing())).Append("\n\n");
        Append(text, words.Headings);
        Append(text, words.Headings.Select(_ => "---"));
        foreach (ItemDescription item in description.Items) Append(text, TableRow.Of(item, words).Select(Escape));
        return text.Append('\n').Append(Escape(words.Foot)).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Escape(string cell)
    {
        StringBuilder text = new();
        foreach (char c in cell.ReplaceLineEndings(" "))
        {
            if (Special.Contains(c, StringComparison.Ordinal)) text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }
}
