using RetentionRules.Formatting;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Formatting;

public sealed class FormattingTests
{
    private const string Ending = ".formatted.yaml";

    private static readonly string Folder = Path.Combine(Repository.TestData, "formatting");

    private static string Format(string text) => ScheduleFormatter.Format(text).Value.Text;

    public static TheoryData<string> Pairs() =>
        [.. Directory.EnumerateFiles(Folder, "*" + Ending).Select(f => Path.GetFileName(f)[..^Ending.Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void AFile_IsLaidOutAsApproved(string name)
    {
        string formatted = Format(File.ReadAllText(Path.Combine(Folder, name + ".yaml")));
        Golden.Check(Path.Combine(Folder, name + Ending), formatted);
        Assert.Equal(formatted, Format(formatted));
    }

    [Theory]
    [InlineData("""title: "1.10" """)]
    [InlineData("""title: "no" """)]
    [InlineData("""title: 'Null'""")]
    [InlineData("""title: "2026-11-22" """)]
    [InlineData("""title: "12:30" """)]
    [InlineData("""title: "a: b" """)]
    [InlineData("""title: "a #b" """)]
    [InlineData("""title: "FIN-02" """)]
    [InlineData("""title: "-x" """)]
    [InlineData("""title: "a " """)]
    [InlineData("""title: "" """)]
    [InlineData("""title: 'it''s' """)]
    [InlineData("""title: "a\tb" """)]
    [InlineData("""title: { en: "a, b" }""")]
    [InlineData("""item: "A" """)]
    [InlineData("""tags: ["a b"]""")]
    [InlineData("\"title\": \"Case files\"")]
    public void QuotesStay_WhereAReaderCouldTakeThePlainTextOtherwise(string line) =>
        Assert.Equal($"schedule: a\n{line.Trim()}\n", Format($"schedule: a\n{line}\n"));

    [Theory]
    [InlineData("""title: "Case files" """, "title: Case files")]
    [InlineData("""status: 'draft'""", "status: draft")]
    [InlineData("""when: 'series under "FIN-02"'""", "when: series under \"FIN-02\"")]
    [InlineData("""title: { en: "Case files", fr: Dossiers }""", "title: { en: Case files, fr: Dossiers }")]
    public void NeedlessQuotes_AreTakenAway(string line, string expected) =>
        Assert.Equal($"schedule: a\n{expected}\n", Format($"schedule: a\n{line}\n"));

    [Theory]
    [InlineData("schedule: a\r\ntitle: b\r\n")]
    [InlineData("schedule: a\rtitle: b")]
    [InlineData("\uFEFFschedule: a\ntitle: b\n\n \n")]
    public void LineEnds_AreLf_AndOneEndsTheFile(string text)
    {
        FormattedText formatted = ScheduleFormatter.Format(text).Value;
        Assert.Equal("schedule: a\ntitle: b\n", formatted.Text);
        Assert.True(formatted.IsChanged);
    }

    [Theory]
    [InlineData("schedule: a\nnote: |\n  text")]
    [InlineData("schedule: a\nnote: |+\n  text\n\n\n")]
    [InlineData("schedule: a\nnote: |2\n    text\n  more \n")]
    [InlineData("schedule: a\nnote: |\n\n  text\n     \n  end\n")]
    [InlineData("schedule: a\nnote: |+\n# comment\ntitle: b\n")]
    public void ALiteralText_KeepsEveryBlankThatIsPartOfIt(string text) => Assert.Equal(text, Format(text));

    [Fact]
    public void AnExplicitKey_KeepsTheIndentationOfTheFile()
    {
        const string Text = "schedule: a\nrecord:\n      ? closed\n      : event\n";
        Assert.Equal(Text, Format(Text));
    }

    [Theory]
    [InlineData("schedule: [", "RR1010")]
    [InlineData("schedule: a\nschedule: b\n", "RR1015")]
    [InlineData("", "RR1006")]
    [InlineData("services: {}\n", "RR3007")]
    public void WhatCannotBeRead_IsAFinding(string text, string code) =>
        Assert.Contains(ScheduleFormatter.Format(text).Diagnostics, d => d.Code == code);

    [Fact]
    public void ALongLine_IsLaidOutAtOnce()
    {
        string list = string.Join(",", Enumerable.Repeat("a", 200_000));
        Assert.StartsWith("schedule: a\ntags: [a, a, a,", Format($"schedule: a\ntags: [{list}]\n"), StringComparison.Ordinal);
    }
}
