using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

public sealed class FormatCommandTests : IDisposable
{
    private const string Spoilt = "schedule:   a\ntitle: b   \n";
    private const string Clean = "schedule: a\ntitle: b\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryBundledFile_IsInTheCanonicalLayout()
    {
        CliRun run = CliRun.Of("fmt", Repository.PathOf("schedules"), "--check");
        Assert.Equal("", run.Output);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void TheStarter_IsInTheCanonicalLayout()
    {
        Assert.Equal(0, CliRun.Of("init", _folder.Path).Code);
        Assert.Equal(0, CliRun.Of("fmt", _folder.Path, "--check").Code);
    }

    [Fact]
    public void Fmt_ChangesTheFileInPlace_AndOnlyOnce()
    {
        string path = _folder.File("a.yaml", Spoilt);
        Assert.Equal("1 file read: 1 changed\n", CliRun.Of("fmt", path).Error);
        Assert.Equal(Clean, File.ReadAllText(path));
        Assert.Equal("1 file read: 0 changed\n", CliRun.Of("fmt", path).Error);
        Assert.Equal([path], Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void Check_ListsTheFilesThatWouldChange_ChangesNothing_AndEndsWith1()
    {
        string path = _folder.File("a.yaml", Spoilt);
        _folder.File("b.yaml", Clean);
        CliRun run = CliRun.Of("fmt", _folder.Path, "--check");
        Assert.Equal(1, run.Code);
        Assert.Equal(path + "\n", run.Output);
        Assert.Equal(Spoilt, File.ReadAllText(path));
    }

    [Fact]
    public void AFileWithErrors_IsLeftAlone_TheOthersAreLaidOut_AndTheEndIs2()
    {
        string bad = _folder.File("a.yaml", "schedule:   [\n");
        string good = _folder.File("b.yaml", Spoilt);
        CliRun run = CliRun.Of("fmt", _folder.Path);
        Assert.Equal(2, run.Code);
        Assert.Contains("error RR1010", run.Error);
        Assert.EndsWith("2 files read: 1 changed, 1 file left alone because of errors\n", run.Error);
        Assert.Equal("schedule:   [\n", File.ReadAllText(bad));
        Assert.Equal(Clean, File.ReadAllText(good));
    }

    [Fact]
    public void StandardInput_GoesToStandardOutput()
    {
        CliRun run = CliRun.WithInput(Spoilt, "fmt", "-", "--quiet");
        Assert.Equal((0, Clean, ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void AnOutputFile_IsWritten_AndTheInputStays()
    {
        string path = _folder.File("a.yaml", Spoilt);
        Assert.Equal(0, CliRun.Of("fmt", path, "-o", _folder["b.yaml"]).Code);
        Assert.Equal((Spoilt, Clean), (File.ReadAllText(path), File.ReadAllText(_folder["b.yaml"])));
        Assert.Equal(Clean, CliRun.Of("fmt", path, "-o", "-").Output);
        Assert.Equal(2, CliRun.Of("fmt", _folder.Path, "-o", _folder["c.yaml"]).Code);
    }

    [Fact]
    public void AFileThatOnlyItsOwnerMayRead_StaysSo_AndALinkStaysALink()
    {
        if (OperatingSystem.IsWindows()) return;
        string path = _folder.File("a.yaml", Spoilt);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(_folder["link.yaml"], path);
        Assert.Equal(0, CliRun.Of("fmt", _folder["link.yaml"]).Code);
        Assert.Equal(Clean, File.ReadAllText(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.NotNull(new FileInfo(_folder["link.yaml"]).LinkTarget);
    }
}
