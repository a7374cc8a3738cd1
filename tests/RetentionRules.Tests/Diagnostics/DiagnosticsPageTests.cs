using System.Globalization;
using System.Text;
using RetentionRules.Diagnostics;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Diagnostics;

/// <summary>
/// The list in <c>docs/diagnostics.md</c> is made from the catalogue and from approved findings. What stands there above
/// the first group of codes is written by hand. Approve the findings first, and then the page.
/// </summary>
public sealed class DiagnosticsPageTests
{
    private static readonly (string Prefix, string Title, string Introduction)[] Groups =
    [
        ("RR1", "Reading: bytes, characters, YAML", "The file is not what it should be before anything in it has a meaning. Where one of these is found, mostly nothing behind it is looked at."),
        ("RR2", "The rules language", "A condition, a disposition or a declaration cannot be read, or could be read in more than one way. Line and column lead into the text, wherever YAML has put it."),
        ("RR3", "The shape of a file", "Keys that are unknown, missing, empty, or have another kind of value than they take. `retention schema` prints what is allowed where."),
        ("RR4", "Names and types", "Each rule can be read by itself, but does not fit the rest of the schedule: a fact that is not declared, a comparison that can never hold, items in a circle."),
        ("RR5", "Worth a second look", "The file works as it is. These tell what is more often a slip than meant."),
        ("RR6", "Record mappings", "The file that says which column of the records is which fact."),
        ("RR7", "Files of records", "An error ends the reading: a row that has lost a quote would bring values under wrong names, and every row behind it. A warning leaves one fact of one record unknown, which can keep a record and never destroy it."),
        ("RR8", "Tests of schedules", "A test that cannot fail, or cannot hold, proves nothing."),
        ("RR90", "Schedules taken over", "What an issuer publishes is for people; what a program cannot be sure of is left to them."),
        ("RR91", "Profiles and accepted findings", "How an agency weighs findings, and which of them it lets stand for a while. A fault of a profile leaves every finding its own weight, and a fault of an acceptance leaves its finding standing."),
        ("RR95", "What `retention prove` finds", "What holds of a schedule for every record is proved; what does not is shown by a record with the fewest facts, of which all others are unknown. Both evaluators were asked about it, and it needs each fact that it names."),
        ("RR96", "What `retention diff` finds", "How records fare differently under another edition; what could destroy sooner comes first. Below each, why both editions decide so about the record stands side by side, which `--explain none` leaves out, as here."),
    ];

    private static readonly string PathOfPage = Repository.PathOf("docs", "diagnostics.md");

    [Fact]
    public void ThePage_ListsEveryCode_WithWhatIsReallyPrinted()
    {
        string page = File.ReadAllText(PathOfPage);
        string byHand = page[..page.IndexOf($"\n## {Groups[0].Title}\n", StringComparison.Ordinal)];
        Golden.Check(PathOfPage, byHand + string.Concat(Groups.Select(Group)));
    }

    [Fact]
    public void EveryCode_BelongsToAGroup() =>
        Assert.All(DiagnosticCatalogue.All, d => Assert.Single(Groups, g => d.Code.StartsWith(g.Prefix, StringComparison.Ordinal)));

    private static string Group((string Prefix, string Title, string Introduction) group)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"\n## {group.Title}\n\n{group.Introduction}\n");
        foreach (DiagnosticDescriptor kind in DiagnosticCatalogue.All.Where(d => d.Code.StartsWith(group.Prefix, StringComparison.Ordinal)))
            text.Append(Entry(kind));
        return text.ToString();
    }

    /// <summary>The advice is given once: where the example closes with it, it is not repeated.</summary>
    private static string Entry(DiagnosticDescriptor kind)
    {
        string example = DiagnosticExample.Of(kind.Code);
        string mend = example.Contains(kind.Mend, StringComparison.Ordinal) ? "" : $"\nIn general: {kind.Mend}\n";
        return $"\n### {kind.Code}: {kind.Title}\n\n{Weight(kind.Severity)} {kind.Meaning}\n\n```text\n{example}\n```\n{mend}";
    }

    private static string Weight(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Information => "*Note.*",
        DiagnosticSeverity.Warning => "*Warning.*",
        DiagnosticSeverity.Error => "*Error.*",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
