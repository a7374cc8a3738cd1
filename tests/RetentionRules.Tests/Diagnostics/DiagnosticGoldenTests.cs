using RetentionRules.Diagnostics;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Diagnostics;

/// <summary>What the product says about faulty files, word for word.</summary>
public sealed class DiagnosticGoldenTests
{
    public static TheoryData<string> Inputs => [.. DiagnosticInput.Names];

    public static TheoryData<string> BuiltInputs => [.. BuiltInput.All.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes => [.. DiagnosticCatalogue.All.Select(d => d.Code)];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void AFaultyFile_IsToldWhatIsWrong_AndHowToMendIt(string name) => Check(name, DiagnosticInput.Print(name));

    [Theory]
    [MemberData(nameof(BuiltInputs))]
    public void WhatNoFileCanShow_IsToldAsWell(string name) => Check(Path.Combine("code", name), BuiltInput.All[name]());

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryCode_HasAnExample(string code) => Assert.Contains(code, DiagnosticExample.Of(code), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Inputs))]
    public void WhatIsOfferedAsAReading_CanBeTyped(string name)
    {
        if (Path.GetExtension(name) != ".yaml") return;
        foreach (Reading reading in FileCheck.Check(Path.Combine(DiagnosticInput.Folder, name)).SelectMany(d => d.Readings))
            Assert.True(IsWellFormed(reading.Text), reading.Text);
    }

    [Fact]
    public void ADispositionThatAFindingAdvises_CanBeTyped()
    {
        IEnumerable<string> help = Directory.EnumerateFiles(DiagnosticInput.Folder, "*" + DiagnosticInput.Approved, SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("      help: ", StringComparison.Ordinal));
        string[] advised = [.. DiagnosticCatalogue.All.Select(d => d.Mend).Concat(help).SelectMany(Dispositions).Distinct()];
        Assert.NotEmpty(advised);
        Assert.All(advised, d => Assert.Empty(LanguageParser.Disposition(d).Faults));
    }

    /// <summary>What stands between back quotes and begins with an act, whole and without gaps.</summary>
    private static IEnumerable<string> Dispositions(string text) => text.Split('`')
        .Where((part, i) => i % 2 == 1 && part.Contains(' ', StringComparison.Ordinal) && !part.Contains('…', StringComparison.Ordinal))
        .Where(part => Acts.Any(act => part.StartsWith(act, StringComparison.Ordinal)));

    private static readonly string[] Acts = ["destroy ", "cut off ", "transfer to ", "review ", "appraise "];

    private static bool IsWellFormed(string text) =>
        LanguageParser.Condition(text).Faults.Count == 0 || LanguageParser.Disposition(text).Faults.Count == 0 || LanguageParser.Moment(text).Faults.Count == 0;

    private static void Check(string name, string printed)
    {
        Golden.Check(Path.Combine(DiagnosticInput.Folder, name + DiagnosticInput.Approved), printed);
        if (DiagnosticInput.CodeOf(name) is { Length: > 0 } code) Assert.Contains(code, DiagnosticInput.CodesIn(printed));
        else Assert.Equal("", printed);
    }
}
