using System.Text.Json;
using RetentionRules.Diagnostics;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public CommandTests() => Assert.Equal(0, CliRun.Of("init", _folder.Path).Code);

    public void Dispose() => _folder.Dispose();

    private string Schedule => _folder["schedule.yaml"];

    private string Records => _folder["records.csv"];

    private string Map => _folder["records.yaml"];

    [Fact]
    public void Init_WritesAStarter_ThatChecks_PassesItsTests_AndRuns()
    {
        Assert.Equal(0, CliRun.Of("check", _folder.Path).Code);
        Assert.Equal("4 passed, 0 failed\n", CliRun.Of("test", Schedule).Output);
        CliRun run = CliRun.Of("dry-run", Schedule, Records, "--map", Map, "--holds", "none");
        Assert.Equal(0, run.Code);
        Assert.Contains("5 records as of 2026-11-22, schedule my-agency 1", run.Output);
    }

    [Fact]
    public void Init_NeverWritesOverAFile()
    {
        CliRun run = CliRun.Of("init", _folder.Path);
        Assert.Equal(2, run.Code);
        Assert.Contains("is there already; nothing was written", run.Error);
    }

    [Fact]
    public void Check_PrintsFindingsOnStandardOutput_AndEndsWith1()
    {
        string path = _folder.File("bad.yaml", File.ReadAllText(Schedule).Replace("destroy 7 years after end", "destroy 7 yers after end", StringComparison.Ordinal));
        CliRun run = CliRun.Of("check", path);
        Assert.Equal(1, run.Code);
        Assert.Contains("error RR2001: expected `days`, `hours`, `months`, `weeks` or `years`, found `yers`", run.Output);
        Assert.Contains("did you mean `years`?", run.Output);
        Assert.Equal("1 file checked: 1 error, 0 warnings, 0 notes\n", run.Error);
    }

    [Fact]
    public void Check_AsJson_IsOneDocument()
    {
        string path = _folder.File("bad.yaml", File.ReadAllText(Schedule).Replace("status: draft", "status: drafft", StringComparison.Ordinal));
        using JsonDocument document = JsonDocument.Parse(CliRun.Of("check", path, "--format", "json").Output);
        JsonElement finding = Assert.Single(document.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("RR3005", finding.GetProperty("code").GetString());
        Assert.Equal(4, finding.GetProperty("line").GetInt32());
        Assert.Equal(9, finding.GetProperty("column").GetInt32());
        Assert.Equal("did you mean `draft`?", finding.GetProperty("help").GetString());
    }

    [Fact]
    public void Test_PrintsTheExplanationOfAFailingCase_AndEndsWith1()
    {
        string tests = _folder["schedule.tests.yaml"];
        File.WriteAllText(tests, File.ReadAllText(tests).Replace("not-before: 2027-07-01", "not-before: 2027-06-30", StringComparison.Ordinal));
        CliRun run = CliRun.Of("test", Schedule);
        Assert.Equal(1, run.Code);
        Assert.Contains("not-before: expected 2027-06-30, found 2027-07-01", run.Output);
        Assert.Contains("due)  destroy 7 years after end of fiscal year of closed", run.Output);
        Assert.EndsWith("3 passed, 1 failed\n", run.Output);
    }

    [Fact]
    public void Evaluate_GivesAJsonLineForEachRecord_InTheOrderOfTheRecords()
    {
        CliRun run = CliRun.Of("evaluate", Schedule, Records, "--map", Map, "--holds", "none", "--as-of", "2026-01-01");
        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(["2015/114", "2019/027", "2004/331", "2004/332", "1998/002"], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("record").GetString()));
        Assert.Equal("5 records decided as of 2026-01-01\n", run.Error);
    }

    [Fact]
    public void Evaluate_OfStandardInput_AnswersLineByLine()
    {
        string input = """
            {"id":"a","series":"FIN-10","closed":"2015-01-01"}
            {"id":"b","series":"FIN-10","closed":null}
            {"id":"c","series":"FIN-10","closed":"never"}
            {"id":"d","series":"FIN-10","closed":"unknown"}

            """;
        CliRun run = CliRun.WithInput(input, "evaluate", Schedule, "-", "--as-of", "2026-01-01");
        string[] statuses = [.. run.Output.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement.GetProperty("status").GetString()!)];
        Assert.Equal(["blocked", "awaiting", "retain", "undetermined"], statuses);
    }

    [Fact]
    public void TheKeysOfADecision_StandInTheirFixedOrder()
    {
        string line = CliRun.Of("evaluate", Schedule, Records, "--map", Map, "--as-of", "2026-01-01").Output.Split('\n')[0];
        string[] keys = [.. JsonDocument.Parse(line).RootElement.EnumerateObject().Select(p => p.Name)];
        Assert.Equal(
        [
            "record", "status", "item", "value", "action", "target", "notBefore", "notAfter", "latest", "next", "changesOn", "missing", "candidates", "holds",
            "blocks", "reasons", "schedule", "version", "hash", "engine", "language", "asOf",
        ], keys);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(line).RootElement.GetProperty("holds").ValueKind);
    }

    [Fact]
    public void DryRun_WithoutHolds_SaysHowManyDestructionsWaitForThem()
    {
        string approved = _folder.File("approved.yaml", File.ReadAllText(Schedule).Replace("status: draft ", "status: approved\nin-force: { from: 2020-01-01 }\n#", StringComparison.Ordinal));
        CliRun run = CliRun.Of("dry-run", approved, Records, "--map", Map);
        Assert.Contains("2 destructions blocked only because holds were not consulted.", run.Output);
        Assert.Contains("Pass --holds FILE", run.Output);
        Assert.DoesNotContain("blocked only", CliRun.Of("dry-run", approved, Records, "--map", Map, "--holds", "none").Output);
    }

    [Theory]
    [InlineData("decisions.csv", "record,status,item")]
    [InlineData("decisions.jsonl", "{\"record\":\"2015/114\"")]
    public void DryRun_WritesDecisions_InTheFormThatTheEndingTells(string name, string begins)
    {
        string path = _folder[name];
        Assert.Equal(0, CliRun.Of("dry-run", Schedule, Records, "--map", Map, "--holds", "none", "-o", path).Code);
        Assert.StartsWith(begins, File.ReadAllText(path));
        Assert.False(File.Exists(path + ".partial"));
    }

    [Fact]
    public void DryRun_OfARecordFileThatBreaksOff_LeavesNoDecisionsBehind()
    {
        string broken = _folder.File("broken.csv", File.ReadAllText(Records) + "one cell only\n");
        string output = _folder["out.csv"];
        CliRun run = CliRun.Of("dry-run", Schedule, broken, "--map", Map, "-o", output);
        Assert.Equal(2, run.Code);
        Assert.Contains("broken.csv:7:1: error RR7001", run.Error);
        Assert.False(File.Exists(output));
        Assert.False(File.Exists(output + ".partial"));
    }

    [Fact]
    public void DryRun_CountsCellsThatDoNotFit_ListsTheFirst20_AndIsStrictOnDemand()
    {
        string rows = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i},FIN-10,31/12/2020,\n"));
        string records = _folder.File("faulty.csv", "number,file_code,date_closed,date_of_birth\n" + rows);
        CliRun run = CliRun.Of("dry-run", Schedule, records, "--map", Map, "--holds", "none");
        Assert.Equal(0, run.Code);
        Assert.Equal(20, run.Error.Split("warning RR7010").Length - 1);
        Assert.Contains("faulty.csv:2:10: warning RR7010", run.Error);
        Assert.Contains("30 values did not fit and are unknown (closed 30); the first 20 are shown", run.Error);
        Assert.Contains("30  undetermined", run.Output);
        Assert.Equal(1, CliRun.Of("dry-run", Schedule, records, "--map", Map, "--holds", "none", "--strict").Code);
    }

    [Fact]
    public void Explain_TellsOneRecord_AsATreeOverTheSchedule()
    {
        CliRun run = CliRun.Of("explain", Schedule, Records, "--map", Map, "--id", "2004/331", "--as-of", "2026-11-22");
        Assert.Equal(0, run.Code);
        Golden.Check(Path.Combine(Repository.TestData, "explain-2004-331.approved.txt"), run.Output);
    }

    [Fact]
    public void Explain_OfAnUnknownIdentifier_IsAnError() =>
        Assert.Contains("has no record with the identifier `x`", CliRun.Of("explain", Schedule, Records, "--map", Map, "--id", "x").Error);

    [Fact]
    public void Explain_TellsWhatACodeMeans_InUpperAndLowerCase()
    {
        DiagnosticDescriptor kind = DiagnosticCatalogue.Find("RR2003")!;
        CliRun run = CliRun.Of("explain", "RR2003");
        Assert.Equal($"RR2003: ambiguous choice of moments (error)\n\n{kind.Meaning}\n\nWhat to do: {kind.Mend}\n", run.Output);
        Assert.Equal(run, CliRun.Of("explain", "rr2003"));
    }

    [Theory]
    [InlineData(";", ";")]
    [InlineData("\t", "tab")]
    public void RecordsMayHaveAnotherSeparator(string sign, string option)
    {
        string records = _folder.File("parted.csv", File.ReadAllText(Records).Replace(",", sign, StringComparison.Ordinal));
        CliRun asWritten = CliRun.Of("evaluate", Schedule, Records, "--map", Map);
        Assert.Equal(asWritten.Output, CliRun.Of("evaluate", Schedule, records, "--map", Map, "--separator", option).Output);
        Assert.Contains($"pass --separator {(option == ";" ? "\";\"" : "tab")}", CliRun.Of("evaluate", Schedule, records, "--map", Map).Error);
    }

    [Fact]
    public void Holds_AreTakenFromAFile_AndNamed()
    {
        string holds = _folder.File("holds.yaml", """
            holds:
              - { id: LIT-1, authority: Court, records: ["2015/114"] }
              - { id: AUD-2, authority: Auditor, when: born before 2000-01-01 }

            """);
        string output = CliRun.Of("evaluate", Schedule, Records, "--map", Map, "--holds", holds, "--as-of", "2026-11-22").Output;
        Assert.Contains("\"record\":\"2015/114\",\"status\":\"held\"", output);
        Assert.Contains("\"holds\":[\"LIT-1\",\"AUD-2\"]", output);
    }

    [Fact]
    public void AHoldOnARecordThatIsNotThere_IsSaid()
    {
        string holds = _folder.File("holds.yaml", "holds:\n  - { id: LIT-1, authority: Court, records: [2015/114, 2015/141] }\n");
        string error = CliRun.Of("dry-run", Schedule, Records, "--map", Map, "--holds", holds).Error;
        Assert.Contains("holds.yaml:2:56: warning RR7014: hold `LIT-1` lists the record `2015/141`", error);
        Assert.DoesNotContain("`2015/114`", error);
    }

    [Theory]
    [InlineData("retention: Required command was not provided.\n")]
    [InlineData("retention: Unrecognized command or argument 'chek'.", "chek")]
    [InlineData("retention: there is no file `nowhere.yaml`.\n", "check", "nowhere.yaml")]
    [InlineData("retention: --as-of takes a date such as 2026-11-22, not `yesterday`.\n", "evaluate", "SCHEDULE", "RECORDS", "--as-of", "yesterday")]
    [InlineData("retention: --set takes a parameter and a period", "evaluate", "SCHEDULE", "RECORDS", "--set", "x")]
    [InlineData("retention: --set: There is no parameter `x`.", "evaluate", "SCHEDULE", "RECORDS", "--set", "x=1 year")]
    [InlineData("does not tell the form of the records; expected .csv, .jsonl or .ndjson.\n", "evaluate", "SCHEDULE", "SCHEDULE")]
    [InlineData("retention: there is no file `nowhere.csv`.\n", "evaluate", "SCHEDULE", "nowhere.csv")]
    [InlineData("retention: --separator takes a sign such as `;`, or the word tab, not `and`.\n", "evaluate", "SCHEDULE", "RECORDS", "--separator", "and")]
    [InlineData("retention: there is no code `RR9999`; docs/diagnostics.md lists them all.\n", "explain", "RR9999")]
    [InlineData("retention: -o takes a .csv or .jsonl file", "dry-run", "SCHEDULE", "RECORDS", "-o", "x.txt")]
    public void WrongUsage_EndsWith2_OnStandardErrorOnly(string expected, params string[] arguments)
    {
        CliRun run = CliRun.Of([.. arguments.Select(a => a switch { "SCHEDULE" => Schedule, "RECORDS" => Records, _ => a })]);
        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public void AScheduleWithErrors_DecidesNothing()
    {
        string path = _folder.File("bad.yaml", "schedule: x\n");
        CliRun run = CliRun.Of("dry-run", path, Records);
        Assert.Equal(2, run.Code);
        Assert.Contains("error RR3002", run.Error);
        Assert.Contains("has errors; nothing was decided", run.Error);
    }

    [Fact]
    public void Color_IsOnlyThereWhereItIsWanted()
    {
        string path = _folder.File("bad.yaml", "schedule: x\n");
        Assert.DoesNotContain('\u001b', CliRun.Of("check", path).Output);
        Assert.Contains('\u001b', CliRun.Of("check", path, "--color", "always").Output);
    }

    [Fact]
    public void Quiet_PrintsResultsOnly() => Assert.Equal("", CliRun.Of("check", _folder.Path, "-q").Error);

    [Fact]
    public void Schema_PrintsTheSchema() => Assert.Equal(PublishedSchema.Json, CliRun.Of("schema").Output);

    [Fact]
    public void WithoutAMapping_ColumnsAreMatchedByName_AndWhatDoesNotMatchIsSaid()
    {
        string records = _folder.File("named.csv", "id,series,closd\nr1,FIN-10,2015-01-01\n");
        CliRun run = CliRun.Of("evaluate", Schedule, records, "--as-of", "2026-01-01");
        Assert.Contains("note RR7012: the column `closd` is not the name of a fact", run.Error);
        Assert.Contains("did you mean `closed`?", run.Error);
        Assert.Contains("warning RR7013: the records have no column for the fact `closed`", run.Error);
        Assert.Contains("\"status\":\"undetermined\"", run.Output);
    }
}
