using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR7xxx: files of records.</summary>
internal static class RecordDiagnostics
{
    public static readonly DiagnosticDescriptor RaggedRow = new(
        "RR7001", Error, "row with other columns",
        "the row has {0} columns, the header has {1}",
        "A row with too few or too many columns has mostly lost a quote or a separator, and its values stand under the wrong names.",
        "Mend the row; texts with separators or line breaks stand in double quotes.");

    public static readonly DiagnosticDescriptor MissingColumn = new(
        "RR7002", Error, "missing column",
        "the records have no {0}, which the mapping reads",
        "Without the column the fact would be unknown in every record.",
        "Correct the mapping, or add the column.");

    public static readonly DiagnosticDescriptor NoHeader = new(
        "RR7003", Error, "no header",
        "the file of records is empty",
        "A CSV file begins with a line of column names.",
        "Check that the right file was given.");

    public static readonly DiagnosticDescriptor NotJson = new(
        "RR7004", Error, "not a JSON line",
        "the line cannot be read: {0}",
        "Each line of a JSON Lines file is one object.",
        "Mend the line.");

    public static readonly DiagnosticDescriptor BadEncoding = new(
        "RR7005", Error, "record not UTF-8",
        "the row is not UTF-8 text",
        "A guess at another encoding could change a name or a code without anyone noticing.",
        "Convert the file to UTF-8, or say its encoding: `--encoding windows-1252`.");

    public static readonly DiagnosticDescriptor OtherEncoding = new(
        "RR7008", Error, "records in UTF-16 or UTF-32",
        "the records look like {0}",
        "Records are read as UTF-8, with or without its own byte order mark.",
        "Convert the file to UTF-8, or say its encoding: `--encoding utf-16`.");

    public static readonly DiagnosticDescriptor MalformedRow = new(
        "RR7006", Error, "malformed row",
        "the row cannot be read: a quote is opened and never closed, or stands inside a value",
        "Where a quote is lost, nobody can tell where its value ends; the rows behind it would be taken for a part of it.",
        "Mend the quotes: a value with a quote in it stands in quotes, and its quote is doubled.");

    public static readonly DiagnosticDescriptor ColumnTwice = new(
        "RR7007", Error, "column twice",
        "the column `{0}` stands twice",
        "Which of the two a fact would come from is not said.",
        "Rename one of the columns.");

    public static readonly DiagnosticDescriptor NoSuchColumn = new(
        "RR7009", Error, "no such column",
        "the records have no column `{0}`, which is to be written",
        "A list for signature with an empty column would be signed without what the signer has to see.",
        "Write the name as it stands in the header of the records.");

    public static readonly DiagnosticDescriptor CellDoesNotFit = new(
        "RR7010", Warning, "value does not fit",
        "`{0}` is unknown for this record: {1} is {2}",
        "The value cannot be read as the type of its fact. What is not known never leads to destruction, so the record is kept until the value is mended.",
        "Mend the value, or say in the mapping what it means (`sentinels`, `values`, `format`).");

    public static readonly DiagnosticDescriptor NoIdColumn = new(
        "RR7011", Warning, "records without identifiers",
        "the records have no column `id` or `record`",
        "Decisions cannot be matched to their records, and a hold that lists records may apply to each.",
        "Name the column in a mapping: `id: contract_number`.");

    public static readonly DiagnosticDescriptor UnusedColumn = new(
        "RR7012", Information, "column not used",
        "the column `{0}` is not the name of a fact",
        "Without a mapping, columns are matched to facts by their names.",
        "Nothing to mend where the column is not needed; otherwise rename it, or give a mapping.");

    public static readonly DiagnosticDescriptor FactWithoutColumn = new(
        "RR7013", Warning, "fact without a column",
        "the records have no column for the fact `{0}`, which is unknown in each of them",
        "Without a mapping, columns are matched to facts by their names.",
        "Add the column, or say in a mapping where the fact comes from, or that it is `not-recorded`.");

    public static readonly DiagnosticDescriptor HeldRecordNotFound = new(
        "RR7014", Warning, "held record not found",
        "hold `{0}` lists the record `{1}`, which is not among the records",
        "A mistyped identifier protects nothing, and the record that was meant may be destroyed.",
        "Compare the identifier with the records; ignore this where the record is kept elsewhere.");

    public static readonly DiagnosticDescriptor ListWithoutColumn = new(
        "RR7020", Error, "list that cannot be decided again",
        "the list has no column `{0}`",
        "A list is decided again by the record, the act, the item and the hash of the schedule that it was made with; without one of them nobody can tell whether what was approved still holds.",
        "Give the list that `retention dry-run` wrote; where `--list-columns` chose its columns, let them have record, item, action and hash.");

    public static readonly DiagnosticDescriptor DamagedCompression = new(
        "RR7021", Error, "damaged compressed file",
        "the file is compressed and breaks off, or is damaged",
        "What comes behind the damage cannot be read, and a dry-run over a part of the records would look like one over all.",
        "Get the file again from where it came.");

    public static readonly DiagnosticDescriptor Undecodable = new(
        "RR7022", Error, "record in another encoding",
        "the line has bytes that are not {0}",
        "A guess could change a name or a code without anyone noticing.",
        "Say the encoding that the file really has, or mend the line.");

    public static readonly DiagnosticDescriptor HeaderRepeated = new(
        "RR7023", Error, "header given and there",
        "the first row repeats the column names that were given",
        "The file has a header line of its own, which would become a record.",
        "Leave `--header` out.");
}
