using RetentionRules.Analysis;
using RetentionRules.Analysis.Comparing;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Cli;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Analysis;

/// <summary>A record that does not show what it was found for, or has a fact too many, is a fault of the program and never told.</summary>
public sealed class WitnessFaultTests
{
    private const string Text = """
        schedule: s
        title: s
        status: draft
        record: { copy: "one of [official, other]", sealed: yes/no, closed: event }
        items:
          - { item: "1", title: t, when: copy = official, disposition: destroy 7 years after closed }

        """;

    private static readonly EvaluatorPair pair = new(RetentionPolicy.For(ScheduleReader.Read(Text).Value).WithHolds(HoldList.None), Analyses.Options.AsOf);

    private static Dictionary<int, FactValue> Record(params (string Fact, FactValue Value)[] facts) => facts.ToDictionary(f => pair.Layout.PlaceOf(f.Fact), f => f.Value);

    private static bool Shows(DispositionDecision decision) => decision.Item?.Number == "1";

    [Fact]
    public void ARecordThatNeedsEachOfItsFacts_IsConfirmed() =>
        Assert.Equal("copy = \"official\"", pair.Confirm(Record(("copy", FactValue.Text("official"))), Shows, "an item").ToString());

    [Fact]
    public void ARecordThatDoesNotShowIt_IsAFault() =>
        Assert.Contains("do not show it", Assert.Throws<AnalysisFaultException>(() => pair.Confirm(Record(("copy", FactValue.Text("other"))), Shows, "an item")).Message, StringComparison.Ordinal);

    [Fact]
    public void ARecordWithAFactTooMany_IsAFault()
    {
        Dictionary<int, FactValue> record = Record(("copy", FactValue.Text("official")), ("closed", FactValue.Date(new DateOnly(2020, 1, 1))));
        Assert.Contains("does not need `closed`", Assert.Throws<AnalysisFaultException>(() => pair.Confirm(record, Shows, "an item")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAComparison_TheFaultComesOutAsItself()
    {
        ComparisonResults results = new("s.yaml");
        results.Add(default, "an item", () => throw new AnalysisFaultException("a record was found, and does not show it"));
        Assert.Throws<AnalysisFaultException>(() => results.ConfirmAll(CancellationToken.None));
        Assert.Empty(results.InOrder);
    }

    [Fact]
    public void WhatTheTimeDoesNotSufficeToConfirm_IsNotSettled()
    {
        ComparisonResults results = new("s.yaml");
        results.Add(default, "item `1`", () => throw new InvalidOperationException("nobody has time for it"));
        results.ConfirmAll(new CancellationToken(canceled: true));
        Assert.Equal((0, "RR9620"), (results.InOrder.Count, Assert.Single(results.Open).Descriptor.Code));
    }

    [Fact]
    public async Task AFault_EndsTheProgramWithItsOwnCode_AndPrintsNothing()
    {
        (StringWriter output, StringWriter error) = (new(), new());
        Terminal terminal = new()
        {
            Output = output,
            Error = error,
            OpenInput = () => throw new AnalysisFaultException("a record was found, and does not show it"),
            Today = CliRun.Today,
        };
        string schedule = Repository.PathOf(Path.Combine("schedules", "examples", "austender", "contracts.yaml"));
        int code = await CommandLine.RunAsync(["evaluate", schedule, "-", "--holds", "none"], terminal);
        Assert.Equal((70, ""), (code, output.ToString()));
        Assert.Contains("a fault of this program", error.ToString(), StringComparison.Ordinal);
    }
}
