using System.Data;
using System.Data.Common;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Embedding;

public sealed class RecordMapTests
{
    private sealed record Contract(string Number, string Series, string? Copy, DateOnly? EndDate, DateOnly Opened, decimal? Amount);

    private static readonly CompiledPolicy Policy = Given.Policy;

    private static RecordMap<Contract> Map { get; } = Policy.Map<Contract>(m => m
        .Id(c => c.Number)
        .Text("series", c => c.Series, WhenNull.Unknown)
        .Text("copy", c => c.Copy, WhenNull.Unknown)
        .Event("final_action", c => c.EndDate, WhenNull.Pending)
        .Date("opened", c => c.Opened)
        .Number("amount", c => c.Amount, WhenNull.Never)
        .Constant("litigation", FactValue.YesNo(false))
        .NotRecorded("title", "audits"));

    [Fact]
    public void EachFact_ComesFromWhereTheMapSays()
    {
        RecordFacts facts = Map.Read(new Contract("C-1", "FIN-2", "official", new DateOnly(2019, 5, 31), new DateOnly(2018, 1, 1), 12));
        Assert.Equal("C-1", facts.Id);
        Assert.Equal(FactValue.Date(new DateOnly(2019, 5, 31)), facts["final_action"]);
        Assert.Equal(DispositionStatus.Eligible, Policy.Evaluate(facts, Given.AsOf).Status);
    }

    [Fact]
    public void Null_MeansWhatTheMapSays()
    {
        RecordFacts facts = Map.Read(new Contract("C-2", "FIN-2", null, null, new DateOnly(2018, 1, 1), null));
        Assert.Equal(FactValue.Unknown, facts["copy"]);
        Assert.Equal(FactValue.Pending, facts["final_action"]);
        Assert.Equal(FactValue.Never, facts["amount"]);
        Assert.Equal(FactValue.Unknown, facts["title"]);
    }

    [Fact]
    public void AForgottenFact_FailsWhenTheProgramStarts_AndSaysWhatToWrite()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Policy.Map<Contract>(m => m.Id(c => c.Number).Text("series", c => c.Series, WhenNull.Unknown)));
        Assert.Contains("NotRecorded(\"copy\", \"final_action\", \"opened\", \"amount\", \"litigation\", \"title\", \"audits\")", e.Message);
    }

    [Fact]
    public void AFactMappedTwice_OrByTheWrongMethod_OrUnknown_FailsWhenTheProgramStarts()
    {
        Assert.Contains("mapped already", Assert.Throws<ArgumentException>(() => Policy.Map<Contract>(m => m.NotRecorded("copy").Text("copy", c => c.Copy, WhenNull.Unknown))).Message);
        Assert.Contains("map it by the method for that type", Assert.Throws<ArgumentException>(() => Policy.Map<Contract>(m => m.Date("final_action", c => c.Opened))).Message);
        Assert.Contains("Did you mean `copy`?", Assert.Throws<ArgumentException>(() => Policy.Map<Contract>(m => m.Text("cpy", c => c.Copy, WhenNull.Unknown))).Message);
        Assert.Contains("can be pending", Assert.Throws<ArgumentException>(() => Policy.Map<Contract>(m => m.Text("copy", c => c.Copy, WhenNull.Pending))).Message);
    }

    [Fact]
    public void ADatabaseReader_IsBoundOnce_AndReadByOrdinal()
    {
        using DbDataReader reader = Rows();
        RecordMap<DbDataReader> map = Policy.MapReader(reader, m => m
            .Id("number")
            .Column("series", "series", WhenNull.Unknown)
            .Column("copy", "copy", WhenNull.Unknown)
            .Day("final_action", "closed", WhenNull.Pending)
            .UtcInstant("opened", "opened_utc", TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney"), WhenNull.Unknown)
            .Column("amount", "amount", WhenNull.Unknown)
            .Column("litigation", "litigation", WhenNull.Unknown)
            .NotRecorded("title", "audits"));
        RecordFacts facts = Policy.NewRecord();
        List<string> read = [];
        while (reader.Read())
        {
            map.Read(reader, facts);
            read.Add($"{facts.Id} {facts["copy"]} {facts["final_action"]} {facts["opened"]} {facts["amount"]} {facts["litigation"]}");
        }

        Assert.Equal(
        [
            "7 \"official\" 2019-05-31 2024-07-01 12.5 yes",
            "8 unknown pending unknown unknown unknown",
            "9 \"other\" unknown 2024-06-30 1 no",
        ], read);
    }

    [Fact]
    public void AColumnThatIsNotThere_OrOfAnotherType_FailsWhenTheProgramStarts()
    {
        using DbDataReader reader = Rows();
        Assert.Contains("Did you mean `closed`?", Assert.Throws<ArgumentException>(() => Policy.MapReader(reader, m => m.Day("final_action", "closd", WhenNull.Pending))).Message);
        Assert.Contains("has a time of day", Assert.Throws<ArgumentException>(() => Policy.MapReader(reader, m => m.Column("final_action", "closed", WhenNull.Pending))).Message);
        Assert.Contains("the fact `amount` is number", Assert.Throws<ArgumentException>(() => Policy.MapReader(reader, m => m.Column("amount", "copy", WhenNull.Pending))).Message);
    }

    private static DataTableReader Rows()
    {
        DataTable table = new();
        table.Columns.Add("number", typeof(int));
        table.Columns.Add("series", typeof(string));
        table.Columns.Add("copy", typeof(string));
        table.Columns.Add("closed", typeof(DateTime));
        table.Columns.Add("opened_utc", typeof(DateTime));
        table.Columns.Add("amount", typeof(decimal));
        table.Columns.Add("litigation", typeof(bool));
        table.Rows.Add(7, "FIN", "official", new DateTime(2019, 5, 31), new DateTime(2024, 6, 30, 14, 0, 0), 12.5m, true);
        table.Rows.Add(8, "FIN", DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value);
        // A time of day in a column of days is not a day.
        table.Rows.Add(9, "FIN", "other", new DateTime(2019, 5, 31, 9, 30, 0), new DateTime(2024, 6, 30, 13, 59, 0), 1m, false);
        return table.CreateDataReader();
    }
}
