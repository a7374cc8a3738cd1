using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// The meaning of the rules language: decides a record by walking over the model. Made to be read, not to be fast; any
/// faster evaluator must give the same decisions. Each rule names its paragraph of docs/language.md.
/// </summary>
internal sealed class ReferenceEvaluator(RetentionPolicy policy)
{
    public DispositionDecision Evaluate(RecordFacts facts, DateOnly asOf)
    {
        ScheduleOutcome found = new ScheduleEvaluator(policy, policy.Schedule, facts, asOf).Evaluate();
        return new Deciding(policy, facts, asOf).Finish(found);
    }

    /// <summary>One record on one day: holds and gates bear on a due act only, and both are always listed (5.20 to 5.22).</summary>
    private sealed class Deciding(RetentionPolicy policy, RecordFacts facts, DateOnly asOf)
    {
        private readonly HoldCheck _holds = new(policy.Holds, facts, asOf);
        private readonly RestrictionCheck _restrictions = new(policy, facts, asOf);

        public DispositionDecision Finish(ScheduleOutcome found)
        {
            Outcome outcome = found.Outcome;
            IReadOnlyList<(Hold Hold, Truth Applies)> holds = _holds.Standing();
            RestrictionsOnAct restricted = outcome.IsDue ? _restrictions.On(outcome.Action!.Value) : RestrictionsOnAct.None;
            DecisionReason[] blocks = outcome.IsDue ? [.. Blocking(found), .. restricted.Blocking] : [];
            DispositionStatus status =
                !outcome.IsDue ? outcome.Status
                : holds.Count > 0 ? DispositionStatus.Held
                : blocks.Length > 0 ? DispositionStatus.Blocked
                : outcome.Status;
            IEnumerable<string> missing = outcome.Missing.Concat(holds.Where(h => h.Applies == Truth.Unknown).SelectMany(h => _holds.MissingFor(h.Hold))).Concat(restricted.Missing);
            return new DispositionDecision(policy, facts.Id, asOf, status)
            {
                Item = found.Item,
                Value = outcome.Value,
                Action = outcome.IsDue ? outcome.Action : null,
                Next = outcome.IsDue ? null : outcome.Action,
                Target = outcome.Target,
                Bounds = status == DispositionStatus.Permanent ? DateBounds.Unknown : outcome.Bounds,
                Latest = outcome.Latest,
                ChangesOn = FirstChange([.. outcome.ChangeDays, .. _holds.ChangeDays(), .. _restrictions.ChangeDays(), .. found.Gates.SelectMany(g => g.ChangeDays)]),
                Missing = facts.Layout.InOrder(missing),
                Candidates = [.. found.Candidates.Select(i => i.Number)],
                Holds = [.. holds.Select(h => h.Hold.Id)],
                Blocks = [.. blocks.Select(b => b.Code).Distinct(StringComparer.Ordinal)],
                Reasons =
                [
                    .. found.Which, .. outcome.Reasons, .. holds.Select(h => _holds.Explain(h.Hold, h.Applies)), .. blocks,
                    .. restricted.Excepted, .. facts.Faults.Select(Reasons.DataFault),
                ],
                Authorities = found.Chosen is { Branch.Authorities.Count: > 0 } ? found.Chosen.Branch.Authorities : found.Item?.Authorities ?? [],
                Citations = found.Chosen is { Branch.Citations.Count: > 0 } ? found.Chosen.Branch.Citations : found.Item?.Citations ?? [],
                Timeline = outcome.Timeline,
            };
        }

        /// <summary>5.21: what blocks a due act.</summary>
        private IEnumerable<DecisionReason> Blocking(ScheduleOutcome found)
        {
            foreach (DecisionReason block in found.Gates.SelectMany(g => g.Blocking(asOf))) yield return block;
            if (!policy.Holds.WereConsulted && found.Outcome.Action == DispositionAction.Destroy) yield return Reasons.NoHoldsConsulted();
        }

        /// <summary>5.25: the first of the days on which anything can change that lies after the day of evaluation.</summary>
        private DateBound FirstChange(IEnumerable<DateBound> days) =>
            days.Where(d => d.IsFinite && d.Date > asOf).Aggregate(DateBound.PositiveInfinity, DateBound.Min);
    }
}
