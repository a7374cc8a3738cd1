using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Embedding;

public sealed class RecordFactsTests
{
    private static readonly CompiledPolicy Policy = Given.Policy;

    [Fact]
    public void WhatIsNotSet_IsUnknown() => Assert.Equal(FactValue.Unknown, Policy.NewRecord()["final_action"]);

    [Fact]
    public void AnUnknownName_IsRefused_WithTheNameThatWasMeant()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Policy.NewRecord().Set("final_acton", new DateOnly(2020, 1, 1)));
        Assert.Contains("Did you mean `final_action`?", e.Message);
    }

    [Fact]
    public void AValueOfAnotherKind_IsAMistakeOfTheProgram()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Policy.NewRecord().Set("amount", "12"));
        Assert.Contains("`amount` is number; it cannot hold a text", e.Message);
    }

    [Fact]
    public void OnlyDatesCanBePending() => Assert.Throws<ArgumentException>(() => Policy.NewRecord().Set("copy", FactValue.Pending));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\n")]
    public void BlankText_IsUnknown(string text) => Assert.Equal(FactState.Unknown, Policy.NewRecord().Set("title", text)["title"].State);

    [Theory]
    [InlineData('\0')]
    [InlineData('\u200B')]
    [InlineData('\uD800')]
    public void TextWithWhatCannotBeSeen_IsUnknown_AndSaid(char unseen)
    {
        RecordFacts facts = Policy.NewRecord().Set("title", "lease" + unseen);
        Assert.Equal(FactState.Unknown, facts["title"].State);
        Assert.Equal("title: a text is written with characters that cannot be compared", Assert.Single(facts.Faults).ToString());
    }

    [Fact]
    public void Text_IsTrimmedAndNormalised() => Assert.Equal("caf\u00e9", Policy.NewRecord().Set("title", " cafe\u0301 ")["title"].AsText);

    [Fact]
    public void AValueThatTheEnumerationLacks_IsUnknown_AndSaid()
    {
        RecordFacts facts = Policy.NewRecord().Set("copy", "offical");
        Assert.Equal(FactState.Unknown, facts["copy"].State);
        Assert.Equal("copy: \"offical\" is not one of [official, other]", Assert.Single(facts.Faults).ToString());
        DispositionDecision decision = Policy.Evaluate(facts.Set("series", "FIN"), Given.AsOf);
        Assert.Contains(decision.Reasons, r => r.Code == "data-fault");
        Assert.Equal(DispositionStatus.Undetermined, decision.Status);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void DaysThatStandForNone_AreUnknown_AndSaid(int year, int month, int day)
    {
        RecordFacts facts = Policy.NewRecord().Set("final_action", new DateOnly(year, month, day));
        Assert.Equal(FactState.Unknown, facts["final_action"].State);
        Assert.Single(facts.Faults);
    }

    [Fact]
    public void AnInstant_NeedsAZone_AndFallsOnItsDayThere()
    {
        DateTimeOffset instant = new(2024, 6, 30, 14, 0, 0, TimeSpan.Zero);
        RecordFacts sydney = Policy.NewRecord().Set("final_action", instant, TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney"));
        Assert.Equal(new DateOnly(2024, 7, 1), sydney["final_action"].AsDate);
        RecordFacts utc = Policy.NewRecord().Set("final_action", instant, TimeZoneInfo.Utc);
        Assert.Equal(new DateOnly(2024, 6, 30), utc["final_action"].AsDate);
    }

    [Fact]
    public void ADictionaryOfValues_IsTaken()
    {
        Dictionary<string, FactValue> values = new() { ["series"] = FactValue.Text("FIN-1"), ["copy"] = FactValue.Text("official"), ["final_action"] = FactValue.Never };
        DispositionDecision decision = Policy.Evaluate(Policy.NewRecord("r").Set(values).Set("title", "x"), Given.AsOf);
        Assert.Equal(DispositionStatus.Retain, decision.Status);
        Assert.True(decision.Bounds.IsNever);
    }

    [Fact]
    public void ABuffer_IsCleared_ForTheNextRecord()
    {
        RecordFacts facts = Policy.NewRecord("r").Set("copy", "offical").Set("amount", 3m);
        facts.Clear();
        Assert.Equal("", facts.Id);
        Assert.Empty(facts.Faults);
        Assert.Equal(FactValue.Unknown, facts["amount"]);
    }

    [Fact]
    public void FactsOfAnotherPolicy_AreRefused()
    {
        CompiledPolicy other = RetentionPolicy.For(Given.Contracts).Compile();
        Assert.Throws<ArgumentException>(() => Policy.Evaluate(other.NewRecord(), Given.AsOf));
    }

    [Fact]
    public void ListsOfDates_CompareByValue() =>
        Assert.Equal(FactValue.Dates(new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 1)), FactValue.Dates(new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 2)));
}
