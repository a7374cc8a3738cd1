using System.Net;
using System.Text;

namespace RetentionRules.Descriptions;

/// <summary>A described schedule as one page that needs nothing else: it can be read aloud, printed and kept.</summary>
internal static class HtmlPage
{
    private const string Style = """
        body { margin: 2rem; color: #1a1a1a; background: #fff; font: 1rem/1.5 system-ui, sans-serif; }
        h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; }
        p { margin: 0 0 .5rem; }
        td p:last-child { margin: 0; }
        .scroll { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: .9rem; }
        caption { padding: 0 0 .75rem; text-align: left; }
        th, td { padding: .5rem .6rem; border: 1px solid #8a8a8a; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        thead th { background: #e8edf3; word-break: keep-all; }
        tbody th { white-space: nowrap; }
        .rule { min-width: 16rem; }
        .records { min-width: 12rem; }
        .title { min-width: 8rem; }
        footer { margin-top: 1rem; font-size: .9rem; }
        @page { size: landscape; margin: 12mm; }
        @media print { body { margin: 0; font-size: 9pt; } .scroll { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; } .rule, .records, .title { min-width: 0; } }
        """;

    public static string Write(ScheduleDescription description)
    {
        DescriptionWords words = description.Prose.Words;
        string title = Encode(description.Prose.Wording.TitleOf(description.Schedule.Title));
        StringBuilder text = new();
        text.Append("<!DOCTYPE html>\n<html lang=\"").Append(words.Tag).Append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        text.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(title).Append("</title>\n");
        text.Append("<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>").Append(title).Append("</h1>\n");
        text.Append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"caption\">\n<table>\n<caption id=\"caption\">");
        text.Append(Encode(description.Prose.Standing())).Append("</caption>\n<thead>\n<tr>");
        foreach (string heading in words.Headings) text.Append("<th scope=\"col\">").Append(Encode(heading)).Append("</th>");
        text.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (ItemDescription item in description.Items) Append(text, item, words);
        text.Append("</tbody>\n</table>\n</div>\n</main>\n<footer>").Append(Encode(words.Foot)).Append("</footer>\n</body>\n</html>\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ItemDescription item, DescriptionWords words)
    {
        IReadOnlyList<string> cells = TableRow.Of(item, words);
        text.Append("<tr><th scope=\"row\">").Append(Encode(cells[0])).Append("</th><td class=\"title\">").Append(Encode(cells[1])).Append("</td><td class=\"records\">");
        text.Append(Encode(cells[2])).Append("</td><td class=\"rule\">");
        foreach (string paragraph in item.Paragraphs) text.Append("<p>").Append(Encode(paragraph)).Append("</p>");
        text.Append("</td>");
        foreach (string cell in cells.Skip(4)) text.Append("<td>").Append(Encode(cell)).Append("</td>");
        text.Append("</tr>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
