using RetentionRules.Calendars;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What a moment comes to for a record on a day of evaluation.</summary>
/// <param name="Bounds">Between which days it lies.</param>
/// <param name="WhilePending">
/// The lower bound for as long as nothing pending happens: pending events count as +∞. The moment can stop being surely
/// in the future only on this day, because what waits for a pending event stays in the future for as long as the event
/// is pending (docs/language.md, 5.25).
/// </param>
/// <param name="ApartFromPending">
/// The lower bound without what moves with the day of evaluation: pending events count as −∞. What is said to stand in
/// the way rests on it, so that it does not change from one day to the next.
/// </param>
/// <param name="Grounds">What the bounds rest on.</param>
internal readonly record struct MomentValue(DateBounds Bounds, DateBound WhilePending, DateBound ApartFromPending, Grounds Grounds)
{
    public static MomentValue Fixed(DateBounds bounds) => new(bounds, bounds.NotBefore, bounds.NotBefore, Grounds.None);

    public static MomentValue Missing(string name) => Fixed(DateBounds.Unknown) with { Grounds = Grounds.OfMissing(name) };

    public static MomentValue Pending(DateOnly asOf, string name) =>
        new(DateBounds.Pending(asOf), DateBound.PositiveInfinity, DateBound.NegativeInfinity, Grounds.OfPending(name));

    /// <summary>5.10: a moment that surely comes no earlier than another surely has come does not matter.</summary>
    public static MomentValue Earliest(IReadOnlyCollection<MomentValue> values)
    {
        DateBounds bounds = values.Select(v => v.Bounds).Aggregate(DateBounds.Never, DateBounds.Earliest);
        bool Matters(MomentValue value) => value.WhilePending < bounds.NotAfter || bounds.NotAfter == DateBound.PositiveInfinity;
        return new MomentValue(
            bounds,
            values.Select(v => v.WhilePending).Aggregate(DateBound.PositiveInfinity, DateBound.Min),
            values.Select(v => v.ApartFromPending).Aggregate(DateBound.PositiveInfinity, DateBound.Min),
            Grounds.Merge(values.Where(Matters).Select(v => v.Grounds)));
    }

    /// <summary>5.10: a moment that surely has come when another can come at the earliest does not matter.</summary>
    public static MomentValue Latest(IReadOnlyCollection<MomentValue> values)
    {
        DateBound apartFromPending = values.Select(v => v.ApartFromPending).Aggregate(DateBound.Max);
        return new MomentValue(
            values.Select(v => v.Bounds).Aggregate(DateBounds.Latest),
            values.Select(v => v.WhilePending).Aggregate(DateBound.Max),
            apartFromPending,
            Grounds.Merge(values.Where(v => v.Bounds.NotAfter > apartFromPending).Select(v => v.Grounds)));
    }

    /// <summary>
    /// 5.10: any of the moments may turn out not to count, and if none counts, the whole never comes: so no earlier than
    /// the first of them can come, and with no end.
    /// </summary>
    public static MomentValue LatestOfThoseThatCome(IReadOnlyCollection<MomentValue> values) => new(
        new DateBounds(values.Select(v => v.Bounds.NotBefore).Aggregate(DateBound.Min), DateBound.PositiveInfinity),
        values.Select(v => v.WhilePending).Aggregate(DateBound.Min),
        values.Select(v => v.ApartFromPending).Aggregate(DateBound.Min),
        Grounds.Merge(values.Select(v => v.Grounds)));

    /// <summary>The moment may turn out not to count, so it cannot delay another one for certain.</summary>
    public MomentValue WithoutFloor() => this with
    {
        Bounds = Bounds with { NotBefore = DateBound.NegativeInfinity },
        WhilePending = DateBound.NegativeInfinity,
        ApartFromPending = DateBound.NegativeInfinity,
    };

    /// <summary>One of the two, and not known which.</summary>
    public static MomentValue Hull(MomentValue a, MomentValue b) => new(
        DateBounds.Hull(a.Bounds, b.Bounds),
        DateBound.Min(a.WhilePending, b.WhilePending),
        DateBound.Min(a.ApartFromPending, b.ApartFromPending),
        a.Grounds.And(b.Grounds));

    /// <summary>The same change to all bounds; it never turns the order of two days.</summary>
    public MomentValue Map(Func<DateBound, DateBound> early, Func<DateBound, DateBound> late) => new(
        new DateBounds(early(Bounds.NotBefore), late(Bounds.NotAfter)), early(WhilePending), early(ApartFromPending), Grounds);
}
