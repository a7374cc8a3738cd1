using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Diagnostics;
using RetentionRules.Evaluation;
using RetentionRules.Formatting;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using RetentionRules.Text;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Formatting;

public sealed class FormattingProperties(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Bundled = Directory
        .EnumerateFiles(Repository.PathOf("schedules"), "*.yaml", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(Repository.PathOf("schedules"), path), File.ReadAllText);

    private static readonly Gen<int> Seeds = Gen.Choose(0, int.MaxValue - 1);

    private static readonly Gen<(string Name, int Seed)> BundledAndSeed =
        from name in Gen.Elements(Bundled.Keys.Order(StringComparer.Ordinal).ToArray()) from seed in Seeds select (name, seed);

    private static readonly Gen<(Situation Situation, int Seed)> SituationAndSeed =
        from situation in Situation.Any.Generator from seed in Seeds select (situation, seed);

    private static string Format(string text)
    {
        LoadResult<FormattedText> result = ScheduleFormatter.Format(text);
        Assert.False(result.HasErrors, DiagnosticWriter.Write(result.Diagnostics));
        return result.Value.Text;
    }

    [Fact]
    public void ABundledFile_WhoseLinesWereMoved_ComesBackByteForByte() => PropertyCheck.Holds(output, BundledAndSeed, c =>
    {
        Assert.Equal(Bundled[c.Name], Format(Mangled.Slightly(Bundled[c.Name], c.Seed)));
        return true;
    }, 150);

    [Fact]
    public void ABundledFile_HoweverBadlyLaidOut_SaysTheSame_AndKeepsItsComments() => PropertyCheck.Holds(output, BundledAndSeed, c =>
    {
        CheckLayout(Bundled[c.Name], Mangled.Badly(Bundled[c.Name], c.Seed));
        return true;
    }, 250);

    [Fact]
    public void AGeneratedSchedule_HoweverBadlyLaidOut_DecidesTheSame() => PropertyCheck.Holds(output, SituationAndSeed, c =>
    {
        string text = c.Situation.Schedule.ToString();
        string formatted = CheckLayout(text, Mangled.Badly(text, c.Seed));
        RetentionSchedule schedule = ScheduleReader.Read(formatted).Value;
        RetentionSchedule original = c.Situation.Schedule.Load();
        Assert.Equal(original.Items.Select(i => (i.Number, i.Title.ToString())), schedule.Items.Select(i => (i.Number, i.Title.ToString())));
        CompiledPolicy policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None).Compile();
        CompiledPolicy before = RetentionPolicy.For(original).WithHolds(HoldList.None).Compile();
        Assert.Equal(Substance(before.Evaluate(c.Situation.Record.For(before), c.Situation.AsOf)), Substance(policy.Evaluate(c.Situation.Record.For(policy), c.Situation.AsOf)));
        return true;
    }, 600);

    /// <summary>The layout of a spoilt text: it is final, says what the text said before, and has all comments.</summary>
    private static string CheckLayout(string text, string mangled)
    {
        string formatted = Format(mangled);
        Assert.Equal(formatted, Format(formatted));
        Assert.Equal(Dump(text), Dump(formatted));
        Assert.Equal(Mangled.CommentsOf(mangled), Mangled.CommentsOf(formatted));
        Assert.DoesNotMatch(@"\r|\t\n|[^\n]\n\n\n|\n\n\z", formatted);
        return formatted;
    }

    private static string Dump(string text)
    {
        DiagnosticBag diagnostics = new();
        YamlNode? root = YamlReader.Read(new SourceText("", text, ""), diagnostics);
        Assert.Empty(diagnostics.ToList());
        return Dump(root!);
    }

    private static string Dump(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.IsMissing ? "nothing" : $"\"{scalar.Value}\"",
        YamlSequence list => $"[{string.Join(",", list.Items.Select(Dump))}]",
        YamlMapping map => $"{{{string.Join(",", map.Entries.Select(e => Dump(e.Key) + ":" + Dump(e.Value)))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Substance(DispositionDecision decision) => string.Join(
        "|", decision.Status, decision.Item?.Number, decision.Value, decision.Action, decision.Next, decision.Target, decision.Bounds.NotBefore, decision.Bounds.NotAfter,
        decision.Latest, decision.ChangesOn, string.Join(",", decision.Missing), string.Join(",", decision.Candidates), string.Join(",", decision.Blocks),
        string.Join(",", decision.Reasons.Select(r => r.Text)), string.Join(",", decision.Authorities));
}
