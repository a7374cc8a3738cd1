using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// What is found about the records of an aggregate, taken together (docs/language.md, 18.2). It does not grow with the number
/// of records: of each only what bears on the whole is kept.
/// </summary>
internal sealed class AggregateState(RecordAggregation aggregation, RetentionInstrument asked, DateOnly asOf)
{
    private readonly Dictionary<(DispositionStep Step, DispositionAction Action), ActOfMembers> _acts = [];
    private readonly List<(RetentionInstrument Schedule, ScheduleItem Item, Candidate? Chosen)> _items = [];
    private readonly HashSet<Gate> _gates = [];
    private readonly SortedDictionary<string, StandingHold> _holds = new(StringComparer.Ordinal);
    private readonly FewReasons _conflicts = new();
    private readonly FewReasons _blocks = new();
    private readonly FewReasons _faults = new();
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _missingForBlocks = new(StringComparer.Ordinal);
    private readonly HashSet<RecordValue> _values = [];
    private readonly HashSet<ScheduleItem> _claiming = [];
    private bool _areUnderOne = true;
    private DateBound _nextChange = DateBound.PositiveInfinity;
    private bool _isAnyOpen;
    private Truth _complete = Truth.Unknown;
    private long _settledForEver;
    private long _completed;
    private long _unscheduled;
    private bool _allKeep = true;
    private AggregateMoments _moments;

    /// <summary>How many records were taken in.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a record in.</summary>
    /// <param name="found">What is found about it.</param>
    /// <param name="moments">How its item wants moments to combine; where items differ, the latest counts.</param>
    /// <param name="complete">What it says of the aggregate.</param>
    public void Add(RecordFinding found, AggregateMoments moments, FactValue complete)
    {
        _moments = Count == 0 || _moments == moments ? moments : AggregateMoments.Latest;
        Count++;
        AddCompleteness(complete);
        Outcome outcome = found.Schedule.Outcome;
        AddItems(found.Schedule);
        if (found.Schedule.Item is { } item && _items.All(i => i.Item != item)) _items.Add((found.Schedule.Source, item, found.Schedule.Chosen));
        _gates.UnionWith(found.Schedule.Gates);
        _values.Add(outcome.Value);
        foreach (StandingHold hold in found.Holds) _holds[hold.Id] = _holds.TryGetValue(hold.Id, out StandingHold known) && known.Missing.Count == 0 ? known : hold;
        _blocks.Add(found.Blocks);
        _faults.Add(found.Faults);
        _missingForBlocks.UnionWith(found.MissingForBlocks);
        foreach (DateBound day in found.ChangeDays) if (day.IsFinite && day.Date > asOf) _nextChange = DateBound.Min(_nextChange, day);
        _allKeep &= outcome.Keeps || outcome.Status is DispositionStatus.Unscheduled or DispositionStatus.Completed;
        AddOutcome(found, outcome);
    }

    /// <summary>Under a set a record is claimed by an item of each schedule; the same ones must claim all records.</summary>
    private void AddItems(ScheduleOutcome schedule)
    {
        if (Count == 1) _claiming.UnionWith(schedule.ClaimedBy);
        _areUnderOne &= _claiming.SetEquals(schedule.ClaimedBy);
        _claiming.UnionWith(schedule.ClaimedBy);
    }

    /// <summary>One record that says no, or two that differ, leave it open whether all are there.</summary>
    private void AddCompleteness(FactValue complete)
    {
        Truth said = complete.IsKnown ? Kleene.Of(complete.AsYesNo) : Truth.Unknown;
        if (said == Truth.Unknown) return;
        _complete = Count == 1 || _complete == Truth.Unknown ? said : Kleene.And(_complete, said);
    }

    private void AddOutcome(RecordFinding found, Outcome outcome)
    {
        if (outcome.Status == DispositionStatus.Conflict) _conflicts.Add([.. found.Schedule.Which, .. outcome.Reasons]);
        else if (outcome.Current is { } act) AddAct(act);
        else if (outcome.Status == DispositionStatus.Permanent && found.Schedule.Claim == Truth.True) _settledForEver++;
        else if (outcome.Status == DispositionStatus.Completed) _completed++;
        else if (outcome.Status == DispositionStatus.Unscheduled) _unscheduled++;
        else
        {
            _isAnyOpen = true;
            _missing.UnionWith(outcome.Missing);
        }
    }

    /// <summary>What an appraisal decided on stands on the step of the appraisal, and is another act.</summary>
    private void AddAct(CurrentAct act)
    {
        (DispositionStep, DispositionAction) key = (act.Value.Step, act.Action);
        _acts[key] = _acts.TryGetValue(key, out ActOfMembers? known) ? known.With(act) : ActOfMembers.Of(act);
    }

    /// <summary>What the records come to together.</summary>
    public RecordFinding Together(string id)
    {
        (ScheduleOutcome schedule, bool isDue) = Outcome();
        DecisionReason head = Reasons.DecidedAsOne(aggregation, id, Count, isComplete: _complete == Truth.True);
        return new RecordFinding(schedule with { Which = [head, .. schedule.Which] }, RecordClassification.NoScheme)
        {
            Holds = [.. _holds.Values],
            Blocks = isDue ? _blocks.All : [],
            MissingForBlocks = isDue ? [.. _missingForBlocks] : [],
            Faults = _faults.All,
            ChangeDays = [.. schedule.Outcome.ChangeDays, _nextChange],
        };
    }

    private (ScheduleOutcome Schedule, bool IsDue) Outcome()
    {
        RetentionInstrument source = _items is [var only] ? only.Schedule : asked;
        Outcome judged = Judged();
        // One that is kept for ever keeps the others.
        RecordValue value = judged.Status == DispositionStatus.Permanent ? RecordValue.Permanent : _values.Count == 1 ? _values.First() : RecordValue.Undecided;
        Outcome outcome = judged with { Value = value };
        if (outcome.IsDue && !_areUnderOne)
            outcome = new Outcome(DispositionStatus.Conflict, outcome.Value) { ChangeDays = outcome.ChangeDays, Reasons = [Reasons.SeveralItemsInAggregate(Claiming)] };
        bool single = _items.Count == 1 && _areUnderOne;
        return (new ScheduleOutcome(source, outcome, Truth.True)
        {
            Item = single ? _items[0].Item : null,
            Chosen = single ? _items[0].Chosen : null,
            Candidates = single ? [] : Claiming,
            Which = single ? [Reasons.ItemApplies(_items[0].Item)] : [],
            Gates = [.. _gates],
        }, outcome.IsDue);
    }

    private IReadOnlyList<ScheduleItem> Claiming => [.. _claiming.OrderBy(i => i.Number, StringComparer.Ordinal)];

    private Outcome Judged()
    {
        if (_conflicts.All.Count > 0) return new Outcome(DispositionStatus.Conflict, RecordValue.Undecided) { Reasons = _conflicts.All };
        if (_acts.Count > 0) return OfActs();
        if (_isAnyOpen)
        {
            Outcome open = new(_allKeep ? DispositionStatus.Retain : DispositionStatus.Undetermined, RecordValue.Undecided) { Missing = [.. _missing] };
            return _allKeep ? open with { Reasons = [Reasons.AnyCandidateKeeps()] } : open;
        }

        DispositionStatus status =
            _settledForEver > 0 ? (_unscheduled == 0 ? DispositionStatus.Permanent : DispositionStatus.Retain)
            : _completed > 0 ? (_unscheduled == 0 ? DispositionStatus.Completed : DispositionStatus.Retain)
            : DispositionStatus.Unscheduled;
        return new Outcome(status, RecordValue.Undecided) { Bounds = status == DispositionStatus.Unscheduled ? DateBounds.Unknown : DateBounds.Never };
    }

    /// <summary>The first act that any of the records has still before it; a record that is kept for ever is never destroyed with the others.</summary>
    private Outcome OfActs()
    {
        ActOfMembers[] acts = [.. _acts.Values.OrderBy(a => a.Act.Action == DispositionAction.Destroy).ThenBy(a => a.Act.Value.Step.Source.Span.Start)];
        ActOfMembers first = acts[0];
        bool destroys = first.Act.Action == DispositionAction.Destroy;
        if (destroys && _settledForEver > 0) return new Outcome(DispositionStatus.Permanent, RecordValue.Permanent) { Bounds = DateBounds.Never };
        bool latest = destroys || _moments != AggregateMoments.Earliest;
        string[] missing = [.. _complete == Truth.True ? Array.Empty<string>() : [aggregation.Complete.Name], .. _missing];
        bool isOpen = _complete != Truth.True || _isAnyOpen || _unscheduled > 0;
        MomentValue unknown = MomentValue.Fixed(DateBounds.Unknown) with { Grounds = Grounds.None with { Missing = missing } };
        ActOfMembers[] counting = [.. acts.Where(a => a == first || (destroys && a.Act.Action == DispositionAction.Destroy))];
        MomentValue[] floors = [.. counting.Select(a => latest ? a.Latest : a.Earliest), .. isOpen ? [unknown] : Array.Empty<MomentValue>()];
        MomentValue floor = latest ? MomentValue.Latest(floors) : MomentValue.Earliest(floors);
        // Of a day that a schedule refuses to round, nobody can say that it is over: the record would not be due by itself.
        if (destroys) floor = floor with { Grounds = floor.Grounds.And(Grounds.Merge(counting.Select(a => a.InDoubt))) };
        MomentValue ceiling = MomentValue.Earliest([.. counting.Select(a => a.Ceiling)]);
        StepValue value = first.Act.Value with { Floor = floor, Ceiling = ceiling, State = DueTest.Of(floor, asOf) };
        // When a floor of one record will have passed the ceiling of another is not looked for: the next day is early enough.
        DateBound overtaken = value.MayBeOvertaken ? DateBound.At(asOf).NextDay() : DateBound.PositiveInfinity;
        DateBound[] days = [floor.WhilePending, floor.Bounds.NotAfter, ceiling.WhilePending, ceiling.Bounds.NotAfter, ceiling.Bounds.NotAfter.NextDay(), overtaken];
        return new ActJudge(asOf).Judge(first.Act with { Value = value }, RecordValue.Undecided) with { ChangeDays = days };
    }

    /// <summary>One act of the records that come to it next, with the ends of their days.</summary>
    private sealed record ActOfMembers(CurrentAct Act, MomentValue Latest, MomentValue Earliest, MomentValue Ceiling)
    {
        /// <summary>What the floors rest on whose rounding is in doubt, also those that a later floor outlasts.</summary>
        public Grounds InDoubt { get; private init; } = DoubtIn(Act);

        public static ActOfMembers Of(CurrentAct act) => new(act, act.Value.Floor, act.Value.Floor, act.Value.Ceiling);

        public ActOfMembers With(CurrentAct other) => this with
        {
            Latest = MomentValue.Latest([Latest, other.Value.Floor]),
            Earliest = MomentValue.Earliest([Earliest, other.Value.Floor]),
            Ceiling = MomentValue.Earliest([Ceiling, other.Value.Ceiling]),
            InDoubt = InDoubt.And(DoubtIn(other)),
        };

        private static Grounds DoubtIn(CurrentAct act) =>
            act.Value.Floor.Grounds is { Rounding: not RoundingDoubt.None } grounds ? grounds : Grounds.None;
    }

    /// <summary>
    /// Some reasons of each kind, so that a million records do not fill the memory: those that sort first, whatever the order
    /// in which the records come.
    /// </summary>
    private sealed class FewReasons
    {
        private const int Most = 20;

        private readonly SortedDictionary<string, DecisionReason> _kept = new(StringComparer.Ordinal);

        public IReadOnlyList<DecisionReason> All => [.. _kept.Values];

        public void Add(IEnumerable<DecisionReason> reasons)
        {
            foreach (DecisionReason reason in reasons)
                if (_kept.TryAdd(reason.Text, reason) && _kept.Count > Most) _kept.Remove(_kept.Keys.Last());
        }
    }
}
