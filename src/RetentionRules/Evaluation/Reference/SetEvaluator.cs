using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What several schedules say together about a record (docs/language.md, 17.1 and 17.2).</summary>
internal sealed class SetEvaluator(RetentionPolicy policy, ScheduleSet set, RecordFacts facts, DateOnly asOf, ItemFinder finder)
{
    public ScheduleOutcome Evaluate()
    {
        ScheduleOutcome[] parts = [.. Parts()];
        ScheduleOutcome[] claiming = [.. parts.Where(p => p.Claim != Truth.False)];
        ScheduleOutcome found = claiming.Length == 0
            ? Of(Undecided(DispositionStatus.Unscheduled), Truth.False, []) with { Which = [Reasons.NoItemApplies()] }
            : Combined(claiming);
        return found with
        {
            Outcome = found.Outcome with { ChangeDays = [.. parts.SelectMany(p => p.Outcome.ChangeDays), .. found.Outcome.ChangeDays] },
        };
    }

    /// <summary>What each member says by itself.</summary>
    public IEnumerable<ScheduleOutcome> Parts() => set.Members.Select(m => InstrumentEvaluator.Evaluate(policy, m, facts, asOf, finder));

    private ScheduleOutcome Combined(ScheduleOutcome[] claiming) => set.Combination switch
    {
        SetCombination.Unique => OnlyOne(claiming),
        SetCombination.Precedence => First(claiming),
        SetCombination.Longest => Longest(claiming),
        _ => throw new InvalidOperationException("unknown combination"),
    };

    private ScheduleOutcome OnlyOne(ScheduleOutcome[] claiming)
    {
        ScheduleOutcome[] certain = [.. claiming.Where(c => c.Claim == Truth.True)];
        if (certain.Length < 2) return claiming is [var only] ? Deciding(only) : OfOpenParts(claiming);
        ScheduleOutcome conflict = Of(Undecided(DispositionStatus.Conflict), Truth.True, claiming);
        return conflict with { Which = [Reasons.SeveralSchedulesClaim(certain.Select(c => c.Source)), .. claiming.Select(Reasons.ScheduleSays)] };
    }

    /// <summary>A schedule that may claim the record stands in the way of those behind it, until that is known.</summary>
    private ScheduleOutcome First(ScheduleOutcome[] claiming)
    {
        ScheduleOutcome[] before = [.. claiming.TakeWhile(c => c.Claim != Truth.True)];
        ScheduleOutcome[] open = [.. before, .. claiming.Skip(before.Length).Take(1)];
        return open is [var only] ? Deciding(only) : OfOpenParts(open);
    }

    private ScheduleOutcome Longest(ScheduleOutcome[] claiming)
    {
        if (claiming is [var only]) return Deciding(only);
        ScheduleOutcome joined = LongestRetention.Join(set, claiming, asOf);
        bool IsOvertakenOn(DateOnly day) => LongestRetention
            .Join(set, [.. new SetEvaluator(policy, set, facts, day, finder).Parts().Where(p => p.Claim != Truth.False)], day)
            .Outcome.Destruction is { Value.CeilingBeforeFloor: true };
        DateOnly? overtaken = joined.Outcome.Destruction is { Value.MayBeOvertaken: true } ? FirstDay.After(asOf, IsOvertakenOn) : null;
        return overtaken is { } day ? joined with { Outcome = joined.Outcome with { ChangeDays = [.. joined.Outcome.ChangeDays, Calendars.DateBound.At(day)] } } : joined;
    }

    private static ScheduleOutcome Deciding(ScheduleOutcome part) => part with { Which = [Reasons.ScheduleDecides(part.Source), .. part.Which] };

    private ScheduleOutcome OfOpenParts(ScheduleOutcome[] open)
    {
        IEnumerable<string> missing = open.Where(o => o.Claim == Truth.Unknown).SelectMany(o => o.Outcome.Missing);
        ScheduleOutcome found = Of(OpenOutcome.Of([.. open.Select(o => o.Outcome)], [.. missing]), Kleene.Any(open.Select(o => o.Claim)), open);
        return found with { Which = [.. open.SelectMany(o => o.Which.Prepend(Reasons.ScheduleSays(o)))] };
    }

    private static Outcome Undecided(DispositionStatus status) => new(status, RecordValue.Undecided);

    private ScheduleOutcome Of(Outcome outcome, Truth claim, ScheduleOutcome[] parts) => new(set, outcome, claim)
    {
        Candidates = [.. parts.SelectMany(p => p.Item is { } item ? [item] : p.Candidates)],
        Gates = [.. parts.SelectMany(p => p.Gates)],
    };
}
