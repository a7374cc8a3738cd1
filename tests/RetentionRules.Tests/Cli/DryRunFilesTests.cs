using System.IO.Compression;
using RetentionRules.Tests.DryRun;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>The files that a dry-run writes.</summary>
public sealed class DryRunFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Schedule => _folder["contracts.yaml"];

    private string Records => _folder["records.csv"];

    public DryRunFilesTests()
    {
        _folder.File("contracts.yaml", Given.ContractsText);
        _folder.File("records.csv", RecordTexts.Many(100));
    }

    public void Dispose() => _folder.Dispose();

    private CliRun Run(params string[] arguments) => CliRun.Of(["dry-run", Schedule, Records, "--holds", "none", .. arguments]);

    private string[] Names => [.. Directory.EnumerateFiles(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("decisions.csv")]
    [InlineData("decisions.jsonl")]
    public void Decisions_AreCompressed_WhereTheNameSaysSo(string name)
    {
        Assert.Equal(0, Run("-o", _folder[name]).Code);
        Assert.Equal(0, Run("-o", _folder[name + ".gz"]).Code);
        using StreamReader reader = new(new GZipStream(File.OpenRead(_folder[name + ".gz"]), CompressionMode.Decompress));
        Assert.Equal(File.ReadAllText(_folder[name]), reader.ReadToEnd());
        Assert.DoesNotContain(Names, n => n.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-o would write over `", "-o", "records.csv")]
    [InlineData("does not tell the form", "-o", "records.gz")]
    public void AFileThatCannotBeMeant_IsRefused(string expected, string option, string name)
    {
        CliRun run = Run(option, _folder[name]);
        Assert.Equal(2, run.Code);
        Assert.Contains(expected, run.Error);
        Assert.Equal(["contracts.yaml", "records.csv"], Names);
    }
}
