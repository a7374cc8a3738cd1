using RetentionRules.Tests.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>Lists for signature, and what has become of them when the act is near.</summary>
public sealed class ListTests : IDisposable
{
    private const string Rows = """
        id,series,copy,final_action,opened,amount,litigation,title,audits
        due,FIN-1,official,2001-03-01,,1,no,"Cars, red",
        later,FIN-1,official,2024-03-01,,1,no,Cars,
        other,FIN-2,other,2001-03-01,2000-01-01,1,no,Bikes,2001-01-01
        open,FIN-2,,2001-03-01,2000-01-01,1,no,Bikes,2001-01-01
        keep,FIN-2,official,2001-03-01,,50,yes,treaty,

        """;

    private readonly TempFolder _folder = new();

    private string Schedule => _folder["contracts.yaml"];

    private string Records => _folder["records.csv"];

    private string List => _folder["list.csv"];

    public ListTests()
    {
        _folder.File("contracts.yaml", Given.ContractsText);
        _folder.File("records.csv", Rows);
    }

    public void Dispose() => _folder.Dispose();

    private CliRun DryRun(params string[] arguments) => CliRun.Of(["dry-run", Schedule, Records, "--holds", "none", .. arguments]);

    private CliRun Recheck(params string[] arguments) => CliRun.Of(["recheck", Schedule, Records, List, .. arguments.Contains("--holds") ? [] : (string[])["--holds", "none"], .. arguments]);

    private void MakeList(string columns = "record,item,action,hash,title") =>
        Assert.Equal(0, DryRun("--destruction-list", List, "--list-columns", columns).Code);

    [Fact]
    public void ADestructionList_HasWhatMayBeDestroyed_AndNothingElse()
    {
        CliRun run = DryRun("--destruction-list", List);
        string[] lines = File.ReadAllLines(List);
        Assert.Equal("record,item,item-title,authority,citations,action,target,due,latest,schedule,version,hash,as-of,approved-by,approved-on,signature", lines[0]);
        Assert.Equal(["due", "other"], lines.Skip(1).Select(l => l.Split(',')[0]));
        Assert.Equal($"due,1.1,Official copies of contracts,A-1,Limitation Act,destroy,,2007-03-01,,contracts,1,{Given.Contracts.ContentHash},2026-11-22,,,", lines[1]);
        Assert.Contains("list.csv: 2 records that may be destroyed; nothing is signed yet\n", run.Error);
    }

    [Fact]
    public void WhereHoldsWereNotConsulted_NothingIsListed()
    {
        Assert.Equal(0, CliRun.Of("dry-run", Schedule, Records, "--destruction-list", List).Code);
        Assert.Single(File.ReadAllLines(List));
    }

    [Fact]
    public void AColumn_IsAFieldOfTheDecision_AFact_OrAColumnOfTheRecords()
    {
        File.WriteAllText(Records, """
            id,series,copy,final_action,opened,amount,litigation,title,audits,item,shelf
            due,FIN-1,official,2001-03-01,,1,no,"Cars, red",,row x,A 1
            other,FIN-2,other,2001-03-01,2000-01-01,1,no,Bikes,2001-01-01,row y,"B, 2"

            """);
        Assert.Equal(0, DryRun("--destruction-list", List, "--list-columns", "record,column:item,title,fact:final_action,shelf,audits").Code);
        Assert.Equal(["record,item,title,final_action,shelf,audits", "due,row x,\"Cars, red\",2001-03-01,A 1,(unknown)", "other,row y,Bikes,2001-03-01,\"B, 2\",[2001-01-01]"], File.ReadAllLines(List));
    }

    [Fact]
    public void AColumnWithACommaInItsName_StandsInQuotes()
    {
        File.WriteAllText(Records, "id,series,copy,final_action,amount,litigation,title,\"Room, shelf\"\ndue,FIN-1,official,2001-03-01,1,no,Cars,A 1\n");
        Assert.Equal(0, DryRun("--destruction-list", List, "--list-columns", "record,\"Room, shelf\"").Code);
        Assert.Equal(["record,\"Room, shelf\"", "due,A 1"], File.ReadAllLines(List));
    }

    [Theory]
    [InlineData("record,titel", "RR7009: the records have no column `titel`, which is to be written")]
    [InlineData("record,titel", "did you mean `title`? the columns of the records are id, series, copy")]
    [InlineData("record,record", "--list-columns: The column `record` stands twice.")]
    [InlineData("record,fact:titel", "--list-columns: The policy asks for no fact `titel`. Did you mean `title`?")]
    [InlineData("", "--list-columns: A column has no name.")]
    public void AColumnThatIsNotThere_IsRefused_AndNothingIsWritten(string columns, string expected)
    {
        CliRun run = DryRun("--destruction-list", List, "--list-columns", columns);
        Assert.Equal(2, run.Code);
        Assert.Contains(expected, run.Error);
        Assert.Equal(["contracts.yaml", "records.csv"], Directory.EnumerateFiles(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OfJsonLines_AColumnThatNoRecordHas_IsRefusedAtTheEnd()
    {
        string records = _folder.File("records.jsonl", """{"id":"a","series":"FIN","shelf":null}""" + "\n" + """{"id":"b","series":"FIN"}""" + "\n");
        CliRun run = CliRun.Of("dry-run", Schedule, records, "--destruction-list", List, "--list-columns", "record,shelf");
        Assert.Equal(0, run.Code);
        CliRun misspelt = CliRun.Of("dry-run", Schedule, records, "--destruction-list", List + ".csv", "--list-columns", "record,shelv");
        Assert.Equal(2, misspelt.Code);
        Assert.Contains("RR7009: the records have no column `shelv`", misspelt.Error);
        Assert.False(File.Exists(List + ".csv"));
    }

    [Fact]
    public void ATransferList_HasWhatLeavesItsKeeper()
    {
        string schedule = _folder.File("leaving.yaml", """
            schedule: leaving
            title: What leaves
            status: approved
            in-force: { from: 2000-01-01 }
            record: { series: code, closed: event }
            items:
              - { item: "1", title: A, when: series = "A", disposition: permanent; transfer to "State Archives" 1 year after closed, authority: X }
              - { item: "2", title: B, when: series = "B", disposition: hand over to "the owner" 1 year after closed, authority: X }
              - { item: "3", title: C, when: series = "C", disposition: return to "the sender" 1 year after closed, authority: X }
              - { item: "4", title: D, when: series = "D", disposition: move to "records centre" 1 year after closed; destroy 2 years after closed, authority: X }
            """);
        string records = _folder.File("leaving.csv", "id,series,closed\n1,A,2020-01-01\n2,B,2020-01-01\n3,C,2020-01-01\n4,D,2020-01-01\n");
        CliRun run = CliRun.Of("dry-run", schedule, records, "--holds", "none", "--transfer-list", List, "--list-columns", "record,action,target");
        Assert.Equal(["record,action,target", "1,transfer,State Archives", "2,hand over,the owner", "3,return,the sender"], File.ReadAllLines(List));
        Assert.Contains("`retention recheck` cannot read it: it needs the columns record, item, action, hash", run.Error);
    }

    [Fact]
    public void AListThatStillHolds_EndsWith0()
    {
        MakeList();
        CliRun run = Recheck();
        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.EndsWith("2 records listed, decided again as of 2026-11-22: 2 still permitted, none may no longer be acted on\n", run.Error);
    }

    [Fact]
    public void AHoldThatArrived_IsToldWithTheRecord()
    {
        MakeList();
        string holds = _folder.File("holds.yaml", "holds:\n  - { id: LIT-1, authority: Court, title: Smith, records: [due] }\n");
        CliRun run = Recheck("--holds", holds, "-o", _folder["found.csv"]);
        Assert.Equal(1, run.Code);
        Assert.Equal("due: `destroy` is not permitted, it is now held: destroy since 2007-03-01 (item 1.1): hold LIT-1 applies (Court: Smith)\n", run.Output);
        Assert.Contains("2 records listed, decided again as of 2026-11-22: 1 still permitted, 1 may no longer be acted on (not-permitted 1)\n", run.Error);
        Assert.Equal(
            "record,line,action,item,problems,status,itemNow,text\n"
            + "due,2,destroy,1.1,not-permitted,held,1.1,\"`destroy` is not permitted, it is now held: destroy since 2007-03-01 (item 1.1): hold LIT-1 applies (Court: Smith)\"\n",
            File.ReadAllText(_folder["found.csv"]));
    }

    [Fact]
    public void HoldsThatNobodyConsulted_AreNoPermission()
    {
        MakeList();
        CliRun run = CliRun.Of("recheck", Schedule, Records, List);
        Assert.Equal(1, run.Code);
        Assert.Contains("due: `destroy` is not permitted, it is now blocked", run.Output);
        Assert.Contains("holds were not consulted", run.Output);
    }

    [Theory]
    [InlineData("due,", "gone,", "due: it is not among the records, or no longer by itself\n")]
    [InlineData("later,", "due,", "due: 2 records have this identifier\n")]
    [InlineData("2001-03-01,,1,no,\"", "2024-03-01,,1,no,\"", "due: `destroy` is not permitted, it is now retain: next destroy, not before 2030-03-01 (item 1.1): destroy is not due before 2030-03-01\n")]
    [InlineData("official,2001-03-01,,1,", "other,2001-03-01,2000-01-01,1,", "due: `destroy` is not permitted")]
    public void WhatBecameOfTheRecord_IsSaid(string before, string after, string expected)
    {
        MakeList();
        int at = Rows.IndexOf(before, StringComparison.Ordinal);
        File.WriteAllText(Records, Rows[..at] + after + Rows[(at + before.Length)..]);
        CliRun run = Recheck();
        Assert.Equal(1, run.Code);
        Assert.Contains(expected, run.Output);
    }

    [Fact]
    public void AnItemAndASchedule_ThatAreNoLongerThose_AreSaid_ThoughTheActIsPermitted()
    {
        MakeList();
        File.WriteAllText(Schedule, Given.ContractsText.Replace("item: \"1.1\"", "item: \"1.7\"", StringComparison.Ordinal).Replace("exception-to: [\"1.1\"", "exception-to: [\"1.7\"", StringComparison.Ordinal));
        CliRun run = Recheck();
        Assert.Equal(1, run.Code);
        Assert.Equal("due: it was listed under item 1.1 and is now under 1.7; the schedule is not the one it was listed by\nother: the schedule is not the one it was listed by\n", run.Output);
        Assert.Contains("0 still permitted, 2 may no longer be acted on (item-changed 1, schedule-changed 2)", run.Error);
    }

    [Theory]
    [InlineData("due,1.1,", "due: 2 lines of the list name it\ndue: 2 lines of the list name it\n")]
    [InlineData(",1.1,", "line 4: the line names no record\n")]
    public void AListThatNamesARecordTwice_OrNone_IsNotFine(string begins, string expected)
    {
        MakeList();
        File.AppendAllText(List, $"{begins}destroy,{Given.Contracts.ContentHash},\n");
        CliRun run = Recheck();
        Assert.Equal((1, expected), (run.Code, run.Output));
    }

    [Fact]
    public void ACaseThatHasGrown_SinceItWasApproved_IsSaid()
    {
        string schedule = _folder.File("cases.yaml", """
            schedule: cases
            title: Cases
            status: approved
            in-force: { from: 2000-01-01 }
            record: { series: code, case_no: text, whole: yes/no, closed: event }
            aggregate: { by: case_no, complete: whole }
            items:
              - { item: "1", title: Papers of a case, when: series under "C", disposition: destroy 6 years after closed, authority: A-1 }
            """);
        string records = _folder.File("cases.csv", "id,series,case_no,whole,closed\n1,C-1,17/2014,yes,2014-03-01\n2,C-1,17/2014,yes,2015-03-01\n");
        Assert.Equal(0, CliRun.Of("dry-run", schedule, records, "--holds", "none", "--destruction-list", List, "--list-columns", "record,records,item,action,hash").Code);
        Assert.StartsWith("17/2014,2,1,destroy,", File.ReadAllLines(List)[1], StringComparison.Ordinal);
        Assert.Equal(0, CliRun.Of("recheck", schedule, records, List, "--holds", "none").Code);
        File.AppendAllText(records, "3,C-1,17/2014,yes,2016-03-01\n");
        CliRun run = CliRun.Of("recheck", schedule, records, List, "--holds", "none");
        Assert.Equal((1, "17/2014: it was listed with 2 records and now has 3\n"), (run.Code, run.Output));
    }

    [Fact]
    public void AnActThatIsNone_IsNotPermitted()
    {
        MakeList();
        File.WriteAllText(List, File.ReadAllText(List).Replace(",destroy,", ",Destroy,", StringComparison.Ordinal));
        Assert.Equal(1, Recheck().Code);
    }

    [Fact]
    public void AListThatPeopleSigned_InASpreadsheet_IsReadAsWell()
    {
        MakeList("record,item,action,hash,approved-by");
        string[] lines = [.. File.ReadAllLines(List).Select(l => "\"" + l.Replace(",", "\";\"", StringComparison.Ordinal) + "\"")];
        File.WriteAllText(List, "\uFEFF" + string.Join("\r\n", lines.Select(l => l.Replace("\"\"", "\"Mills, J.\"", StringComparison.Ordinal))) + "\r\n");
        Assert.Equal(0, Recheck().Code);
    }

    [Fact]
    public void AListThatCannotBeDecidedAgain_IsUnusable()
    {
        MakeList("record,item,action,title");
        CliRun run = Recheck();
        Assert.Equal(2, run.Code);
        Assert.Contains("list.csv:1:1: error RR7020: the list has no column `hash`", run.Error);
    }

    [Fact]
    public void WhoeverNamesTheListFirst_IsToldTheOrder()
    {
        MakeList();
        CliRun first = CliRun.Of("recheck", List, Schedule, Records);
        Assert.Equal((2, $"retention: `{List}` is no schedule; the schedule comes first and the list last: retention recheck SCHEDULE RECORDS LIST\n"), (first.Code, first.Error));
        CliRun last = CliRun.Of("recheck", Schedule, Records, Schedule);
        Assert.Equal((2, $"retention: `{Schedule}` is neither records nor a list; the schedule comes first and the list last: retention recheck SCHEDULE RECORDS LIST\n"), (last.Code, last.Error));
    }
}
