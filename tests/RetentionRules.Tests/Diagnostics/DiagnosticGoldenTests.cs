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

    private static bool IsWellFormed(string text) =>
        LanguageParser.Condition(text).Faults.Count == 0 || LanguageParser.Disposition(text).Faults.Count == 0 || LanguageParser.Moment(text).Faults.Count == 0;

    private static void Check(string name, string printed)
    {
        Golden.Check(Path.Combine(DiagnosticInput.Folder, name + DiagnosticInput.Approved), printed);
        if (DiagnosticInput.CodeOf(name) is { Length: > 0 } code) Assert.Contains(code, DiagnosticInput.CodesIn(printed));
        else Assert.Equal("", printed);
    }
}
