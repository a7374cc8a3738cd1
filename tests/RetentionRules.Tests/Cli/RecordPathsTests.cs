using RetentionRules.Tests.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>Records in several files, named or by patterns.</summary>
public sealed class RecordPathsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public RecordPathsTests()
    {
        _folder.File("contracts.yaml", Given.ContractsText);
        Directory.CreateDirectory(_folder["records/2019"]);
        Directory.CreateDirectory(_folder["records/2020"]);
        foreach (string name in (string[])["records/b.csv", "records/a.csv", "records/2019/c.csv", "records/2020/c.csv"])
            _folder.File(name, $"id,series\n{name},FIN\n");
        _folder.File("records/notes.txt", "");
    }

    public void Dispose() => _folder.Dispose();

    private string Decided(params string[] records)
    {
        string output = _folder["out.csv"];
        CliRun run = CliRun.Of(["dry-run", _folder["contracts.yaml"], .. records.Select(r => _folder[r]), "-o", output]);
        Assert.True(run.Code == 0, run.Error);
        return string.Join(' ', File.ReadAllLines(output).Skip(1).Select(l => l.Split(',')[0]["records/".Length..]));
    }

    [Theory]
    [InlineData("b.csv a.csv", "records/b.csv", "records/a.csv")]
    [InlineData("a.csv b.csv", "records/*.csv")]
    [InlineData("2019/c.csv 2020/c.csv", "records/20*/*.csv")]
    [InlineData("2020/c.csv", "records/?0?0/c.csv")]
    [InlineData("b.csv a.csv", "records/b.csv", "records/*.csv")]
    public void FilesCome_AsTheyAreNamed_ThoseOfAPatternByTheirNames_EachOnce(string expected, params string[] records) => Assert.Equal(expected, Decided(records));

    [Fact]
    public void APatternThatNothingFits_IsRefused()
    {
        CliRun run = CliRun.Of("dry-run", _folder["contracts.yaml"], _folder["records/*.jsonl"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("retention: no file fits `", run.Error);
    }

    [Fact]
    public void AFolder_IsNoFile()
    {
        CliRun run = CliRun.Of("dry-run", _folder["contracts.yaml"], _folder["records"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("is a folder; name its files: '", run.Error);
    }

    [Fact]
    public void HeaderAndEncoding_AreTakenFromTheOptions()
    {
        File.WriteAllBytes(_folder["plain.csv"], System.Text.Encoding.Latin1.GetBytes("R-1,FIN,official,2001-01-01,1,no,Brücke\n"));
        string schedule = _folder["contracts.yaml"];
        string[] arguments = ["dry-run", schedule, _folder["plain.csv"], "--holds", "none", "--header", "id,series,copy,final_action,amount,litigation,title", "--by", "title"];
        Assert.Contains("RR7005", CliRun.Of(arguments).Error);
        CliRun run = CliRun.Of([.. arguments, "--encoding", "latin1"]);
        Assert.Equal(0, run.Code);
        Assert.Contains("Brücke", run.Output);
        Assert.Contains("--encoding: There is no encoding `latin`", CliRun.Of([.. arguments, "--encoding", "latin"]).Error);
        Assert.Contains("--header takes names parted by commas", CliRun.Of("dry-run", schedule, _folder["plain.csv"], "--header", "id,,x").Error);
        Assert.Contains("--header names the columns of a CSV file", CliRun.WithInput("", "dry-run", schedule, "-", "--header", "id").Error);
        Assert.Contains("\"record\":\"R-1\"", CliRun.Of("evaluate", schedule, _folder["plain.csv"], "--header", "id,series,copy,final_action,amount,litigation,title", "--encoding", "latin1").Output);
    }
}
