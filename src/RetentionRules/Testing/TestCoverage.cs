using System.Globalization;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Testing;

/// <summary>What a part of a schedule must be seen doing.</summary>
public enum CoverageKind
{
    /// <summary>An item decides a record.</summary>
    Item,

    /// <summary>A case of an item is taken.</summary>
    Case,

    /// <summary>A condition is true of a record.</summary>
    ConditionTrue,

    /// <summary>A condition is false of a record.</summary>
    ConditionFalse,

    /// <summary>A step is the act that is due.</summary>
    Step,
}

/// <summary>A part of a schedule that tests should have exercised.</summary>
/// <param name="Kind">What it must be seen doing.</param>
/// <param name="Item">The item it stands in.</param>
/// <param name="Text">What it says.</param>
/// <param name="Line">The line it stands on.</param>
/// <param name="IsCovered">Whether a test case has exercised it.</param>
public readonly record struct CoverageElement(CoverageKind Kind, string Item, string Text, int Line, bool IsCovered)
{
    /// <summary>In words, as a report says it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, item {Item}: {NotSeen}");

    /// <summary>What is missing where it is not covered, in words.</summary>
    public string NotSeen => Kind switch
    {
        CoverageKind.Item => "it decides no record",
        CoverageKind.Case => $"the case {Text} is never taken",
        CoverageKind.ConditionTrue => $"{Text} is never true",
        CoverageKind.ConditionFalse => $"{Text} is never false",
        CoverageKind.Step => $"{Text} is never due",
        _ => throw new InvalidOperationException("unknown kind of element"),
    };
}

/// <summary>
/// Which parts of a schedule the cases of its tests have exercised: items, cases, conditions both ways, and steps.
/// Sentences about every record are not counted: they vary everything, and would cover without saying what is right.
/// </summary>
public sealed class TestCoverage
{
    private readonly HashSet<(CoverageKind Kind, object Part)> _seen = [];
    private readonly IReadOnlyList<RetentionSchedule> _schedules;

    /// <summary>Nothing exercised yet.</summary>
    public TestCoverage(RetentionInstrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        _schedules = instrument.Schedules;
    }

    /// <summary>Every element, in the order of the schedule.</summary>
    public IReadOnlyList<CoverageElement> Elements => [.. _schedules.SelectMany(s => s.Items).SelectMany(ElementsOf)];

    /// <summary>How many of a hundred elements are covered, rounded down: 100 means all.</summary>
    public int Percent => Elements is { Count: > 0 } all ? 100 * all.Count(e => e.IsCovered) / all.Count : 100;

    /// <summary>Counts what a case has exercised; of the same schedule.</summary>
    public void Add(ScheduleTestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (RecordFacts record in result.Case.Records) Add(result, new Classifier(result.Case.Policy.Policy.Classification).Classify(record).Facts);
    }

    private void Add(ScheduleTestResult result, RecordFacts facts)
    {
        ConditionEvaluator conditions = new(facts);
        foreach (Condition condition in _schedules.SelectMany(s => s.Items).SelectMany(ConditionsOf)) AddCondition(condition, conditions.Evaluate(condition));
        if (result.Decision.Item is not { } item) return;
        _seen.Add((CoverageKind.Item, item));
        foreach (Candidate taken in new ItemSelector(_schedules.First(s => s.Items.Contains(item)), facts).Cases(item, Truth.True).Where(c => c.Claim == Truth.True)) AddTaken(taken, result.Decision);
    }

    private void AddCondition(Condition condition, Truth truth)
    {
        if (truth == Truth.True) _seen.Add((CoverageKind.ConditionTrue, condition));
        if (truth == Truth.False) _seen.Add((CoverageKind.ConditionFalse, condition));
    }

    private void AddTaken(Candidate taken, DispositionDecision decision)
    {
        _seen.Add((CoverageKind.Case, taken.Branch));
        _seen.Add((CoverageKind.Case, taken.Rule));
        if (decision.Action is null) return;
        foreach (TimelineEntry entry in decision.Timeline.Where(e => e.State == StepState.Due)) _seen.Add((CoverageKind.Step, entry.Step));
    }

    private IEnumerable<CoverageElement> ElementsOf(ScheduleItem item)
    {
        yield return Element(CoverageKind.Item, item, item, item.Title.Value, item.Source.Line);
        foreach (Condition condition in ConditionsOf(item))
        {
            yield return Element(CoverageKind.ConditionTrue, item, condition, condition.ToString()!, condition.Source.Line);
            yield return Element(CoverageKind.ConditionFalse, item, condition, condition.ToString()!, condition.Source.Line);
        }

        foreach (ItemCase branch in item.Cases)
        {
            if (item.Cases.Count > 1) yield return Element(CoverageKind.Case, item, branch, branch.When is Always ? "otherwise" : branch.When.ToString()!, branch.Source.Line);
            foreach (DispositionStep step in StepsOf(branch)) yield return Element(CoverageKind.Step, item, step, step.Text, step.Source.Line);
        }
    }

    /// <summary>A cutoff is computed and never due, so nothing shows it but the steps behind it.</summary>
    private static IEnumerable<DispositionStep> StepsOf(ItemCase branch) =>
        branch.Instruction is StepSequence sequence ? sequence.Steps.Where(s => s.Completion is not ComputedCompletion) : [];

    private CoverageElement Element(CoverageKind kind, ScheduleItem item, object part, string text, int line) => new(kind, item.Number, text, line, _seen.Contains((kind, part)));

    private static IEnumerable<Condition> ConditionsOf(ScheduleItem item) =>
        item.Cases.Select(c => c.When).Prepend(item.When).SelectMany(Leaves);

    /// <summary>The single statements of a condition.</summary>
    private static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        Always => [],
        AllOf all => all.Operands.SelectMany(Leaves),
        AnyOf any => any.Operands.SelectMany(Leaves),
        Not not => Leaves(not.Operand),
        _ => [condition],
    };
}
