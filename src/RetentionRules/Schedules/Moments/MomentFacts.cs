namespace RetentionRules.Schedules;

/// <summary>What a moment rests on.</summary>
internal static class MomentFacts
{
    /// <summary>The facts that a moment names, in the order in which it names them; a fact may stand twice.</summary>
    public static IEnumerable<FactDefinition> Of(Moment moment) => moment switch
    {
        FactMoment m => [m.Fact],
        AnyFactMoment m => [m.Fact],
        NthOfMoment m => [m.Fact],
        StepMoment or AtOnce => [],
        WithFallback m => [m.Tested, .. Of(m.Main), .. Of(m.Fallback)],
        _ => Inner(moment).SelectMany(Of),
    };

    /// <summary>Whether the moment, or one inside it, counts from an earlier step.</summary>
    public static bool CountsFromStep(Moment moment) => moment is StepMoment || Inner(moment).Any(CountsFromStep);

    /// <summary>The periods that an agency sets, of the moment and those inside it.</summary>
    public static IEnumerable<PeriodParameter> ParametersOf(Moment moment)
    {
        IEnumerable<PeriodParameter> own = moment is PeriodAfter { Amount: ParameterPeriod amount } ? [amount.Parameter] : [];
        return own.Concat(Inner(moment).SelectMany(ParametersOf));
    }

    /// <summary>Where retention starts in general, where the moment or one inside it counts from there; else null.</summary>
    public static AssumedStart? AssumedStartOf(Moment moment) =>
        moment as AssumedStart ?? Inner(moment).Select(AssumedStartOf).FirstOrDefault(start => start is not null);

    /// <summary>The moments that a moment is directly made of.</summary>
    public static IEnumerable<Moment> Inner(Moment moment) => moment switch
    {
        FactMoment or AnyFactMoment or NthOfMoment or StepMoment or AtOnce => [],
        PeriodAfter m => [m.Start],
        CycleBoundary m => [m.Within],
        EarliestOf m => m.Moments,
        LatestOf m => m.Alternatives.Select(a => a.Moment),
        WithFallback m => [m.Main, m.Fallback],
        DefinedMoment m => [m.Definition],
        AssumedStart m => [m.Start],
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };
}
