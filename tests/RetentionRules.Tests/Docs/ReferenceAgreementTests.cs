using System.Text.RegularExpressions;
using RetentionRules.Diagnostics;
using RetentionRules.Evaluation;
using RetentionRules.Schema;
using RetentionRules.Syntax.Language;
using RetentionRules.Testing;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>What the reference lists is what the code has, neither more nor less.</summary>
public sealed partial class ReferenceAgreementTests
{
    private static readonly IReadOnlyList<string[]> ReasonRows = [.. LanguageReference.Rows("9.3")];

    [Fact]
    public void TheTableOfReasons_HasEachCodeOnce() =>
        Assert.Equal(Reasons.Codes.Order(StringComparer.Ordinal), ReasonRows.Select(r => Unquoted(r[0])).Order(StringComparer.Ordinal));

    /// <summary>Each reason that the examples give has the arguments, and reads as, the table says.</summary>
    [Fact]
    public void TheTableOfReasons_SaysWhatDecisionsSay()
    {
        DecisionReason[] given = [.. ExampleDecisions().SelectMany(d => d.Reasons).DistinctBy(r => r.ToString())];
        Assert.All(given, reason =>
        {
            string[] row = ReasonRows.Single(r => Unquoted(r[0]) == reason.Code);
            Assert.Equal(row[1], string.Join(", ", reason.Arguments.Select(a => a.Key)));
            Assert.Contains(reason.Text, row[2].Split("; or ").Select(text => Filled(text, reason)));
        });
    }

    /// <summary>No test of a schedule can give a fact a value that it cannot hold.</summary>
    [Fact]
    public void EveryReason_IsGivenInAnExample() =>
        Assert.Equal(["data-fault"], Reasons.Codes.Except(ExampleDecisions().SelectMany(d => d.Reasons).Select(r => r.Code)));

    [Fact]
    public void EveryStatusValueAndBlock_IsGivenInAnExample()
    {
        DispositionDecision[] decisions = ExampleDecisions();
        Assert.Equal(Enum.GetValues<DispositionStatus>().Order(), decisions.Select(d => d.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<RecordValue>().Order(), decisions.Select(d => d.Value).Distinct().Order());
        Assert.Equal(Reasons.BlockingCodes.Order(), decisions.SelectMany(d => d.Blocks).Distinct().Order());
    }

    [Fact]
    public void EveryParagraphThatTheCodeCites_Exists()
    {
        string[] cited =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("src", "RetentionRules"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(f => File.ReadLines(f).Where(l => Comment().IsMatch(l) && !l.Contains("YAML 1.2.2")).SelectMany(l => Cited().Matches(l)))
                .Select(m => m.Value).Distinct(),
        ];
        Assert.Contains("5.14", cited);
        Assert.Empty(cited.Except(LanguageReference.Paragraphs));
    }

    [Fact]
    public void EveryParagraphThatTheReferenceCites_Exists()
    {
        string[] cited = [.. Referred().Matches(LanguageReference.Prose).Select(m => m.Groups[1].Value).Distinct()];
        Assert.Contains("5.14", cited);
        Assert.Empty(cited.Except(LanguageReference.Paragraphs));
    }

    [Fact]
    public void EveryCodeThatTheReferenceNames_IsInTheCatalogue()
    {
        string[] known = [.. DiagnosticCatalogue.All.Select(d => d.Code)];
        Assert.Empty(Code().Matches(Repository.Read("docs", "language.md")).Select(m => m.Value).Distinct().Except(known));
    }

    /// <summary>What a file is refused for is part of the language; so each of these codes is explained where its rule stands.</summary>
    [Fact]
    public void EveryCodeOfTheCatalogue_IsNamedInTheReference()
    {
        string[] named = [.. Code().Matches(LanguageReference.Prose).Select(m => m.Value).Distinct()];
        // What is found about other formats is no part of this one.
        Assert.Empty(DiagnosticCatalogue.All.Select(d => d.Code).Where(c => !c.StartsWith("RR90", StringComparison.Ordinal)).Except(named));
    }

    /// <summary>
    /// All but the bounds of texts, files of another kind and what only the schema sees, which no short block can show, and a
    /// test that expects nothing, which is refused for two reasons.
    /// </summary>
    [Fact]
    public void EveryRefusalOfTheLanguage_IsShown()
    {
        string[] shown = [.. LanguageReference.Blocks.Where(b => b.Words[0] is "refused" or "readings").Select(b => b.Words[2])];
        IEnumerable<string> refusals = DiagnosticCatalogue.All
            .Where(d => d.Severity == DiagnosticSeverity.Error && d.Code[2] is '2' or '3' or '4' or '6' or '8')
            .Select(d => d.Code);
        Assert.Equal(["RR2008", "RR2009", "RR3008", "RR3020", "RR6013", "RR8006"], refusals.Except(shown));
    }

    [Fact]
    public void TheReservedWords_AreThoseOfTheCode()
    {
        string[][] lists = [.. LanguageReference.Blocks.Where(b => IsInParagraph(b, "11")).Select(b => b.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))];
        Assert.Equal(2, lists.Length);
        Assert.All(lists.SelectMany(l => l), word => Assert.True(Words.IsReserved(word), word));
        Assert.Equal(Words.StepNames.Values.Order(StringComparer.Ordinal), lists[1]);
        string[] met = [.. Word().Matches(Repository.Read("docs", "language.md")).Select(m => m.Value).Where(Words.IsReserved).Distinct()];
        Assert.Empty(met.Except(lists.SelectMany(l => l)));
    }

    [Theory]
    [InlineData("2.1", "schedule")]
    [InlineData("2.3", "fact")]
    [InlineData("2.4", "parameter")]
    [InlineData("2.5", "calendar")]
    [InlineData("2.8", "item")]
    [InlineData("2.9", "case")]
    [InlineData("6", "tests, test case, test table, every, expectation")]
    [InlineData("7", "holds, hold")]
    [InlineData("7.1", "reorganisation, keeper")]
    [InlineData("8", "records, classify, fact mapping")]
    [InlineData("13.1", "classification, class, class rule")]
    [InlineData("14.1", "action")]
    [InlineData("14.2", "restriction, during")]
    [InlineData("15.1", "approval")]
    [InlineData("15.2", "amendment")]
    [InlineData("15.3", "authority, review")]
    [InlineData("16.1", "register")]
    [InlineData("16.2", "transition, stands, edition")]
    [InlineData("17.1", "set")]
    [InlineData("17.3", "limit")]
    [InlineData("18.1", "aggregate")]
    [InlineData("17.4", "implements")]
    [InlineData("19.1", "profile")]
    [InlineData("19.2", "accepted finding")]
    [InlineData("20.2", "records without an item")]
    public void EveryKeyOfAFile_StandsInATable(string paragraph, string shapes)
    {
        string[] listed = [.. LanguageReference.Rows(paragraph).SelectMany(row => Quoted().Matches(row[0]).Select(m => m.Groups[1].Value))];
        string[] required = [.. LanguageReference.Rows(paragraph).Where(row => row[0].EndsWith("**!**", StringComparison.Ordinal)).Select(row => Unquoted(row[0].Split(' ')[0]))];
        KeyShape[] keys = [.. shapes.Split(", ").SelectMany(name => ShapesBelow().First(s => s.Name == name).Keys)];
        Assert.Empty(keys.Select(k => k.Name).Except(listed));
        Assert.Equal(keys.Where(k => k.Required).Select(k => k.Name).Order(StringComparer.Ordinal), required.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheKeysOfADecision_StandInTheirOrder()
    {
        string json = DecisionJson.Write(ExampleDecisions()[0]);
        using var document = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal(document.RootElement.EnumerateObject().Select(p => p.Name), LanguageReference.Rows("9.1").Select(r => Unquoted(r[0])));
    }

    [Fact]
    public void TheKeysOfAClassification_StandInTheirOrder()
    {
        using var document = System.Text.Json.JsonDocument.Parse(ClassificationJson.Write(ExampleDecisions()[0]));
        Assert.Equal(document.RootElement.EnumerateObject().Select(p => p.Name), LanguageReference.Rows("13.6").Select(r => Unquoted(r[0])));
    }

    [Fact]
    public void EveryStateOfAClass_IsExplained_AndGivenInAnExample()
    {
        string[] explained = [.. LanguageReference.Rows("13.2").Select(r => Unquoted(r[1])).Where(w => !w.Contains(' ', StringComparison.Ordinal)), "no-scheme"];
        Assert.Equal(Enum.GetValues<ClassificationState>().Select(s => new RecordClassification(s).StateWord).Order(), explained.Order());
        Assert.Equal(Enum.GetValues<ClassificationState>(), ExampleDecisions().Select(d => d.Classification.State).Distinct().Order());
    }

    [Fact]
    public void TheKeysOfAPermission_StandInTheirOrder()
    {
        string json = PermissionJson.Write(Given.Policy.Permits("publish", Given.Policy.NewRecord("R-1"), Given.AsOf));
        using var document = System.Text.Json.JsonDocument.Parse(json);
        string[] listed = [.. LanguageReference.Rows("14.9").SelectMany(r => Quoted().Matches(r[0]).Select(m => m.Groups[1].Value))];
        Assert.Equal([.. document.RootElement.EnumerateObject().Select(p => p.Name), .. Reasons.PermissionCodes.Order(StringComparer.Ordinal)], [.. listed[..^3], .. listed[^3..].Order(StringComparer.Ordinal)]);
    }

    private static readonly Lazy<DispositionDecision[]> Decisions = new(() => [.. DecideExamples()]);

    private static DispositionDecision[] ExampleDecisions() => Decisions.Value;

    private static IEnumerable<DispositionDecision> DecideExamples()
    {
        foreach (ReferenceBlock block in LanguageReference.Blocks.Where(b => b.Words is ["yaml", "tests", _]))
        {
            using TempFolder folder = new();
            ReferenceFiles.Write(folder, block.Words[2]);
            string path = folder.File(block.Words[2] + ScheduleTestReader.Ending, block.Text);
            foreach (ScheduleTestCase test in ScheduleTestReader.ReadFile(path).Value.Cases) yield return test.Run().Decision;
        }
    }

    private static IEnumerable<ObjectShape> ShapesBelow() => FileShapes.All.SelectMany(s => Below(s.Shape));

    private static IEnumerable<ObjectShape> Below(ValueShape shape) => shape switch
    {
        ObjectShape o => o.Keys.SelectMany(k => Below(k.Value)).Prepend(o),
        ListShape l => Below(l.Element),
        MapShape m => Below(m.Value),
        EitherShape e => e.Options.SelectMany(Below),
        _ => [],
    };

    private static bool IsInParagraph(ReferenceBlock block, string number) =>
        LanguageReference.Paragraph(number).Contains(block.Content[0]);

    private static string Filled(string text, DecisionReason reason) =>
        reason.Arguments.Aggregate(text, (filled, a) => filled.Replace("{" + a.Key + "}", a.Value));

    private static string Unquoted(string cell) => cell.Trim('`');

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![\d.])(?:[2-9]|1\d)\.\d{1,2}(?![\d.]*\d)")]
    private static partial Regex Cited();

    [GeneratedRegex(@"[(,;] ?(?:behind |see )?(\d{1,2}\.\d{1,2})(?=[,);:])")]
    private static partial Regex Referred();

    [GeneratedRegex(@"RR\d{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"[\p{L}_]+")]
    private static partial Regex Word();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
