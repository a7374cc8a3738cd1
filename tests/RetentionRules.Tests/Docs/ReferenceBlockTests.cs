using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs;

/// <summary>No example of the reference is passed over in silence.</summary>
public sealed class ReferenceBlockTests
{
    [Fact]
    public void EveryBlock_SaysHowItIsChecked() =>
        Assert.Empty(LanguageReference.Blocks.Where(b => !IsKnown(b)).Select(b => $"docs/language.md:{b.Line}: {b.Info}"));

    private static bool IsKnown(ReferenceBlock block) => block.Words switch
    {
        ["yaml", "schedule" or "register" or "set" or "tests" or "holds" or "records" or "classification" or "profile", _] => true,
        ["condition" or "disposition" or "moment"] => true,
        ["refused", "condition" or "disposition" or "yaml", ['R', 'R', ..]] => true,
        ["readings", "condition" or "disposition", ['R', 'R', ..]] => true,
        ["csv" or "jsonl" or "facts", _] => true,
        ["text" or "ebnf" or "json" or "console" or "csharp"] => true,
        _ => false,
    };

    /// <summary>Far fewer than there are would mean that they are no longer found.</summary>
    [Theory]
    [InlineData("yaml schedule", 38)]
    [InlineData("yaml register", 4)]
    [InlineData("yaml set", 4)]
    [InlineData("yaml tests", 34)]
    [InlineData("yaml holds", 3)]
    [InlineData("yaml records", 1)]
    [InlineData("yaml profile", 1)]
    [InlineData("condition", 10)]
    [InlineData("disposition", 15)]
    [InlineData("moment", 7)]
    [InlineData("refused condition", 23)]
    [InlineData("refused disposition", 31)]
    [InlineData("refused yaml", 20)]
    [InlineData("readings", 3)]
    [InlineData("csv", 1)]
    [InlineData("jsonl", 1)]
    [InlineData("facts", 2)]
    public void BlocksOfEachKind_AreFound(string info, int least) =>
        Assert.True(LanguageReference.Blocks.Count(b => b.Info == info || b.Info.StartsWith(info + " ", StringComparison.Ordinal)) >= least);

    [Fact]
    public void NoBlock_IsEmpty() => Assert.DoesNotContain(LanguageReference.Blocks, b => b.Content.All(string.IsNullOrWhiteSpace));

    [Fact]
    public void TestsHoldsAndMappings_BelongToAScheduleThatIsShown()
    {
        string[] schedules = [.. LanguageReference.Blocks.Where(b => b.Words is ["yaml", var kind, _] && ReferenceFiles.IsKindOfInstrument(kind)).Select(b => b.Words[2])];
        Assert.Equal(schedules.Distinct(), schedules);
        Assert.All(LanguageReference.Blocks.Where(b => b.Words is ["yaml", _, _]), b => Assert.Contains(b.Words[2], schedules));
    }
}
