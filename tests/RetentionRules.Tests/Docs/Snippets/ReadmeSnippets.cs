using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Docs.Snippets;

/// <summary>The C# of the README, run.</summary>
public sealed class ReadmeSnippets
{
    private static RetentionSchedule Shown => ScheduleReader.Read(MarkdownBlock.Find("README.md", "yaml city-finance").Text, "city-finance.yaml").Value;

    private static class ScheduleReader
    {
        public static LoadResult<RetentionSchedule> Read(string text, string path) => RetentionRules.ScheduleReader.Read(text, path);

        /// <summary>The file that the README shows stands in the README.</summary>
        public static LoadResult<RetentionSchedule> ReadFile(string path) => Read(MarkdownBlock.Find("README.md", "yaml city-finance").Text, path);
    }

    [Fact]
    public void FiveLines_DecideAboutARecord()
    {
        StringWriter console = new();
        Decide(console);
        Assert.Equal("Eligible, Destroy, since 2025-01-01", console.ToString().Trim());
        Assert.Contains("`Eligible, Destroy, since 2025-01-01`", Repository.Read("README.md"));
    }

    private static void Decide(StringWriter Console)
    {
        // snippet five-lines
        RetentionSchedule schedule = ScheduleReader.ReadFile("city-finance.yaml").Value;
        CompiledPolicy policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None).Compile();
        RecordFacts invoice = policy.NewRecord("INV-4711").Set("series", "FIN-02-03").Set("paid", new DateOnly(2017, 3, 31));
        DispositionDecision decision = policy.Evaluate(invoice, asOf: new DateOnly(2026, 11, 22));
        Console.WriteLine($"{decision.Status}, {decision.Action}, since {decision.Bounds.NotAfter}");
        // end
    }

    [Fact]
    public void WithoutTheDay_ItIsUndetermined_AndSaysWhichDayIsMissing()
    {
        CompiledPolicy policy = RetentionPolicy.For(Shown).WithHolds(HoldList.None).Compile();
        DispositionDecision decision = policy.Evaluate(policy.NewRecord("INV-4711").Set("series", "FIN-02-03"), new DateOnly(2026, 11, 22));
        Assert.Equal(DispositionStatus.Undetermined, decision.Status);
        Assert.Equal(["paid"], decision.Missing);
    }

    [Fact]
    public void WithoutHolds_ItIsBlocked()
    {
        CompiledPolicy policy = RetentionPolicy.For(Shown).Compile();
        RecordFacts invoice = policy.NewRecord("INV-4711").Set("series", "FIN-02-03").Set("paid", new DateOnly(2017, 3, 31));
        Assert.Equal(DispositionStatus.Blocked, policy.Evaluate(invoice, new DateOnly(2026, 11, 22)).Status);
    }
}
