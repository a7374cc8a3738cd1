namespace RetentionRules.Calendars;

/// <summary>
/// What is known about a day: it lies between two bounds, both included. A known day has equal bounds; an unknown one
/// has none; what never comes is <see cref="Never"/>.
/// </summary>
/// <param name="NotBefore">The earliest day it can be.</param>
/// <param name="NotAfter">The latest day it can be.</param>
public readonly record struct DateBounds(DateBound NotBefore, DateBound NotAfter)
{
    /// <summary>Nothing is known: (−∞, +∞).</summary>
    public static DateBounds Unknown => new(DateBound.NegativeInfinity, DateBound.PositiveInfinity);

    /// <summary>The day never comes: [+∞, +∞].</summary>
    public static DateBounds Never => new(DateBound.PositiveInfinity, DateBound.PositiveInfinity);

    /// <summary>The day is known.</summary>
    public static DateBounds At(DateOnly date) => new(DateBound.At(date), DateBound.At(date));

    /// <summary>Known not to have come by <paramref name="asOf"/>: from the day after it on, if ever.</summary>
    public static DateBounds Pending(DateOnly asOf) => new(DateBound.At(asOf).NextDay(), DateBound.PositiveInfinity);

    /// <summary>Whether the day is known to the day.</summary>
    public bool IsExact => NotBefore == NotAfter && NotBefore.IsFinite;

    /// <summary>Whether the day is known never to come.</summary>
    public bool IsNever => NotBefore == DateBound.PositiveInfinity;

    /// <summary>The earlier of two days, of which each is known as far as its bounds say.</summary>
    public static DateBounds Earliest(DateBounds a, DateBounds b) =>
        new(DateBound.Min(a.NotBefore, b.NotBefore), DateBound.Min(a.NotAfter, b.NotAfter));

    /// <summary>The later of two days, of which each is known as far as its bounds say.</summary>
    public static DateBounds Latest(DateBounds a, DateBounds b) =>
        new(DateBound.Max(a.NotBefore, b.NotBefore), DateBound.Max(a.NotAfter, b.NotAfter));

    /// <summary>The smallest bounds that hold both: it is one of the two days, and not known which.</summary>
    public static DateBounds Hull(DateBounds a, DateBounds b) =>
        new(DateBound.Min(a.NotBefore, b.NotBefore), DateBound.Max(a.NotAfter, b.NotAfter));

    /// <summary>Whether the other bounds lie inside these.</summary>
    public bool Contains(DateBounds other) => NotBefore <= other.NotBefore && other.NotAfter <= NotAfter;

    /// <summary><c>[2026-11-22, +∞]</c>.</summary>
    public override string ToString() => $"[{NotBefore}, {NotAfter}]";
}
