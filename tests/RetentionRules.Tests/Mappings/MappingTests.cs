using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RetentionRules.DryRun;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Mappings;

public sealed class MappingTests
{
    private static readonly CompiledPolicy Policy = Given.Policy;

    private const string Rest = "not-recorded: [copy, opened, amount, litigation, title, audits]\n";

    private static RecordMapping Mapping(string facts, string rest = Rest) =>
        MappingReader.Read("records: m\nid: number\ntime-zone: Australia/Sydney\nfacts:\n  series: { constant: FIN-1 }\n" + facts + rest, Policy).Value;

    private static List<string> Read(RecordMapping mapping, string csv, string fact, RecordFormat format = RecordFormat.Csv)
    {
        DryRunner runner = new(Policy, mapping);
        List<string> values = [];
        Task reading = Task.Run(async () =>
        {
            await foreach (RecordFacts facts in runner.ReadAsync(new RecordSource(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), format, "r")))
                values.Add(facts[fact].ToString() + (facts.Faults.Count > 0 ? "!" : ""));
        });
        reading.GetAwaiter().GetResult();
        return values;
    }

    [Fact]
    public void AnEmptyCell_IsWhatTheTypeSays_WhereNothingElseIsSaid()
    {
        Assert.Equal(["pending"], Read(Mapping("  final_action: end\n"), "number,end\n1,\n", "final_action"));
        Assert.Equal(["unknown"], Read(Mapping("  opened: start\n", "not-recorded: [copy, final_action, amount, litigation, title, audits]\n"), "number,start\n1,\n", "opened"));
    }

    [Theory]
    [InlineData("never", "never")]
    [InlineData("pending", "pending")]
    [InlineData("unknown", "unknown")]
    public void AnEmptyCell_IsWhatTheMappingSays(string word, string expected) =>
        Assert.Equal([expected], Read(Mapping($"  final_action: {{ column: end, empty: {word} }}\n"), "number,end\n1, \n", "final_action"));

    [Fact]
    public void AnEmptyCell_MayHangOnAnotherFact_AndIsUnknownWhereThatIs()
    {
        RecordMapping mapping = Mapping(
            "  litigation: court\n  final_action: { column: end, empty: { never: litigation = no, pending: litigation = yes } }\n",
            "not-recorded: [copy, opened, amount, title, audits]\n");
        Assert.Equal(["never", "pending", "unknown", "2020-01-01"], Read(mapping, "number,court,end\n1,no,\n2,yes,\n3,,\n4,no,2020-01-01\n", "final_action"));
    }

    /// <summary>Conditions on empty cells are asked of a record that is still being filled: what was asked before is asked anew.</summary>
    [Fact]
    public void AConditionThatIsAskedAgain_SeesWhatWasSetMeanwhile()
    {
        RetentionSchedule schedule = ScheduleReader.Read("schedule: s\ntitle: s\nstatus: draft\nrecord: { litigation: yes/no }\nitems:\n  - { item: a, title: t, when: litigation = no, disposition: permanent }\n").Value;
        RecordFacts facts = RetentionPolicy.For(schedule).Compile().NewRecord();
        ConditionEvaluator conditions = new(facts);
        Assert.Equal(Truth.Unknown, conditions.Evaluate(schedule.Items[0].When));
        facts.Set("litigation", false);
        Assert.Equal(Truth.True, conditions.Evaluate(schedule.Items[0].When));
        facts.Set("litigation", FactValue.Unknown);
        Assert.Equal(Truth.Unknown, conditions.Evaluate(schedule.Items[0].When));
    }

    [Fact]
    public void Sentinels_ValuesAndFormats_AreTaken()
    {
        RecordMapping mapping = Mapping("  final_action: { column: end, format: [dd/MM/yyyy, yyyy-MM-dd], sentinels: { 31/12/2099: never, \"0\": unknown } }\n");
        Assert.Equal(["2020-12-31", "2020-12-31", "never", "unknown", "unknown!"], Read(mapping, "number,end\n1,31/12/2020\n2,2020-12-31\n3,31/12/2099\n4,0\n5,12/31/2020\n", "final_action"));
        RecordMapping copies = Mapping("  copy: { column: c, values: { O: official, X: other } }\n", "not-recorded: [final_action, opened, amount, litigation, title, audits]\n");
        Assert.Equal(["\"official\"", "\"other\"", "\"official\"", "unknown!"], Read(copies, "number,c\n1,O\n2,X\n3,official\n4,Y\n", "copy"));
    }

    [Theory]
    [InlineData("2024-06-30T14:00:00Z", "2024-07-01")]
    [InlineData("2024-06-30T13:59:59Z", "2024-06-30")]
    [InlineData("2024-06-30T23:30:00+10:00", "2024-06-30")]
    [InlineData("2024-12-31T13:00:00.123Z", "2025-01-01")]
    [InlineData("2024-06-30", "unknown!")]
    [InlineData("2024-06-30T14:00:00", "unknown!")]
    public void AnInstant_FallsOnItsDayInTheZone_AndNeedsAnOffset(string cell, string expected) =>
        Assert.Equal([expected], Read(Mapping("  final_action: { column: end, instant: yes }\n"), $"number,end\n1,{cell}\n", "final_action"));

    [Fact]
    public void EveryInstantOfTheRealNotices_FallsOnTheDayThatNodaTimeGives()
    {
        DateTimeZone sydney = DateTimeZoneProviders.Tzdb["Australia/Sydney"];
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney");
        string[] cells = [.. File.ReadLines(Repository.PathOf("schedules", "examples", "austender", "notices.csv")).Skip(1).SelectMany(l => l.Split(',')[^3..])];
        Assert.Equal(15_000, cells.Length);
        foreach (string cell in cells.Distinct())
        {
            LocalDate expected = InstantPattern.General.Parse(cell).Value.InZone(sydney).Date;
            RecordFacts facts = Policy.NewRecord().Set("final_action", DateTimeOffset.Parse(cell, CultureInfo.InvariantCulture), zone);
            Assert.Equal(expected.ToDateOnly(), facts["final_action"].AsDate);
        }
    }

    [Fact]
    public void JsonLines_HaveTextsNumbersBooleansNullsAndLists()
    {
        RecordMapping mapping = Mapping("  audits: a\n", "not-recorded: [copy, final_action, opened, amount, litigation, title]\n");
        Assert.Equal(["[2019-01-01, 2020-01-01]", "pending", "unknown"],
            Read(Mapping("  audits: { column: a, empty: pending }\n", "not-recorded: [copy, final_action, opened, amount, litigation, title]\n"),
                "{\"number\":1,\"a\":[\"2020-01-01\",\"2019-01-01\"]}\n{\"number\":2,\"a\":null}\n", "audits", RecordFormat.JsonLines).Append(Read(mapping, "{\"number\":3}\n", "audits", RecordFormat.JsonLines)[0]));
        RecordMapping yesNo = Mapping("  litigation: court\n", "not-recorded: [copy, final_action, opened, amount, title, audits]\n");
        Assert.Equal(["yes", "no", "unknown"], Read(yesNo, "{\"number\":1,\"court\":true}\n{\"number\":2,\"court\":\"no\"}\n\n{\"number\":3}\n", "litigation", RecordFormat.JsonLines));
    }

    [Fact]
    public async Task TheIdentifier_IsTheFirstColumnThatIsNotEmpty()
    {
        RecordMapping mapping = MappingReader.Read("records: m\nid: [amendment, contract]\nfacts: { series: { constant: FIN } }\nnot-recorded: [copy, final_action, opened, amount, litigation, title, audits]\n", Policy).Value;
        DryRunner runner = new(Policy, mapping);
        List<string> ids = [];
        RecordSource records = new(new MemoryStream("contract,amendment\nC1,\nC1,A1\n"u8.ToArray()), RecordFormat.Csv, "r");
        await foreach (RecordFacts facts in runner.ReadAsync(records)) ids.Add(facts.Id);
        Assert.Equal(["C1", "A1"], ids);
    }

    [Fact]
    public async Task QuotedCells_WithSeparatorsQuotesAndLineBreaks_AreRead_AndLinesStayRight()
    {
        RecordMapping mapping = Mapping("  title: t\n  final_action: end\n", "not-recorded: [copy, opened, amount, litigation, audits]\n");
        string csv = "number,t,end\r\n1,\"a, \"\"b\"\"\r\nc\",2020-01-01\r\n2,d,nonsense\r\n";
        Assert.Equal(["\"a, \"b\"\r\nc\"", "\"d\"!"], Read(mapping, csv, "title"));
        DryRunner runner = new(Policy, mapping);
        RecordSource records = new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), RecordFormat.Csv, "r.csv");
        await foreach (RecordFacts _ in runner.ReadAsync(records))
        {
        }

        Assert.Equal("r.csv:4:5: warning RR7010", Assert.Single(runner.Findings.Diagnostics).ToString()[..25]);
    }
}
