using RetentionRules.Calendars;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// What several schedules that all claim a record ask together: the latest floor, the earliest ceiling, every other act
/// (docs/language.md, 17.2). The order of the parts, and how they are grouped, changes nothing about what comes of it.
/// </summary>
internal static class LongestRetention
{
    /// <param name="whole">What the parts belong to.</param>
    /// <param name="parts">At least one; each claims the record, or may.</param>
    /// <param name="asOf">The day of evaluation.</param>
    public static ScheduleOutcome Join(RetentionInstrument whole, IReadOnlyList<ScheduleOutcome> parts, DateOnly asOf)
    {
        // In the order of their names, so that where several say the same, the order of the file does not tell which is quoted.
        Outcome outcome = OutcomeOf([.. parts.OrderBy(p => p.Source.Id, StringComparer.Ordinal)], asOf) with { Value = ValueOf(parts), ChangeDays = [.. parts.SelectMany(p => p.Outcome.ChangeDays)] };
        // Where a floor of one stands against a ceiling of another, neither of them decides.
        ScheduleOutcome? deciding = outcome.Status == DispositionStatus.Conflict ? null : parts.FirstOrDefault(p => p.Item is not null && ReferenceEquals(p.Outcome.Current?.Value.Step, outcome.Current?.Value.Step) && outcome.Current is not null);
        bool onlyItsOwn = outcome.Action != DispositionAction.Destroy && deciding is not null;
        return new ScheduleOutcome(deciding?.Source ?? whole, outcome, Kleene.Any(parts.Select(p => p.Claim)))
        {
            Item = deciding?.Item,
            Chosen = deciding?.Chosen,
            Candidates = deciding is null ? [.. parts.SelectMany(p => p.Item is { } item ? [item] : p.Candidates)] : [],
            Which = [.. parts.Select(Reasons.ScheduleSays), .. deciding?.Which ?? [.. parts.SelectMany(p => p.Which)]],
            // Every schedule that claims the record must let it be destroyed; any other act is the affair of the one that asks for it.
            Gates = onlyItsOwn ? deciding!.Gates : [.. parts.SelectMany(p => p.Gates)],
        };
    }

    private static Outcome OutcomeOf(IReadOnlyList<ScheduleOutcome> parts, DateOnly asOf)
    {
        if (parts.FirstOrDefault(p => p.Outcome.Status == DispositionStatus.Conflict) is { } conflict) return conflict.Outcome;
        ScheduleOutcome[] asking = [.. parts.Where(p => p.Outcome.Current is not null)];
        ScheduleOutcome[] destroying = [.. asking.Where(p => p.Outcome.Action == DispositionAction.Destroy)];
        ScheduleOutcome[] others = [.. asking.Where(p => p.Outcome.Action != DispositionAction.Destroy && (HoldsUp(p) || destroying.Length == 0))];
        if (others.Length > 0) return others.OrderBy(p => p, Urgency.Instance).First().Outcome;
        if (destroying.Length == 0) return WithoutActs(parts);
        return ValueOf(parts) == RecordValue.Permanent
            ? Kept(parts)
            : new ActJudge(asOf).Judge(Joined(destroying, [.. parts.Where(IsOpen)], asOf), RecordValue.Temporary);
    }

    /// <summary>A move that is not due stands in nobody's way.</summary>
    private static bool HoldsUp(ScheduleOutcome part) =>
        part.Outcome.Current is { Value: { HoldsUp: true } or { State: StepState.Due } };

    /// <summary>Whether it is open what the schedule asks for: which item, which case, what a person or an appraisal decides.</summary>
    private static bool IsOpen(ScheduleOutcome part) =>
        part.Outcome.Current is null && !(part.Claim == Truth.True && part.Outcome.Status is DispositionStatus.Permanent or DispositionStatus.Completed);

    /// <summary>A part that is open may ask for any day, so it delays nothing for certain and lets nothing become due.</summary>
    private static CurrentAct Joined(ScheduleOutcome[] destroying, ScheduleOutcome[] open, DateOnly asOf)
    {
        CurrentAct last = destroying.OrderBy(p => p, Urgency.Instance).Last().Outcome.Current!;
        MomentValue unknown = MomentValue.Fixed(DateBounds.Unknown) with { Grounds = Grounds.None with { Missing = [.. open.SelectMany(o => o.Outcome.Missing).Distinct()] } };
        MomentValue floor = MomentValue.Latest([.. destroying.Select(d => d.Outcome.Current!.Value.Floor), .. open.Select(_ => unknown)]);
        MomentValue ceiling = MomentValue.Earliest([.. destroying.Select(d => d.Outcome.Current!.Value.Ceiling)]);
        DateBound[] days = [floor.WhilePending, floor.Bounds.NotAfter, ceiling.WhilePending, ceiling.Bounds.NotAfter, ceiling.Bounds.NotAfter.NextDay()];
        return last with { Value = last.Value with { Floor = floor, Ceiling = ceiling, State = DueTest.Of(floor, asOf), ChangeDays = days } };
    }

    private static Outcome WithoutActs(IReadOnlyList<ScheduleOutcome> parts)
    {
        Outcome[] open = [.. parts.Where(IsOpen).Select(p => p.Outcome)];
        if (parts.Any(p => p.Claim == Truth.True && p.Outcome.Status == DispositionStatus.Permanent)) return Kept(parts);
        return open.Length == 0 ? parts[0].Outcome : OpenOutcome.Of(open, [.. open.SelectMany(o => o.Missing).Distinct()]);
    }

    private static Outcome Kept(IReadOnlyList<ScheduleOutcome> parts)
    {
        Outcome permanent = parts.FirstOrDefault(p => p.Outcome.Status == DispositionStatus.Permanent && p.Claim == Truth.True)?.Outcome
            ?? new Outcome(DispositionStatus.Permanent, RecordValue.Permanent);
        return permanent with { Bounds = DateBounds.Never };
    }

    /// <summary>Permanence is a floor that never comes; else the value that all agree on.</summary>
    private static RecordValue ValueOf(IReadOnlyList<ScheduleOutcome> parts) =>
        parts.Any(p => p.Claim == Truth.True && p.Outcome.Value == RecordValue.Permanent) ? RecordValue.Permanent
        : parts.Select(p => p.Outcome.Value).Distinct().ToArray() is [var only] ? only
        : RecordValue.Undecided;

    /// <summary>Due acts first, then open ones, then by their days; among equals by name, so that the order of the parts does not matter.</summary>
    private sealed class Urgency : IComparer<ScheduleOutcome>
    {
        public static readonly Urgency Instance = new();

        public int Compare(ScheduleOutcome? x, ScheduleOutcome? y) => Key(x!).CompareTo(Key(y!)) is not 0 and var order ? order
            : string.CompareOrdinal(Name(x!), Name(y!));

        private static (int State, DateBound NotAfter, DateBound NotBefore) Key(ScheduleOutcome part)
        {
            StepValue act = part.Outcome.Current!.Value;
            int state = act.State switch
            {
                StepState.Due => 0,
                StepState.Open => 1,
                StepState.NotDue or StepState.Done or StepState.Computed or StepState.Over => 2,
                _ => throw new ArgumentOutOfRangeException(nameof(part)),
            };
            return (state, act.Floor.Bounds.NotAfter, act.Floor.Bounds.NotBefore);
        }

        private static string Name(ScheduleOutcome part) => $"{part.Outcome.Current!.Name} {part.Outcome.Current.Target} {part.Source.Id} {part.Item?.Number}";
    }
}
