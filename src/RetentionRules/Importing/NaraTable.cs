using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RetentionRules.Csv;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.Importing;

/// <summary>A row of NARA's table of the General Records Schedules.</summary>
internal sealed record NaraRow(
    string Number, string Title, string LegalCitation, string Disposition, string Retention, string RetentionType, string EventType,
    string LongerRetention, string Deviations, string Wording, string Authority, string SupersededBy, string LastUpdated, SourceLocation Place)
{
    /// <summary>The schedule that the item belongs to: <c>1.1</c> of <c>1.1.010</c>.</summary>
    public string Schedule => Number[..Number.LastIndexOf('.')];
}

/// <summary>
/// Reads the table that NARA publishes with each transmittal, as it is: Windows-1252 (or UTF-8), with line breaks in fields
/// and blanks behind values. Anything else than that table is an error, because half an import would look like a whole one.
/// </summary>
internal static partial class NaraTable
{
    private static readonly string[] Expected =
    [
        "GRS ID", "Record Title", "Legal Citation", "Disposition", "Retention (Years)", "Retention Type", "Event Type (General)",
        "Longer Retention Authorized?", "Deviations Allowed?", "Full Disposition Instruction", "Disposition Authority", "Superseded by", "Last Updated",
    ];

    public static IReadOnlyList<NaraRow> Read(string path, byte[] bytes, DiagnosticBag diagnostics)
    {
        if (Decode(path, bytes, diagnostics) is not { } text || CsvSheet.Read(path, text, diagnostics) is not { } table) return [];
        if (!HasColumns(table, diagnostics)) return [];
        if (!text.EndsWith('\n')) diagnostics.Add(new Diagnostic(ImportDiagnostics.BreaksOff, table.PlaceOf(table.Rows.Count > 0 ? table.Rows[^1].Line : 1)));
        NaraRow[] rows = [.. table.Rows.Select(r => RowOf(table, r))];
        foreach (NaraRow row in rows.Where(r => !Id().IsMatch(r.Number)))
            diagnostics.Add(new Diagnostic(ImportDiagnostics.NotAnItem, row.Place, row.Number));
        foreach (IGrouping<string, NaraRow> same in rows.GroupBy(r => r.Number, StringComparer.Ordinal))
            foreach (NaraRow twice in same.Skip(1)) diagnostics.Add(new Diagnostic(ImportDiagnostics.ItemTwice, twice.Place, twice.Number));
        if (rows.Length == 0) diagnostics.Add(new Diagnostic(ImportDiagnostics.NoItems, table.PlaceOf(1)));
        return diagnostics.HasErrors ? [] : rows;
    }

    /// <summary>UTF-8 where the bytes are UTF-8, which other text hardly ever is by chance; else Windows-1252 without its unused bytes.</summary>
    private static string? Decode(string path, byte[] bytes, DiagnosticBag diagnostics)
    {
        SourceLocation start = new(new SourceText(path, " ", ""), default);
        bool isWide = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (isWide || bytes.Contains((byte)0))
        {
            diagnostics.Add(new Diagnostic(ImportDiagnostics.OtherEncoding, start, isWide ? "UTF-16" : "not text"));
            return null;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return DecodeWindows(path, bytes, diagnostics);
        }
    }

    private static string? DecodeWindows(string path, byte[] bytes, DiagnosticBag diagnostics)
    {
        int unused = Array.FindIndex(bytes, b => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D);
        string text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        if (unused < 0) return text;
        int line = bytes.AsSpan(0, unused).Count((byte)'\n') + 1;
        SourceText source = new(path, text.Split('\n')[line - 1].TrimEnd('\r'), "", line);
        diagnostics.Add(new Diagnostic(ImportDiagnostics.OtherEncoding, new SourceLocation(source, new TextSpan(0, source.Text.Length)), "neither Windows-1252 nor UTF-8"));
        return null;
    }

    private static bool HasColumns(CsvSheet table, DiagnosticBag diagnostics)
    {
        string[] missing = [.. Expected.Where(e => !table.Columns.Contains(e))];
        if (missing.Length == 0) return true;
        bool isOther = missing.Contains("GRS ID") && missing.Length > 3;
        string[] meant = [.. missing.Select(m => NearestWord.To(m, table.Columns)).OfType<string>()];
        string help = meant.Length > 0 ? $"the file has {string.Join(", ", meant.Select(m => $"`{m}`"))}; give the columns NARA's names" : "";
        Diagnostic finding = isOther
            ? new Diagnostic(ImportDiagnostics.OtherTable, table.PlaceOf(1))
            : new Diagnostic(ImportDiagnostics.ColumnsMissing, table.PlaceOf(1), string.Join(", ", missing.Select(m => $"`{m}`"))).WithHelp(help);
        diagnostics.Add(finding);
        return false;
    }

    private static NaraRow RowOf(CsvSheet table, CsvRow row)
    {
        List<string> columns = [.. table.Columns];
        string Cell(string name) => string.Join(' ', row.Cells[columns.IndexOf(name)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string id = Cell("GRS ID");
        return new NaraRow(
            id.StartsWith("GRS_", StringComparison.Ordinal) ? id[4..] : id, Cell("Record Title"), Cell("Legal Citation"), Cell("Disposition"), Cell("Retention (Years)"),
            Cell("Retention Type"), Cell("Event Type (General)"), Cell("Longer Retention Authorized?"), Cell("Deviations Allowed?"),
            Cell("Full Disposition Instruction"), Cell("Disposition Authority"), Cell("Superseded by"), Cell("Last Updated"), table.PlaceOf(row.Line));
    }

    /// <summary>The first day of a month that a spreadsheet has mangled: <c>21-Dec</c> and <c>Dec-21</c> are December 2021.</summary>
    public static DateOnly? MonthOf(string text)
    {
        foreach (string format in (string[])["yy-MMM", "MMM-yy", "MMMM yyyy", "M/yyyy"])
            if (DateOnly.TryParseExact("1 " + text, "d " + format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        return null;
    }

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]{3}$")]
    private static partial Regex Id();
}
