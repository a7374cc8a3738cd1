using System.Text;
using CsvHelper;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.Csv;

/// <summary>A row of a table, with the line on which it begins.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Cells">One for each column.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A small CSV file (RFC 4180, with a header) as a whole: tables of codes, published lists. Records are streamed instead.</summary>
internal sealed class CsvSheet
{
    private readonly string[] _lines;

    private CsvSheet(string path, string text, string[] columns, List<CsvRow> rows)
    {
        _lines = text.Split('\n');
        (Path, Columns, Rows) = (path, columns, rows);
    }

    public string Path { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Where a line of the table stands, for findings.</summary>
    public SourceLocation PlaceOf(int line) => PlaceOf(Path, _lines, line);

    /// <summary>The table; null where it is none, which is then reported.</summary>
    public static CsvSheet? Read(string path, string text, DiagnosticBag diagnostics)
    {
        string[] lines = text.Split('\n');
        List<CsvRow> rows = [];
        try
        {
            using CsvReader csv = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text)), Options, leaveOpen: false);
            int begins = 1;
            while (csv.Read())
            {
                string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
                if (rows.Count > 0 && cells.Length != rows[0].Cells.Count)
                {
                    diagnostics.Add(new Diagnostic(RecordDiagnostics.RaggedRow, PlaceOf(path, lines, begins), cells.Length, rows[0].Cells.Count));
                    return null;
                }

                rows.Add(new CsvRow(begins, cells));
                begins += Encoding.UTF8.GetString(csv.RawRecord).TrimEnd('\n').Count(c => c == '\n') + 1;
            }
        }
        catch (CsvFormatException e)
        {
            diagnostics.Add(new Diagnostic(RecordDiagnostics.MalformedRow, PlaceOf(path, lines, (int)e.LineNumber)));
            return null;
        }

        if (rows.Count == 0 || rows[0].Cells.All(string.IsNullOrWhiteSpace))
        {
            diagnostics.Add(new Diagnostic(RecordDiagnostics.NoHeader, PlaceOf(path, lines, 1)));
            return null;
        }

        return WithUniqueColumns(path, text, rows, diagnostics);
    }

    private static CsvReaderOptions Options => CsvReaderOptions.Default with
    {
        HasHeader = false,
        TrackLineNumbers = true,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        Encoding = Encoding.UTF8,
    };

    private static CsvSheet? WithUniqueColumns(string path, string text, List<CsvRow> rows, DiagnosticBag diagnostics)
    {
        string[] columns = [.. rows[0].Cells.Select(c => c.Trim().TrimStart('\uFEFF'))];
        if (columns.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            diagnostics.Add(new Diagnostic(RecordDiagnostics.ColumnTwice, PlaceOf(path, text.Split('\n'), 1), twice.Key));
            return null;
        }

        return new CsvSheet(path, text, columns, [.. rows.Skip(1).Where(r => r.Cells.Any(c => c.Length > 0))]);
    }

    private static SourceLocation PlaceOf(string path, string[] lines, int line)
    {
        string text = lines[Math.Clamp(line - 1, 0, lines.Length - 1)].TrimEnd('\r');
        int firstCell = text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? comma : text.Length;
        return new SourceLocation(new SourceText(path, text.Length > 0 ? text : " ", "", line), new TextSpan(0, firstCell));
    }
}
