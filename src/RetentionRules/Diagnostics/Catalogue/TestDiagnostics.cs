using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR8xxx: tests of schedules.</summary>
internal static class TestDiagnostics
{
    public static readonly DiagnosticDescriptor OtherSchedule = new(
        "RR8001", Error, "tests of another schedule",
        "these are tests of `{0}`, and the schedule is `{1}`",
        "Tests name the schedule that they are about, so that they are not run against another by mistake.",
        "Correct the name, or give the right file under `file:`.");

    public static readonly DiagnosticDescriptor UnknownFact = new(
        "RR8002", Error, "fact not asked for",
        "the schedule asks for no fact `{0}`",
        "A test fills the facts of the schedule; another would change nothing.",
        "Correct the name.");

    public static readonly DiagnosticDescriptor ValueDoesNotFit = new(
        "RR8003", Error, "value does not fit",
        "`{0}` is {1}; it cannot be `{2}`: {3}",
        "The value is not one that the fact can have.",
        "Write a value of the fact's type, or one of the words unknown, pending, never. A word in quotes is a text.");

    public static readonly DiagnosticDescriptor NoAsOf = new(
        "RR8004", Error, "no day of evaluation",
        "{0} does not say on which day it is evaluated",
        "A decision depends on the day, and a test that took today would change its outcome by itself.",
        "Add `as-of: 2026-11-22` to the case or to the file.");

    public static readonly DiagnosticDescriptor UnknownExpectation = new(
        "RR8005", Error, "expectation that can never hold",
        "`{0}` is not {1}",
        "No decision can have this value.",
        "Correct the word.");

    public static readonly DiagnosticDescriptor NothingExpected = new(
        "RR8006", Error, "nothing expected",
        "{0} expects nothing",
        "A test that expects nothing cannot fail.",
        "Say what the decision must be: `expect: { status: retain, not-before: 2031-01-01 }`.");

    public static readonly DiagnosticDescriptor NoSuchParameter = new(
        "RR8007", Error, "parameter refused",
        "{0}",
        "A test sets parameters that the schedule declares, within their range.",
        "Correct the parameter.");

    public static readonly DiagnosticDescriptor HoldsUnreadable = new(
        "RR8008", Error, "holds cannot be read",
        "the holds `{0}` cannot be read: {1}",
        "A test without its holds would test something else.",
        "Correct the path, relative to the file of tests; or write `none` or `not-consulted`.");

    public static readonly DiagnosticDescriptor ScheduleUnreadable = new(
        "RR8009", Error, "schedule cannot be read",
        "the schedule `{0}` cannot be read: {1}",
        "Tests stand beside their schedule: `name.tests.yaml` beside `name.yaml`, or they name it under `file:`.",
        "Correct the path, relative to the file of tests; or mend the schedule first.");

    public static readonly DiagnosticDescriptor UnknownColumn = new(
        "RR8011", Error, "column of a table that says nothing",
        "`{0}` is not {1}",
        "The head of a table says what each cell of a row is: what is given, and what is expected.",
        "Under `given:` write facts, `as-of`, `record` or `holds`; under `then:` what can stand under `expect:`.");

    public static readonly DiagnosticDescriptor RowLength = new(
        "RR8012", Error, "row of another length",
        "the row has {0}, and the head of the table names {1}",
        "A cell too few or too many would shift all behind it.",
        "Give each row one cell for each name under `given:` and `then:`, in that order.");

    public static readonly DiagnosticDescriptor NothingTested = new(
        "RR8013", Error, "nothing tested",
        "the file has no cases",
        "A file of tests that tests nothing always passes.",
        "Add `cases:`, `tables:` or `every:`.");

    public static readonly DiagnosticDescriptor NoClaim = new(
        "RR8014", Error, "nothing claimed",
        "a sentence about every record says either `never:` an act, or what to `expect:`",
        "Without a claim there is nothing to contradict; `before:` belongs to `never:`.",
        "Write `never: destroy` with `before: 7 years after closed`, or `expect: { value: permanent }`.");

    public static readonly DiagnosticDescriptor NothingAsOne = new(
        "RR8015", Error, "nothing is disposed of as one",
        "the schedule disposes of no records as one",
        "Only a schedule with `aggregate:` says which records belong together.",
        "Add `aggregate:` to the schedule, or give the facts of one record under `facts:`.");

    public static readonly DiagnosticDescriptor CaseTwice = new(
        "RR8010", Error, "case twice",
        "the case `{0}` stands twice",
        "A failing case is found by its name.",
        "Give one of them another name.");
}
