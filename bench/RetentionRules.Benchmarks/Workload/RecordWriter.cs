namespace RetentionRules.Benchmarks.Workload;

/// <summary>Writes records as CSV, as the sample is written, or as JSON Lines with the same names.</summary>
internal static class RecordWriter
{
    public static void WriteCsv(Stream stream, IEnumerable<WorkloadRecord> records)
    {
        Utf8Rows rows = new(stream);
        rows.Write("id,series,agency,record_type,title,created,closed,final_payment,superseded,security,fiscal_year_end,amount,on_hold,media"u8);
        rows.EndRow();
        foreach (WorkloadRecord record in records) WriteCsv(rows, record);
        rows.Flush();
    }

    public static void WriteJsonLines(Stream stream, IEnumerable<WorkloadRecord> records)
    {
        Utf8Rows rows = new(stream);
        foreach (WorkloadRecord record in records) WriteJson(rows, record);
        rows.Flush();
    }

    private static void WriteCsv(Utf8Rows rows, WorkloadRecord record)
    {
        rows.Write(record.Id);
        Cell(rows, record.Series);
        Cell(rows, record.Agency);
        Cell(rows, record.RecordType);
        Cell(rows, NeedsQuotes(record.Title) ? $"\"{record.Title.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : record.Title);
        Cell(rows, record.Created);
        Cell(rows, record.Closed);
        Cell(rows, record.FinalPayment);
        Cell(rows, record.Superseded);
        Cell(rows, record.Security);
        Cell(rows, record.FiscalYearEnd);
        rows.Write(","u8);
        rows.Write(record.Amount);
        rows.Write(record.OnHold ? ",true"u8 : ",false"u8);
        Cell(rows, record.Media);
        rows.EndRow();
    }

    private static bool NeedsQuotes(string title) => title.AsSpan().ContainsAny(',', '"');

    private static void Cell(Utf8Rows rows, string text)
    {
        rows.Write(","u8);
        rows.Write(text);
    }

    private static void Cell(Utf8Rows rows, DateOnly? day)
    {
        rows.Write(","u8);
        if (day is { } known) rows.WriteDay(known);
    }

    private static void WriteJson(Utf8Rows rows, WorkloadRecord record)
    {
        rows.Write("{\"id\":"u8);
        rows.Write(record.Id);
        Key(rows, ",\"series\":"u8, record.Series);
        Key(rows, ",\"agency\":"u8, record.Agency);
        Key(rows, ",\"record_type\":"u8, record.RecordType);
        Key(rows, ",\"title\":"u8, record.Title.Replace("\"", "\\\"", StringComparison.Ordinal));
        Key(rows, ",\"created\":"u8, record.Created);
        Key(rows, ",\"closed\":"u8, record.Closed);
        Key(rows, ",\"final_payment\":"u8, record.FinalPayment);
        Key(rows, ",\"superseded\":"u8, record.Superseded);
        Key(rows, ",\"security\":"u8, record.Security);
        Key(rows, ",\"fiscal_year_end\":"u8, record.FiscalYearEnd);
        rows.Write(",\"amount\":"u8);
        rows.Write(record.Amount);
        rows.Write(record.OnHold ? ",\"on_hold\":true"u8 : ",\"on_hold\":false"u8);
        Key(rows, ",\"media\":"u8, record.Media);
        rows.Write("}"u8);
        rows.EndRow();
    }

    private static void Key(Utf8Rows rows, ReadOnlySpan<byte> key, string text)
    {
        rows.Write(key);
        rows.Write("\""u8);
        rows.Write(text);
        rows.Write("\""u8);
    }

    private static void Key(Utf8Rows rows, ReadOnlySpan<byte> key, DateOnly? day)
    {
        rows.Write(key);
        if (day is not { } known)
        {
            rows.Write("null"u8);
            return;
        }

        rows.Write("\""u8);
        rows.WriteDay(known);
        rows.Write("\""u8);
    }
}
