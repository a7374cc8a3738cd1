using RetentionRules.Calendars;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// What several schedules that all claim a record ask together: the latest floor, the earliest ceiling, every other act
/// (docs/language.md, 17.2). The order of the parts, and how they are grouped, changes nothing about what comes of it.
/// </summary>
internal static class LongestRetention
{
    /// <param name="whole">What the parts belong to.</param>
    /// <param name="joined">At least one; each claims the record, or may. Of what was joined before, each of its parts is asked again.</param>
    /// <param name="asOf">The day of evaluation.</param>
    public static ScheduleOutcome Join(RetentionInstrument whole, IReadOnlyList<ScheduleOutcome> joined, DateOnly asOf)
    {
        ScheduleOutcome[] parts = [.. joined.SelectMany(j => j.Parts.Count > 0 ? j.Parts : [j])];
        Outcome found = OutcomeOf(parts, asOf);
        Outcome outcome = found with { Value = ValueOf(parts), ChangeDays = [.. parts.SelectMany(p => p.Outcome.ChangeDays), .. found.Destruction?.Value.ChangeDays ?? []] };
        // Where a floor of one stands against a ceiling of another, neither of them decides.
        ScheduleOutcome? deciding = outcome.Status == DispositionStatus.Conflict ? null : parts.FirstOrDefault(p => p.Item is not null && ReferenceEquals(p.Outcome.Current?.Value.Step, outcome.Current?.Value.Step) && outcome.Current is not null);
        bool onlyItsOwn = outcome.Action != DispositionAction.Destroy && deciding is not null;
        return new ScheduleOutcome(deciding?.Source ?? whole, outcome, Kleene.Any(parts.Select(p => p.Claim)))
        {
            Item = deciding?.Item,
            ClaimedBy = [.. parts.SelectMany(p => p.ClaimedBy)],
            Chosen = deciding?.Chosen,
            Candidates = deciding is null ? [.. parts.SelectMany(p => p.Item is { } item ? [item] : p.Candidates)] : [],
            Which = [.. parts.Select(Reasons.ScheduleSays), .. deciding?.Which ?? [.. parts.SelectMany(p => p.Which)]],
            // Every schedule that claims the record must let it be destroyed; any other act is the affair of the one that asks for it.
            Gates = onlyItsOwn ? deciding!.Gates : [.. parts.SelectMany(p => p.Gates)],
            Parts = parts,
        };
    }

    private static Outcome OutcomeOf(IReadOnlyList<ScheduleOutcome> parts, DateOnly asOf)
    {
        CurrentAct? destruction = Destruction(parts, asOf) is { } asked ? WithOpen(asked, parts, asOf) : null;
        ActJudge judge = new(asOf);
        Outcome[] conflicts = [.. parts.Select(p => p.Outcome).Where(o => o.Status == DispositionStatus.Conflict && o.Current is not { Action: DispositionAction.Destroy })];
        if (conflicts.Length > 0)
            return new Outcome(DispositionStatus.Conflict, RecordValue.Undecided) { Reasons = [.. conflicts.SelectMany(c => c.Reasons).DistinctBy(r => r.Text)], Destruction = destruction };
        if (destruction is { Value.CeilingBeforeFloor: true }) return judge.Judge(destruction, RecordValue.Undecided) with { Destruction = destruction };
        ScheduleOutcome[] asking = [.. parts.Where(p => p.Outcome.Current is not null)];
        bool destroys = asking.Any(p => p.Outcome.Action == DispositionAction.Destroy);
        ScheduleOutcome[] others = [.. asking.Where(p => p.Outcome.Action != DispositionAction.Destroy && (HoldsUp(p) || !destroys))];
        if (others.Length > 0) return others.OrderBy(p => p, Urgency.Instance).First().Outcome with { Destruction = destruction };
        if (!destroys) return WithoutActs(parts);
        return IsPermanent(parts) ? Kept(parts) : judge.Judge(destruction!, RecordValue.Temporary) with { Destruction = destruction };
    }

    /// <summary>A move that is not due stands in nobody's way.</summary>
    private static bool HoldsUp(ScheduleOutcome part) =>
        part.Outcome.Current is { Value: { HoldsUp: true } or { State: StepState.Due } };

    /// <summary>
    /// Whether it is open what the schedule asks for: which item, which case, what a person or an appraisal decides. A move
    /// that is not due stands in nobody's way, but what comes behind it may.
    /// </summary>
    private static bool IsOpen(ScheduleOutcome part) => part.Outcome.Current is null
        ? !(part.Claim == Truth.True && part.Outcome.Status is DispositionStatus.Permanent or DispositionStatus.Completed)
        : !HoldsUp(part) && part.Outcome.Destruction is null;

    /// <summary>The destruction that all ask for together, from the latest floor to the earliest ceiling. Permanence is a floor that never comes.</summary>
    private static CurrentAct? Destruction(IReadOnlyList<ScheduleOutcome> parts, DateOnly asOf)
    {
        CurrentAct[] destructions = [.. parts.Select(p => p.Outcome.Destruction).OfType<CurrentAct>()];
        if (destructions.Length == 0) return null;
        CurrentAct last = destructions.OrderBy(d => d.Value.Floor.Bounds.NotAfter).ThenBy(d => d.Value.Floor.ApartFromPending).ThenBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Value.Step.Text, StringComparer.Ordinal).Last();
        IEnumerable<MomentValue> never = IsPermanent(parts) ? [MomentValue.Fixed(DateBounds.Never)] : [];
        MomentValue floor = MomentValue.Latest([.. destructions.Select(d => d.Value.Floor), .. never]);
        MomentValue ceiling = MomentValue.Earliest([.. destructions.Select(d => d.Value.Ceiling)]);
        return Between(last, floor, ceiling, asOf);
    }

    /// <summary>A part that is open may ask for any day, so it delays nothing for certain and lets nothing become due.</summary>
    private static CurrentAct WithOpen(CurrentAct destruction, IReadOnlyList<ScheduleOutcome> parts, DateOnly asOf)
    {
        ScheduleOutcome[] open = [.. parts.Where(IsOpen)];
        if (open.Length == 0) return destruction;
        MomentValue unknown = MomentValue.Fixed(DateBounds.Unknown) with { Grounds = Grounds.None with { Missing = [.. open.SelectMany(o => o.Outcome.Missing).Distinct()] } };
        return Between(destruction, MomentValue.Latest([destruction.Value.Floor, unknown]), destruction.Value.Ceiling, asOf);
    }

    private static CurrentAct Between(CurrentAct act, MomentValue floor, MomentValue ceiling, DateOnly asOf)
    {
        DateBound[] days = [floor.WhilePending, floor.Bounds.NotAfter, ceiling.WhilePending, ceiling.Bounds.NotAfter, ceiling.Bounds.NotAfter.NextDay()];
        return act with { Value = act.Value with { Floor = floor, Ceiling = ceiling, State = DueTest.Of(floor, asOf), ChangeDays = days } };
    }

    private static Outcome WithoutActs(IReadOnlyList<ScheduleOutcome> parts)
    {
        Outcome[] open = [.. parts.Where(IsOpen).Select(p => p.Outcome)];
        if (parts.Any(p => p.Claim == Truth.True && p.Outcome.Status == DispositionStatus.Permanent)) return Kept(parts);
        if (open.Length == 0) return parts[0].Outcome;
        Outcome found = OpenOutcome.Of(open, [.. open.SelectMany(o => o.Missing).Distinct()]);
        // Beside a schedule that has nothing left to do, it is open whether anybody keeps the record for ever.
        bool mayBeCompleted = open.Length < parts.Count;
        return mayBeCompleted && found.Status == DispositionStatus.Permanent ? found with { Status = DispositionStatus.Retain } : found;
    }

    private static Outcome Kept(IReadOnlyList<ScheduleOutcome> parts)
    {
        Outcome permanent = parts.FirstOrDefault(p => p.Outcome.Status == DispositionStatus.Permanent && p.Claim == Truth.True)?.Outcome
            ?? new Outcome(DispositionStatus.Permanent, RecordValue.Permanent);
        return permanent with { Bounds = DateBounds.Never };
    }

    /// <summary>Permanence is a floor that never comes; else the value that all agree on.</summary>
    private static RecordValue ValueOf(IReadOnlyList<ScheduleOutcome> parts) =>
        IsPermanent(parts) ? RecordValue.Permanent
        : parts.Select(p => p.Outcome.Value).Distinct().ToArray() is [var only] ? only
        : RecordValue.Undecided;

    private static bool IsPermanent(IReadOnlyList<ScheduleOutcome> parts) => parts.Any(p => p.Claim == Truth.True && p.Outcome.Value == RecordValue.Permanent);

    /// <summary>
    /// Due acts first, then open ones, then by their days; among equals by name, so that the order of the parts does not matter.
    /// What waits for a pending event moves on with each day, and another act must not come first for that.
    /// </summary>
    private sealed class Urgency : IComparer<ScheduleOutcome>
    {
        public static readonly Urgency Instance = new();

        public int Compare(ScheduleOutcome? x, ScheduleOutcome? y) => Key(x!).CompareTo(Key(y!)) is not 0 and var order ? order
            : string.CompareOrdinal(Name(x!), Name(y!));

        private static (int State, DateBound NotAfter, DateBound ApartFromPending) Key(ScheduleOutcome part)
        {
            StepValue act = part.Outcome.Current!.Value;
            int state = act.State switch
            {
                StepState.Due => 0,
                StepState.Open => 1,
                StepState.NotDue or StepState.Done or StepState.Computed or StepState.Over => 2,
                _ => throw new ArgumentOutOfRangeException(nameof(part)),
            };
            return (state, act.Floor.Bounds.NotAfter, act.Floor.ApartFromPending);
        }

        private static string Name(ScheduleOutcome part) => $"{part.Outcome.Current!.Name} {part.Outcome.Current.Target} {part.Source.Id} {part.Item?.Number} {part.Outcome.Current.Value.Step.Text}";
    }
}
