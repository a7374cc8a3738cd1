using RetentionRules.Diagnostics;
using RetentionRules.Testing;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Examples;

/// <summary>The examples that are kept as files, each once decided wrongly: testdata/examples/README.md.</summary>
public sealed class ExampleTests
{
    private static string Folder => Path.Combine(Repository.TestData, "examples");

    public static TheoryData<string> Names() => [.. Directory.EnumerateFiles(Folder, "*" + ScheduleTestReader.Ending).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryCase_IsDecidedAsItsSentenceSays(string name)
    {
        LoadResult<ScheduleTests> loaded = ScheduleTestReader.ReadFile(Path.Combine(Folder, name));
        Assert.False(loaded.HasErrors, DiagnosticWriter.Write(loaded.Diagnostics));
        Assert.NotEmpty(loaded.Value.Cases);
        string[] failures = [.. loaded.Value.Cases.Select(c => c.Run()).Where(r => !r.Passed).Select(r => $"{r.Case.Name}: {string.Join("; ", r.Failures)}\n{r.Explanation}")];
        Assert.True(failures.Length == 0, string.Join('\n', failures));
    }

    [Fact]
    public void EveryScheduleOfAnExample_HasTests() => Assert.All(
        Directory.EnumerateFiles(Folder, "*.yaml").Where(f => !f.EndsWith(ScheduleTestReader.Ending, StringComparison.Ordinal)),
        schedule => Assert.True(File.Exists(schedule[..^".yaml".Length] + ScheduleTestReader.Ending), schedule));
}
