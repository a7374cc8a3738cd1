using System.Xml.Linq;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary><c>retention test</c>: what it says of cases, tables, sentences and coverage.</summary>
public sealed class TestCommandTests : IDisposable
{
    private const string ScheduleText = """
        schedule: claims
        title: Claims
        status: approved
        in-force: { from: 2020-01-01 }
        record:
          series: code
          weight: ordered [small, large]
          closed: event
        items:
          - item: "1"
            title: Claims
            when: series under "CLAIMS"
            cases:
              - when: weight = large
                disposition: review 5 years after closed; destroy 10 years after closed
              - otherwise: destroy 7 years after closed
            authority: A-1
        """;

    private const string Head = "tests: claims\nas-of: 2026-11-22\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private CliRun Run(string tests, params string[] options)
    {
        _folder.File("claims.yaml", ScheduleText);
        return CliRun.Of(["test", _folder.File("claims.tests.yaml", Head + tests), .. options]);
    }

    [Fact]
    public void ARowThatFails_IsNamedByWhatIsGivenInIt()
    {
        CliRun run = Run("""
            tables:
              - table: small claims go after 7 years
                facts: { series: CLAIMS, weight: small }
                given: [closed]
                then: [status]
                rows:
                  - [2019-11-22, eligible]
                  - [2019-11-23, eligible]
            """);
        Assert.Equal(1, run.Code);
        Assert.Contains("claims.tests.yaml:10: small claims go after 7 years (closed 2019-11-23)", run.Output);
        Assert.Contains("status: expected eligible, found retain", run.Output);
        Assert.EndsWith("1 passed, 1 failed\n", run.Output);
    }

    [Fact]
    public void ARow_OverrulesItsTable()
    {
        CliRun run = Run("""
            tables:
              - table: the weight decides
                facts: { series: CLAIMS, weight: small, closed: 2018-01-01 }
                expect: { item: "1", action: destroy }
                given: [weight, as-of]
                then: [action]
                rows:
                  - [small, 2026-11-22, destroy]
                  - [large, 2026-11-22, review]
            """);
        Assert.Equal((0, "2 passed, 0 failed\n"), (run.Code, run.Output));
    }

    [Fact]
    public void AParameter_IsSetForACaseATableOrASentence()
    {
        _folder.File("claims.yaml", ScheduleText.Replace("destroy 7 years after closed", "destroy age after closed", StringComparison.Ordinal)
            .Replace("items:", "parameters: { age: period from 1 year to 9 years }\nitems:", StringComparison.Ordinal));
        CliRun run = CliRun.Of("test", _folder.File("claims.tests.yaml", Head + """
            facts: { series: CLAIMS, weight: small, closed: 2020-01-01 }
            parameters: { age: 2 years }
            cases:
              - { case: as the file says, expect: { status: eligible, not-before: 2022-01-01 } }
              - { case: as the case says, parameters: { age: 8 years }, expect: { status: retain, not-before: 2028-01-01 } }
            tables:
              - { table: as the table says, parameters: { age: 3 years }, given: [closed], then: [not-before], rows: [[2024-01-01, 2027-01-01]] }
            every:
              - { every: as the sentence says, facts: { series: CLAIMS, weight: small }, parameters: { age: 4 years }, never: destroy, before: 4 years after closed }
              - { every: as the file still says, facts: { series: CLAIMS, weight: small }, never: destroy, before: 4 years after closed }
            """));
        Assert.EndsWith("4 passed, 1 failed\n", run.Output);
        Assert.Contains("as the file still says", run.Output);
    }

    [Fact]
    public void ASentenceThatIsNotSo_IsRefutedByARecord()
    {
        CliRun run = Run("""
            every:
              - every: no claim goes before 10 years
                facts: { series: CLAIMS }
                never: destroy
                before: 10 years after closed
            """);
        Assert.Equal(1, run.Code);
        Assert.Contains("not so as of ", run.Output);
        Assert.Contains("destroy is allowed, and 10 years after closed is ", run.Output);
        Assert.EndsWith("0 passed, 1 failed\n", run.Output);
    }

    [Theory]
    [InlineData("never: destroy\n    before: 7 years after closed")]
    [InlineData("never: transfer")]
    [InlineData("expect: { value: temporary }")]
    public void ASentenceThatIsSo_Passes(string claim)
    {
        CliRun run = Run($"every:\n  - every: a sentence\n    facts: {{ series: CLAIMS, weight: small }}\n    {claim}\n", "-v");
        Assert.Equal(0, run.Code);
        Assert.Matches(@"^passed  a sentence \([0-9]+ records\)\n", run.Output);
    }

    [Fact]
    public void ASentenceTriedOnAChoiceOfRecords_SaysSo()
    {
        string facts = string.Concat(Enumerable.Range(0, 12).Select(i => $"  f{i}: yes/no\n"));
        string when = string.Join(" or ", Enumerable.Range(0, 12).Select(i => $"f{i} = yes"));
        _folder.File("claims.yaml", $"schedule: claims\ntitle: Claims\nstatus: draft\nrecord:\n{facts}items:\n  - item: '1'\n    title: All\n    when: {when}\n    disposition: permanent\n");
        CliRun run = CliRun.Of("test", _folder.File("claims.tests.yaml", "tests: claims\nevery:\n  - { every: kept, never: destroy }\n"), "-v");
        Assert.StartsWith("passed  kept (a choice of 2,000 records)\n", run.Output, StringComparison.Ordinal);
    }

    private const string OneCase = """
        cases:
          - case: a small claim is kept
            facts: { series: CLAIMS, weight: small, closed: 2025-01-01 }
            expect: { status: retain }
        """;

    [Fact]
    public void Coverage_ListsWhatNoCaseHasExercised()
    {
        CliRun run = Run(OneCase, "--coverage");
        Assert.Equal(0, run.Code);
        Assert.Contains("""
            claims.tests.yaml: 4 of 10 elements exercised, 40 %
                    line 12, item 1: series under "CLAIMS" is never false
                    line 14, item 1: weight = large is never true
                    line 14, item 1: the case weight = large is never taken
                    line 15, item 1: review 5 years after closed is never due
                    line 15, item 1: destroy 10 years after closed is never due
                    line 16, item 1: destroy 7 years after closed is never due
            1 passed, 0 failed

            """, run.Output);
    }

    [Theory]
    [InlineData("40", 0)]
    [InlineData("41", 1)]
    public void TooLittleCoverage_IsAFinding(string least, int code) => Assert.Equal(code, Run(OneCase, "--min-coverage", least).Code);

    [Fact]
    public void APercentageThatIsNone_IsWrongUsage() => Assert.Equal(2, Run(OneCase, "--min-coverage", "101").Code);

    [Fact]
    public void Junit_HasASuiteAFile_AndACaseATest()
    {
        string target = _folder["junit.xml"];
        CliRun run = Run(OneCase.Replace("retain", "eligible", StringComparison.Ordinal) + "\nevery:\n  - { every: nothing is transferred, never: transfer }\n", "--format", "junit", "-o", target, "--min-coverage", "90");
        Assert.Equal(1, run.Code);
        Assert.Equal("", run.Output);
        XElement suites = XElement.Load(target);
        Assert.Equal(("3", "2", "0"), ((string?)suites.Attribute("tests"), (string?)suites.Attribute("failures"), (string?)suites.Attribute("errors")));
        XElement[] cases = [.. suites.Element("testsuite")!.Elements("testcase")];
        Assert.Equal("status: expected eligible, found retain", (string?)cases[0].Element("failure")!.Attribute("message"));
        Assert.Contains("RETAIN: next is to destroy", cases[0].Value);
        Assert.Null(cases[1].Element("failure"));
        Assert.Equal("40 %", (string?)cases[2].Element("failure")!.Attribute("message"));
    }

    [Fact]
    public void Junit_OfAFileThatCannotBeRead_HasAnError()
    {
        CliRun run = Run("cases: none\n", "--format", "junit");
        Assert.Equal(2, run.Code);
        Assert.Equal("1", (string?)XElement.Parse(run.Output).Attribute("errors"));
    }
}
