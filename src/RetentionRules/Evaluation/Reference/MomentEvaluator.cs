using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Which of two neighbouring days a moment takes where its own does not exist (docs/language.md, 5.8 and 5.14).</summary>
internal enum Side
{
    /// <summary>The first day of an act: rounded as the schedule says.</summary>
    Floor,

    /// <summary>The last day of an act: rounded down, so that a doubtful day never lengthens the time to destroy.</summary>
    Ceiling,
}

/// <summary>Between which days a moment lies (docs/language.md, 5.7 to 5.12).</summary>
/// <param name="policy">For parameters.</param>
/// <param name="rounding">What becomes of a day that does not exist.</param>
/// <param name="facts">The record.</param>
/// <param name="asOf">The day of evaluation.</param>
/// <param name="earlierSteps">What the steps before came to, for moments that count from them.</param>
internal sealed class MomentEvaluator(
    RetentionPolicy policy, DateRounding rounding, RecordFacts facts, DateOnly asOf, IReadOnlyList<MomentValue> earlierSteps)
{
    public MomentValue Evaluate(Moment moment, Side side) => moment switch
    {
        FactMoment m => OfFact(m.Fact),
        AnyFactMoment m => OfFact(m.Fact),
        NthOfMoment m => OfList(m),
        StepMoment m => earlierSteps[m.Step],
        AtOnce => MomentValue.Fixed(DateBounds.At(DateOnly.MinValue)),
        DefinedMoment m => Evaluate(m.Definition, side),
        AssumedStart m => Evaluate(m.Start, side),
        PeriodAfter m => AfterPeriods(m, side),
        CycleBoundary m => AfterTurn(m.Cycle, Evaluate(m.Within, side)),
        EarliestOf m => MomentValue.Earliest([.. m.Moments.Select(x => Evaluate(x, side))]),
        LatestOf m => OfAlternatives(m, side),
        WithFallback m => OfFallback(m, side),
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>5.7: the four states of a fact as days.</summary>
    public MomentValue OfFact(FactDefinition fact) => facts[fact] switch
    {
        { State: FactState.Known } value => MomentValue.Fixed(DateBounds.At(value.AsDate)),
        { State: FactState.Never } => MomentValue.Fixed(DateBounds.Never),
        { State: FactState.Pending } => MomentValue.Pending(asOf, fact.Name),
        _ => MomentValue.Missing(fact.Name),
    };

    /// <summary>5.7: a list with too few days waits for the next one.</summary>
    private MomentValue OfList(NthOfMoment moment)
    {
        FactValue value = facts[moment.Fact];
        if (!value.IsKnown) return OfFact(moment.Fact);
        IReadOnlyList<DateOnly> dates = value.AsDates;
        int place = moment.Place == NthOfMoment.Last ? dates.Count : moment.Place;
        return place >= 1 && place <= dates.Count
            ? MomentValue.Fixed(DateBounds.At(dates[place - 1]))
            : MomentValue.Pending(asOf, moment.Fact.Name);
    }

    /// <summary>5.8: periods that follow directly on one another are added up, and the sum is rounded once.</summary>
    private MomentValue AfterPeriods(PeriodAfter moment, Side side)
    {
        (RetentionPeriod least, RetentionPeriod most, Grounds unset) = (default, default, Grounds.None);
        Moment start = moment;
        while (Nested(start) is { } nested)
        {
            (RetentionPeriod shortest, RetentionPeriod longest, Grounds grounds) = RangeOf(nested.Amount);
            (least, most, unset) = (least + shortest, most + longest, unset.And(grounds));
            start = nested.Start;
        }

        MomentValue from = Evaluate(start, side);
        return Shift(from, least, most, side) is var shifted && least == most
            ? shifted
            : shifted with { Grounds = shifted.Grounds.And(unset) };
    }

    private static PeriodAfter? Nested(Moment moment) => moment switch
    {
        PeriodAfter after => after,
        DefinedMoment { Definition: var definition } => Nested(definition),
        AssumedStart { Start: var start } => Nested(start),
        _ => null,
    };

    /// <summary>5.12: a parameter that nobody has set is anything in its range.</summary>
    private (RetentionPeriod Least, RetentionPeriod Most, Grounds Grounds) RangeOf(PeriodAmount amount) => amount switch
    {
        StatedPeriod stated => (stated.Period, stated.Period, Grounds.None),
        ParameterPeriod { Parameter: var parameter } => policy.SettingOf(parameter) is { IsSet: true } setting
            ? (setting.Period, setting.Period, Grounds.None)
            : (parameter.Least, parameter.Most, Grounds.OfMissing(parameter.Name)),
        _ => throw new ArgumentOutOfRangeException(nameof(amount)),
    };

    /// <summary>5.8: adding a period never turns the order of two days, so it acts on the bounds one by one.</summary>
    private MomentValue Shift(MomentValue from, RetentionPeriod least, RetentionPeriod most, Side side)
    {
        DateRounding early = rounding == DateRounding.Up && side == Side.Floor ? DateRounding.Up : DateRounding.Down;
        DateRounding late = rounding == DateRounding.Error ? DateRounding.Up : early;
        MomentValue shifted = from.Map(day => least.After(day, early), day => most.After(day, late));
        return rounding == DateRounding.Error ? shifted with { Grounds = from.Grounds.And(Grounds.None with { Rounding = DoubtOf(from, least, most) }) } : shifted;
    }

    private static RoundingDoubt DoubtOf(MomentValue from, RetentionPeriod least, RetentionPeriod most) =>
        least.NeedsRounding(from.WhilePending) || most.NeedsRounding(from.Bounds.NotAfter) ? RoundingDoubt.Stands
        : most.TotalMonths > 0 && (least != most || !from.Bounds.IsExact) ? RoundingDoubt.MayArise
        : RoundingDoubt.None;

    /// <summary>5.9: the first day after the turn; beyond the end of a listed cycle nobody knows it.</summary>
    private static MomentValue AfterTurn(CalendarCycle cycle, MomentValue within)
    {
        MomentValue after = within.Map(day => Exactly(cycle, day).NotBefore, day => Exactly(cycle, day).NotAfter);
        bool opened = within.Bounds.NotAfter.IsFinite && after.Bounds.NotAfter == DateBound.PositiveInfinity;
        return opened ? after with { Grounds = within.Grounds.And(Grounds.None with { OpenCycles = [cycle.Name] }) } : after;
    }

    private static DateBounds Exactly(CalendarCycle cycle, DateBound day) => cycle.NextStart(new DateBounds(day, day));

    /// <summary>
    /// 5.10: an alternative marked <c>any</c> drops out where its fact is never; while that is open, it may. Where all
    /// have dropped out nothing is left to wait for, and that never comes.
    /// </summary>
    private MomentValue OfAlternatives(LatestOf moment, Side side)
    {
        LatestAlternative[] left = [.. moment.Alternatives.Where(a => !a.DropsOutWithout.Any(f => facts[f].State == FactState.Never))];
        if (left.Length == 0) return MomentValue.Fixed(DateBounds.Never);
        MomentValue[] values = [.. left.Select(a => Evaluate(a.Moment, side))];
        bool[] mayDropOut = [.. left.Select(a => a.DropsOutWithout.Any(f => !facts[f].IsKnown))];
        return mayDropOut.All(m => m)
            ? MomentValue.LatestOfThoseThatCome(values)
            : MomentValue.Latest([.. values.Select((value, i) => mayDropOut[i] ? value.WithoutFloor() : value)]);
    }

    /// <summary>5.11: only the state of the one tested fact chooses; while it is open, it is one of the two.</summary>
    private MomentValue OfFallback(WithFallback moment, Side side) => facts[moment.Tested].State switch
    {
        FactState.Known => Evaluate(moment.Main, side),
        FactState.Never => Evaluate(moment.Fallback, side),
        FactState.Unknown or FactState.Pending => MomentValue.Hull(Evaluate(moment.Main, side), Evaluate(moment.Fallback, side)),
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };
}
