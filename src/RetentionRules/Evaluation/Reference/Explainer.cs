using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// Builds an explanation by asking the evaluators for the value of each part of what the schedule says. It decides
/// nothing itself.
/// </summary>
internal sealed class Explainer
{
    private readonly RetentionPolicy _policy;
    private readonly RecordFacts _facts;
    private readonly DateOnly _asOf;
    private readonly ConditionEvaluator _conditions;
    private readonly ItemSelector _selector;

    public Explainer(RetentionPolicy policy, RecordFacts facts, DateOnly asOf)
    {
        (_policy, _facts, _asOf) = (policy, facts, asOf);
        _conditions = new ConditionEvaluator(facts);
        _selector = new ItemSelector(policy.Schedule, facts);
    }

    public Explanation Explain(DispositionDecision decision)
    {
        ScheduleItem[] shown = [.. _policy.Schedule.Items.Where(i => _conditions.Evaluate(i.When) != Truth.False)];
        IEnumerable<Candidate> candidates = _selector.Items().SelectMany(i => _selector.Cases(i.Item, i.Claim));
        return new Explanation(
            decision,
            [.. shown.Select(OfItem)],
            [.. candidates.DistinctBy(c => c.Rule).Select(OfRule)],
            [.. _policy.Holds.Holds.Where(h => h.When is not null).Select(OfHold)],
            new RestrictionExplainer(_policy, _facts, _asOf, OfCondition).On(decision));
    }

    private ExplanationNode OfItem(ScheduleItem item)
    {
        List<ExplanationNode> children = [item.IsResidual ? Node("takes what no other item takes", "", item.Source) : OfCondition(item.When)];
        foreach (ScheduleItem other in _selector.GoingBefore(item).Where(o => _conditions.Evaluate(o.When) != Truth.False))
            children.Add(Node(GoingBefore(other), "", other.Source));
        if (item.Cases.Count > 1) children.AddRange(item.Cases.Select(c => OfCondition(c.When)));
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

    private ExplanationNode OfCondition(Condition condition) => Node(
        condition is Always ? "otherwise" : condition.ToString()!,
        Word(_conditions.Evaluate(condition)),
        condition.Source,
        condition switch
        {
            AllOf all => [.. all.Operands.Select(OfCondition)],
            AnyOf any => [.. any.Operands.Select(OfCondition)],
            Not not => [OfCondition(not.Operand)],
            Comparison { Right: FactOperand other } c => [OfFact(c.Fact), OfFact(other.Fact)],
            Comparison c => [OfFact(c.Fact)],
            Membership m => [OfFact(m.Fact), .. m.Values.OfType<FactOperand>().Select(v => OfFact(v.Fact))],
            UnderCode u => [OfFact(u.Fact)],
            ContainsText c => [OfFact(c.Fact)],
            MatchesPattern m => [OfFact(m.Fact)],
            IsNever n => [OfFact(n.Fact)],
            Always => [],
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        });

    private ExplanationNode OfFact(FactDefinition fact) => new(fact.Name, _facts[fact].ToString(), 0, []);

    private ExplanationNode OfRule(Candidate candidate)
    {
        DispositionInstruction instruction = candidate.Rule.Instruction;
        return instruction is StepSequence sequence
            ? Node($"item {candidate.Item.Number}{CaseOf(candidate)}", "", sequence.Source, OfSteps(sequence))
            : Node(instruction.Text, $"item {candidate.Item.Number}", instruction.Source);
    }

    private static string CaseOf(Candidate candidate) => candidate.Item.Cases.Count < 2 ? ""
        : candidate.Branch.When is Always ? ", in any other case"
        : $", where {candidate.Branch.When}";

    private ExplanationNode[] OfSteps(StepSequence sequence)
    {
        IReadOnlyList<StepValue> values = new TimelineEvaluator(_policy, _policy.Schedule.Rounding, _facts, _asOf).Evaluate(sequence);
        MomentEvaluator moments = new(_policy, _policy.Schedule.Rounding, _facts, _asOf, [.. values.Select(v => v.Counted)]);
        return [.. values.Select(value => OfStep(value, moments)), .. OfOutcome(sequence)];
    }

    private ExplanationNode OfStep(StepValue value, MomentEvaluator moments)
    {
        List<ExplanationNode> children = [.. MomentsOf(value.Step.Timing).Select(m => OfMoment(m.Moment, m.Side, moments))];
        // A step that counts from one moment says that moment's words and day itself.
        if (value.Step.Timing is FromMoment && children is [{ Children.Count: > 0 } only] && only.Value == BoundsText.Write(value.Floor.Bounds)) children = [.. only.Children];
        if (value.Step.Completion is RecordedCompletion { Fact: var fact } && _facts[fact].State != FactState.Unknown)
            children.Add(OfFact(fact));
        return Node(value.Step.Text, $"{BoundsText.Write(value.Floor.Bounds)} ({StateWord(value.State)})", value.Step.Source, [.. children]);
    }

    private ExplanationNode[] OfOutcome(StepSequence sequence) =>
        sequence.Outcome is { } outcome ? [OfFact(outcome.Decision), OfFact(outcome.ExtendedTo)] : [];

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
        FactMoment m => OfFact(m.Fact),
        AnyFactMoment m => OfFact(m.Fact),
        NthOfMoment m => Node(m.ToString(), BoundsText.Write(moments.Evaluate(m, side).Bounds), m.Source, OfFact(m.Fact)),
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
            WithFallback m => [OfFact(m.Tested), OfMoment(m.Main, side, moments), OfMoment(m.Fallback, side, moments)],
            DefinedMoment m => [OfMoment(m.Definition, side, moments)],
            AssumedStart m => [OfMoment(m.Start, side, moments)],
            _ => throw new ArgumentOutOfRangeException(nameof(moment)),
        });

    private ExplanationNode OfHold(Hold hold) =>
        new($"hold {hold.Id}, {hold.Authority}", Word(_conditions.Evaluate(hold.When!)), 0, [OfCondition(hold.When!) with { Line = 0 }]);

    private static ExplanationNode Node(string text, string value, SourceReference source, params IReadOnlyList<ExplanationNode> children) =>
        new(text, value, source.Line, children);

    private static string Word(Truth truth) => truth.ToString().ToLowerInvariant();

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
