using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// Whether an act may be done with a record (docs/language.md, 14.3): nothing may forbid it, known or not known. Adding
/// anything that forbids can therefore never improve an answer.
/// </summary>
internal sealed class PermissionEvaluator(RetentionPolicy policy, ReferenceEvaluator decisions)
{
    private readonly Classifier _classifier = new(policy.Classification);

    public PermissionDecision Evaluate(RecordAct act, RecordFacts given, DateOnly asOf)
    {
        RecordFacts facts = _classifier.Classify(given).Facts;
        RestrictionCheck restrictions = new(policy, facts, asOf);
        IReadOnlyList<(Restriction Restriction, Truth Forbids)> standing = restrictions.Standing(act);
        Objection[] objections =
        [
            .. standing.Select(s => new Objection(s.Forbids, restrictions.Explain(s.Restriction, act, s.Forbids), restrictions.MissingFor(s.Restriction, act))),
            .. OfRequired(facts),
            .. act.Disposition == DispositionAction.Destroy ? OfDecision(decisions.Evaluate(given, asOf)) : OfHolds(act, facts, asOf),
        ];
        IEnumerable<DecisionReason> reasons = [.. objections.Select(o => o.Reason), .. restrictions.ExceptionsUsed(act)];
        return new PermissionDecision(policy, act, facts.Id, asOf, Conclude(objections))
        {
            Forbidding = [.. standing.Where(s => s.Forbids == Truth.True).Select(s => s.Restriction.Id)],
            MayForbid = [.. standing.Where(s => s.Forbids == Truth.Unknown).Select(s => s.Restriction.Id)],
            Missing = facts.Layout.InOrder(objections.SelectMany(o => o.Missing)),
            Duties = restrictions.Duties(act),
            Reasons = [.. objections.Length == 0 ? [Reasons.NothingForbids(act)] : Array.Empty<DecisionReason>(), .. reasons, .. facts.Faults.Select(Reasons.DataFault)],
            ChangesOn = FirstChange(act, restrictions, given, asOf),
        };
    }

    /// <summary>Something that forbids an act, or may.</summary>
    private readonly record struct Objection(Truth Forbids, DecisionReason Reason, IEnumerable<string> Missing);

    private static PermissionStatus Conclude(Objection[] objections) =>
        objections.Length == 0 ? PermissionStatus.Permitted
        : objections.Any(o => o.Forbids == Truth.True) ? PermissionStatus.Forbidden
        : PermissionStatus.NotKnown;

    /// <summary>5.1: of a record without what the schedule requires nothing is decided.</summary>
    private IEnumerable<Objection> OfRequired(RecordFacts facts)
    {
        string[] required = [.. policy.Instrument.Schedules.SelectMany(facts.RequiredAndMissing).Distinct(StringComparer.Ordinal)];
        return required.Length == 0 ? [] : [new Objection(Truth.Unknown, Reasons.RequiredMissing(required), required)];
    }

    /// <summary>14.3: nothing is destroyed but by a decision that says so.</summary>
    private static IEnumerable<Objection> OfDecision(DispositionDecision decision)
    {
        if (decision.Permits(DispositionAction.Destroy)) return [];
        Truth forbids = Forbids(decision);
        return [new Objection(forbids, Reasons.DecisionDoesNotPermit(decision, forbids == Truth.True), decision.Missing)];
    }

    /// <summary>Where only what is missing stands between the decision and a destruction, it is not known to be forbidden.</summary>
    private static Truth Forbids(DispositionDecision decision) => decision.Status switch
    {
        DispositionStatus.Undetermined => Truth.Unknown,
        DispositionStatus.Held or DispositionStatus.Blocked when decision.Action == DispositionAction.Destroy && decision.Reasons.All(r => !Reasons.SurelyForbids(r.Code)) => Truth.Unknown,
        _ => Truth.True,
    };

    /// <summary>14.3: what is held stays where it is.</summary>
    private IEnumerable<Objection> OfHolds(RecordAct act, RecordFacts facts, DateOnly asOf)
    {
        if (!IsStoppedByHolds(act)) return [];
        HoldCheck holds = new(policy.Holds, facts, asOf);
        return [.. holds.Standing().Select(h => new Objection(h.Applies, holds.Explain(h.Hold, h.Applies), h.Applies == Truth.Unknown ? holds.MissingFor(h.Hold) : []))];
    }

    private static bool IsStoppedByHolds(RecordAct act) =>
        act.Disposition is DispositionAction.Transfer or DispositionAction.HandOver or DispositionAction.Return or DispositionAction.Move;

    private DateBound FirstChange(RecordAct act, RestrictionCheck restrictions, RecordFacts facts, DateOnly asOf)
    {
        IEnumerable<DateBound> ofHolds = IsStoppedByHolds(act) ? new HoldCheck(policy.Holds, facts, asOf).ChangeDays() : [];
        IEnumerable<DateBound> ofDecision = act.Disposition == DispositionAction.Destroy ? [decisions.Evaluate(facts, asOf).ChangesOn] : [];
        return restrictions.ChangeDays(act).Concat(ofHolds).Concat(ofDecision)
            .Where(d => d.IsFinite && d.Date > asOf).Aggregate(DateBound.PositiveInfinity, DateBound.Min);
    }
}
