using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR3xxx: the keys of a file and what stands behind them.</summary>
internal static class ShapeDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKey = new(
        "RR3001", Error, "unknown key",
        "`{0}` is not a key of {1}",
        "A key that nothing reads is mostly a mistyped one, and what it was meant to say would be lost.",
        "Correct the key, or delete it; `retention schema` lists all keys.");

    public static readonly DiagnosticDescriptor MissingKey = new(
        "RR3002", Error, "missing key",
        "{0} has no `{1}`",
        "Without this key nothing can be decided.",
        "Add the key.");

    public static readonly DiagnosticDescriptor WrongKind = new(
        "RR3003", Error, "wrong kind of value",
        "expected {0}, found {1}",
        "Another kind of value stands here than the one that the key takes.",
        "Write the value as the key asks.");

    public static readonly DiagnosticDescriptor EmptyValue = new(
        "RR3004", Error, "nothing there",
        "nothing stands behind `{0}`",
        "An empty value could mean \"none\", \"not yet\" or \"forgotten\".",
        "Write the value, or delete the key.");

    public static readonly DiagnosticDescriptor UnknownWord = new(
        "RR3005", Error, "not one of the words",
        "`{0}` is not one of: {1}",
        "The key takes one of a few words.",
        "Write one of them.");

    public static readonly DiagnosticDescriptor EmptyList = new(
        "RR3006", Error, "empty list",
        "the list is empty",
        "A list without an element says nothing, and is more often a lost one than a meant one.",
        "Add an element, or delete the key.");

    public static readonly DiagnosticDescriptor UnknownFile = new(
        "RR3007", Error, "not a known kind of file",
        "the file is none of: a schedule (`schedule:`), tests (`tests:`), holds (`holds:`), a record mapping (`records:`), a classification (`classification:`)",
        "The kind of a file is told by the one key that only that kind has.",
        "Add the key, or start from `retention init`.");

    public static readonly DiagnosticDescriptor OtherKind = new(
        "RR3008", Error, "another kind of file",
        "expected {0}, found {1}",
        "The file is well-formed, but not of the kind that is needed here.",
        "Give the right file.");

    public static readonly DiagnosticDescriptor NotADate = new(
        "RR3009", Error, "not a date",
        "`{0}` is not a date",
        "Dates are written as year, month and day, so that they are read in one way everywhere.",
        "Write `2026-11-22`; the day must exist.");

    public static readonly DiagnosticDescriptor OneOfTwoKeys = new(
        "RR3010", Error, "one of two keys",
        "this {0} has {1}",
        "The two keys say the same thing in different ways; with both, or with neither, it is not said.",
        "Keep one of the two, or add one.");

    public static readonly DiagnosticDescriptor EmptyInterval = new(
        "RR3011", Error, "interval without a day",
        "the interval ends on {1}, which is not after {0}",
        "An interval runs from its first day to the day before `to`; this one has no day at all.",
        "Correct one of the two dates.");

    public static readonly DiagnosticDescriptor SchemaViolation = new(
        "RR3020", Error, "does not fit the schema",
        "the published JSON Schema refuses {1}: {0}",
        "The file was checked against the published JSON Schema, as an editor would.",
        "Compare the place with the schema; `retention schema` prints it.");
}
