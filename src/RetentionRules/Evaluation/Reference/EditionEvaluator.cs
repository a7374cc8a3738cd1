using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Which edition of a register governs a record, and what comes of it (docs/language.md, 16.1 and 16.2).</summary>
internal sealed class EditionEvaluator(RetentionPolicy policy, ScheduleRegister register, RecordFacts facts, DateOnly asOf, ItemFinder finder)
{
    private readonly ConditionEvaluator _conditions = new(facts);

    public ScheduleOutcome Evaluate()
    {
        ScheduleOutcome[] editions = [.. Governing()];
        ScheduleOutcome found = editions is [var only] ? only : OfOpenEditions(editions);
        return found with { Outcome = found.Outcome with { ChangeDays = [.. found.Outcome.ChangeDays, .. ChangeDays()] } };
    }

    /// <summary>The first days of the editions, on which another may govern, and their last.</summary>
    private IEnumerable<DateBound> ChangeDays() => register.Schedules.SelectMany(e => (DateBound[])[e.InForce.From, e.InForce.To]);

    /// <summary>16.1: the edition, or all that may be it where the day that picks it is not known.</summary>
    public IEnumerable<ScheduleOutcome> Governing()
    {
        if (register.Governs is not { } fact) return UnderEditionAt(PlaceAt(asOf));
        FactValue value = facts[fact];
        // A day that never was picks no edition, and one that is still to come may yet fall anywhere.
        return value.IsKnown
            ? [OfEdition(register.Schedules[PlaceAt(value.AsDate)], value.AsDate, Reasons.EditionGoverns(register.Schedules[PlaceAt(value.AsDate)], fact.Name, value.AsDate))]
            : register.Schedules.Select(e => OfEdition(e, null, Reasons.EditionMayGovern(e, [fact.Name])));
    }

    /// <summary>The edition in force on a day; in a gap the one before, before the first that one. The gate then says that it is not in force.</summary>
    private int PlaceAt(DateOnly day)
    {
        for (int place = register.Schedules.Count - 1; place > 0; place--)
            if (register.Schedules[place].InForce.From <= DateBound.At(day)) return place;
        return 0;
    }

    private ScheduleOutcome OfEdition(RetentionSchedule edition, DateOnly? governedOn, DecisionReason why)
    {
        ScheduleOutcome found = new ScheduleEvaluator(policy, edition, facts, asOf, finder).Evaluate();
        return Governed(found, governedOn, why);
    }

    private ScheduleOutcome Governed(ScheduleOutcome found, DateOnly? governedOn, DecisionReason why) => found with
    {
        Which = [why, .. found.Which],
        Gates = [.. found.Gates.Select(g => g with { Register = register, GovernedOn = governedOn })],
    };

    /// <summary>16.2: the edition of that place, or by the transition to it the edition before.</summary>
    private IEnumerable<ScheduleOutcome> UnderEditionAt(int place)
    {
        RetentionSchedule edition = register.Schedules[place];
        return TransitionTo(place) is { } transition
            ? Treatments(transition, place).Distinct().SelectMany(t => Treated(transition, place, t))
            : [OfEdition(edition, null, Reasons.EditionGoverns(edition, "as-of", asOf))];
    }

    private EditionTransition? TransitionTo(int place) => place == 0 ? null : register.Transitions.FirstOrDefault(t => t.To == register.Schedules[place]);

    /// <summary>What may become of the record: one treatment where everything is known that tells it.</summary>
    private IEnumerable<Treatment> Treatments(EditionTransition transition, int place)
    {
        Truth expired = HadExpired(place);
        Truth stands = Kleene.And(Stands(transition), expired);
        if (stands != Truth.False) yield return Treatment.Stands;
        if (stands == Truth.True) yield break;
        Truth covered = WasCovered(transition);
        if (covered != Truth.True) yield return Treatment.New;
        if (covered == Truth.False) yield break;
        if (expired != Truth.True) yield return Of(transition.Running);
        if (expired != Truth.False) yield return Of(transition.Expired);
    }

    /// <summary>A decision that has not been made by now was not made then.</summary>
    private Truth Stands(EditionTransition transition) => transition.Stands is not { } decision
        ? Truth.False
        : Kleene.And(WasBefore(decision.Decided, FirstDayOf(transition.To)), _conditions.Evaluate(decision.When));

    private Truth WasBefore(FactDefinition fact, DateOnly day) => facts[fact] switch
    {
        { IsKnown: true } value => Kleene.Of(value.AsDate < day),
        { State: FactState.Pending or FactState.Never } => Truth.False,
        _ => Truth.Unknown,
    };

    private static Treatment Of(TransitionRule rule) => rule switch
    {
        TransitionRule.Recompute => Treatment.Recompute,
        TransitionRule.Keep => Treatment.Keep,
        TransitionRule.Reappraise => Treatment.Reappraise,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static DateOnly FirstDayOf(RetentionSchedule edition) => edition.InForce.From.Date;

    private DateOnly LastDayBefore(int place) => FirstDayOf(register.Schedules[place]).AddDays(-1);

    /// <summary>Whether the old edition ever covered the record; where nothing tells it, only what had expired matters, and that did.</summary>
    private Truth WasCovered(EditionTransition transition) =>
        transition.Since is { } since ? WasBefore(since, FirstDayOf(transition.To)) : Truth.True;

    /// <summary>Whether the period under the old edition had run out on its last day.</summary>
    private Truth HadExpired(int place)
    {
        DateOnly day = LastDayBefore(place);
        Truth[] expired = [.. OnTheDayBefore(place).UnderEditionAt(place - 1).Select(e => ExpiryOf(e, day)).Distinct()];
        return expired is [var settled] ? settled : Truth.Unknown;
    }

    private EditionEvaluator OnTheDayBefore(int place) => new(policy, register, facts, LastDayBefore(place), finder);

    /// <summary>
    /// Whether the last act of the disposition was allowed by then: acts before it do not end a period. Where it is open which
    /// case of which item decides, or two do, nobody knows.
    /// </summary>
    private static Truth ExpiryOf(ScheduleOutcome then, DateOnly day) => then switch
    {
        { Claim: Truth.False } => Truth.False,
        { Claim: Truth.True, Outcome.Timeline: [.., var last] } when last.Bounds.NotAfter <= DateBound.At(day) => Truth.True,
        { Claim: Truth.True, Outcome.Timeline: [.., var last] } when last.Bounds.NotBefore > DateBound.At(day) => Truth.False,
        // An event that has not happened by now had not happened then.
        { Claim: Truth.True, Outcome.Status: DispositionStatus.Awaiting } => Truth.False,
        { Claim: Truth.True, Outcome: { Status: DispositionStatus.Permanent, Timeline: [] } } => Truth.False,
        _ => Truth.Unknown,
    };

    private IEnumerable<ScheduleOutcome> Treated(EditionTransition transition, int place, Treatment treatment)
    {
        RetentionSchedule edition = transition.To;
        return treatment switch
        {
            Treatment.New => [OfEdition(edition, null, Reasons.EditionGoverns(edition, "as-of", asOf))],
            Treatment.Recompute => [Governed(AfterEarlierAppraisal(edition, atOnce: false), null, Reasons.EditionRecomputes(transition, register.Schedules[place - 1]))],
            Treatment.Reappraise => [Governed(AfterEarlierAppraisal(edition, atOnce: true), null, Reasons.EditionReappraises(transition, register.Schedules[place - 1]))],
            Treatment.Keep => Earlier(place, Reasons.EditionKept(transition, register.Schedules[place - 1])),
            Treatment.Stands => Earlier(place, Reasons.EditionStands(transition, register.Schedules[place - 1])),
            _ => throw new ArgumentOutOfRangeException(nameof(treatment)),
        };
    }

    /// <summary>What the edition before says, as far as it governed on its last day.</summary>
    private IEnumerable<ScheduleOutcome> Earlier(int place, DecisionReason why) =>
        UnderEditionAt(place - 1).Select(found => Governed(found with { Which = [.. found.Which.Skip(1)] }, LastDayBefore(place), why));

    private ScheduleOutcome AfterEarlierAppraisal(RetentionSchedule edition, bool atOnce) =>
        new ScheduleEvaluator(policy, edition, facts, asOf, finder) { Transition = new TransitionAppraisal(FirstDayOf(edition), atOnce) }.Evaluate();

    /// <summary>5.6 for editions: where each of those that may govern keeps the record, it does not matter which does.</summary>
    private ScheduleOutcome OfOpenEditions(ScheduleOutcome[] editions)
    {
        string[] missing = [.. MissingForEdition(), .. editions.SelectMany(e => e.Outcome.Missing)];
        Truth claim = editions.All(e => e.Claim == Truth.True) ? Truth.True : editions.All(e => e.Claim == Truth.False) ? Truth.False : Truth.Unknown;
        Outcome outcome = claim == Truth.False
            ? new Outcome(DispositionStatus.Unscheduled, RecordValue.Undecided) { ChangeDays = [.. editions.SelectMany(e => e.Outcome.ChangeDays)] }
            : OpenOutcome.Of([.. editions.Where(e => e.Claim != Truth.False).Select(e => e.Outcome)], missing);
        return new ScheduleOutcome(register, outcome, claim)
        {
            Candidates = [.. editions.SelectMany(e => e.Candidates.Concat(e.Item is { } item ? [item] : []))],
            Which = [.. WhyOpen(missing), .. editions.SelectMany(e => e.Which.Skip(1)).DistinctBy(r => (r.Code, r.Text, r.Line))],
            Gates = [.. editions.SelectMany(e => e.Gates)],
        };
    }

    private IEnumerable<DecisionReason> WhyOpen(string[] missing) => register.Governs is { } fact
        ? register.Schedules.Select(e => Reasons.EditionMayGovern(e, [fact.Name]))
        : [Reasons.TransitionOpen(register.Schedules[PlaceAt(asOf)], missing)];

    private IEnumerable<string> MissingForEdition() => register.Governs is { } fact ? [fact.Name] : MissingForTransition(PlaceAt(asOf));

    /// <summary>What the treatment hangs on, at the edition of that place and at those before it.</summary>
    private IEnumerable<string> MissingForTransition(int place)
    {
        if (TransitionTo(place) is not { } transition) return [];
        EditionEvaluator before = OnTheDayBefore(place);
        return
        [
            .. transition.Stands is { } stands && Stands(transition) == Truth.Unknown ? Unknown(stands.Decided).Concat(_conditions.MissingIn(stands.When).Select(f => f.Name)) : [],
            .. transition.Since is { } since ? Unknown(since) : [],
            .. HadExpired(place) == Truth.Unknown ? before.UnderEditionAt(place - 1).SelectMany(e => (string[])[.. e.Outcome.Missing, .. e.Outcome.Current?.Value.Floor.Grounds.Pending ?? []]) : [],
            .. before.MissingForTransition(place - 1),
        ];
    }

    private IEnumerable<string> Unknown(FactDefinition fact) => facts[fact].State == FactState.Unknown ? [fact.Name] : [];

    private enum Treatment
    {
        /// <summary>The old edition never covered the record.</summary>
        New,
        Recompute,
        Keep,
        Reappraise,
        Stands,
    }
}

/// <summary>How appraisals that were made before an edition's own day are taken under a transition to it (docs/language.md, 16.2).</summary>
/// <param name="From">The first day of the new edition.</param>
/// <param name="AtOnce">Whether records are appraised at once, because their period under the old edition had expired.</param>
internal sealed record TransitionAppraisal(DateOnly From, bool AtOnce);
