using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR6xxx: record mappings.</summary>
internal static class MappingDiagnostics
{
    public static readonly DiagnosticDescriptor NotAsked = new(
        "RR6001", Warning, "fact not asked for",
        "neither the schedule nor the holds ask for a fact `{0}`; it is not read",
        "A mapping fills the facts of a schedule and of the holds that are given with it.",
        "Correct the name; or delete the line, unless the fact is asked for by holds that are not given here.");

    public static readonly DiagnosticDescriptor NotMapped = new(
        "RR6002", Error, "fact not mapped",
        "nothing says where the fact `{0}` comes from",
        "A fact that is forgotten would be unknown in every record, and nobody would notice why nothing falls due.",
        "Map the fact to a column, or list it under `not-recorded:`.");

    public static readonly DiagnosticDescriptor InstantWithoutZone = new(
        "RR6003", Error, "instant without a time zone",
        "`{0}` is read from instants, and no time zone says on which day they fall",
        "An instant falls on different days in different places; in the wrong zone contracts change their financial year.",
        "Add `time-zone: Australia/Sydney`, with the zone in which the organisation's days are counted.");

    public static readonly DiagnosticDescriptor UnknownZone = new(
        "RR6004", Error, "unknown time zone",
        "`{0}` is not a time zone that this machine knows",
        "Time zones are named as in the IANA database.",
        "Write for example `Australia/Sydney`, `America/New_York`, `Asia/Taipei` or `UTC`.");

    public static readonly DiagnosticDescriptor StateNotForType = new(
        "RR6005", Error, "state not for this type",
        "`{0}` is {1}; only dates and events can be pending",
        "What is not a date cannot be waited for.",
        "Write `unknown` or `never`.");

    public static readonly DiagnosticDescriptor ValueDoesNotFit = new(
        "RR6006", Error, "value does not fit",
        "`{0}` is {1}; it cannot be {2}",
        "The value is not one that the fact can have.",
        "Write a value of the fact's type, or one of the words unknown, pending, never.");

    public static readonly DiagnosticDescriptor ColumnOrConstant = new(
        "RR6007", Error, "column or constant",
        "the fact `{0}` needs either a `column` or a `constant`",
        "A fact has one source.",
        "Keep one of the two, or add one.");

    public static readonly DiagnosticDescriptor ConditionInCircle = new(
        "RR6008", Error, "empty cell decided by another",
        "what an empty cell of `{0}` means hangs on `{1}`, which hangs on a condition itself",
        "Conditions on empty cells are asked after all other cells have been read; they cannot rest on each other.",
        "Let the condition speak of facts that have no conditions themselves.");

    public static readonly DiagnosticDescriptor BadFormat = new(
        "RR6009", Error, "date format refused",
        "`{0}` is not a date format with year, month and day",
        "A format tells which digits are the year (yyyy), the month (MM) and the day (dd).",
        "Write for example `yyyy-MM-dd` or `dd/MM/yyyy`.");

    public static readonly DiagnosticDescriptor MappedTwice = new(
        "RR6010", Error, "mapped and not recorded",
        "the fact `{0}` is mapped and listed under `not-recorded`",
        "A mapped fact comes from a column, and one that is not recorded from nowhere: one of the two is left over.",
        "Delete one of them.");

    public static readonly DiagnosticDescriptor OptionNotForFact = new(
        "RR6011", Error, "option not for this fact",
        "`{0}` means nothing for `{1}`, which is {2}",
        "Formats and time zones belong to dates, separators to lists of dates.",
        "Delete the option.");

    public static readonly DiagnosticDescriptor TableRefused = new(
        "RR6012", Error, "table of codes refused",
        "the table `{0}` cannot be used: {1}",
        "The table says what each code of the records means; with half of it, records would be taken for unscheduled.",
        "Correct the path, relative to this file, or the table: a CSV file in UTF-8 with a header.");

    public static readonly DiagnosticDescriptor CodeTwice = new(
        "RR6013", Error, "code with two meanings",
        "the table `{0}` gives `{1}` for the code `{2}` in line {3}, and `{4}` in line {5}",
        "Which of the two is meant decides what becomes of the records.",
        "Delete one of the lines.");
}
