using System.Text.RegularExpressions;
using RetentionRules.Evaluation;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>Decisions are written as paragraph 9.1 of the reference says, character by character.</summary>
public sealed partial class DecisionJsonExampleTests
{
    [Fact]
    public void TheDecisionThatIsShown_IsWhatIsWritten()
    {
        string shown = LanguageReference.Blocks.Single(b => b.Info == "json").Content[0];
        Assert.Equal(shown, Hash().Replace(Written("R-1"), "sha256:…"));
    }

    [Theory]
    [InlineData("a \"b\" \\c", "a \\\"b\\\" \\\\c")]
    [InlineData("\b\t\n\f\r", "\\b\\t\\n\\f\\r")]
    [InlineData("\u0001\u007F\u009F", "\\u0001\\u007F\\u009F")]
    [InlineData("\u00A0\u2003\u2028\u2029\u3000", "\\u00A0\\u2003\\u2028\\u2029\\u3000")]
    [InlineData("\uFEFF\uE000\u0378", "\\uFEFF\\uE000\\u0378")]
    [InlineData("\U00020000", "\\uD840\\uDC00")]
    [InlineData("é 会 <&'+> \u200B", "é 会 <&'+> \u200B")]
    public void ATextIsEscaped_WhereTheReferenceSaysSo(string record, string expected) => Assert.StartsWith($"{{\"record\":\"{expected}\",", Written(record));

    [Fact]
    public void TheHeaderOfCsv_IsTheOneThatIsShown() =>
        Assert.Contains(LanguageReference.Blocks, b => b.Info == "text" && b.Text == RetentionRules.DryRun.DecisionCsv.Header + "\n");

    private static string Written(string record)
    {
        using TempFolder folder = new();
        CompiledPolicy policy = RetentionPolicy.For(ScheduleReader.ReadFile(ReferenceFiles.Write(folder, ReferenceFiles.Snippets)).Value).WithHolds(HoldList.None).Compile();
        RecordFacts facts = policy.NewRecord(record).Set("series", "FIN-10-2").Set("closed", new DateOnly(2019, 3, 5));
        return DecisionJson.Write(policy.Evaluate(facts, new DateOnly(2026, 1, 1)));
    }

    [GeneratedRegex("sha256:[0-9a-f]{64}")]
    private static partial Regex Hash();
}
