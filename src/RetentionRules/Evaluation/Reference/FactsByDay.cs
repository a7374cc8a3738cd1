using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>
/// What is known to have come by a day, and in which order (docs/language.md, 14.5 and 14.6). Conditions never ask this,
/// because they never speak of the day of evaluation; restrictions do.
/// </summary>
internal sealed class FactsByDay(RecordFacts facts, DateOnly asOf)
{
    /// <summary>Known, and on a day that has come. What is pending has not come; what nobody knows may have.</summary>
    public Truth IsDone(FactDefinition fact) => facts[fact] switch
    {
        { State: FactState.Known } value => Kleene.Of(value.AsDate <= asOf),
        { State: FactState.Pending or FactState.Never } => Truth.False,
        _ => Truth.Unknown,
    };

    /// <summary>Whether somebody is named.</summary>
    public Truth IsNamed(FactDefinition fact) => facts[fact].State switch
    {
        FactState.Known => Truth.True,
        FactState.Never => Truth.False,
        _ => Truth.Unknown,
    };

    public IEnumerable<FactDefinition> Unnamed(FactDefinition fact) => IsNamed(fact) == Truth.Unknown ? [fact] : [];

    /// <summary>Whether the day lies between two facts: from the one, and before the other.</summary>
    public Truth LiesIn(FactInterval interval) => Kleene.And(IsDone(interval.From), IsStillToCome(interval.Until));

    /// <summary>An end that never comes is stated by <em>never</em>. One that is pending may be a day that nobody entered.</summary>
    private Truth IsStillToCome(FactDefinition until) => facts[until] switch
    {
        { State: FactState.Known } value => Kleene.Of(asOf < value.AsDate),
        { State: FactState.Never } => Truth.True,
        _ => Truth.Unknown,
    };

    public IEnumerable<FactDefinition> OpenIn(FactInterval interval) =>
    [
        .. IsDone(interval.From) == Truth.Unknown ? [interval.From] : Array.Empty<FactDefinition>(),
        .. IsStillToCome(interval.Until) == Truth.Unknown ? [interval.Until] : Array.Empty<FactDefinition>(),
    ];

    /// <summary>
    /// Whether all acts that stand before this one are known done, each not after the next. Where the act itself has been
    /// done already, they must have come before it too.
    /// </summary>
    public Truth AreInOrder(ActOrder order, RecordAct act) => Kleene.And(
        Kleene.All(Before(order, act).Select(a => IsDone(a.Done!))),
        Kleene.All(Pairs(order, act).Select(p => IsNotAfter(p.Earlier.Done!, p.Later.Done!))));

    private static IEnumerable<RecordAct> Before(ActOrder order, RecordAct act) => order.Acts.TakeWhile(a => a.Name != act.Name);

    private static IEnumerable<RecordAct> UpTo(ActOrder order, RecordAct act) => order.Acts.Take(Before(order, act).Count() + 1);

    private static IEnumerable<(RecordAct Earlier, RecordAct Later)> Pairs(ActOrder order, RecordAct act)
    {
        RecordAct[] until = [.. UpTo(order, act)];
        return until.SelectMany((later, i) => until.Take(i).Select(earlier => (earlier, later)));
    }

    /// <summary>What has not been done by the day is not before anything.</summary>
    private Truth IsNotAfter(FactDefinition earlier, FactDefinition later) => (facts[earlier], facts[later]) switch
    {
        (_, { State: FactState.Pending or FactState.Never }) => Truth.True,
        (_, { State: FactState.Known } second) when second.AsDate > asOf => Truth.True,
        ({ State: FactState.Known } first, { State: FactState.Known } second) => Kleene.Of(first.AsDate <= second.AsDate),
        ({ State: FactState.Pending or FactState.Never }, { State: FactState.Known }) => Truth.False,
        _ => Truth.Unknown,
    };

    public IEnumerable<FactDefinition> OpenIn(ActOrder order, RecordAct act) =>
        [.. UpTo(order, act).Select(a => a.Done!).Where(f => facts[f].State == FactState.Unknown)];

    /// <summary>What of an order is not kept, in words.</summary>
    public IEnumerable<string> OutOfOrder(ActOrder order, RecordAct act) =>
    [
        .. Before(order, act).Where(a => IsDone(a.Done!) == Truth.False).Select(a => $"to {a} comes first, and {NotDone(a.Done!)}"),
        .. Pairs(order, act)
            .Where(p => IsDone(p.Earlier.Done!) == Truth.True && IsNotAfter(p.Earlier.Done!, p.Later.Done!) == Truth.False)
            .Select(p => $"{p.Later.Done!.Name} {facts[p.Later.Done]} is before {p.Earlier.Done!.Name} {facts[p.Earlier.Done]}"),
    ];

    /// <summary>How a date or an event is not done: it is pending, never comes, or lies ahead.</summary>
    public string NotDone(FactDefinition fact) => facts[fact] is { IsKnown: true } value ? $"{fact.Name} is only {value}" : $"{fact.Name} is {facts[fact]}";

    /// <summary>The day on which a fact comes, where that is known; +∞ where it is not.</summary>
    public DateBound ChangeDay(FactDefinition fact) => facts[fact] is { IsKnown: true } value ? DateBound.At(value.AsDate) : DateBound.PositiveInfinity;
}
