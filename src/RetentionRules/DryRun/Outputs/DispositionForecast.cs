using RetentionRules.Calendars;
using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>
/// What falls due in which year, by act: the year of the last day that the act's moment can have, so that no record is counted
/// before it is surely due. A record counts once, under the act that its decision speaks of.
/// </summary>
public sealed class DispositionForecast
{
    /// <summary>How many years behind that of the day of evaluation are told apart.</summary>
    public const int Years = 50;

    private readonly Tally<(DispositionAction Act, ForecastPlace Place, int Year)> _counts = new();

    /// <summary>The acts of which any decision speaks, by their words, in the order of the language.</summary>
    public IReadOnlyList<ForecastAct> Acts => [.. _counts.Counts.GroupBy(c => c.Key.Act).OrderBy(g => g.Key).Select(g => ActOf(g.Key, g))];

    internal void Add(DispositionDecision decision) => Add(decision, decision.Bounds, 1);

    /// <summary>Counts decisions like one of them, whose act has these days.</summary>
    internal void Add(DispositionDecision decision, DateBounds bounds, long count)
    {
        if ((decision.Action ?? decision.Next) is not { } act) return;
        ForecastPlace place = PlaceOf(decision, bounds);
        _counts.Add((act, place, place == ForecastPlace.InYear ? bounds.NotAfter.Date.Year : 0), count);
    }

    internal void Add(DispositionForecast other) => _counts.Add(other._counts);

    internal void Clear() => _counts.Clear();

    /// <summary>An act that has its day and is not due all the same waits for something, and nobody knows how long.</summary>
    private static ForecastPlace PlaceOf(DispositionDecision decision, DateBounds bounds) => bounds switch
    {
        _ when decision.Action is not null => ForecastPlace.DueNow,
        { IsNever: true } => ForecastPlace.Never,
        { NotAfter: { IsFinite: true } day } when day.Date <= decision.AsOf => ForecastPlace.NotKnown,
        { NotAfter: { IsFinite: true } day } => day.Date.Year <= decision.AsOf.Year + Years ? ForecastPlace.InYear : ForecastPlace.Later,
        { NotAfter: var day } when day == DateBound.AfterYear9999 => ForecastPlace.Later,
        _ => ForecastPlace.NotKnown,
    };

    private static ForecastAct ActOf(DispositionAction act, IEnumerable<KeyValuePair<(DispositionAction Act, ForecastPlace Place, int Year), long>> counts)
    {
        long Of(ForecastPlace place) => counts.Where(c => c.Key.Place == place).Sum(c => c.Value);
        SortedDictionary<int, long> byYear = [];
        foreach (((_, ForecastPlace place, int year), long count) in counts)
            if (place == ForecastPlace.InYear) byYear.Add(year, count);
        return new ForecastAct(
            DecisionText.Word(act), Of(ForecastPlace.DueNow), byYear, Of(ForecastPlace.Later), Of(ForecastPlace.Never), Of(ForecastPlace.NotKnown));
    }

    private enum ForecastPlace
    {
        DueNow,
        InYear,
        Later,
        Never,
        NotKnown,
    }
}

/// <summary>When one act falls due, for how many records.</summary>
/// <param name="Act">The act's word, such as <c>hand over</c>.</param>
/// <param name="DueNow">Due on the day of evaluation, whether or not a hold or a block stands in the way.</param>
/// <param name="ByYear">Falls due later, in each year; years without any are left out.</param>
/// <param name="Later">Falls due behind the last of the years.</param>
/// <param name="Never">Can never fall due: what it counts from is known never to happen.</param>
/// <param name="NotKnown">Its day is not known, or it waits for something else than its day.</param>
public sealed record ForecastAct(string Act, long DueNow, IReadOnlyDictionary<int, long> ByYear, long Later, long Never, long NotKnown);
