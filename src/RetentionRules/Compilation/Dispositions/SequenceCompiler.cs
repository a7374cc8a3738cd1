using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>Writes the moments of a sequence of steps as one straight-line program.</summary>
internal sealed class SequenceCompiler(RetentionPolicy policy, RetentionSchedule schedule, FactLayout layout)
{
    private readonly List<MomentOperation> _lines = [];

    /// <summary>Of each step before: the line of its own moment, the fact that records it, and the line that later steps count from, once one does.</summary>
    private readonly List<(int Own, FactDefinition? Done, int Counted)> _before = [];

    public CompiledSequence Compile(StepSequence sequence)
    {
        CompiledStep[] steps = [.. sequence.Steps.Select(Compile)];
        return new CompiledSequence(sequence, steps, [.. _lines]);
    }

    private int Add(MomentOperation line)
    {
        _lines.Add(line);
        return _lines.Count - 1;
    }

    private CompiledStep Compile(DispositionStep step)
    {
        (int first, int floor, int ceiling, int end) = LinesOf(step);
        FactDefinition? done = step.Completion is RecordedCompletion { Fact: var fact } ? fact : null;
        _before.Add((first, done, CompiledStep.None));
        return new CompiledStep
        {
            Step = step,
            Action = step.Action,
            Name = Reasons.ActOf(step),
            Floor = floor,
            Ceiling = ceiling,
            End = end,
            Done = done is null ? CompiledStep.None : PlaceOf(done),
            Assumption = MomentFacts.AssumedStartOf(FloorOf(step.Timing)) is { } assumed ? Reasons.StartAssumed(step, assumed.Start.ToString()!) : null,
        };
    }

    private static Moment FloorOf(StepTiming timing) => timing switch
    {
        FromMoment from => from.Moment,
        TimeWindow window => window.Floor,
        Recurring recurring => recurring.First,
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    /// <summary>The line that later steps count from, and those of the first day, of the last, and of the end of an act that recurs.</summary>
    private (int First, int Floor, int Ceiling, int End) LinesOf(DispositionStep step)
    {
        switch (step.Timing)
        {
            case FromMoment from:
                int only = Line(from.Moment, isCeiling: false);
                return (only, only, CompiledStep.None, CompiledStep.None);
            case TimeWindow window:
                int floor = Line(window.Floor, isCeiling: false);
                return (floor, floor, Line(window.Ceiling, isCeiling: true), CompiledStep.None);
            case Recurring recurring:
                int first = Line(recurring.First, isCeiling: false);
                FactDefinition fact = ((RecordedCompletion)step.Completion).Fact;
                int again = Line(new PeriodAfter(step.Source, recurring.Every, new FactMoment(step.Source, fact)), isCeiling: false);
                int next = Add(new NextTimeLine(first, again, PlaceOf(fact), fact.Name));
                int end = recurring.End is UntilMoment until ? Line(until.Moment, isCeiling: false) : Add(new FixedDay(DayNumbers.Never));
                return (first, next, CompiledStep.None, end);
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    /// <summary>5.15: counting from an act: the later of its own moment and its doing.</summary>
    private int Counted(int step)
    {
        (int own, FactDefinition? done, int counted) = _before[step];
        if (done is null) return own;
        if (counted == CompiledStep.None) _before[step] = (own, done, counted = Add(new LatestLine([own, Fact(done)])));
        return counted;
    }

    private int PlaceOf(FactDefinition fact) => layout.PlaceOf(fact.Name);

    private int Fact(FactDefinition fact) => Add(new DayOfFact(PlaceOf(fact), fact.Name));

    private int Line(Moment moment, bool isCeiling) => moment switch
    {
        FactMoment m => Fact(m.Fact),
        AnyFactMoment m => Fact(m.Fact),
        NthOfMoment m => Add(new DayOfList(PlaceOf(m.Fact), m.Fact.Name, m.Place)),
        StepMoment m => Counted(m.Step),
        AtOnce => Add(new FixedDay(DateOnly.MinValue.DayNumber)),
        DefinedMoment m => Line(m.Definition, isCeiling),
        AssumedStart m => Line(m.Start, isCeiling),
        PeriodAfter m => Period(m, isCeiling),
        CycleBoundary m => Add(new StartOfNextTurn(Line(m.Within, isCeiling), m.Cycle)),
        EarliestOf m => Add(new EarliestLine([.. m.Moments.Select(x => Line(x, isCeiling))])),
        LatestOf m when m.Alternatives.All(a => a.DropsOutWithout.Count == 0) => Add(new LatestLine([.. m.Alternatives.Select(a => Line(a.Moment, isCeiling))])),
        LatestOf m => Add(new LatestOfThoseLeft([.. m.Alternatives.Select(a => new LatestChoice(Line(a.Moment, isCeiling), [.. a.DropsOutWithout.Select(PlaceOf)]))])),
        WithFallback m => Add(new FallbackLine(PlaceOf(m.Tested), Line(m.Main, isCeiling), Line(m.Fallback, isCeiling))),
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>5.8: periods that follow directly on one another are added up, and the sum is rounded once.</summary>
    private int Period(PeriodAfter moment, bool isCeiling)
    {
        (RetentionPeriod least, RetentionPeriod most) = (default, default);
        List<string> unset = [];
        Moment start = moment;
        while (Inner(start) is { } nested)
        {
            (RetentionPeriod shortest, RetentionPeriod longest) = RangeOf(nested.Amount, unset);
            (least, most, start) = (least + shortest, most + longest, nested.Start);
        }

        PeriodRounding rounding = schedule.Rounding switch
        {
            DateRounding.Error => PeriodRounding.Refused,
            DateRounding.Up when !isCeiling => PeriodRounding.Up,
            DateRounding.Up or DateRounding.Down => PeriodRounding.Down,
            _ => throw new InvalidOperationException("unknown rounding"),
        };
        return Add(new PeriodFrom(
            Line(start, isCeiling), (least.TotalMonths, least.TotalDays), (most.TotalMonths, most.TotalDays), rounding, least == most ? [] : [.. unset.Distinct(StringComparer.Ordinal)]));
    }

    private static PeriodAfter? Inner(Moment moment) => moment switch
    {
        PeriodAfter after => after,
        DefinedMoment { Definition: var definition } => Inner(definition),
        AssumedStart { Start: var start } => Inner(start),
        _ => null,
    };

    /// <summary>5.12: a parameter that nobody has set is anything in its range.</summary>
    private (RetentionPeriod Least, RetentionPeriod Most) RangeOf(PeriodAmount amount, List<string> unset)
    {
        switch (amount)
        {
            case StatedPeriod stated:
                return (stated.Period, stated.Period);
            case ParameterPeriod { Parameter: var parameter }:
                if (policy.SettingOf(parameter) is { IsSet: true } setting) return (setting.Period, setting.Period);
                unset.Add(parameter.Name);
                return (parameter.Least, parameter.Most);
            default:
                throw new ArgumentOutOfRangeException(nameof(amount));
        }
    }
}
