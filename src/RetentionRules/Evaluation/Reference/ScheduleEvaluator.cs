using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Which item of one schedule decides about a record, and what comes of it (docs/language.md, 5.1, 5.5 and 5.6).</summary>
internal sealed class ScheduleEvaluator(RetentionPolicy policy, RetentionSchedule schedule, RecordFacts facts, DateOnly asOf, ItemFinder finder)
{
    private readonly ItemSelector _selector = new(schedule, facts, finder);

    /// <summary>Where an earlier edition may have covered the record: how appraisals that were made before are taken.</summary>
    public TransitionAppraisal? Transition { get; init; }

    /// <summary>5.6: which item decides, if any.</summary>
    public ScheduleOutcome Evaluate() => UnlessRequiredIsMissing(Decide());

    private ScheduleOutcome Decide()
    {
        IReadOnlyList<(ScheduleItem Item, Truth Claim)> items = _selector.Items();
        ScheduleItem[] applying = [.. items.Where(i => i.Claim == Truth.True).Select(i => i.Item)];
        if (items.Count == 0)
            return new ScheduleOutcome(schedule, Nothing(DispositionStatus.Unscheduled), Truth.False) { Which = [Reasons.NoItemApplies()] };
        if (applying.Length > 1)
            return OfOpenItems(Nothing(DispositionStatus.Conflict), applying, Truth.True) with { Which = [Reasons.SeveralItemsApply(applying)] };
        return applying is [var only] && items.Count == 1 ? OfItem(only) : OfCandidates(items);
    }

    private static Outcome Nothing(DispositionStatus status) => new(status, RecordValue.Undecided);

    /// <summary>5.1, 5.22: what the schedule requires and nobody knows leaves the record undetermined; a conflict stays one.</summary>
    private ScheduleOutcome UnlessRequiredIsMissing(ScheduleOutcome found)
    {
        string[] required = facts.RequiredAndMissing(schedule);
        if (required.Length == 0 || found.Outcome.Status is DispositionStatus.Conflict or DispositionStatus.Unscheduled) return found;
        Outcome undetermined = Nothing(DispositionStatus.Undetermined) with
        {
            Missing = required,
            Reasons = found.Outcome.Reasons,
            ChangeDays = found.Outcome.ChangeDays,
        };
        return found with { Outcome = undetermined, Which = [Reasons.RequiredMissing(required), .. found.Which] };
    }

    /// <summary>5.5: one item applies for certain; its cases may still be open.</summary>
    private ScheduleOutcome OfItem(ScheduleItem item)
    {
        Candidate[] cases = [.. _selector.Cases(item, Truth.True)];
        ScheduleOutcome of(Outcome outcome) => new(schedule, outcome, Truth.True) { Item = item, Gates = [new Gate(schedule, item)] };
        if (cases is [{ Claim: Truth.True } only])
            return of(OutcomeOf(only)) with { Chosen = only, Which = WhyThis(only) };
        string[] missing = [.. _selector.MissingForCases(item)];
        if (cases.Length == 0)
            return of(Nothing(DispositionStatus.Undetermined) with { Missing = missing }) with { Which = [Reasons.ItemApplies(item), Reasons.NoCaseApplies(item)] };
        return of(Combined(cases, missing)) with
        {
            Which = [Reasons.ItemApplies(item), .. Followed(cases), .. cases.Select(c => Reasons.CaseMayApply(item, c.Rule, missing))],
        };
    }

    /// <summary>5.6: it is not certain which item applies, or whether any does.</summary>
    private ScheduleOutcome OfCandidates(IReadOnlyList<(ScheduleItem Item, Truth Claim)> items)
    {
        Candidate[] candidates = [.. items.SelectMany(i => _selector.Cases(i.Item, i.Claim))];
        string[] missing = [.. _selector.MissingFor(items.Select(i => i.Item)), .. items.SelectMany(i => _selector.MissingForCases(i.Item))];
        IEnumerable<DecisionReason> reasons =
            items.Select(i => i.Claim == Truth.True ? Reasons.ItemApplies(i.Item) : Reasons.ItemMayApply(i.Item, _selector.MissingFor([i.Item])));
        Truth claim = Kleene.Any(items.Select(i => i.Claim));
        return OfOpenItems(Combined(candidates, missing), items.Select(i => i.Item), claim) with { Which = [.. reasons, .. Followed(candidates)] };
    }

    private ScheduleOutcome OfOpenItems(Outcome outcome, IEnumerable<ScheduleItem> items, Truth claim) => new(schedule, outcome, claim)
    {
        Candidates = [.. items],
        Gates = [.. items.Select(i => new Gate(schedule, i))],
    };

    private Outcome Combined(Candidate[] candidates, string[] missing) =>
        OpenOutcome.Of([.. candidates.Select(OutcomeOf)], missing);

    private Outcome OutcomeOf(Candidate candidate) =>
        new OutcomeEvaluator(policy, schedule, candidate.Item, facts, asOf) { Transition = Transition }.Evaluate(candidate.Rule.Instruction);

    private static IEnumerable<DecisionReason> Followed(IEnumerable<Candidate> candidates) => candidates
        .DistinctBy(c => c.Branch)
        .Where(c => c.Branch.Instruction is SameAsItem)
        .Select(c => Reasons.FollowsItem(c.Item, ((SameAsItem)c.Branch.Instruction).ItemNumber, c.Branch.Instruction.Source));

    private static List<DecisionReason> WhyThis(Candidate chosen)
    {
        List<DecisionReason> reasons = [Reasons.ItemApplies(chosen.Item)];
        if (chosen.Branch.Instruction is SameAsItem same) reasons.Add(Reasons.FollowsItem(chosen.Item, same.ItemNumber, same.Source));
        if (chosen.Item.Cases.Count > 1) reasons.Add(Reasons.CaseApplies(chosen.Item, chosen.Branch));
        if (chosen.Item.AllowsLongerRetention) reasons.Add(Reasons.LongerRetention(chosen.Item));
        return reasons;
    }
}
