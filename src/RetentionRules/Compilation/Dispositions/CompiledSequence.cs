using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// The steps of a disposition and the program of their days (docs/language.md, 5.13 to 5.17, 5.22). Immutable; what is worked
/// out stands on the caller's stack.
/// </summary>
internal sealed class CompiledSequence
{
    private readonly CompiledStep[] _steps;
    private readonly MomentOperation[] _program;
    private readonly bool _isGone;

    public CompiledSequence(StepSequence model, CompiledStep[] steps, MomentOperation[] program)
    {
        (Model, _steps, _program) = (model, steps, program);
        Value = model.IsPermanent ? RecordValue.Permanent
            : steps.Any(s => s.Action == DispositionAction.Destroy) ? RecordValue.Temporary
            : RecordValue.Undecided;
        _isGone = steps.Any(s => s.Action is DispositionAction.Transfer or DispositionAction.HandOver or DispositionAction.Return);
    }

    /// <summary>The same steps with the program of a sequence that says the same in the same schedule.</summary>
    public CompiledSequence With(CompiledSequence other) => new(Model, _steps, other._program);

    /// <summary>Whether the steps take their days from the same lines, and their doing from the same facts.</summary>
    public bool HasLinesOf(CompiledSequence other) =>
        Lines == other.Lines && _steps.Length == other._steps.Length &&
        _steps.Zip(other._steps).All(s => (s.First.Floor, s.First.Ceiling, s.First.End, s.First.Done) == (s.Second.Floor, s.Second.Ceiling, s.Second.End, s.Second.Done));

    public StepSequence Model { get; }

    public RecordValue Value { get; }

    public IReadOnlyList<CompiledStep> Steps => _steps;

    /// <summary>How many lines the program has.</summary>
    public int Lines => _program.Length;

    public CompiledStep StepAt(int place) => _steps[place];

    public MomentOperation[] Program => _program;

    /// <summary>Works the program out.</summary>
    public void Work(Span<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        MomentOperation[] program = _program;
        for (int i = 0; i < program.Length; i++) lines[i] = program[i].Work(lines, facts, asOf);
    }

    public static StepState StateOf(CompiledStep step, ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        ref readonly MomentSpan floor = ref lines[step.Floor];
        if (step.Action == DispositionAction.CutOff) return StepState.Computed;
        if (step.End != CompiledStep.None)
        {
            int end = lines[step.End].NotAfter;
            if (end <= asOf || (DayNumbers.IsDay(end) && floor.ApartFromPending >= end)) return StepState.Over;
        }
        else if (IsDone(step, facts, asOf))
        {
            return StepState.Done;
        }

        return floor.NotBefore > asOf ? StepState.NotDue
            : floor.NotAfter <= asOf && (floor.Grounds & SpanGrounds.Rounding) == 0 ? StepState.Due
            : StepState.Open;
    }

    private static bool IsDone(CompiledStep step, RecordFacts facts, int asOf) =>
        step.Done != CompiledStep.None && facts.At(step.Done) is { State: FactState.Known } done && done.AsDayNumber <= asOf;

    private static bool IsBehind(StepState state) => state is StepState.Done or StepState.Computed or StepState.Over;

    /// <summary>What the steps come to.</summary>
    /// <param name="lines">Space for the lines of the program.</param>
    /// <param name="facts">The record.</param>
    /// <param name="asOf">The day of evaluation.</param>
    public SequenceOutcome Decide(Span<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        Work(lines, facts, asOf);
        int act = ActOf(lines, facts, asOf, out StepState state);
        int change = NextChange(lines, facts, asOf);
        return act == CompiledStep.None ? AfterAllActs(change) : Judge(act, state, lines, facts, asOf, change);
    }

    /// <summary>5.16: the first act not known done; a move before it where that is due and the act behind it is not, or where nothing else is left.</summary>
    private int ActOf(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf, out StepState state)
    {
        (int firstMove, StepState firstMoveState, int dueMove) = (CompiledStep.None, default, CompiledStep.None);
        for (int i = 0; i < _steps.Length; i++)
        {
            state = StateOf(_steps[i], lines, facts, asOf);
            if (IsBehind(state)) continue;
            if (_steps[i].HoldsUp)
            {
                if (state == StepState.Due || dueMove == CompiledStep.None) return i;
                state = StepState.Due;
                return dueMove;
            }

            if (firstMove == CompiledStep.None) (firstMove, firstMoveState) = (i, state);
            if (dueMove == CompiledStep.None && state == StepState.Due) dueMove = i;
        }

        state = dueMove != CompiledStep.None ? StepState.Due : firstMoveState;
        return dueMove != CompiledStep.None ? dueMove : firstMove;
    }

    /// <summary>5.22: every act is known done.</summary>
    public SequenceOutcome AfterAllActs(int change)
    {
        bool isKept = Model.IsPermanent && !_isGone;
        return new SequenceOutcome
        {
            Status = isKept ? DispositionStatus.Permanent : DispositionStatus.Completed,
            Cause = Model.Outcome is not null ? OutcomeCause.NotCompiled : isKept ? OutcomeCause.KeptPermanently : OutcomeCause.AllActsDone,
            Act = CompiledStep.None,
            Waiting = CompiledStep.None,
            NotBefore = DayNumbers.BeforeAll,
            NotAfter = DayNumbers.Never,
            Latest = DayNumbers.Never,
            NextChange = change,
        };
    }

    private SequenceOutcome Judge(int act, StepState state, ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf, int change)
    {
        CompiledStep step = _steps[act];
        ref readonly MomentSpan floor = ref lines[step.Floor];
        MomentSpan ceiling = step.CeilingIn(lines);
        (DispositionStatus status, OutcomeCause cause) = CauseOf(state, floor, ceiling, asOf);
        return new SequenceOutcome
        {
            Status = status,
            Cause = cause,
            Act = act,
            Action = step.Action,
            Waiting = step.HoldsUp ? FirstDueAfter(act, lines, facts, asOf) : CompiledStep.None,
            NotBefore = floor.NotBefore,
            NotAfter = floor.NotAfter,
            Latest = ceiling.NotAfter,
            Grounds = floor.Grounds,
            NextChange = change,
        };
    }

    private static (DispositionStatus Status, OutcomeCause Cause) CauseOf(StepState state, in MomentSpan floor, in MomentSpan ceiling, int asOf)
    {
        if (ceiling.NotAfter < floor.NotBefore) return (DispositionStatus.Conflict, OutcomeCause.CeilingBeforeFloor);
        bool waitsForEventsOnly = (floor.Grounds & (SpanGrounds.Missing | SpanGrounds.OpenCycle | SpanGrounds.Pending)) == SpanGrounds.Pending;
        if (state != StepState.Due && floor.NotAfter == DayNumbers.Never && waitsForEventsOnly) return (DispositionStatus.Awaiting, OutcomeCause.AwaitsEvents);
        if (state == StepState.NotDue) return (DispositionStatus.Retain, floor.NotBefore == DayNumbers.Never ? OutcomeCause.NeverDue : OutcomeCause.NotDueBefore);
        if (state == StepState.Open) return (DispositionStatus.Undetermined, OutcomeCause.Open);
        if (ceiling.NotBefore < floor.NotAfter) return (DispositionStatus.Undetermined, OutcomeCause.CeilingMayPrecedeFloor);
        return ceiling.NotAfter < asOf ? (DispositionStatus.Overdue, OutcomeCause.Overdue) : (DispositionStatus.Eligible, OutcomeCause.Due);
    }

    private int FirstDueAfter(int act, ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        for (int i = act + 1; i < _steps.Length; i++)
            if (StateOf(_steps[i], lines, facts, asOf) == StepState.Due) return i;
        return CompiledStep.None;
    }

    /// <summary>5.25: the first later day on which a step may become open or due, its last day has passed, or an act was done.</summary>
    private int NextChange(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        int change = DayNumbers.Never;
        foreach (CompiledStep step in _steps)
        {
            ref readonly MomentSpan floor = ref lines[step.Floor];
            change = Sooner(Sooner(change, floor.WhilePending, asOf), floor.NotAfter, asOf);
            if (step.Ceiling != CompiledStep.None) change = NextChangeOfWindow(step, lines, facts, asOf, change);
            if (step.End != CompiledStep.None) change = Sooner(change, lines[step.End].NotAfter, asOf);
            if (step.Done != CompiledStep.None && facts.At(step.Done) is { State: FactState.Known } done) change = Sooner(change, done.AsDayNumber, asOf);
        }

        return change;
    }

    private int NextChangeOfWindow(CompiledStep step, ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf, int change)
    {
        ref readonly MomentSpan ceiling = ref lines[step.Ceiling];
        change = Sooner(Sooner(Sooner(change, ceiling.WhilePending, asOf), ceiling.NotAfter, asOf), DayNumbers.Next(ceiling.NotAfter), asOf);
        return MayBeOvertaken(lines[step.Floor], ceiling) ? Sooner(change, FirstOvertaken(step, facts, asOf), asOf) : change;
    }

    public static int Sooner(int change, int day, int asOf) => day > asOf && day < change && DayNumbers.IsDay(day) ? day : change;

    /// <summary>Whether a floor that moves on with every day, because it waits for a pending event, may overtake the ceiling.</summary>
    private static bool MayBeOvertaken(in MomentSpan floor, in MomentSpan ceiling) =>
        DayNumbers.IsDay(ceiling.NotAfter) && ceiling.NotAfter >= floor.NotBefore && floor.WhilePending > floor.NotBefore;

    private int FirstOvertaken(CompiledStep step, RecordFacts facts, int asOf)
    {
        Span<MomentSpan> lines = stackalloc MomentSpan[_program.Length];
        (int low, int high) = (asOf, DateOnly.MaxValue.DayNumber);
        if (low == high || !IsOvertaken(step, lines, facts, high)) return DayNumbers.Never;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (IsOvertaken(step, lines, facts, middle)) high = middle;
            else low = middle;
        }

        return high;
    }

    private bool IsOvertaken(CompiledStep step, Span<MomentSpan> lines, RecordFacts facts, int day)
    {
        Work(lines, facts, day);
        return lines[step.Ceiling].NotAfter < lines[step.Floor].NotBefore;
    }
}
