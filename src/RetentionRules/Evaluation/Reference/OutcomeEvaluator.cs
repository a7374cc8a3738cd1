using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What an instruction comes to for a record (docs/language.md, 5.14 to 5.19, 5.22 and 5.23).</summary>
internal sealed class OutcomeEvaluator(RetentionPolicy policy, RetentionSchedule schedule, RecordFacts facts, DateOnly asOf)
{
    public Outcome Evaluate(DispositionInstruction instruction) => instruction switch
    {
        StepSequence sequence => EvaluateSteps(sequence),
        Referral referral => new Outcome(DispositionStatus.Undetermined, RecordValue.Undecided) { Reasons = [Reasons.Referred(referral)] },
        _ => throw new ArgumentOutOfRangeException(nameof(instruction)),
    };

    private Outcome EvaluateSteps(StepSequence sequence)
    {
        TimelineEvaluator timeline = new(policy, schedule.Rounding, facts, asOf);
        IReadOnlyList<StepValue> steps = timeline.Evaluate(sequence);
        Outcome outcome = ActOf(steps) is { } act ? OfAct(act, steps, ValueOf(sequence)) : AfterAllActs(sequence, steps, timeline);
        return outcome with
        {
            Timeline = [.. steps.Select(s => s.ToEntry())],
            ChangeDays = [.. outcome.ChangeDays, .. steps.SelectMany(s => s.ChangeDays)],
        };
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
        Outcome outcome = Judge(new CurrentAct(act, Reasons.ActOf(act.Step), act.Step.Action, act.Step.Target), value);
        return outcome with { Reasons = [.. outcome.Reasons, .. Assumptions(act), .. Waiting(act, steps)] };
    }

    /// <summary>What an act comes to, with its days.</summary>
    public Outcome Judge(CurrentAct act, RecordValue value) => StatusOf(act.Value, act.Name) with
    {
        Value = value,
        Action = act.Action,
        Target = act.Target,
        Bounds = act.Value.Floor.Bounds,
        Latest = act.Value.Ceiling.Bounds.NotAfter,
        Current = act,
    };

    /// <summary>5.22, from the conflict of a window down to the due act.</summary>
    private Outcome StatusOf(StepValue act, string name)
    {
        Grounds grounds = act.Floor.Grounds;
        if (act.CeilingBeforeFloor)
            return Status(DispositionStatus.Conflict, Reasons.CeilingBeforeFloor(act.Step, Text(act.Floor.Bounds.NotBefore), Text(act.Ceiling.Bounds.NotAfter)));
        if (IsAwaiting(act))
            return Status(DispositionStatus.Awaiting, Reasons.AwaitsEvents(act.Step, grounds.Pending));
        if (act.State == StepState.NotDue) return OfActNotDue(act, name, grounds);
        if (act.State == StepState.Open) return OfOpenAct(act, name, grounds);
        if (act.CeilingMayPrecedeFloor)
        {
            string[] missing = [.. act.Ceiling.Grounds.Missing, .. act.Ceiling.Grounds.Pending];
            return Status(DispositionStatus.Undetermined, Reasons.CeilingMayPrecedeFloor(act.Step, missing)) with { Missing = missing };
        }

        DecisionReason due = Reasons.DueSince(act.Step, name, Text(act.Floor.Bounds.NotAfter));
        bool overdue = act.Ceiling.Bounds.NotAfter < DateBound.At(asOf);
        return overdue
            ? Status(DispositionStatus.Overdue, due, Reasons.OverdueSince(act.Step, Text(act.Ceiling.Bounds.NotAfter)))
            : Status(DispositionStatus.Eligible, due);
    }

    /// <summary>5.22: no end is in sight, and nothing but events that have not happened yet is the cause.</summary>
    private static bool IsAwaiting(StepValue act) =>
        act.State is StepState.NotDue or StepState.Open &&
        act.Floor.Bounds.NotAfter == DateBound.PositiveInfinity &&
        act.Floor.Grounds is { Missing: [], OpenCycles: [], Pending: not [] };

    private static Outcome OfActNotDue(StepValue act, string name, Grounds grounds)
    {
        DecisionReason reason = act.Floor.Bounds.IsNever
            ? Reasons.NeverDue(act.Step)
            : Reasons.NotDueBefore(act.Step, name, Text(act.Floor.Bounds.NotBefore));
        return Status(DispositionStatus.Retain, [reason, .. Doubts(act, grounds)]) with { Missing = grounds.Missing };
    }

    private static Outcome OfOpenAct(StepValue act, string name, Grounds grounds)
    {
        string[] missing = [.. grounds.Missing, .. grounds.Pending];
        DecisionReason[] hangs = missing.Length > 0 ? [Reasons.HangsOnMissing(act.Step, name, missing)] : [];
        return Status(DispositionStatus.Undetermined, [.. hangs, .. Doubts(act, grounds)]) with { Missing = missing };
    }

    private static IEnumerable<DecisionReason> Doubts(StepValue act, Grounds grounds)
    {
        if (grounds.OpenCycles.Count > 0) yield return Reasons.CycleListEnds(act.Step, grounds.OpenCycles);
        if (grounds.Rounding == RoundingDoubt.Stands) yield return Reasons.RoundingRefused(act.Step);
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

        StepValue act = last with { Floor = moment, Ceiling = MomentValue.Fixed(DateBounds.Never), State = DueTest.Of(moment, asOf) };
        Outcome outcome = Judge(new CurrentAct(act, DecisionText.Word(action), action, ""), value);
        return outcome with { ChangeDays = changeDays, Reasons = [reason, .. outcome.Reasons] };
    }

    private static Outcome Status(DispositionStatus status, params IReadOnlyList<DecisionReason> reasons) =>
        new(status, RecordValue.Undecided) { Reasons = reasons };

    private static string Text(DateBound bound) => bound.ToString();
}
