using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Cli;

/// <summary>What <c>retention check</c> finds on one day and not on another.</summary>
public sealed class CheckAsOfTests
{
    private static readonly string Roads = Repository.PathOf("schedules", "examples", "approval", "roads.yaml");

    private static string[] CodesOf(params string[] arguments) =>
        [.. Diagnostics.DiagnosticInput.CodesIn(CliRun.Of(["check", Roads, .. arguments]).Output)];

    [Theory]
    [InlineData("2033-12-31")]
    [InlineData("2026-03-01")]
    public void OnAnOrdinaryDay_NothingIsFound(string day) => Assert.Empty(CodesOf("--as-of", day));

    [Fact]
    public void TheDayAfterTheLastDayForTheReview_IsLate() => Assert.Equal(["RR5022"], CodesOf("--as-of", "2034-01-01"));

    [Fact]
    public void BeforeItsFirstDay_AnApprovedScheduleIsNotInForce() => Assert.Equal(["RR5024"], CodesOf("--as-of", "2023-12-31"));

    [Fact]
    public void WithoutADay_TodayIsTaken() => Assert.Equal(CodesOf("--as-of", "2026-11-22"), CodesOf());

    [Fact]
    public void TheSummary_SaysNothingOfADayOnWhichNothingRests() =>
        Assert.Equal("1 file checked: 0 errors, 0 warnings, 0 notes\n", CliRun.Of("check", Roads).Error);

    [Fact]
    public void ADayThatDoesNotExist_IsWrongUsage()
    {
        CliRun run = CliRun.Of("check", Roads, "--as-of", "2026-02-30");
        Assert.Equal(2, run.Code);
        Assert.Equal("retention: --as-of takes a date such as 2026-11-22, not `2026-02-30`.\n", run.Error);
    }

    [Fact]
    public void TheLibrary_AsksNothingOfTheDay_UnlessOneIsGiven()
    {
        Assert.Empty(FileCheck.Check(Roads));
        Assert.Equal("RR5022", Assert.Single(FileCheck.Check(Roads, "", new DateOnly(2034, 1, 1))).Code);
    }

    [Fact]
    public void TheAuthorityOfAnItem_LapsesOnTheDayOfItsRepeal_UnlessTheItemDoesToo()
    {
        using TempFolder folder = new();
        string path = folder.File("roads.yaml", File.ReadAllText(Roads).Replace("kind: repeal", "kind: revise", StringComparison.Ordinal));
        Assert.Empty(FileCheck.Check(path, "", new DateOnly(2026, 2, 28)));
        Diagnostic lapsed = Assert.Single(FileCheck.Check(path, "", new DateOnly(2026, 3, 1)));
        Assert.Equal("RR5023", lapsed.Code);
        Assert.Equal("`Order 12 of 2026` has replaced it: look whether the item still holds, and cite that", lapsed.Help);
    }
}
