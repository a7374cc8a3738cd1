using RetentionRules.Analysis;
using RetentionRules.Diagnostics;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Analysis;

/// <summary>The two explanations of a change are of its record, and each by its own edition.</summary>
public sealed class ChangeExplanationTests(ITestOutputHelper output)
{
    [Fact]
    public void OfSmallEditions_EachChangeIsExplained_AsByPoliciesThatKnowNothingOfTheComparison()
    {
        int changes = 0;
        PropertyCheck.Holds(output, EditionPairs.Any, pair =>
        {
            ScheduleComparison comparison = ScheduleComparer.Compare(pair.Old.Load(), pair.New.Load(), Analyses.Options with { StepsPerQuestion = 20_000 });
            foreach (MeaningChange change in comparison.Changes)
            {
                changes++;
                Assert.Equal("", Wrong(comparison, change));
            }

            return true;
        }, 1000);
        output.WriteLine($"{changes} changes");
        Assert.True(changes >= 300, $"only {changes} changes were explained");
    }

    /// <summary>The examples of the findings have a change of each kind, also beside the items.</summary>
    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.TestData, "diagnostics", "diff"), "RR96*.yaml").Select(f => Path.GetFileName(f)).Where(f => f != "RR9620.yaml").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void AChangeOfEachKind_IsExplained(string name)
    {
        ScheduleComparison comparison = Compared(name);
        Assert.NotEmpty(comparison.Changes);
        Assert.All(comparison.Changes, c => Assert.Equal("", Wrong(comparison, c)));
    }

    [Fact]
    public void ARestrictionThatDiffers_IsExplainedByTheActThatItForbids()
    {
        IReadOnlyList<ComparedPart> parts = Assert.Single(Compared("RR9605.yaml").Changes).Explain()!.Parts();
        // What is decided is the same, and may name every item: of that only the verdict is shown.
        Assert.Equal(2, parts.Count);
        ComparedPart act = parts[^1];
        Assert.Equal("Whether to publish", act.Title);
        Assert.Equal(("publish is permitted.", "publish is forbidden (sealed)."), (act.Lines[^1].Old.Text, act.Lines[^1].New.Text));
    }

    [Fact]
    public void AnActThatOneEditionDoesNotKnow_IsForbiddenByNothing()
    {
        string with = Restricted("actions: { scan: { title: Scan } }", "  - { restriction: r, authority: law, when: sealed = yes, forbid: scan }");
        ScheduleComparison comparison = ScheduleComparer.Compare(Read(Restricted("", "")), Read(with), Analyses.Options);
        IReadOnlyList<ComparedLine> act = Assert.Single(comparison.Changes, c => c.Kind == MeaningChangeKind.Restriction).Explain()!.Parts()[^1].Lines;
        Assert.Equal(["The schedule knows no act `scan`, and nothing forbids it."], act.Select(l => l.Old.Text).Where(t => t.Length > 0));
        Assert.Equal("scan is forbidden (r).", act[^1].New.Text);
    }

    [Fact]
    public void AChangeThatNoRecordShows_HasNoExplanation()
    {
        string always = Restricted("", "  - { restriction: r, authority: law, forbid: publish }");
        string later = always.Replace("forbid: publish", "forbid: publish, in-force: { from: 2040-01-01 }", StringComparison.Ordinal);
        ScheduleComparison comparison = ScheduleComparer.Compare(Read(later), Read(later.Replace("2040", "2041", StringComparison.Ordinal)), Analyses.Options);
        MeaningChange change = Assert.Single(comparison.Changes);
        Assert.Equal((null, null), (change.Witness, change.Explain()));
    }

    private static string Restricted(string actions, string restriction) => $"""
        schedule: s
        title: s
        status: draft
        record: {"{ series: code, sealed: yes/no, closed: event }"}
        {actions}
        {(restriction.Length > 0 ? "restrictions:" : "")}
        {restriction}
        items:
          - {"{ item: \"1\", title: t, residual: yes, disposition: destroy 7 years after closed }"}

        """;

    private static RetentionSchedule Read(string text)
    {
        LoadResult<RetentionSchedule> read = ScheduleReader.Read(text);
        return read.TryGetValue(out RetentionSchedule? schedule) ? schedule : throw new InvalidOperationException(DiagnosticWriter.Write(read.Diagnostics));
    }

    private static ScheduleComparison Compared(string name)
    {
        string folder = Path.Combine(Repository.TestData, "diagnostics", "diff");
        string own = Path.Combine(folder, "demo-before-" + name);
        string before = File.Exists(own) ? own : Path.Combine(folder, "demo-before.yaml");
        return ScheduleComparer.Compare(ScheduleReader.ReadFile(before).Value, ScheduleReader.ReadFile(Path.Combine(folder, name)).Value, Analyses.Options);
    }

    /// <summary>What is wrong with the explanations of a change; empty where nothing is.</summary>
    private static string Wrong(ScheduleComparison comparison, MeaningChange change)
    {
        if (change.Explain() is not { } pair) return $"{change.Finding.Message} is not explained";
        IReadOnlyList<ComparedPart> parts = pair.Parts();
        if (Wrong(comparison.Old, change, pair.Old, parts, l => l.Old) is { Length: > 0 } before) return "before: " + before;
        if (Wrong(comparison.New, change, pair.New, parts, l => l.New) is { Length: > 0 } now) return "now: " + now;
        if (change.OldDecision.Length > 0 && change.Kind != MeaningChangeKind.Restriction && (change.OldDecision, change.NewDecision) != (pair.Old.Decision.ToString(), pair.New.Decision.ToString())) return "the decisions are not those of the change";
        return parts.SelectMany(p => p.Lines).Any(l => l.Differs) ? "" : $"nothing differs in\n{pair.Write(200)}";
    }

    /// <summary>An edition is compiled by itself, and the record filled in by the names of its facts.</summary>
    private static string Wrong(RetentionSchedule edition, MeaningChange change, Explanation explanation, IReadOnlyList<ComparedPart> parts, Func<ComparedLine, Evaluation.ExplanationLine> side)
    {
        CompiledPolicy policy = RetentionPolicy.For(edition).WithHolds(HoldList.None).Compile();
        RecordFacts facts = policy.NewRecord();
        foreach ((string fact, FactValue value) in change.Witness!.Facts)
            if (policy.Policy.Facts.Any(f => f.Name == fact)) facts.Set(fact, value);
        string expected = policy.Explain(facts, change.Witness.AsOf).ToString();
        // What is said of an act stands behind the decision.
        string told = explanation.ToString();
        bool isOfAct = change.Kind == MeaningChangeKind.Restriction;
        if (isOfAct ? !told.StartsWith(expected[..expected.IndexOf("\nSchedule ", StringComparison.Ordinal)], StringComparison.Ordinal) : told != expected) return $"not {expected} but {told}";
        string[] shown = [.. parts.SelectMany(p => p.Lines.Select(side).Where(l => l.Text.Length > 0).Select(l => "  " + l))];
        string[] lines = [.. told[..told.IndexOf("\nSchedule ", StringComparison.Ordinal)].Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal))];
        // Of a change that is about an act, what both editions say alike is left out, and nothing else.
        if (isOfAct) lines = [.. lines.Where(new HashSet<string>(shown).Contains)];
        return shown.SequenceEqual(lines) ? "" : $"not all of it stands side by side: {string.Join('\n', shown)}";
    }
}
