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
        ScheduleOutcome found = InstrumentEvaluator.Evaluate(policy, policy.Instrument, facts, asOf);
        return new Deciding(policy, facts, asOf).Finish(found);
    }

    /// <summary>One record on one day: holds and gates bear on a due act only, and both are always listed (5.20 to 5.22).</summary>
    private sealed class Deciding(RetentionPolicy policy, RecordFacts facts, DateOnly asOf)
    {
        private readonly HoldCheck _holds = new(policy.Holds, facts, asOf);

        public DispositionDecision Finish(ScheduleOutcome found)
        {
            Outcome outcome = found.Outcome;
            IReadOnlyList<(Hold Hold, Truth Applies)> holds = _holds.Standing();
            DecisionReason[] blocks = outcome.IsDue ? [.. Blocking(found)] : [];
            DispositionStatus status =
                !outcome.IsDue ? outcome.Status
                : holds.Count > 0 ? DispositionStatus.Held
                : blocks.Length > 0 ? DispositionStatus.Blocked
                : outcome.Status;
            IEnumerable<string> missing = outcome.Missing.Concat(holds.Where(h => h.Applies == Truth.Unknown).SelectMany(h => _holds.MissingFor(h.Hold)));
            return new DispositionDecision(policy, facts.Id, asOf, status)
            {
                Schedule = found.Source,
                Item = found.Item,
                Value = outcome.Value,
                Action = outcome.IsDue ? outcome.Action : null,
                Next = outcome.IsDue ? null : outcome.Action,
                Target = outcome.Target,
                Bounds = status == DispositionStatus.Permanent ? DateBounds.Unknown : outcome.Bounds,
                Latest = outcome.Latest,
                ChangesOn = FirstChange([.. outcome.ChangeDays, .. _holds.ChangeDays(), .. found.Gates.SelectMany(g => g.ChangeDays)]),
                Missing = InOrder(missing),
                Candidates = [.. found.Candidates.Select(i => i.Number)],
                Holds = [.. holds.Select(h => h.Hold.Id)],
                Blocks = [.. blocks.Select(b => b.Code).Distinct()],
                Reasons =
                [
                    .. found.Which, .. outcome.Reasons, .. holds.Select(h => _holds.Explain(h.Hold, h.Applies)), .. blocks,
                    .. facts.Faults.Select(Reasons.DataFault),
                ],
                Authorities = found.Chosen is { Branch.Authorities.Count: > 0 } ? found.Chosen.Branch.Authorities : found.Item?.Authorities ?? [],
                Citations = found.Chosen is { Branch.Citations.Count: > 0 } ? found.Chosen.Branch.Citations : found.Item?.Citations ?? [],
                Timeline = outcome.Timeline,
            };
        }

        /// <summary>5.21: what blocks a due act.</summary>
        private IEnumerable<DecisionReason> Blocking(ScheduleOutcome found)
        {
            foreach (DecisionReason block in found.Gates.SelectMany(g => g.Blocking(asOf)).DistinctBy(b => b.Text)) yield return block;
            if (!policy.Holds.WereConsulted && found.Outcome.Action == DispositionAction.Destroy) yield return Reasons.NoHoldsConsulted();
        }

        /// <summary>5.25: the first of the days on which anything can change that lies after the day of evaluation.</summary>
        private DateBound FirstChange(IEnumerable<DateBound> days) =>
            days.Where(d => d.IsFinite && d.Date > asOf).Aggregate(DateBound.PositiveInfinity, DateBound.Min);

        /// <summary>5.24: facts in the order of the schedule, then parameters and whatever else.</summary>
        private string[] InOrder(IEnumerable<string> missing)
        {
            HashSet<string> names = new(missing, StringComparer.Ordinal);
            string[] known = [.. facts.Layout.Facts.Select(f => f.Name).Where(names.Contains)];
            return [.. known, .. names.Except(known).Order(StringComparer.Ordinal)];
        }
    }
}
