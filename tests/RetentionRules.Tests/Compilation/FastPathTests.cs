using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Compilation;

public sealed class FastPathTests
{
    private static readonly FactPlace Series = Given.Policy.PlaceOf("series");
    private static readonly FactPlace Copy = Given.Policy.PlaceOf("copy");
    private static readonly FactPlace Ended = Given.Policy.PlaceOf("final_action");
    private static readonly FactPlace Amount = Given.Policy.PlaceOf("amount");
    private static readonly FactPlace Litigation = Given.Policy.PlaceOf("litigation");
    private static readonly FactPlace Title = Given.Policy.PlaceOf("title");

    private static RecordFacts Fill(RecordFacts facts, int i) => facts
        .Set(Series, i % 2 == 0 ? "FIN-1" : "FIN-2-3").Set(Copy, "official").Set(Ended, FactValue.Date(new DateOnly(2000 + (i % 40), 2, 28).AddDays(i % 3)))
        .Set(Amount, FactValue.Number(i)).Set(Litigation, FactValue.YesNo(false)).Set(Title, FactValue.Never);

    [Fact]
    public void FillingABufferAndDeciding_AllocatesNothing()
    {
        RecordFacts facts = Given.Policy.NewRecord("r");
        DateOnly[] days = [.. Enumerable.Range(0, 40).Select(i => new DateOnly(2000 + i, 3, 1))];
        RecordFacts Next(int i) => facts
            .Set(Series, i % 2 == 0 ? "FIN-1" : "FIN-2-3").Set(Copy, "official").Set(Ended, FactValue.Date(days[i % 40]))
            .Set(Amount, FactValue.Number(i)).Set(Litigation, FactValue.YesNo(false)).Set(Title, FactValue.Never);
        int due = 0;
        void Decide(int count)
        {
            for (int i = 0; i < count; i++)
                if (Given.Policy.Decide(Next(i), Given.AsOf).Permits(DispositionAction.Destroy)) due++;
        }

        Decide(1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Decide(10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(due > 0);
    }

    [Fact]
    public void APlaceOfAnotherPolicy_IsRefused()
    {
        CompiledPolicy other = RetentionPolicy.For(Given.Contracts).Compile();
        ArgumentException e = Assert.Throws<ArgumentException>(() => other.NewRecord().Set(Series, "FIN"));
        Assert.Contains("PlaceOf", e.Message);
        Assert.Throws<ArgumentException>(() => other.NewRecord().Set(default(FactPlace), FactValue.Unknown));
    }

    [Fact]
    public void APlace_IsSetAsItsNameIs()
    {
        RecordFacts byPlace = Given.Policy.NewRecord().Set(Copy, "no such copy").Set(Series, " FIN ");
        RecordFacts byName = Given.Policy.NewRecord().Set("copy", "no such copy").Set("series", " FIN ");
        Assert.Equal(byName["copy"], byPlace["copy"]);
        Assert.Equal(byName["series"], byPlace["series"]);
        Assert.Equal(byName.Faults, byPlace.Faults);
    }

    [Fact]
    public void Verdicts_OfSeveralDaysAtOnce_AreThoseOfEachDay()
    {
        DateOnly[] days = [new(2010, 1, 1), new(2020, 1, 1), new(2030, 1, 1)];
        Parallel.For(0, 3000, i =>
        {
            RecordFacts facts = Fill(Given.Policy.NewRecord("r"), i);
            DateOnly day = days[i % 3];
            Assert.Equal(DecisionDump.Verdict(Given.Policy.Evaluate(facts, day)), DecisionDump.Verdict(Given.Policy.Decide(facts, day)));
            Assert.Equal(day, Given.Policy.Evaluate(facts, day).AsOf);
        });
    }

    [Fact]
    public void AVerdict_SaysItsStatusAndItem() =>
        Assert.Equal("eligible (item 1.1)", Given.Policy.Decide(Fill(Given.Policy.NewRecord("r"), 2), Given.AsOf).ToString());
}
