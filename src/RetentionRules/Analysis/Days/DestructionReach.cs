using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// Of which records a disposition has come to its destruction by a day, as a condition: what it counts from has come early enough,
/// the acts before it are done, and where an appraisal decides, it decides so. Behind all days, +∞, it is enough that they come.
/// </summary>
/// <remarks>
/// Periods and cycles never turn the order of two days, so that whether an event lets the destruction be due by a day is told by
/// the last day of the event that does. Which day of a list is meant, and rounding that is refused, is not looked into: there
/// more records are taken to be due than are.
/// </remarks>
internal sealed class DestructionReach(RetentionPolicy policy, DateRounding rounding, StepSequence sequence, DateBound day)
{
    private readonly DayConditions _days = new(sequence.Source);

    /// <summary>The last days of events on which they let the destruction be due.</summary>
    public List<DateOnly> Thresholds { get; } = [];

    /// <summary>How one counts from each of the events, to the day from which on the destruction is due.</summary>
    public List<Func<DateBound, DateBound>> Counts { get; } = [];

    /// <summary>Whether a disposition can destroy at all.</summary>
    public static bool Destroys(StepSequence sequence) =>
        sequence.Steps.Any(s => s.Action == DispositionAction.Destroy) || sequence is { IsPermanent: false, Outcome: not null };

    /// <summary>The fact that records the destruction; null where none does.</summary>
    public static FactDefinition? DoneOf(StepSequence sequence) => sequence.Outcome?.Destroyed ?? (LastOf(sequence).Completion as RecordedCompletion)?.Fact;

    /// <summary>The step behind which nothing is left but to destroy: the destruction itself, or the appraisal that decides on it.</summary>
    private static DispositionStep LastOf(StepSequence sequence) => sequence.Steps.FirstOrDefault(s => s.Action == DispositionAction.Destroy) ?? sequence.Steps[^1];

    /// <summary>The condition that the destruction is due.</summary>
    public Condition Make()
    {
        DispositionStep last = LastOf(sequence);
        Condition[] before = [.. sequence.Steps.TakeWhile(s => s != last).Select(IsBehind), Comes(MomentParts.FloorOf(last), d => d)];
        return _days.All(sequence.Outcome is { } appraisal ? [.. before, IsBehind(last), IsToDestroy(appraisal)] : before);
    }

    private static Comparison IsToDestroy(AppraisalOutcome appraisal)
    {
        FactDefinition decision = appraisal.Decision;
        return new Comparison(decision.Source, decision, ComparisonOperator.Equal, new ValueOperand(decision.Source, FactValue.Text(AppraisalOutcome.Destroy)));
    }

    /// <summary>Whether a step holds nothing up any more: it is done, or over, or never did.</summary>
    private Condition IsBehind(DispositionStep step) => (step.Timing, step.Completion) switch
    {
        _ when step.Action == DispositionAction.Move => _days.Always,
        (Recurring { End: ForEver }, _) => _days.Nothing,
        // It is over before its end where the next time would fall behind that; so that it ends at all is all that is asked.
        (Recurring { End: UntilMoment until }, _) => new DestructionReach(policy, rounding, sequence, DateBound.PositiveInfinity).Comes(until.Moment, d => d),
        (_, RecordedCompletion { Fact: var fact }) => ComesEarly(fact, d => d),
        (_, ComputedCompletion) => _days.Always,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Whether a moment has come by the day, counted on from it.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="counted">The day to which one counts from a day of the moment.</param>
    private Condition Comes(Moment moment, Func<DateBound, DateBound> counted) => moment switch
    {
        FactMoment m => ComesEarly(m.Fact, counted),
        AnyFactMoment m => ComesEarly(m.Fact, counted),
        NthOfMoment m => _days.Is(m.Fact),
        AtOnce => counted(DateBound.At(DateOnly.MinValue)) <= day ? _days.Always : _days.Nothing,
        StepMoment m => Counted(sequence.Steps[m.Step], counted),
        EarliestOf m => _days.Any([.. m.Moments.Select(x => Comes(x, counted))]),
        LatestOf m => Latest(m, counted),
        WithFallback m => _days.Any([_days.All([_days.Is(m.Tested), Comes(m.Main, counted)]), _days.All([_days.Never(m.Tested), Comes(m.Fallback, counted)])]),
        PeriodAfter m => AfterPeriods(m, counted),
        CycleBoundary m => Comes(m.Within, d => counted(d.IsFinite ? m.Cycle.NextStart(new DateBounds(d, d)).NotAfter : d)),
        DefinedMoment or AssumedStart => Comes(MomentFacts.Inner(moment).Single(), counted),
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>What counts from an act waits for its own moment and for its doing.</summary>
    private Condition Counted(DispositionStep step, Func<DateBound, DateBound> counted)
    {
        Condition own = Comes(MomentParts.FloorOf(step), counted);
        return step.Completion is RecordedCompletion { Fact: var fact } ? _days.All([own, ComesEarly(fact, counted)]) : own;
    }

    /// <summary>What drops out is not waited for; where all have, nothing is left to come.</summary>
    private Condition Latest(LatestOf latest, Func<DateBound, DateBound> counted)
    {
        Condition[] dropsOut = [.. latest.Alternatives.Select(a => _days.Any([.. a.DropsOutWithout.Select(_days.Never)]))];
        IEnumerable<Condition> comes = latest.Alternatives.Zip(dropsOut, (a, drops) => _days.Any([drops, Comes(a.Moment, counted)]));
        return _days.All([.. comes, _days.Any([.. dropsOut.Select(_days.Not)])]);
    }

    /// <summary>5.8: periods that follow directly on one another are added up, and the sum is rounded once; 5.12: of a parameter that nobody has set, the longest.</summary>
    private Condition AfterPeriods(PeriodAfter moment, Func<DateBound, DateBound> counted)
    {
        RetentionPeriod sum = default;
        Moment start = moment;
        while (NormalForm.Plain(start) is PeriodAfter nested)
        {
            sum += nested.Amount switch
            {
                StatedPeriod stated => stated.Period,
                ParameterPeriod { Parameter: var parameter } => policy.SettingOf(parameter) is { IsSet: true } setting ? setting.Period : parameter.Most,
                _ => throw new ArgumentOutOfRangeException(nameof(moment)),
            };
            start = nested.Start;
        }

        DateRounding late = rounding == DateRounding.Down ? DateRounding.Down : DateRounding.Up;
        return Comes(start, d => counted(sum.After(d, late)));
    }

    private Condition ComesEarly(FactDefinition fact, Func<DateBound, DateBound> counted)
    {
        Counts.Add(counted);
        if (!day.IsFinite) return _days.Is(fact);
        if (LastDayFor(counted) is not { } last) return _days.Nothing;
        Thresholds.Add(last);
        return _days.IsBy(fact, last);
    }

    /// <summary>The last day from which one counts to the day or to one before it; null where there is none.</summary>
    private DateOnly? LastDayFor(Func<DateBound, DateBound> counted)
    {
        bool IsEarly(int number) => counted(DateBound.At(DateOnly.FromDayNumber(number))) <= day;
        (int low, int high) = (0, DateOnly.MaxValue.DayNumber);
        if (!IsEarly(low)) return null;
        if (IsEarly(high)) return DateOnly.MaxValue;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            if (IsEarly(middle)) low = middle;
            else high = middle;
        }

        return DateOnly.FromDayNumber(low);
    }
}
