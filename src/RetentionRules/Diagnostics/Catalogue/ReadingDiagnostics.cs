using static RetentionRules.DiagnosticSeverity;

namespace RetentionRules.Diagnostics.Catalogue;

/// <summary>RR1xxx: bytes, characters and YAML.</summary>
internal static class ReadingDiagnostics
{
    public static readonly DiagnosticDescriptor FileTooLarge = new(
        "RR1001", Error, "file too large",
        "the file has more than {0} bytes, the most that is read",
        "A file is bounded in size before anything in it is parsed, so that a hostile file cannot exhaust the machine.",
        "Split the schedule into several files, one for each part of the organisation or each function.");

    public static readonly DiagnosticDescriptor NotUtf8 = new(
        "RR1002", Error, "not UTF-8",
        "byte {0} of the file (0x{1:X2}) is not part of UTF-8 text",
        "Files are read as UTF-8. A guess at another encoding could change a name or a code without anyone noticing.",
        "Save the file as UTF-8. If it comes from a spreadsheet it is often Windows-1252: convert it first.");

    public static readonly DiagnosticDescriptor OtherEncoding = new(
        "RR1003", Error, "UTF-16 or UTF-32",
        "the file begins with a byte order mark of {0}",
        "Only UTF-8 is read, with or without its own byte order mark.",
        "Save the file as UTF-8.");

    public static readonly DiagnosticDescriptor ControlCharacter = new(
        "RR1004", Error, "control character",
        "the control character U+{0:X4} stands here{1}",
        "Control characters other than tab and line breaks cannot be seen in an editor, and YAML readers end a file at some of them.",
        "Delete the character.");

    public static readonly DiagnosticDescriptor LoneSurrogate = new(
        "RR1005", Error, "half a character",
        "half of a surrogate pair (U+{0:X4}) stands here alone{1}",
        "The text was cut in the middle of a character; it cannot be written as UTF-8.",
        "Delete the half character, or restore its other half.");

    public static readonly DiagnosticDescriptor EmptyFile = new(
        "RR1006", Error, "empty file",
        "the file has no content",
        "A file holds one of: a schedule, tests, holds, a record mapping. An empty one says nothing, and is more often a lost file than a meant one.",
        "Start from `retention init`, or restore the file.");

    public static readonly DiagnosticDescriptor OddLineBreak = new(
        "RR1007", Error, "unusual line break",
        "the line break U+{0:X4} stands here{1}",
        "Some readers of YAML take this character as the end of a line and some do not, so the file would have two meanings.",
        "Replace it by a plain line break or a space.");

    public static readonly DiagnosticDescriptor InvisibleCharacter = new(
        "RR1008", Warning, "invisible character",
        "the invisible character U+{0:X4} stands here{1}",
        "Characters that turn the direction of writing, or that have no width, make a text look different from what it says.",
        "Delete it, unless the text really needs it.");

    public static readonly DiagnosticDescriptor YamlSyntax = new(
        "RR1010", Error, "not YAML",
        "{0}",
        "The file breaks the rules of YAML at this place, and nothing after it can be read with certainty.",
        "Mend the line; most often an indentation, a missing quote or bracket, or a `: ` inside a text without quotes is the cause.");

    public static readonly DiagnosticDescriptor TooDeep = new(
        "RR1011", Error, "nested too deeply",
        "lists and maps stand more than {0} deep inside each other",
        "Depth is bounded before parsing, so that a hostile file cannot exhaust the stack. No schedule needs more than a few levels.",
        "Flatten the structure.");

    public static readonly DiagnosticDescriptor AnchorOrAlias = new(
        "RR1012", Error, "anchor or alias",
        "`{0}` is a YAML {1}; a schedule does not use them",
        "With anchors and aliases one line changes the meaning of another far away, and a few lines can grow into gigabytes.",
        "Write the text out where it is needed; share a moment by `define:` and a rule by `as item \"…\"`.");

    public static readonly DiagnosticDescriptor Tag = new(
        "RR1013", Error, "YAML tag",
        "`{0}` is a YAML tag; a schedule does not use them",
        "YAML never gives a scalar its type here: the schedule's own types do.",
        "Delete the tag.");

    public static readonly DiagnosticDescriptor MergeKey = new(
        "RR1014", Error, "merge key",
        "`<<` merges another map into this one; a schedule does not use it",
        "A merged key does not stand where it acts, and readers of YAML do not agree on what it does.",
        "Write the keys out.");

    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "RR1015", Error, "key stands twice",
        "the key `{0}` stands twice in this map",
        "Which of the two would count depends on the reader, so neither does.",
        "Delete one of them, or give it another name.");

    public static readonly DiagnosticDescriptor KeyNotText = new(
        "RR1016", Error, "key is not a text",
        "a key must be a plain text, not a list or a map",
        "YAML allows whole structures as keys; nothing in a schedule is named by one.",
        "Write the name as a text. A value that begins with `{` or `[` may need quotes.");

    public static readonly DiagnosticDescriptor SeveralDocuments = new(
        "RR1017", Error, "second document",
        "a second YAML document begins here; a file holds one",
        "What stands after `---` would be read by some programs and not by others.",
        "Move the second document into a file of its own.");

    public static readonly DiagnosticDescriptor Directive = new(
        "RR1018", Error, "YAML directive",
        "the file begins with the YAML directive `{0}`",
        "Directives change how a file is read.",
        "Delete the line; `---` may stay.");

    public static readonly DiagnosticDescriptor TooManyFindings = new(
        "RR1099", Error, "too many findings",
        "more than {0} findings; the rest is not shown",
        "So many findings at once mostly have one cause, such as a wrong file or a lost indentation.",
        "Mend the first findings and check again.");
}
