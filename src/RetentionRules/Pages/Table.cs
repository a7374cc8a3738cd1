using System.Globalization;

namespace RetentionRules.Pages;

/// <summary>A table with its caption, in a frame of its own that can be scrolled by the keyboard where the page is narrower.</summary>
/// <param name="Id">The identifier, unique on the page.</param>
/// <param name="Caption">What the table shows.</param>
/// <param name="Columns">The columns; the first cell of a row is its head.</param>
internal sealed record Table(string Id, string Caption, IReadOnlyList<TableColumn> Columns) : Block
{
    /// <summary>The rows, where they are not parted.</summary>
    public IReadOnlyList<IReadOnlyList<TableCell>> Rows
    {
        init => Parts = [new TableRows("", value)];
    }

    /// <summary>The rows, parted by what they have in common.</summary>
    public IReadOnlyList<TableRows> Parts { get; init; } = [];

    /// <summary>The row of the sums; empty where nothing is summed.</summary>
    public IReadOnlyList<TableCell> Total { get; init; } = [];

    public override void Write(MarkdownWriter text) => MarkdownRows.Write(text, this);

    public override void Write(PageWriter page)
    {
        string caption = Id + "-caption";
        page.Begin("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", caption));
        page.Begin("table", ("id", Id));
        page.Begin("caption", ("id", caption));
        page.Prose(Caption);
        page.End();
        WriteGroups(page);
        page.Begin("thead");
        WriteHead(page);
        page.End();
        foreach (TableRows part in Parts) WritePart(page, part);
        WriteTotal(page);
        page.End();
        page.End();
    }

    /// <summary>Columns side by side that belong to one group, or to none.</summary>
    private IEnumerable<(string Name, TableColumn[] Columns)> Groups()
    {
        for (int start = 0; start < Columns.Count;)
        {
            string name = Columns[start].Group;
            TableColumn[] together = [.. Columns.Skip(start).TakeWhile(c => c.Group == name)];
            yield return (name, together);
            start += together.Length;
        }
    }

    private bool HasGroups => Columns.Any(c => c.Group.Length > 0);

    private void WriteGroups(PageWriter page)
    {
        if (!HasGroups) return;
        foreach ((_, TableColumn[] columns) in Groups()) page.Empty("colgroup", ("span", Text(columns.Length)));
    }

    private void WriteHead(PageWriter page)
    {
        page.Begin("tr");
        foreach ((string name, TableColumn[] columns) in Groups())
        {
            if (name.Length > 0) page.Element("th", name, ("scope", "colgroup"), ("colspan", Text(columns.Length)));
            else foreach (TableColumn column in columns) WriteHeading(page, column, rows: HasGroups ? "2" : "1");
        }

        page.End();
        if (!HasGroups) return;
        page.Begin("tr");
        foreach (TableColumn column in Columns.Where(c => c.Group.Length > 0)) WriteHeading(page, column, rows: "1");
        page.End();
    }

    private static void WriteHeading(PageWriter page, TableColumn column, string rows)
    {
        if (column.Kind == ColumnKind.Number) page.Element("th", column.Heading, ("scope", "col"), ("rowspan", rows), ("class", "number"));
        else page.Element("th", column.Heading, ("scope", "col"), ("rowspan", rows));
    }

    private void WritePart(PageWriter page, TableRows part)
    {
        page.Begin("tbody");
        if (part.Heading.Length > 0)
        {
            page.Begin("tr");
            page.Element("th", part.Heading, ("scope", "rowgroup"), ("colspan", Text(Columns.Count - part.Common.Count)));
            for (int i = 0; i < part.Common.Count; i++) WriteCell(page, part.Common[i], Columns[Columns.Count - part.Common.Count + i].Kind, isHead: false);
            page.End();
        }

        foreach (IReadOnlyList<TableCell> row in part.Rows) WriteRow(page, row);
        page.End();
    }

    private void WriteTotal(PageWriter page)
    {
        if (Total.Count == 0) return;
        page.Begin("tfoot");
        WriteRow(page, Total);
        page.End();
    }

    private void WriteRow(PageWriter page, IReadOnlyList<TableCell> row)
    {
        page.Begin("tr");
        for (int i = 0; i < row.Count; i++) WriteCell(page, row[i], Columns[i].Kind, isHead: i == 0);
        page.End();
    }

    private static void WriteCell(PageWriter page, TableCell cell, ColumnKind kind, bool isHead)
    {
        List<(string, string)> attributes = isHead ? [("scope", "row")] : [];
        if (ClassOf(cell, kind) is { Length: > 0 } look) attributes.Add(("class", look));
        if (cell.Language.Length > 0) attributes.Add(("lang", cell.Language));
        page.Begin(isHead ? "th" : "td", [.. attributes]);
        if (kind == ColumnKind.Prose) page.Prose(cell.Text);
        else if (kind is ColumnKind.Lines or ColumnKind.Sentences) foreach (string line in cell.Text.Split('\n')) page.Paragraph(line);
        else if (kind == ColumnKind.Code && cell.Text.Length > 0) page.Codes(cell.Text.Split('\n'));
        else page.Text(cell.Text);
        page.End();
    }

    private static string ClassOf(TableCell cell, ColumnKind kind) => kind switch
    {
        ColumnKind.Number => cell.IsZero ? "number zero" : "number",
        ColumnKind.Text or ColumnKind.Prose or ColumnKind.Lines => "words",
        ColumnKind.Sentences => "words sentences",
        ColumnKind.Code => "",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
