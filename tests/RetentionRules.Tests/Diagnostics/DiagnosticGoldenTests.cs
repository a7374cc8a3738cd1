using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Diagnostics;

/// <summary>What the product says about faulty files, word for word.</summary>
public sealed class DiagnosticGoldenTests
{
    public static TheoryData<string> Inputs => [.. DiagnosticInput.Names];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void AFaultyFile_IsToldWhatIsWrong_AndHowToMendIt(string name)
    {
        string printed = DiagnosticInput.Print(name);
        Golden.Check(Path.Combine(DiagnosticInput.Folder, name + ".out"), printed);
        if (DiagnosticInput.CodeOf(name) is { Length: > 0 } code) Assert.Contains(code, DiagnosticInput.CodesIn(printed));
        else Assert.Equal("", printed);
    }
}
