using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// Which restrictions forbid an act on a record on a day, or may (docs/language.md, 14.3 to 14.7). What is not known to be
/// permitted is not permitted: every answer here is "forbids", "may" or "does not", and only the last lets an act pass.
/// </summary>
internal sealed class RestrictionCheck(RetentionPolicy policy, RecordFacts facts, DateOnly asOf)
{
    private readonly ConditionEvaluator _conditions = new(facts);
    private readonly FactsByDay _days = new(facts, asOf);

    /// <summary>The restrictions that forbid the act or may, each with whether it is known to.</summary>
    public IReadOnlyList<(Restriction Restriction, Truth Forbids)> Standing(RecordAct act) =>
        [.. InForce(act).Select(r => (Restriction: r, Forbids: Forbids(r, act))).Where(r => r.Forbids != Truth.False)];

    /// <summary>5.21: what the restrictions say about the due act of a decision.</summary>
    public RestrictionsOnAct On(DispositionAction action)
    {
        RecordAct act = policy.ActOf(action);
        IReadOnlyList<(Restriction Restriction, Truth Forbids)> standing = Standing(act);
        return new RestrictionsOnAct(
            [.. standing.Select(s => Explain(s.Restriction, act, s.Forbids))],
            [.. ExceptionsUsed(act)],
            [.. standing.SelectMany(s => MissingFor(s.Restriction, act))]);
    }

    /// <summary>Whether a restriction in force forbids the act: it applies, and what it asks for is not so.</summary>
    public Truth Forbids(Restriction restriction, RecordAct act) =>
        Kleene.And(_conditions.Evaluate(restriction.When), Kleene.Not(IsSatisfied(restriction.Rule, act)));

    /// <summary>Whether what a rule asks for is so. A duty asks for nothing before the act.</summary>
    private Truth IsSatisfied(RestrictionRule rule, RecordAct act) => rule switch
    {
        Prohibition { Exemption: null } => Truth.False,
        Prohibition { Exemption: { } exemption } => IsGiven(exemption),
        Prerequisite prerequisite => Kleene.And(IsMet(prerequisite.Requirement), prerequisite.During is { } during ? _days.LiesIn(during) : Truth.True),
        ActOrder order => _days.AreInOrder(order, act),
        Duty => Truth.True,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>14.4: an exception counts only where it is known to be given, and by whom.</summary>
    private Truth IsGiven(Exemption exemption) => Kleene.And(_conditions.Evaluate(exemption.Unless), _days.IsNamed(exemption.ApprovedBy));

    private Truth IsMet(Requirement requirement) =>
        Kleene.And(_conditions.Evaluate(requirement.Require), Kleene.All(requirement.Done.Select(_days.IsDone)));

    public DecisionReason Explain(Restriction restriction, RecordAct act, Truth forbids) => forbids == Truth.True
        ? Reasons.RestrictionForbids(restriction, act, Causes(restriction, act))
        : Reasons.RestrictionMayForbid(restriction, act, MissingFor(restriction, act));

    /// <summary>The exceptions without which the act would be forbidden, so that nobody relies on one without knowing it.</summary>
    public IEnumerable<DecisionReason> ExceptionsUsed(RecordAct act) => InForce(act)
        .Where(r => r.Rule is Prohibition { Exemption: { } exemption } && IsGiven(exemption) == Truth.True && _conditions.Evaluate(r.When) != Truth.False)
        .Select(r => Reasons.RestrictionExcepted(r, act, facts[((Prohibition)r.Rule).Exemption!.ApprovedBy].AsText));

    /// <summary>The facts on which it hangs whether a restriction forbids the act.</summary>
    public IEnumerable<string> MissingFor(Restriction restriction, RecordAct act) => Forbids(restriction, act) != Truth.Unknown ? [] :
    [
        .. _conditions.MissingIn(restriction.When).Select(f => f.Name),
        .. MissingFor(restriction.Rule, act).Select(f => f.Name),
    ];

    private IEnumerable<FactDefinition> MissingFor(RestrictionRule rule, RecordAct act) => rule switch
    {
        Prohibition { Exemption: null } or Duty => [],
        Prohibition { Exemption: { } exemption } => [.. _conditions.MissingIn(exemption.Unless), .. _days.Unnamed(exemption.ApprovedBy)],
        Prerequisite prerequisite => [.. MissingFor(prerequisite.Requirement), .. prerequisite.During is { } during ? _days.OpenIn(during) : []],
        ActOrder order => _days.OpenIn(order, act),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private IEnumerable<FactDefinition> MissingFor(Requirement requirement) =>
        [.. _conditions.MissingIn(requirement.Require), .. requirement.Done.Where(f => _days.IsDone(f) == Truth.Unknown)];

    /// <summary>What of a restriction that forbids is not as it asks.</summary>
    private IEnumerable<string> Causes(Restriction restriction, RecordAct act) => restriction.Rule switch
    {
        Prohibition => [restriction.When is Always ? "of every record" : restriction.When.ToString()!],
        Prerequisite { Requirement: var requirement, During: var during } =>
        [
            .. _conditions.Evaluate(requirement.Require) == Truth.False ? [$"{requirement.Require} is not so"] : Array.Empty<string>(),
            .. requirement.Done.Where(f => _days.IsDone(f) == Truth.False).Select(_days.NotDone),
            .. during is not null && _days.LiesIn(during) == Truth.False ? [$"the day does not lie between {during.From.Name} and {during.Until.Name}"] : Array.Empty<string>(),
        ],
        ActOrder order => _days.OutOfOrder(order, act),
        Duty => [],
        _ => throw new ArgumentOutOfRangeException(nameof(restriction)),
    };

    /// <summary>14.7: what must be so once the act is done. Where it is not known whether the duty applies, it may be owed.</summary>
    public IReadOnlyList<ActDuty> Duties(RecordAct act) =>
    [
        .. InForce(act).Where(r => r.Rule is Duty && _conditions.Evaluate(r.When) != Truth.False)
            .Select(r => new ActDuty(r, StateOf(Kleene.Or(Kleene.Not(_conditions.Evaluate(r.When)), IsMet(((Duty)r.Rule).Requirement))))),
    ];

    private static DutyState StateOf(Truth isSo) => isSo switch
    {
        Truth.True => DutyState.Fulfilled,
        Truth.False => DutyState.Owed,
        Truth.Unknown => DutyState.NotKnown,
        _ => throw new ArgumentOutOfRangeException(nameof(isSo)),
    };

    private IEnumerable<Restriction> InForce(RecordAct act) => policy.Restrictions.Where(r => r.Rule.SpeaksOf(act) && r.IsInForceOn(asOf));

    /// <summary>The days on which what the restrictions of an act come to can change while the facts do not.</summary>
    public IEnumerable<DateBound> ChangeDays(RecordAct act) => policy.Restrictions.Where(r => r.Rule.SpeaksOf(act)).SelectMany(ChangeDays);

    /// <summary>The same for the restrictions of any act: which of them comes next may change as well.</summary>
    public IEnumerable<DateBound> ChangeDays() => policy.Restrictions.SelectMany(ChangeDays);

    private IEnumerable<DateBound> ChangeDays(Restriction restriction) =>
    [
        .. restriction.InForce.IsStated ? [restriction.InForce.From, restriction.InForce.To] : Array.Empty<DateBound>(),
        .. restriction.Days.Select(_days.ChangeDay),
    ];
}

/// <summary>What the restrictions say about one act on one record.</summary>
/// <param name="Blocking">Why they forbid it, or may.</param>
/// <param name="Excepted">The exceptions on which it rests that they do not.</param>
/// <param name="Missing">The facts on which it hangs whether they do.</param>
internal sealed record RestrictionsOnAct(IReadOnlyList<DecisionReason> Blocking, IReadOnlyList<DecisionReason> Excepted, IReadOnlyList<string> Missing)
{
    public static readonly RestrictionsOnAct None = new([], [], []);
}
