using System.Globalization;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Explains what one schedule says about a record: its items with their conditions, and the steps with their moments.</summary>
internal sealed class ScheduleExplainer
{
    private readonly RetentionPolicy _policy;
    private readonly RetentionSchedule _schedule;
    private readonly RecordFacts _facts;
    private readonly DateOnly _asOf;
    private readonly ConditionEvaluator _conditions;
    private readonly ConditionExplainer _explained;
    private readonly ItemSelector _selector;

    public ScheduleExplainer(RetentionPolicy policy, RetentionSchedule schedule, RecordFacts facts, DateOnly asOf)
    {
        (_policy, _schedule, _facts, _asOf) = (policy, schedule, facts, asOf);
        _conditions = new ConditionEvaluator(facts);
        _explained = new ConditionExplainer(facts);
        _selector = new ItemSelector(schedule, facts);
    }

    /// <summary>The sections; of several schedules each says whose it is.</summary>
    public IEnumerable<ExplanationSection> Sections(bool isOneOfSeveral)
    {
        string whose = isOneOfSeveral ? $", {_schedule}" : "";
        ScheduleItem[] shown = [.. _schedule.Items.Where(i => _conditions.Evaluate(i.When) != Truth.False)];
        IEnumerable<Candidate> candidates = _selector.Items().SelectMany(i => _selector.Cases(i.Item, i.Claim));
        yield return new ExplanationSection("Which item" + whose, [.. shown.Select(OfItem)], OtherItems(_schedule.Items.Count - shown.Length));
        yield return new ExplanationSection("When" + whose, [.. candidates.DistinctBy(c => c.Rule).Select(OfRule)], "");
    }

    private static string OtherItems(int others) => others switch
    {
        0 => "",
        1 => "1 other item does not cover the record.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{others} other items do not cover the record."),
    };

    private ExplanationNode OfItem(ScheduleItem item)
    {
        List<ExplanationNode> children = [item.IsResidual ? Node("takes what no other item takes", "", item.Source) : _explained.Condition(item.When)];
        foreach (ScheduleItem other in _selector.GoingBefore(item).Where(o => _conditions.Evaluate(o.When) != Truth.False))
            children.Add(Node(GoingBefore(other), "", other.Source));
        if (item.Cases.Count > 1) children.AddRange(item.Cases.Select(c => _explained.Condition(c.When)));
        string claim = _selector.ClaimOf(item) switch
        {
            Truth.True => "applies",
            Truth.Unknown => "may apply",
            Truth.False => "gives way",
            _ => throw new InvalidOperationException("unknown truth"),
        };
        return new ExplanationNode($"item {item.Number}, {item.Title}", claim, item.Source.Line, children);
    }

    private string GoingBefore(ScheduleItem other) => _conditions.Evaluate(other.When) == Truth.True
        ? $"item {other.Number} goes before it, and covers the record"
        : $"item {other.Number} goes before it, and may cover the record";

    private ExplanationNode OfRule(Candidate candidate)
    {
        DispositionInstruction instruction = candidate.Rule.Instruction;
        return instruction is StepSequence sequence
            ? Node($"item {candidate.Item.Number}{CaseOf(candidate)}", "", sequence.Source, OfSteps(sequence, candidate.Item))
            : Node(instruction.Text, $"item {candidate.Item.Number}", instruction.Source);
    }

    private static string CaseOf(Candidate candidate) => candidate.Item.Cases.Count < 2 ? ""
        : candidate.Branch.When is Always ? ", in any other case"
        : $", where {candidate.Branch.When}";

    private ExplanationNode[] OfSteps(StepSequence sequence, ScheduleItem item)
    {
        IReadOnlyList<StepValue> values = new TimelineEvaluator(_policy, _schedule.Rounding, _facts, _asOf).Evaluate(sequence);
        MomentEvaluator moments = new(_policy, _schedule.Rounding, _facts, _asOf, [.. values.Select(v => v.Counted)]);
        LimitEvaluator limits = new(_policy, _schedule, item, _facts, _asOf);
        return [.. values.Select(value => OfStep(limits.Apply(value), moments, limits)), .. OfOutcome(sequence)];
    }

    /// <summary>The days and the state are those under the limits of laws and minima; each of these is told below.</summary>
    private ExplanationNode OfStep(StepValue value, MomentEvaluator moments, LimitEvaluator limits)
    {
        List<ExplanationNode> children = [.. MomentsOf(value.Step.Timing).Select(m => OfMoment(m.Moment, m.Side, moments))];
        // A step that counts from one moment says that moment's words and day itself.
        if (value.Step.Timing is FromMoment && children is [{ Children.Count: > 0 } only] && only.Value == BoundsText.Write(value.Floor.Bounds)) children = [.. only.Children];
        if (!value.IsBehind) children.AddRange(limits.ReasonsFor(value.Step.Action).Select(r => new ExplanationNode(r.Text, "", r.Line, [])));
        if (value.Step.Completion is RecordedCompletion { Fact: var fact } && _facts[fact].State != FactState.Unknown)
            children.Add(_explained.Fact(fact));
        return Node(value.Step.Text, $"{BoundsText.Write(value.Floor.Bounds)} ({StateWord(value.State)})", value.Step.Source, [.. children]);
    }

    private ExplanationNode[] OfOutcome(StepSequence sequence) =>
        sequence.Outcome is { } outcome ? [_explained.Fact(outcome.Decision), _explained.Fact(outcome.ExtendedTo)] : [];

    private static IEnumerable<(Moment Moment, Side Side)> MomentsOf(StepTiming timing) => timing switch
    {
        FromMoment from => [(from.Moment, Side.Floor)],
        TimeWindow window => [(window.Floor, Side.Floor), (window.Ceiling, Side.Ceiling)],
        Recurring { End: UntilMoment until } recurring => [(recurring.First, Side.Floor), (until.Moment, Side.Floor)],
        Recurring recurring => [(recurring.First, Side.Floor)],
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    private ExplanationNode OfMoment(Moment moment, Side side, MomentEvaluator moments) => moment switch
    {
        FactMoment m => _explained.Fact(m.Fact),
        AnyFactMoment m => _explained.Fact(m.Fact),
        NthOfMoment m => Node(m.ToString(), BoundsText.Write(moments.Evaluate(m, side).Bounds), m.Source, _explained.Fact(m.Fact)),
        _ => OfCompound(moment, side, moments),
    };

    private ExplanationNode OfCompound(Moment moment, Side side, MomentEvaluator moments) => Node(
        moment.ToString()!,
        BoundsText.Write(moments.Evaluate(moment, side).Bounds),
        moment.Source,
        moment switch
        {
            StepMoment or AtOnce => [],
            PeriodAfter m => [OfMoment(m.Start, side, moments)],
            CycleBoundary m => [OfMoment(m.Within, side, moments)],
            EarliestOf m => [.. m.Moments.Select(x => OfMoment(x, side, moments))],
            LatestOf m => [.. m.Alternatives.Select(x => OfMoment(x.Moment, side, moments))],
            WithFallback m => [_explained.Fact(m.Tested), OfMoment(m.Main, side, moments), OfMoment(m.Fallback, side, moments)],
            DefinedMoment m => [OfMoment(m.Definition, side, moments)],
            AssumedStart m => [OfMoment(m.Start, side, moments)],
            _ => throw new ArgumentOutOfRangeException(nameof(moment)),
        });

    private static ExplanationNode Node(string text, string value, SourceReference source, params IReadOnlyList<ExplanationNode> children) =>
        new(text, value, source.Line, children);

    private static string StateWord(StepState state) => state switch
    {
        StepState.Done => "done",
        StepState.Due => "due",
        StepState.NotDue => "not due",
        StepState.Open => "not known whether due",
        StepState.Computed => "computed",
        StepState.Over => "over",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
