namespace RetentionRules.Pages;

/// <summary>
/// A table in Markdown, which knows neither groups of columns nor of rows: the name of a group stands before that of its column,
/// and what rows have in common is a row in bold above them.
/// </summary>
internal static class MarkdownRows
{
    public static void Write(MarkdownWriter text, Table table)
    {
        text.Paragraph(MarkdownText.Line(table.Caption));
        text.Row(table.Columns.Select(c => MarkdownText.Text(c.Group.Length > 0 ? $"{c.Group}: {c.Heading}" : c.Heading)));
        text.Row(table.Columns.Select(c => c.Kind == ColumnKind.Number ? "---:" : "---"));
        foreach (TableRows part in table.Parts)
        {
            if (part.Heading.Length > 0) WriteHeading(text, table, part);
            foreach (IReadOnlyList<TableCell> row in part.Rows) text.Row(row.Select((cell, i) => Cell(cell, table.Columns[i].Kind)));
        }

        if (table.Total.Count > 0) text.Row(table.Total.Select(c => c.Text.Length > 0 ? $"**{MarkdownText.Text(c.Text)}**" : ""));
        text.EndRows();
    }

    private static void WriteHeading(MarkdownWriter text, Table table, TableRows part)
    {
        int beside = table.Columns.Count - part.Common.Count;
        IEnumerable<string> common = part.Common.Select((cell, i) => Cell(cell, table.Columns[beside + i].Kind));
        text.Row([$"**{MarkdownText.Text(part.Heading)}**", .. Enumerable.Repeat("", beside - 1), .. common]);
    }

    private static string Cell(TableCell cell, ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.Number => MarkdownText.Text(cell.Text),
        ColumnKind.Prose => MarkdownText.Prose(cell.Text),
        ColumnKind.Code => string.Join(", ", cell.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(MarkdownText.Code)),
        ColumnKind.Lines or ColumnKind.Sentences => string.Join("<br>", cell.Text.Split('\n').Select(MarkdownText.Prose)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
