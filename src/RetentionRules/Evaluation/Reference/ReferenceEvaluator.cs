using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// The meaning of the rules language: decides a record by walking over the model. Made to be read, not to be fast; any
/// faster evaluator must give the same decisions. Each rule names its paragraph of docs/language.md.
/// </summary>
internal sealed class ReferenceEvaluator(RetentionPolicy policy)
{
    public DispositionDecision Evaluate(RecordFacts facts, DateOnly asOf) => new Deciding(policy, facts, asOf).Decide();

    /// <summary>One record on one day.</summary>
    private sealed class Deciding(RetentionPolicy policy, RecordFacts facts, DateOnly asOf)
    {
        private readonly ItemSelector _selector = new(policy.Schedule, facts);
        private readonly OutcomeEvaluator _outcomes = new(policy, facts, asOf);
        private readonly HoldCheck _holds = new(policy.Holds, facts, asOf);
        private readonly RestrictionCheck _restrictions = new(policy, facts, asOf);

        /// <summary>5.6: which item decides, if any.</summary>
        public DispositionDecision Decide()
        {
            IReadOnlyList<(ScheduleItem Item, Truth Claim)> items = _selector.Items();
            ScheduleItem[] applying = [.. items.Where(i => i.Claim == Truth.True).Select(i => i.Item)];
            if (items.Count == 0)
                return Finish(new Outcome(DispositionStatus.Unscheduled, RecordValue.Undecided) { Reasons = [Reasons.NoItemApplies()] }, null, []);
            if (applying.Length > 1)
                return Finish(new Outcome(DispositionStatus.Conflict, RecordValue.Undecided) { Reasons = [Reasons.SeveralItemsApply(applying)] }, null, applying);
            return applying is [var only] && items.Count == 1 ? OfItem(only) : OfCandidates(items);
        }

        /// <summary>5.1, 5.22: what the schedule requires and nobody knows leaves the record undetermined; a conflict stays one.</summary>
        private Outcome UnlessRequiredIsMissing(Outcome outcome)
        {
            string[] required = facts.RequiredMissing();
            if (required.Length == 0 || outcome.Status is DispositionStatus.Conflict or DispositionStatus.Unscheduled) return outcome;
            return new Outcome(DispositionStatus.Undetermined, RecordValue.Undecided)
            {
                Missing = required,
                Reasons = [Reasons.RequiredMissing(required), .. outcome.Reasons],
                ChangeDays = outcome.ChangeDays,
            };
        }

        /// <summary>5.5: one item applies for certain; its cases may still be open.</summary>
        private DispositionDecision OfItem(ScheduleItem item)
        {
            Candidate[] cases = [.. _selector.Cases(item, Truth.True)];
            if (cases is [{ Claim: Truth.True } only]) return Finish(Explained(only, _outcomes.Evaluate(only.Rule.Instruction)), item, [], only);
            if (cases.Length > 0) return OfOpenCases(item, cases);
            Outcome none = new(DispositionStatus.Undetermined, RecordValue.Undecided)
            {
                Missing = [.. _selector.MissingForCases(item)],
                Reasons = [Reasons.ItemApplies(item), Reasons.NoCaseApplies(item)],
            };
            return Finish(none, item, []);
        }

        private DispositionDecision OfOpenCases(ScheduleItem item, Candidate[] cases)
        {
            string[] missing = [.. _selector.MissingForCases(item)];
            DecisionReason[] reasons = [Reasons.ItemApplies(item), .. Followed(cases), .. cases.Select(c => Reasons.CaseMayApply(item, c.Rule, missing))];
            return Finish(Combined(cases, missing, reasons), item, []);
        }

        /// <summary>5.6: it is not certain which item applies, or whether any does.</summary>
        private DispositionDecision OfCandidates(IReadOnlyList<(ScheduleItem Item, Truth Claim)> items)
        {
            Candidate[] candidates = [.. items.SelectMany(i => _selector.Cases(i.Item, i.Claim))];
            string[] missing = [.. _selector.MissingFor(items.Select(i => i.Item)), .. items.SelectMany(i => _selector.MissingForCases(i.Item))];
            DecisionReason[] reasons =
                [.. items.Select(i => i.Claim == Truth.True ? Reasons.ItemApplies(i.Item) : Reasons.ItemMayApply(i.Item, _selector.MissingFor([i.Item])))];
            return Finish(Combined(candidates, missing, [.. reasons, .. Followed(candidates)]), null, items.Select(i => i.Item));
        }

        private static IEnumerable<DecisionReason> Followed(IEnumerable<Candidate> candidates) => candidates
            .DistinctBy(c => c.Branch)
            .Where(c => c.Branch.Instruction is SameAsItem)
            .Select(c => Reasons.FollowsItem(c.Item, ((SameAsItem)c.Branch.Instruction).ItemNumber, c.Branch.Instruction.Source));

        /// <summary>
        /// 5.6: where every candidate keeps the record, it does not matter which of them applies. That perhaps none
        /// applies changes nothing, because an unscheduled record is kept too. Everything else is undetermined.
        /// </summary>
        private Outcome Combined(Candidate[] candidates, string[] missing, DecisionReason[] reasons)
        {
            Outcome[] outcomes = [.. candidates.Select(c => _outcomes.Evaluate(c.Rule.Instruction))];
            bool allPermanent = outcomes.Length > 0 && outcomes.All(o => o.Status == DispositionStatus.Permanent);
            bool allKeep = outcomes.Length > 0 &&
                outcomes.All(o => o.Status is DispositionStatus.Permanent or DispositionStatus.Awaiting or DispositionStatus.Retain);
            bool allDue = outcomes.Length > 0 && outcomes.All(o => o.IsDue) && outcomes.Select(o => o.Action).Distinct().Count() == 1;
            DispositionStatus status = allPermanent ? DispositionStatus.Permanent : allKeep ? DispositionStatus.Retain : DispositionStatus.Undetermined;
            DecisionReason[] conclusion = allKeep ? [Reasons.AnyCandidateKeeps()] : allDue ? [Reasons.EveryCandidateIsDue(outcomes[0].Action!.Value)] : [];
            return new Outcome(status, Common(outcomes.Select(o => o.Value), RecordValue.Undecided))
            {
                // 5.24: which candidate applies is the first thing to find out; what each of them hangs on may then not matter.
                Missing = missing,
                ChangeDays = [.. outcomes.SelectMany(o => o.ChangeDays)],
                Reasons = [.. reasons, .. conclusion],
                Bounds = outcomes.Length == 0 ? DateBounds.Unknown : outcomes.Select(o => o.Bounds).Aggregate(DateBounds.Hull),
                Action = Common(outcomes.Select(o => o.Action), null),
                Target = Common(outcomes.Select(o => o.Target), ""),
            };
        }

        /// <summary>The value that all have in common, or another where they differ.</summary>
        private static T Common<T>(IEnumerable<T> values, T otherwise) => values.Distinct().ToArray() is [var only] ? only : otherwise;

        private static Outcome Explained(Candidate chosen, Outcome outcome)
        {
            List<DecisionReason> reasons = [Reasons.ItemApplies(chosen.Item)];
            if (chosen.Branch.Instruction is SameAsItem same) reasons.Add(Reasons.FollowsItem(chosen.Item, same.ItemNumber, same.Source));
            if (chosen.Item.Cases.Count > 1) reasons.Add(Reasons.CaseApplies(chosen.Item, chosen.Branch));
            if (chosen.Item.AllowsLongerRetention) reasons.Add(Reasons.LongerRetention(chosen.Item));
            return outcome with { Reasons = [.. reasons, .. outcome.Reasons] };
        }

        /// <summary>5.20 to 5.22: holds and gates bear on a due act only, and both are always listed.</summary>
        private DispositionDecision Finish(Outcome outcome, ScheduleItem? item, IEnumerable<ScheduleItem> candidates, Candidate? chosen = null)
        {
            outcome = UnlessRequiredIsMissing(outcome);
            IReadOnlyList<(Hold Hold, Truth Applies)> holds = _holds.Standing();
            RestrictionsOnAct restricted = outcome.IsDue ? _restrictions.On(outcome.Action!.Value) : RestrictionsOnAct.None;
            DecisionReason[] blocks = outcome.IsDue ? [.. Gates.Blocking(policy, item!, outcome.Action!.Value, asOf), .. restricted.Blocking] : [];
            DispositionStatus status =
                !outcome.IsDue ? outcome.Status
                : holds.Count > 0 ? DispositionStatus.Held
                : blocks.Length > 0 ? DispositionStatus.Blocked
                : outcome.Status;
            IEnumerable<string> missing = outcome.Missing.Concat(holds.Where(h => h.Applies == Truth.Unknown).SelectMany(h => _holds.MissingFor(h.Hold))).Concat(restricted.Missing);
            ScheduleItem[] open = [.. candidates];
            return new DispositionDecision(policy, facts.Id, asOf, status)
            {
                Item = item,
                Value = outcome.Value,
                Action = outcome.IsDue ? outcome.Action : null,
                Next = outcome.IsDue ? null : outcome.Action,
                Target = outcome.Target,
                Bounds = status == DispositionStatus.Permanent ? DateBounds.Unknown : outcome.Bounds,
                Latest = outcome.Latest,
                ChangesOn = FirstChange([.. outcome.ChangeDays, .. _holds.ChangeDays(), .. _restrictions.ChangeDays(), .. open.Append(item).OfType<ScheduleItem>().SelectMany(i => Gates.ChangeDays(policy, i))]),
                Missing = facts.Layout.InOrder(missing),
                Candidates = [.. open.Select(i => i.Number)],
                Holds = [.. holds.Select(h => h.Hold.Id)],
                Blocks = [.. blocks.Select(b => b.Code).Distinct(StringComparer.Ordinal)],
                Reasons = [.. outcome.Reasons, .. holds.Select(h => _holds.Explain(h.Hold, h.Applies)), .. blocks, .. restricted.Excepted, .. facts.Faults.Select(Reasons.DataFault)],
                Authorities = chosen is { Branch.Authorities.Count: > 0 } ? chosen.Branch.Authorities : item?.Authorities ?? [],
                Citations = chosen is { Branch.Citations.Count: > 0 } ? chosen.Branch.Citations : item?.Citations ?? [],
                Timeline = outcome.Timeline,
            };
        }

        /// <summary>5.25: the first of the days on which anything can change that lies after the day of evaluation.</summary>
        private DateBound FirstChange(IEnumerable<DateBound> days) =>
            days.Where(d => d.IsFinite && d.Date > asOf).Aggregate(DateBound.PositiveInfinity, DateBound.Min);
    }
}
