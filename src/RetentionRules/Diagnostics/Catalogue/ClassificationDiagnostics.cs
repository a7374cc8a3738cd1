using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR41xx and RR5010: how records are filed.</summary>
internal static class ClassificationDiagnostics
{
    public static readonly DiagnosticDescriptor ClassTwice = new(
        "RR4101", Error, "class twice",
        "the class `{0}` stands twice",
        "Records are filed under classes by their codes.",
        "Give one of the classes another code.");

    public static readonly DiagnosticDescriptor RuleForUnknownClass = new(
        "RR4102", Error, "rule for an unknown class",
        "the classification lists no class `{0}`",
        "A rule can only give a class that is listed.",
        "Correct the code, or list the class under `classes:`.");

    public static readonly DiagnosticDescriptor ConditionOnUnknownClass = new(
        "RR4103", Error, "condition on an unknown class",
        "no record can have the class `{0}`: the classification `{1}` does not list it",
        "A record has a listed class, or a longer code below one that has no classes below it. A condition on another comes out alike for every record: an item that asks for it covers nothing, and a hold protects nothing.",
        "Correct the code, or list the class in the classification.");

    public static readonly DiagnosticDescriptor ClassIsNoCode = new(
        "RR4104", Error, "class is not a code",
        "`class` is declared as {0}; where records are filed under classes it is a code",
        "The fact `class` holds the code of the class that a record is filed under.",
        "Write `class: code`, or leave the declaration out.");

    public static readonly DiagnosticDescriptor RuleAsksForClass = new(
        "RR4105", Error, "rule that asks for the class",
        "a rule that gives the class cannot ask for it",
        "Rules are only asked where a record has no class yet.",
        "Ask for another fact.");

    public static readonly DiagnosticDescriptor Unreadable = new(
        "RR4106", Error, "classification not readable",
        "the classification `{0}` cannot be used: {1}",
        "Without it nobody knows which classes there are, and what the items ask for.",
        "Correct the path, relative to the schedule, or the file.");

    public static readonly DiagnosticDescriptor DeclaredOtherwise = new(
        "RR4107", Error, "fact declared in two ways",
        "the schedule declares `{0}` as {1}, and its classification as {2}",
        "A fact that both declare is one fact.",
        "Declare it in the same way, or in one of the two only.");

    public static readonly DiagnosticDescriptor ParentNotListed = new(
        "RR5010", Warning, "class above not listed",
        "the class above `{0}` is not listed: there is no `{1}`",
        "The scheme lists other classes with those above them, so that one seems to be forgotten, or the code mistyped.",
        "List the class above, or correct the code.");
}
