using RetentionRules.Analysis.Logic;
using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// Whether one moment never comes after another, whatever the facts: by the rules of periods and lists; and where both rest on
/// one fact, by trying every day of the 400 years after which the calendar repeats itself.
/// </summary>
internal sealed class DayOrder(RetentionPolicy policy, DateRounding rounding, FactLayout layout)
{
    private readonly NormalForm _form = new(policy, rounding);

    /// <summary>Days of one fact, found in trying, on which a first day fell behind a last day.</summary>
    public List<(FactDefinition Fact, FactValue Day)> Shut { get; } = [];

    /// <summary>Whether it is proved that the first never comes after the second. What is not proved may hold all the same.</summary>
    /// <param name="first">A moment.</param>
    /// <param name="firstSide">How it is rounded.</param>
    /// <param name="second">Another.</param>
    /// <param name="secondSide">How that is rounded.</param>
    /// <param name="effort">What may be spent.</param>
    public bool IsNeverAfter(Moment first, Side firstSide, Moment second, Side secondSide, AnalysisEffort effort) =>
        ByRules(first, firstSide, second, secondSide) || ByTrying(first, firstSide, second, secondSide, effort);

    private bool ByRules(Moment first, Side firstSide, Moment second, Side secondSide)
    {
        bool Inner(Moment a, Moment b) => ByRules(a, firstSide, b, secondSide);
        (Moment a, Moment b) = (NormalForm.Plain(first), NormalForm.Plain(second));
        if (a is AtOnce || AreOneDay(a, firstSide, b, secondSide)) return true;
        return (a, b) switch
        {
            (LatestOf x, _) when x.Alternatives.All(m => m.DropsOutWithout.Count == 0) => x.Alternatives.All(m => Inner(m.Moment, b)),
            (_, EarliestOf y) => y.Moments.All(m => Inner(a, m)),
            (EarliestOf x, _) => x.Moments.Any(m => Inner(m, b)),
            (_, LatestOf y) when y.Alternatives.All(m => m.DropsOutWithout.Count == 0) => y.Alternatives.Any(m => Inner(a, m.Moment)),
            (PeriodAfter x, PeriodAfter y) => AreOneDay(x.Start, firstSide, y.Start, secondSide) && AreOrdered(x, y),
            (FactMoment or CycleBoundary, PeriodAfter y) => AreOneDay(a, firstSide, y.Start, secondSide),
            _ => false,
        };
    }

    /// <summary>Written alike, and rounded alike: a month in it can end a day later as a floor than as a ceiling, and behind a cycle far more.</summary>
    private bool AreOneDay(Moment a, Side aSide, Moment b, Side bSide) => _form.Of(a) == _form.Of(b) && (aSide == bSide || !HasMonths(a));

    /// <summary>
    /// Two periods from one start. A floor rounds up by a day at most, and a ceiling down to the day before: a month or a day more
    /// on the ceiling's side makes up for that.
    /// </summary>
    private bool AreOrdered(PeriodAfter first, PeriodAfter second)
    {
        if (PeriodOf(first) is not { } shorter || PeriodOf(second) is not { } longer) return false;
        bool isExact = shorter.TotalMonths == 0 && longer.TotalMonths == 0;
        return shorter.TotalMonths <= longer.TotalMonths && shorter.TotalDays <= longer.TotalDays &&
            (isExact || shorter.TotalMonths < longer.TotalMonths || shorter.TotalDays < longer.TotalDays);
    }

    private RetentionPeriod? PeriodOf(PeriodAfter moment) => moment.Amount switch
    {
        StatedPeriod stated => NormalForm.Plain(moment.Start) is PeriodAfter ? null : stated.Period,
        ParameterPeriod { Parameter: var p } => policy.SettingOf(p) is { IsSet: true } setting && NormalForm.Plain(moment.Start) is not PeriodAfter ? setting.Period : null,
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    private static bool HasMonths(Moment moment) => MomentParts.All(moment).OfType<PeriodAfter>().Any(p => p.Amount is not StatedPeriod { Period.TotalMonths: 0 });

    private bool ByTrying(Moment first, Side firstSide, Moment second, Side secondSide, AnalysisEffort effort)
    {
        FactDefinition[] facts = [.. MomentFacts.Of(first).Concat(MomentFacts.Of(second)).DistinctBy(f => f.Name)];
        bool isPeriodic = MomentParts.All(first).Concat(MomentParts.All(second)).All(m => m is not (StepMoment or NthOfMoment or CycleBoundary { Cycle: ListedCycle }));
        if (facts is not [{ IsDated: true } only] || !isPeriodic) return false;
        RecordFacts record = new(layout);
        MomentEvaluator evaluator = new(policy, rounding, record, WholeCalendar.First, []);
        foreach (FactValue day in WholeCalendar.Values)
        {
            effort.Spend();
            record.Set(only.Name, day);
            if (evaluator.Evaluate(first, firstSide).Bounds.NotBefore <= evaluator.Evaluate(second, secondSide).Bounds.NotAfter) continue;
            Shut.Add((only, record[only]));
            return false;
        }

        return true;
    }
}

/// <summary>The parts of a moment.</summary>
internal static class MomentParts
{
    /// <summary>The moment and all inside it.</summary>
    public static IEnumerable<Moment> All(Moment moment) => MomentFacts.Inner(moment).SelectMany(All).Prepend(moment);

    /// <summary>The moments of a step.</summary>
    public static IEnumerable<Moment> Of(StepTiming timing) => timing switch
    {
        FromMoment from => [from.Moment],
        TimeWindow window => [window.Floor, window.Ceiling],
        Recurring { End: UntilMoment until } recurring => [recurring.First, until.Moment],
        Recurring recurring => [recurring.First],
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    /// <summary>The moment from which a step may be done.</summary>
    public static Moment FloorOf(DispositionStep step) => Of(step.Timing).First();
}
