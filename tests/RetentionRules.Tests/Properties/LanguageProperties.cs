using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Properties;

public sealed class LanguageProperties(ITestOutputHelper output)
{
    [Fact]
    public void PrintingAConditionAndParsingIt_GivesTheSameTree() =>
        PropertyCheck.Holds(output, SyntaxGenerators.Condition, tree => SameTree(tree, LanguageParser.Condition(SyntaxPrinter.Print(tree))), 5000);

    [Fact]
    public void PrintingADispositionAndParsingIt_GivesTheSameTree() =>
        PropertyCheck.Holds(output, SyntaxGenerators.Disposition, tree => SameTree(tree, LanguageParser.Disposition(SyntaxPrinter.Print(tree))), 5000);

    [Fact]
    public void PrintingAMomentAndParsingIt_GivesTheSameTree() =>
        PropertyCheck.Holds(output, SyntaxGenerators.Moment([]), tree => SameTree(tree, LanguageParser.Moment(SyntaxPrinter.Print(tree))), 5000);

    [Fact]
    public void ParsingNeverThrows_OnWordsOfTheLanguageInAnyOrder()
    {
        string[] words =
        [
            "destroy", "permanent", "after", "or", "and", "not", "(", ")", ",", ";", "6", "years", "closed", "\"x\"", "=", "<", "in", "is", "never", "any",
            "earliest", "latest", "of", "end", "fiscal", "year", "when", "no", "sooner", "later", "than", "if", "that", "happens", "whichever", "at", "once",
            "transfer", "to", "every", "until", "as", "item", "then", "decided", "1976-07-01", "保管期限", "\"", "\\", "…",
        ];
        Gen<string> text = Gen.ListOf(Gen.Elements(words)).Select(w => string.Join(' ', w));
        PropertyCheck.Holds(output, text, NeverThrows, 5000);
    }

    [Fact]
    public void ParsingNeverThrows_OnAnyCharacters()
    {
        Gen<string> text = Gen.ListOf(Gen.OneOf(Gen.Choose(0, 127), Gen.Choose(0, 0xFFFF)).Select(c => (char)c)).Select(c => new string([.. c]));
        PropertyCheck.Holds(output, text, NeverThrows, 5000);
    }

    [Fact]
    public void ReadingASchedule_NeverThrows_OnDamagedText()
    {
        Gen<string> damaged =
            from schedule in ScheduleGenerators.Any.Generator
            from at in Gen.Choose(0, 4000)
            from length in Gen.Choose(0, 12)
            from insert in Gen.Elements("", "\t", ":", "[", "{", "\"", "'", "\n", "&a", "*a", "!!x", "- ", "|", ">", "#", "\0", "\u202E", "\ud800")
            let text = schedule.ToString()
            let start = Math.Min(at, text.Length)
            select text[..start] + insert + text[Math.Min(start + length, text.Length)..];
        PropertyCheck.Holds(output, damaged, text => ScheduleReader.Read(text).Diagnostics is not null, 1500);
    }

    private static bool NeverThrows(string text)
    {
        _ = LanguageParser.Condition(text);
        _ = LanguageParser.Disposition(text);
        _ = LanguageParser.Moment(text);
        _ = LanguageParser.FactType(text);
        _ = ScheduleReader.Read(text);
        return true;
    }

    private static bool SameTree<T>(T tree, Parsed<T> parsed)
        where T : SyntaxNode
    {
        Assert.Empty(parsed.Faults);
        Assert.Equal(SyntaxDump.Write(tree), SyntaxDump.Write(parsed.Tree!));
        return true;
    }
}
