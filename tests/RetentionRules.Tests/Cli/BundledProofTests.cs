using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>Every schedule that the project carries is proved, or says itself why a finding may stand.</summary>
public sealed class BundledProofTests
{
    private static readonly string Folder = Repository.PathOf("schedules");

    public static TheoryData<string> Schedules =>
    [
        .. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
            .Where(f => FileCheck.KindOf(f) is RetentionFileKind.Schedule or RetentionFileKind.Register or RetentionFileKind.Set)
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Schedules))]
    public void ABundledSchedule_IsProved(string name)
    {
        CliRun run = CliRun.Of("prove", "--as-of", "2026-11-22", Path.Combine(Folder, name));
        Assert.Equal(("", 0), (string.Join("\n\n", run.Output.Split("\n\n").Where(part => part.Contains(" warning RR", StringComparison.Ordinal))), run.Code));
    }

    [Fact]
    public void TheEditionsOfOneSchedule_AreCompared_AndDiffer()
    {
        CliRun run = CliRun.Of("diff", "--as-of", "2026-11-22", Path.Combine(Folder, "cn", "accounting-1998-enterprises.yaml"), Path.Combine(Folder, "cn", "accounting-2015-enterprises.yaml"));
        Assert.Equal(1, run.Code);
        Assert.Contains("RR9601", run.Output, StringComparison.Ordinal);
        Assert.Contains("The editions differ: ", run.Output, StringComparison.Ordinal);
    }
}
