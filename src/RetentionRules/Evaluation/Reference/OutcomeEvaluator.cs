using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What an instruction comes to for a record (docs/language.md, 5.14 to 5.19, 5.22 and 5.23).</summary>
internal sealed class OutcomeEvaluator(RetentionPolicy policy, RetentionSchedule schedule, ScheduleItem item, RecordFacts facts, DateOnly asOf)
{
    private readonly ActJudge _judge = new(asOf);
    private readonly LimitEvaluator _limits = new(policy, schedule, item, facts, asOf);

    /// <summary>Where an earlier edition may have covered the record: how appraisals that were made before are taken.</summary>
    public TransitionAppraisal? Transition { get; init; }

    public Outcome Evaluate(DispositionInstruction instruction) => instruction switch
    {
        StepSequence sequence => EvaluateSteps(sequence),
        Referral referral => new Outcome(DispositionStatus.Undetermined, RecordValue.Undecided) { Reasons = [Reasons.Referred(referral)] },
        _ => throw new ArgumentOutOfRangeException(nameof(instruction)),
    };

    private Outcome EvaluateSteps(StepSequence sequence)
    {
        TimelineEvaluator timeline = new(policy, schedule.Rounding, facts, asOf);
        IReadOnlyList<StepValue> steps = StepsOf(sequence, timeline);
        Outcome outcome = UnderTransition(sequence, steps)
            ?? (ActOf(steps) is { } act ? OfAct(act, steps, ValueOf(sequence)) : AfterAllActs(sequence, steps, timeline));
        if (outcome.Value == RecordValue.Permanent && _limits.EndOfKeeping() is { IsFinite: true } end)
            outcome = Status(DispositionStatus.Conflict, [Reasons.KeptBeyond(sequence.Source, end), .. _limits.ReasonsFor(DispositionAction.Destroy)]) with { Value = RecordValue.Permanent };
        return outcome with
        {
            Timeline = [.. steps.Select(s => s.ToEntry())],
            Destruction = outcome.Current is { Action: DispositionAction.Destroy } destroying ? destroying : DestructionIn(steps),
            ChangeDays = [.. outcome.ChangeDays, .. steps.SelectMany(s => s.ChangeDays), .. _limits.ChangeDays, .. ConflictDays(sequence, steps)],
        };
    }

    private static CurrentAct? DestructionIn(IReadOnlyList<StepValue> steps) =>
        steps.LastOrDefault(s => s.Step.Action == DispositionAction.Destroy && !s.IsBehind) is { } last
            ? new CurrentAct(last, Reasons.ActOf(last.Step), DispositionAction.Destroy, last.Step.Target)
            : null;

    private StepValue[] StepsOf(StepSequence sequence, TimelineEvaluator timeline) => [.. timeline.Evaluate(sequence).Select(_limits.Apply)];

    /// <summary>5.25: with the ceilings of laws too, a floor that waits for a pending event may overtake a ceiling.</summary>
    private IEnumerable<DateBound> ConflictDays(StepSequence sequence, IReadOnlyList<StepValue> steps)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            int step = i;
            bool IsOvertakenOn(DateOnly day) => new OutcomeEvaluator(policy, schedule, item, facts, day)
                .StepsOf(sequence, new TimelineEvaluator(policy, schedule.Rounding, facts, day))[step].CeilingBeforeFloor;
            if (steps[i].MayBeOvertaken && FirstDay.After(asOf, IsOvertakenOn) is { } first) yield return DateBound.At(first);
        }
    }

    /// <summary>5.23: what the sequence itself says; an appraisal that has decided says it later.</summary>
    private static RecordValue ValueOf(StepSequence sequence) =>
        sequence.IsPermanent ? RecordValue.Permanent
        : sequence.Steps.Any(s => s.Action == DispositionAction.Destroy) ? RecordValue.Temporary
        : RecordValue.Undecided;

    /// <summary>
    /// 5.16: the first act not known done. A move before it holds nothing up: it is spoken of where it is due and the
    /// act behind it is not, or where nothing else is left.
    /// </summary>
    private static StepValue? ActOf(IReadOnlyList<StepValue> steps)
    {
        StepValue? act = steps.FirstOrDefault(s => !s.IsBehind && s.HoldsUp);
        StepValue[] moves = [.. steps.TakeWhile(s => s != act).Where(s => !s.IsBehind)];
        if (act is { State: StepState.Due }) return act;
        return moves.FirstOrDefault(m => m.State == StepState.Due) ?? act ?? moves.FirstOrDefault();
    }

    private Outcome OfAct(StepValue act, IReadOnlyList<StepValue> steps, RecordValue value)
    {
        Outcome outcome = _judge.Judge(new CurrentAct(act, Reasons.ActOf(act.Step), act.Step.Action, act.Step.Target), value);
        return outcome with { Reasons = [.. outcome.Reasons, .. _limits.ReasonsFor(act.Step.Action), .. Assumptions(act), .. Waiting(act, steps)] };
    }

    private static IEnumerable<DecisionReason> Assumptions(StepValue act)
    {
        Moment floor = act.Step.Timing switch
        {
            FromMoment from => from.Moment,
            TimeWindow window => window.Floor,
            Recurring recurring => recurring.First,
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
        if (MomentFacts.AssumedStartOf(floor) is { } assumed) yield return Reasons.StartAssumed(act.Step, assumed.Start.ToString()!);
    }

    /// <summary>Says which later act would be due if the one spoken of were done: what an archivist asks next.</summary>
    private static IEnumerable<DecisionReason> Waiting(StepValue act, IReadOnlyList<StepValue> steps) => steps
        .SkipWhile(s => s != act)
        .Skip(1)
        .Where(s => s.State == StepState.Due && act.HoldsUp)
        .Take(1)
        .Select(later => Reasons.WaitsForAct(later.Step, act.Step));

    /// <summary>5.18 and 5.22: every act is done; what is left is keeping, or what an appraisal decided, or nothing.</summary>
    private Outcome AfterAllActs(StepSequence sequence, IReadOnlyList<StepValue> steps, TimelineEvaluator timeline)
    {
        if (sequence.Outcome is { } appraisal) return AsDecided(sequence, appraisal, steps[^1], timeline);
        bool gone = steps.Any(s => s.Step.Action is DispositionAction.Transfer or DispositionAction.HandOver or DispositionAction.Return);
        return sequence.IsPermanent && !gone
            ? Status(DispositionStatus.Permanent, Reasons.KeptPermanently(sequence.Source)) with { Value = RecordValue.Permanent, Bounds = DateBounds.Never }
            : Status(DispositionStatus.Completed, Reasons.AllActsDone()) with { Value = ValueOf(sequence) };
    }

    /// <summary>5.18: the outcome is a fact. What is not known keeps the record.</summary>
    private Outcome AsDecided(StepSequence sequence, AppraisalOutcome appraisal, StepValue last, TimelineEvaluator timeline)
    {
        FactValue decision = facts[appraisal.Decision];
        if (!decision.IsKnown)
            return Status(DispositionStatus.Undetermined, Reasons.OutcomeMissing(last.Step, appraisal.Decision.Name)) with
            {
                Missing = decision.State == FactState.Unknown ? [appraisal.Decision.Name] : [],
                Value = ValueOf(sequence),
            };
        DecisionReason reason = Reasons.OutcomeDecides(last.Step, decision.AsText);
        return decision.AsText switch
        {
            AppraisalOutcome.Permanent => Status(DispositionStatus.Permanent, reason) with { Value = RecordValue.Permanent, Bounds = DateBounds.Never },
            AppraisalOutcome.Destroy when !sequence.IsPermanent => DecidedAct(DispositionAction.Destroy, appraisal.Destroyed, last.Counted, last, reason),
            AppraisalOutcome.Extend => DecidedAct(last.Step.Action, null, timeline.Evaluate(ExtendedTo(appraisal, last)), last, reason) with { Value = ValueOf(sequence) },
            _ => Status(DispositionStatus.Conflict, reason, Reasons.KeptPermanently(sequence.Source)) with { Value = RecordValue.Permanent },
        };
    }

    private static FactMoment ExtendedTo(AppraisalOutcome appraisal, StepValue last) => new(last.Step.Source, appraisal.ExtendedTo);

    /// <summary>An act that no step of the schedule names, because an appraisal decided on it.</summary>
    private Outcome DecidedAct(DispositionAction action, FactDefinition? completion, MomentValue moment, StepValue last, DecisionReason reason)
    {
        RecordValue value = action == DispositionAction.Destroy ? RecordValue.Temporary : RecordValue.Undecided;
        DateBound doneOn = completion is not null && facts[completion] is { IsKnown: true } done ? DateBound.At(done.AsDate) : DateBound.PositiveInfinity;
        DateBound[] changeDays = [moment.WhilePending, moment.Bounds.NotAfter, doneOn];
        if (doneOn <= DateBound.At(asOf))
            return Status(DispositionStatus.Completed, reason, Reasons.AllActsDone()) with { Value = value, ChangeDays = changeDays };

        StepValue own = last with { Floor = moment, Ceiling = MomentValue.Fixed(DateBounds.Never), State = DueTest.Of(moment, asOf) };
        StepValue act = _limits.Apply(own, action);
        Outcome outcome = _judge.Judge(new CurrentAct(act, DecisionText.Word(action), action, ""), value);
        return outcome with { ChangeDays = [.. changeDays, .. act.ChangeDays], Reasons = [reason, .. outcome.Reasons, .. _limits.ReasonsFor(action)] };
    }

    private static Outcome Status(DispositionStatus status, params IReadOnlyList<DecisionReason> reasons) =>
        new(status, RecordValue.Undecided) { Reasons = reasons };

    /// <summary>
    /// 16.2: an appraisal that was made before the edition's own day belongs to the transition. To destroy is decided by
    /// it where records are appraised at once; to keep gives the new period, from the original start. Null where the
    /// transition changes nothing.
    /// </summary>
    private Outcome? UnderTransition(StepSequence sequence, IReadOnlyList<StepValue> steps)
    {
        if (Transition is not { } transition || sequence.IsPermanent) return null;
        if (sequence.Outcome is not { } appraisal)
            return transition.AtOnce ? Status(DispositionStatus.Undetermined, Reasons.NoAppraisalProvided(sequence.Source)) : null;
        if (steps.SkipLast(1).Any(s => !s.IsBehind && s.HoldsUp)) return null;
        StepValue last = steps[^1];
        MomentValue change = MomentValue.Fixed(DateBounds.At(transition.From));
        if (last.State != StepState.Done || last.Step.Completion is not RecordedCompletion { Fact: var completion })
            return transition.AtOnce ? OfAct(last with { Floor = change, Ceiling = MomentValue.Fixed(DateBounds.Never), State = DueTest.Of(change, asOf) }, steps, ValueOf(sequence)) : null;
        DateOnly appraised = facts[completion].AsDate;
        bool isOwn = last.Floor.Bounds.NotAfter <= DateBound.At(appraised);
        FactValue decision = facts[appraisal.Decision];
        if (isOwn || !decision.IsKnown) return null;
        return decision.AsText switch
        {
            AppraisalOutcome.Extend => OfAct(last with { State = DueTest.Of(last.Floor, asOf) }, steps, ValueOf(sequence)),
            AppraisalOutcome.Destroy when transition.AtOnce => DecidedAct(
                DispositionAction.Destroy, appraisal.Destroyed, MomentValue.Latest([change, MomentValue.Fixed(DateBounds.At(appraised))]), last,
                Reasons.OutcomeDecides(last.Step, decision.AsText)),
            _ => null,
        };
    }
}
