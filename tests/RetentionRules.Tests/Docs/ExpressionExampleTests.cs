using RetentionRules.Diagnostics;
using RetentionRules.Schedules;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>Each line of the reference that shows a condition, a moment or a disposition is what the reference says of it.</summary>
public sealed class ExpressionExampleTests
{
    private static readonly string[] Kinds = ["condition", "disposition", "moment"];

    public static TheoryData<int, string, string> Accepted() => Expressions(b => Kinds.Contains(b.Info), b => b.Info);

    public static TheoryData<int, string, string> Refused() =>
        Expressions(b => b.Words is ["refused", "condition" or "disposition", _], b => b.Words[1] + " " + b.Words[2]);

    public static TheoryData<int> WithReadings()
    {
        TheoryData<int> data = [];
        foreach (ReferenceBlock block in LanguageReference.Blocks.Where(b => b.Words[0] == "readings")) data.Add(block.Line);
        return data;
    }

    private static TheoryData<int, string, string> Expressions(Func<ReferenceBlock, bool> wanted, Func<ReferenceBlock, string> says)
    {
        TheoryData<int, string, string> data = [];
        foreach (ReferenceBlock block in LanguageReference.Blocks.Where(wanted))
            foreach ((int line, string text) in block.Expressions) data.Add(line, says(block), text);
        return data;
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void AnExpressionThatIsShown_IsAccepted(int line, string kind, string expression)
    {
        using TempFolder folder = new();
        Diagnostic[] errors = Errors(ReferenceFiles.WriteSnippet(folder, kind, expression));
        Assert.True(errors.Length == 0, $"docs/language.md:{line}: {expression}\n{DiagnosticWriter.Write(errors)}");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void AnExpressionThatIsRefused_IsRefusedWithThatCodeAndNoOther(int line, string says, string expression)
    {
        using TempFolder folder = new();
        Diagnostic[] errors = Errors(ReferenceFiles.WriteSnippet(folder, says.Split(' ')[0], expression));
        string found = string.Join(", ", errors.Select(e => e.Code).Distinct());
        Assert.True(found == says.Split(' ')[1], $"docs/language.md:{line}: {expression}\nexpected {says}, found {found}\n{DiagnosticWriter.Write(errors)}");
    }

    [Theory]
    [MemberData(nameof(WithReadings))]
    public void AnAmbiguousExpression_IsRefusedWithItsReadings_EachOfWhichIsAccepted(int line)
    {
        using TempFolder folder = new();
        ReferenceBlock block = LanguageReference.Blocks.Single(b => b.Line == line);
        string kind = block.Words[1];
        Diagnostic error = Assert.Single(Errors(ReferenceFiles.WriteSnippet(folder, kind, block.Content[0])));
        Assert.Equal(block.Words[2], error.Code);
        Assert.Equal(block.Content.Skip(1), error.Readings.Select(r => $"{r.Name}: {r.Text}"));
        foreach (Reading reading in error.Readings) AnExpressionThatIsShown_IsAccepted(line, kind, reading.Text);
    }

    /// <summary>Decisions and explanations quote what a schedule says; whoever copies that back must mean the same.</summary>
    [Theory]
    [MemberData(nameof(Accepted))]
    public void AnExpressionThatIsShown_IsWrittenSoThatItCanBeReadBack(int line, string kind, string expression)
    {
        string written = Written(kind, expression);
        string again = Written(kind, written);
        Assert.True(written == again, $"docs/language.md:{line}: {expression}\nis written {written}\nand then {again}");
    }

    private static string Written(string kind, string expression)
    {
        using TempFolder folder = new();
        string inPlace = kind == "moment" ? $"permanent; review when ({expression})" : expression;
        string path = ReferenceFiles.WriteSnippet(folder, kind == "moment" ? "disposition" : kind, inPlace);
        ScheduleItem item = ScheduleReader.ReadFile(path).Value["snippet"];
        return kind switch
        {
            "condition" => item.When.ToString()!,
            "moment" => ((FromMoment)((StepSequence)item.Cases[0].Instruction).Steps[0].Timing).Moment.ToString()!,
            _ => item.Cases[0].Instruction.Text,
        };
    }

    private static Diagnostic[] Errors(string path) => [.. ScheduleReader.ReadFile(path).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
}
