using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR9xxx: schedules that are taken over from what their issuers publish.</summary>
internal static class ImportDiagnostics
{
    public static readonly DiagnosticDescriptor Ambiguous = new(
        "RR9001", Warning, "wording with more than one reading",
        "item {0}: \"{1}\" can be read in more than one way",
        "The readings differ in when a record may be destroyed, and no program may choose between them.",
        "Choose the reading that the issuer means, or the one that keeps the record longer, and write it as `disposition:` with `reading:`.");

    public static readonly DiagnosticDescriptor NotUnderstood = new(
        "RR9002", Warning, "wording not taken over",
        "item {0}: \"{1}\" is not among the wordings that are taken over",
        "The item is there, with its wording, and refers each record to a person.",
        "Write what the wording says as `disposition:`; docs/patterns.md shows how wordings are said.");

    public static readonly DiagnosticDescriptor CodesDisagree = new(
        "RR9003", Warning, "wording and codes disagree",
        "item {0}: the wording says {1}, and the coded columns say {2}",
        "The wording is the rule; the columns are somebody's reading of it, and may show that ours is wrong.",
        "Compare both with the issuer's publication.");

    public static readonly DiagnosticDescriptor OtherTable = new(
        "RR9010", Error, "another table",
        "this is not the table of the General Records Schedules: it has no column `GRS ID`",
        "Each issuer's table needs a reading of its own.",
        "Give the CSV file that NARA publishes with a transmittal.");

    public static readonly DiagnosticDescriptor ColumnsMissing = new(
        "RR9011", Error, "columns missing",
        "the table has no {0}",
        "Without these columns items would be taken over incomplete.",
        "Give the file as NARA publishes it.");

    public static readonly DiagnosticDescriptor NotAnItem = new(
        "RR9012", Error, "not the number of an item",
        "`{0}` is not the number of an item such as GRS_1.1.010",
        "The number tells which schedule the item belongs to.",
        "Correct the number, or delete the row if it is no item.");

    public static readonly DiagnosticDescriptor ItemTwice = new(
        "RR9013", Error, "item twice",
        "the item {0} stands twice in the table",
        "Of two rows with one number one would be lost.",
        "Delete or correct one of the rows.");

    public static readonly DiagnosticDescriptor OtherEncoding = new(
        "RR9014", Error, "another encoding",
        "the file is {0}",
        "Read in a wrong encoding, wordings would be taken over with other characters.",
        "Save it as CSV in Windows-1252, as NARA publishes it, or in UTF-8.");

    public static readonly DiagnosticDescriptor NoItems = new(
        "RR9015", Error, "table without items",
        "the table has a header and no items",
        "Nothing can be taken over.",
        "Give the whole file.");

    public static readonly DiagnosticDescriptor BreaksOff = new(
        "RR9016", Error, "table that breaks off",
        "the last line of the table has no end",
        "A file that was cut on its way ends like this, and items behind the cut would be lost without a word.",
        "Fetch the file again; where it is complete, add a line break at its end.");
}
