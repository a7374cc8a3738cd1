using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Findings;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Findings;

/// <summary>A finding that has been seen before is known again, wherever it has moved and whatever day it is.</summary>
public sealed class FindingIdentityTests(ITestOutputHelper output)
{
    private const string Text = """
        schedule: plans
        title: Plans
        status: submitted
        review: { by: 2025-01-01 }
        record: { series: code, closed: event, spare: date, other: date }
        items:
          - item: "1"
            title: Plans
            when: series under "A"
            disposition: destroy 7 years after closed
          - item: "2"
            title: Drafts
            when: series under "B"
            disposition: destroy 1 year after closed

        """;

    private static string[] IdentitiesOf(string text, DateOnly? asOf = null)
    {
        DateOnly day = asOf ?? new DateOnly(2026, 11, 22);
        using TempFolder folder = new();
        string path = folder.File("plans.yaml", text);
        return [.. FindingJudgement.Judge(FileCheck.Check(path, "", day), FindingAcceptances.ReadFiles(path), FindingProfile.Default, day, FindingScope.Check).Select(f => f.Identity)];
    }

    [Fact]
    public void NoTwoFindings_HaveOneIdentity()
    {
        string[] identities = IdentitiesOf(Text);
        Assert.Equal(5, identities.Length);
        Assert.Equal(identities.Distinct(), identities);
    }

    [Fact]
    public void LinesMayMove() => PropertyCheck.Holds(
        output,
        from at in Gen.Choose(0, Text.Split('\n').Length - 2)
        from count in Gen.Choose(1, 3)
        select string.Join('\n', Text.Split('\n').SelectMany((line, i) => i == at ? [.. Enumerable.Repeat("# a remark", count), line] : (string[])[line])),
        moved => IdentitiesOf(moved).SequenceEqual(IdentitiesOf(Text)),
        cases: 20);

    [Fact]
    public void DaysMayPass() => Assert.Equal(IdentitiesOf(Text), IdentitiesOf(Text, new DateOnly(2027, 3, 1)));

    [Fact]
    public void AnotherNameIsAnotherFinding() => Assert.Equal(4, IdentitiesOf(Text).Intersect(IdentitiesOf(Text.Replace("spare", "spore", StringComparison.Ordinal))).Count());

    [Fact]
    public void EqualFindings_AreCounted()
    {
        string twice = Text.Replace("series under \"A\"", "seires under \"A\" and seires under \"B\"", StringComparison.Ordinal);
        string[] ends = [.. IdentitiesOf(twice).Select(i => i.Split(':')[1])];
        Assert.Equal(["1", "2"], ends);
    }
}
