using RetentionRules.Diagnostics;
using RetentionRules.Testing;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>Each file that the reference shows does what the reference says of it.</summary>
public sealed class FileExampleTests
{
    public static TheoryData<int, string, string> Files()
    {
        TheoryData<int, string, string> data = [];
        foreach (ReferenceBlock block in LanguageReference.Blocks.Where(b => b.Words is ["yaml", not "tests", _]))
            data.Add(block.Line, block.Words[1], block.Words[2]);
        return data;
    }

    public static TheoryData<int, string> Tests()
    {
        TheoryData<int, string> data = [];
        foreach (ReferenceBlock block in LanguageReference.Blocks.Where(b => b.Words is ["yaml", "tests", _])) data.Add(block.Line, block.Words[2]);
        return data;
    }

    public static TheoryData<int, string> Refused()
    {
        TheoryData<int, string> data = [];
        foreach (ReferenceBlock block in LanguageReference.Blocks.Where(b => b.Words is ["refused", "yaml", _])) data.Add(block.Line, block.Words[2]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileThatIsShown_HasNoErrors(int line, string kind, string name)
    {
        using TempFolder folder = new();
        string schedule = ReferenceFiles.Write(folder, name);
        AssertNoErrors(line, FileCheck.Check(ReferenceFiles.IsKindOfInstrument(kind) ? schedule : folder[$"{name}.{kind}.yaml"], schedule));
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void EveryCaseThatIsShown_Passes(int line, string name)
    {
        using TempFolder folder = new();
        ReferenceFiles.Write(folder, name);
        string path = folder.File(name + ScheduleTestReader.Ending, Block(line).Text);
        AssertNoErrors(line, FileCheck.Check(path));
        IReadOnlyList<ScheduleTestCase> cases = ScheduleTestReader.ReadFile(path).Value.Cases;
        Assert.NotEmpty(cases);
        string[] failures = [.. cases.Select(c => c.Run()).Where(r => !r.Passed).Select(r => Failure(line, r))];
        Assert.True(failures.Length == 0, string.Join('\n', failures));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void AFileThatIsRefused_IsRefusedWithThatCodeAndNoOther(int line, string code)
    {
        using TempFolder folder = new();
        ReferenceFiles.WriteAll(folder);
        Diagnostic[] errors = Errors(FileCheck.Check(folder.File("refused.yaml", Block(line).Text), folder[ReferenceFiles.Snippets + ".yaml"]));
        string found = string.Join(", ", errors.Select(e => e.Code).Distinct());
        Assert.True(found == code, $"docs/language.md:{line}: expected {code}, found {found}\n{DiagnosticWriter.Write(errors)}");
    }

    private static ReferenceBlock Block(int line) => LanguageReference.Blocks.Single(b => b.Line == line);

    private static string Failure(int block, ScheduleTestResult result) =>
        $"docs/language.md:{block + result.Case.Source.Line}: {result.Case.Name}\n{string.Join('\n', result.Failures)}\n{result.Explanation}";

    private static Diagnostic[] Errors(IEnumerable<Diagnostic> found) => [.. found.Where(d => d.Severity == DiagnosticSeverity.Error)];

    private static void AssertNoErrors(int line, IEnumerable<Diagnostic> found)
    {
        Diagnostic[] errors = Errors(found);
        Assert.True(errors.Length == 0, $"docs/language.md:{line}:\n{DiagnosticWriter.Write(errors)}");
    }
}
