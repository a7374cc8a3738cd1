using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Analysis;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Generators;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Analysis;

/// <summary>
/// Gaps, overlaps and items that never apply, once more by a solver that knows nothing of this library: also of schedules with
/// more facts than all records could be tried of, of facts that are compared with each other and of parts of texts.
/// </summary>
public sealed class SmtOracleTests(ITestOutputHelper output)
{
    private int _schedules;
    private int _answered;
    private int _skipped;
    private int _unknown;
    private int _ended;
    private int _notSettled;

    private static readonly Arbitrary<GeneratedSchedule> Generated = Arb.From(
        Gen.OneOf(
            SmallSchedules.Any.Generator,
            from schedule in ScheduleGenerators.Any.Generator
            from count in Gen.Choose(0, 2)
            from uncovered in Gen.ListOf(SyntaxGenerators.Condition, count)
            select schedule with { Uncovered = uncovered }),
        s => ScheduleGenerators.Shrink(s).Where(smaller => ScheduleReader.Read(smaller.ToString()).TryGetValue(out _)));

    [Z3Fact]
    public void OfGeneratedSchedules_Z3SaysTheSame()
    {
        PropertyCheck.Holds(output, Generated, generated =>
        {
            Compare(generated.Load());
            return true;
        }, 200);
        Report();
    }

    /// <summary>Long schedules, each with its own hundreds of codes.</summary>
    [Z3Fact]
    public void OfBundledSchedules_Z3SaysTheSame()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("schedules"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (FileCheck.KindOf(file) == RetentionFileKind.Schedule) Compare(ScheduleReader.ReadFile(file).Value);
        Report();
        Assert.True(_schedules > 50, $"only {_schedules} bundled schedules were looked at");
    }

    private void Report()
    {
        output.WriteLine($"{_schedules} schedules: z3 answered {_answered} questions; {_skipped} could not be written, {_unknown} z3 did not know, {_notSettled} the analysis did not settle");
        Assert.True(_unknown * 20 < _answered, $"z3 did not know {_unknown} answers");
        Assert.True(_ended * 20 <= _schedules, $"z3 ended itself over {_ended} schedules");
        Assert.True(_notSettled * 20 < _answered, $"the analysis did not settle {_notSettled} questions");
    }

    /// <summary>The solver can end itself over texts, and not each time; then it is asked once more about the whole schedule, and such schedules are counted.</summary>
    private void Compare(RetentionSchedule schedule)
    {
        if (schedule.Items.Count == 0) return;
        try
        {
            Ask(schedule);
        }
        catch (InvalidOperationException e) when (e.Message == "z3 ended")
        {
            _ended++;
            try
            {
                Ask(schedule);
            }
            catch (InvalidOperationException again) when (again.Message == "z3 ended")
            {
                _unknown++;
            }
        }
    }

    private void Ask(RetentionSchedule schedule)
    {
        ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(schedule, Analyses.Options with { FindingsOfAKind = int.MaxValue });
        using SmtOracle z3 = new(schedule);
        IEnumerable<AnalysisFinding> of(params string[] codes) => analysis.Findings.Where(f => codes.Contains(f.Descriptor.Code));
        string number(int place) => schedule.Items[place].Number;
        AnalysisFinding[] open = [.. of("RR9504", "RR9530", "RR9531")];
        bool isOpen(params string[] items) => open.Any(f => f.Items.SequenceEqual(items)) && _notSettled++ >= 0;

        if (z3.HasGap() is { } gap && (of("RR9501").Any() || !isOpen())) Same(schedule, gap, of("RR9501").Any(), "a gap");
        for (int i = 0; i < schedule.Items.Count; i++)
            if (z3.CanApply(i) is { } can && !isOpen(number(i))) Same(schedule, !can, of("RR9505", "RR9506").Any(f => f.Items[0] == number(i)), $"item {number(i)} never applies");
        HashSet<string> told = [.. of("RR9502", "RR9503").Select(f => string.Join(" and ", f.Items))];
        foreach ((int first, int second, bool? overlap) in z3.Pairs())
        {
            string pair = $"{number(first)} and {number(second)}";
            if (overlap is { } both && !isOpen(number(first), number(second))) Same(schedule, both, told.Contains(pair), $"items {pair} overlap");
        }

        _schedules++;
        (_answered, _skipped, _unknown) = (_answered + z3.Answered, _skipped + z3.Skipped, _unknown + z3.Unknown);
    }

    private static void Same(RetentionSchedule schedule, bool z3, bool analysis, string what) =>
        Assert.True(z3 == analysis, $"{schedule.Id}: {what}: z3 says {z3}, the analysis {analysis}");
}
