using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Diagnostics;
using RetentionRules.Findings;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Findings;

public sealed class FindingProfileTests(ITestOutputHelper output)
{
    private static string CodesOf(string text) => string.Join(' ', FindingProfileReader.Read(text).Diagnostics.Select(d => $"{d.Code}@{d.Location.Start}"));

    [Theory]
    [InlineData("profile: p\nfindings: { RR5099: note }\n", "RR9101@2:13")]
    [InlineData("profile: p\nfindings: { RR4001: off }\n", "RR9102@2:21")]
    [InlineData("profile: p\nfindings:\n  RR5021: note\n  RR5021: off\n", "RR1015@4:3")]
    [InlineData("profile: p\nfindings: { RR5021: notes }\n", "RR3005@2:21")]
    [InlineData("profile: p\nfindings: {}\n", "")]
    [InlineData("profile: p\nfail-on: off\n", "RR3005@2:10")]
    [InlineData("profile: p\nfindings: { RR4001: error }\n", "")]
    public void WhatIsWrongWithAProfile_IsToldInItsPlace(string text, string codes) => Assert.Equal(codes, CodesOf(text));

    [Fact]
    public void AScheduleIsNoProfile() => Assert.Equal("RR3008@1:1", CodesOf(Given.ContractsText));

    /// <summary>Whatever a profile says, and whether or not it is refused, what is an error by itself weighs as one and is told.</summary>
    [Fact]
    public void NoProfile_MakesAnErrorLighter()
    {
        Gen<string> lines = from kind in Gen.Elements(DiagnosticCatalogue.All.ToArray())
                            from weight in Gen.Elements("off", "note", "warning", "error")
                            select $"  {kind.Code}: {weight}\n";
        PropertyCheck.Holds(
            output,
            from chosen in Gen.NonEmptyListOf(lines)
            from failOn in Gen.Elements("error", "warning", "note")
            select $"profile: p\nfail-on: {failOn}\nfindings:\n{string.Concat(chosen.DistinctBy(l => l.Split(':')[0]))}",
            text => !FindingProfileReader.Read(text).TryGetValue(out FindingProfile? profile) || DiagnosticCatalogue.All
                .Where(d => d.Severity == DiagnosticSeverity.Error)
                .All(d => !profile.IsOff(d) && profile.SeverityOf(d) == DiagnosticSeverity.Error),
            cases: 300);
    }

    [Fact]
    public void ABoundOfTheCaller_StandsBeforeThatOfTheProfile()
    {
        FindingProfile profile = FindingProfileReader.Read("profile: p\nfail-on: note\nfindings: { RR5021: off }\n").Value;
        Assert.Equal(DiagnosticSeverity.Information, profile.FailOn);
        FindingProfile bound = profile.WithFailOn(DiagnosticSeverity.Error);
        Assert.Equal((DiagnosticSeverity.Error, true), (bound.FailOn, bound.IsOff(DiagnosticCatalogue.Find("RR5021")!)));
    }
}
