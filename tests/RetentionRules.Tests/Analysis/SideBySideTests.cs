using RetentionRules.Analysis;
using RetentionRules.Analysis.Comparing;
using RetentionRules.Evaluation;
using RetentionRules.Tests.Packet;
using RetentionRules.Tests.Support;
using RetentionRules.Text;

namespace RetentionRules.Tests.Analysis;

/// <summary>What stands beside what, and how it is written for people.</summary>
public sealed class SideBySideTests
{
    private static ExplanationLine Line(int depth, string text, int line = 0) => new(depth, text, line);

    private static ExplanationPart Part(string title, params ExplanationLine[] lines) => new(title, lines);

    private static string[] Aligned(ExplanationLine[] old, ExplanationLine[] @new) =>
        [.. ExplanationAlignment.Of([Part("When", old)], [Part("When", @new)]).Single().Lines.Select(l => $"{l.Old.Text} {(l.Differs ? "≠" : "=")} {l.New.Text}".Trim())];

    [Fact]
    public void WhatIsEqual_StandsSideBySide_AroundWhatIsNew() => Assert.Equal(
        ["a = a", "≠ new", "b = b"], Aligned([Line(0, "a"), Line(0, "b")], [Line(0, "a"), Line(0, "new"), Line(0, "b")]));

    [Fact]
    public void WhatHasMostWordsInCommon_StandsSideBySide() => Assert.Equal(
        ["≠ permanent", "destroy 7 years after closed ≠ destroy 5 years after closed"],
        Aligned([Line(0, "destroy 7 years after closed")], [Line(0, "permanent"), Line(0, "destroy 5 years after closed")]));

    [Fact]
    public void WhatThrowsLightOnSomethingElse_NeverStandsBesideIt() =>
        Assert.Equal(["closed is unknown ≠", "≠ closed is unknown"], Aligned([Line(1, "closed is unknown")], [Line(0, "closed is unknown")]));

    [Fact]
    public void ThatARuleStandsOnAnotherLineOfItsFile_IsNoDifference() => Assert.Equal(["a = a"], Aligned([Line(0, "a", 7)], [Line(0, "a", 9)]));

    [Fact]
    public void PartsThatOnlyOneExplanationHas_KeepTheirPlaces()
    {
        IReadOnlyList<ComparedPart> parts = ExplanationAlignment.Of(
            [Part("Why", Line(0, "x")), Part("Edition", Line(0, "x")), Part("Holds", Line(0, "x"))], [Part("Why", Line(0, "x")), Part("Class", Line(0, "x")), Part("Holds", Line(0, "x")), Part("Restrictions", Line(0, "x"))]);
        Assert.Equal(["Why", "Edition", "Class", "Holds", "Restrictions"], parts.Select(p => p.Title));
        Assert.Equal([false, true, true, false, true], parts.Select(p => p.Lines.Single().Differs));
    }

    private static ScheduleComparison Clinic => ScheduleComparer.Compare(
        ScheduleReader.ReadFile(PacketFiles.Named("clinic-1.yaml")).Value, ScheduleReader.ReadFile(PacketFiles.Named("clinic-2.yaml")).Value, Analyses.Options);

    /// <summary>Journals in the tables of 1998 and of 2015, which cite in Chinese.</summary>
    private static ExplanationPair Accounting => ScheduleComparer.Compare(
        ScheduleReader.ReadFile(Repository.PathOf("schedules", "cn", "accounting-1998-enterprises.yaml")).Value,
        ScheduleReader.ReadFile(Repository.PathOf("schedules", "cn", "accounting-2015-enterprises.yaml")).Value,
        Analyses.Options).Changes[0].Explain()!;

    [Fact]
    public void TwoColumns_AreTheApprovedOnes() =>
        Golden.Check(Path.Combine(Repository.TestData, "side-by-side-132.approved.txt"), string.Join('\n', Clinic.Changes.Select(c => c.Explain()!.Write(132)).Append(Accounting.Write(132))));

    [Fact]
    public void WhereTheWidthIsTooSmallForTwoColumns_TheLinesStandBelowOneAnother() =>
        Golden.Check(Path.Combine(Repository.TestData, "side-by-side-80.approved.txt"), string.Join('\n', Clinic.Changes.Select(c => c.Explain()!.Write(80)).Append(Accounting.Write(80))));

    [Theory]
    [InlineData(93)]
    [InlineData(100)]
    [InlineData(119)]
    [InlineData(160)]
    [InlineData(400)]
    public void NoLineIsWiderThanAsked_AndTheColumnsStandBelowEachOther(int width)
    {
        string[] lines = Accounting.Write(width).Split('\n');
        Assert.All(lines, l => Assert.InRange(DisplayWidth.Of(l), 0, width));
        Assert.Single(lines.Where(l => l.Contains(" |", StringComparison.Ordinal)).Select(l => DisplayWidth.Of(l.AsSpan(0, l.LastIndexOf(" |", StringComparison.Ordinal)))).Distinct());
    }

    [Theory]
    [InlineData(80)]
    [InlineData(93)]
    [InlineData(132)]
    [InlineData(400)]
    public void AtEachWidth_EveryWordIsThere(int width)
    {
        ExplanationPair pair = Accounting;
        string written = Bare(pair.Write(width));
        foreach (string word in pair.Parts().SelectMany(p => p.Lines).SelectMany(l => (string[])[l.Old.Text, l.New.Text]).SelectMany(t => t.Split(' ')).Where(w => w.Length is > 0 and < 20))
            Assert.Contains(word, written, StringComparison.Ordinal);
        static string Bare(string text) => text.ReplaceLineEndings(" ");
    }

    [Fact]
    public void ATextWithoutSpaces_IsBrokenWhereItMustBe()
    {
        Assert.Equal(["  保管期", "    限三", "    十年"], BrokenLines.Of("  保管期限三十年", 8, "    "));
        Assert.Equal(["  a b", "    c"], BrokenLines.Of("  a b c", 6, "    "));
        Assert.Equal(["one"], BrokenLines.Of("one", 3, "    "));
    }

    [Fact]
    public void WhatTurnsTheDirectionOfALine_IsWrittenAsItsCode()
    {
        string[] editions = [.. ((string[])["7", "5"]).Select(years => $"schedule: s\ntitle: s\nstatus: draft\nrecord: {{ series: code, closed: event }}\nitems:\n  - {{ item: \"1\", title: \"evil \\u202E\", when: series under \"A\", disposition: destroy {years} years after closed }}\n")];
        string text = ScheduleComparer.Compare(ScheduleReader.Read(editions[0]).Value, ScheduleReader.Read(editions[1]).Value, Analyses.Options).Changes.Single().Explain()!.Write(132);
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("Item 1: evil <U+202E>", text, StringComparison.Ordinal);
    }
}
