using System.Globalization;
using System.Diagnostics;
using System.Text;
using RetentionRules.Binding;
using RetentionRules.Diagnostics;

namespace RetentionRules.Tests.Syntax;

/// <summary>Input made to break a reader: each gives a finding, in time, and never a crash.</summary>
public sealed class HostileInputTests
{
    private const string Head = "schedule: s\ntitle: t\nstatus: draft\nrecord: { closed: event, title: text }\n";

    private static string Item(string when, string disposition = "destroy when closed") =>
        $"{Head}items:\n  - item: \"1\"\n    title: t\n    when: {when}\n    disposition: {disposition}\n";

    private static void Gives(string code, string text) => Gives(code, FileText.FromText(text, "hostile.yaml"));

    private static void Gives(string code, FileText file)
    {
        Stopwatch watch = Stopwatch.StartNew();
        LoadResult<RetentionSchedule> result = ScheduleReader.Read(file);
        Assert.Contains(code, result.Diagnostics.Select(d => d.Code));
        Assert.True(result.Diagnostics.Count <= DiagnosticBag.Limit + 1);
        Assert.True(DiagnosticWriter.Write(result.Diagnostics).Length > 0);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{code} took {watch.Elapsed}");
    }

    [Theory]
    [InlineData('[', "RR1011")]
    [InlineData('{', "RR1011")]
    public void AHundredThousandOpenBrackets_InYaml(char bracket, string code) => Gives(code, "a: " + new string(bracket, 100_000));

    [Fact]
    public void AHundredThousandOpenParentheses_InACondition_AreTooLong() => Gives("RR2009", Item("'" + new string('(', 100_000) + "'"));

    [Fact]
    public void ManyOpenParentheses_ThatAreShortEnough_AreTooDeep() => Gives("RR2008", Item("'" + new string('(', 16_000) + "'"));

    [Fact]
    public void SixtyFourParentheses_AreReadInNoTime_AlsoWhereTheInnermostIsWrong()
    {
        string open = string.Concat(Enumerable.Repeat("(title = \"x\" and ", 64));
        Gives("RR2001", Item("'" + open + "nonsense here" + new string(')', 64) + "'"));
    }

    [Fact]
    public void SixtyFourNestedMoments_AreReadInNoTime_AlsoWhereTheInnermostIsWrong()
    {
        string open = string.Concat(Enumerable.Repeat("1 year after (latest of (", 20));
        Gives("RR2001", Item("title = \"x\"", "'destroy " + open + "6 yers after closed" + new string(')', 40) + "'"));
    }

    [Fact]
    public void FiftyThousandNots_AreTooLong_AndFourThousandAreRefused()
    {
        Gives("RR2009", Item("'" + string.Concat(Enumerable.Repeat("not ", 50_000)) + "title = \"x\"'"));
        Gives("RR2004", Item("'" + string.Concat(Enumerable.Repeat("not ", 4_000)) + "title = \"x\"'"));
    }

    [Fact]
    public void AThousandPeriodsInARow_StayOffTheStack() =>
        Gives("RR2018", Item("title = \"x\"", "'destroy " + string.Concat(Enumerable.Repeat("1 day after ", 1_200)) + "closed'"));

    [Fact]
    public void ThreeThousandConditionsInARow_AreRead()
    {
        string when = string.Join(" or ", Enumerable.Repeat("closed is never", 800));
        Assert.DoesNotContain(ScheduleReader.Read(Item("'" + when + "'")).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void AFileOf20MiB_IsNotEvenParsed() => Gives("RR1001", FileText.FromBytes(new byte[20 * 1024 * 1024], "hostile.yaml"));

    [Fact]
    public void AnAliasBomb_IsRefusedAtItsFirstAnchor()
    {
        StringBuilder bomb = new("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        Gives("RR1012", bomb.ToString());
    }

    [Fact]
    public void NulBytes() => Gives("RR1004", Item("title = \"x\0y\""));

    [Fact]
    public void ANulByteInAnEscape() => Gives("RR1004", Item("\"title = \\\"x\\0y\\\"\""));

    [Fact]
    public void LoneSurrogates_InTextFromMemory_AndInEscapes()
    {
        Gives("RR1005", Item("title = \"x\ud800y\""));
        Gives("RR1010", Item("\"title = \\\"x\\ud800y\\\"\""));
    }

    [Theory]
    [InlineData("utf-16", "RR1003")]
    [InlineData("utf-16BE", "RR1003")]
    [InlineData("utf-32", "RR1003")]
    public void OtherEncodings_WithTheirMarks(string name, string code)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        Gives(code, FileText.FromBytes([.. encoding.GetPreamble(), .. encoding.GetBytes(Item("title = \"x\""))], "hostile.yaml"));
    }

    [Fact]
    public void Windows1252_IsNotGuessedAt() =>
        Gives("RR1002", FileText.FromBytes(Encoding.Latin1.GetBytes(Item("title = \"caf\u00e9 bar\"")), "hostile.yaml"));

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("")]
    public void AByteOrderMark_IsRead_AndPlacesStayRight(string mark)
    {
        string text = mark + Item("title = 3");
        foreach (LoadResult<RetentionSchedule> result in (LoadResult<RetentionSchedule>[])[ScheduleReader.Read(text), ScheduleReader.Read(FileText.FromBytes(Encoding.UTF8.GetBytes(text), "x"))])
        {
            Diagnostic finding = Assert.Single(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
            Assert.Equal("8:19", finding.Location.Start.ToString());
        }
    }

    [Fact]
    public void CarriageReturns_AreRead_AndPlacesStayRight()
    {
        Diagnostic finding = Assert.Single(ScheduleReader.Read(Item("title = 3").ReplaceLineEndings("\r\n")).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("8:19", finding.Location.Start.ToString());
    }

    [Fact]
    public void ARightToLeftOverride_InAString_IsAWarning_AndShownByItsCode()
    {
        LoadResult<RetentionSchedule> result = ScheduleReader.Read(Item("title = \"abc\u202Ecba\""));
        Diagnostic finding = Assert.Single(result.Diagnostics, d => d.Code == "RR1008");
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.Contains("<U+202E>", DiagnosticWriter.Write(finding), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", DiagnosticWriter.Write(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersOf5000Digits()
    {
        string digits = new('9', 5_000);
        Gives("RR2010", Item("title = \"x\"", $"destroy {digits} years after closed"));
        Gives("RR4028", Item($"amount > {digits}").Replace("title: text", "amount: number", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("closed before 2026-02-30")]
    [InlineData("closed before 0000-01-01")]
    [InlineData("closed before 9999-13-01")]
    public void DatesOutOfRange(string when) => Gives("RR4037", Item(when));

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    public void FilesWithNothingInThem(string text) => Gives("RR1006", text);

    [Fact]
    public void AListAtTheRoot_AndAScalar_AreNoKnownKindOfFile()
    {
        Gives("RR3007", "- a\n- b\n");
        Gives("RR3007", "just text\n");
    }

    [Fact]
    public void AHundredThousandKeys_DoNotMakeAHundredThousandFindings()
    {
        StringBuilder text = new(Head);
        for (int i = 0; i < 100_000; i++) text.Append(CultureInfo.InvariantCulture, $"key{i}: x\n");
        Gives("RR1099", text.ToString());
    }

    [Fact]
    public void ADeepBlockMapping_IsTooDeep()
    {
        StringBuilder text = new();
        for (int i = 0; i < 200; i++) text.Append(' ', i).Append("a:\n");
        Gives("RR1011", text.ToString());
    }

    [Fact]
    public void OddLineBreaks_AreRefused() => Gives("RR1007", Item("title = \"x\u2028y\""));

    [Fact]
    public void ARegularExpression_ThatWouldBacktrackForEver_IsRefusedOrFast()
    {
        Gives("RR4027", Item("title matches \"(a)\\\\1\""));
        RetentionSchedule schedule = ScheduleReader.Read(Item("title matches \"(a+)+b\"")).Value;
        CompiledPolicy policy = RetentionPolicy.For(schedule).Compile();
        Stopwatch watch = Stopwatch.StartNew();
        DispositionDecision decision = policy.Evaluate(policy.NewRecord().Set("title", new string('a', 50_000)), new DateOnly(2026, 1, 1));
        Assert.Equal(DispositionStatus.Unscheduled, decision.Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }
}
