using RetentionRules.Calendars;

namespace RetentionRules.Compilation;

/// <summary>What the days of a moment rest on, where they are not exact; the names are only looked up when they are asked for.</summary>
[Flags]
internal enum SpanGrounds : byte
{
    None = 0,

    /// <summary>A fact that is unknown, or a parameter that is not set.</summary>
    Missing = 1,

    /// <summary>An event that has not happened yet.</summary>
    Pending = 2,

    /// <summary>A listed cycle that ends too early.</summary>
    OpenCycle = 4,

    /// <summary>Under <c>rounding: error</c>: on some days the day would not exist.</summary>
    MayNeedRounding = 8,

    /// <summary>Under <c>rounding: error</c>: the day does not exist.</summary>
    NeedsRounding = 16,

    /// <summary>Any doubt about rounding.</summary>
    Rounding = MayNeedRounding | NeedsRounding,
}

/// <summary>Between which days a moment lies, as day numbers (docs/language.md, 5.7).</summary>
/// <param name="NotBefore">The earliest day it can be.</param>
/// <param name="NotAfter">The latest day it can be.</param>
/// <param name="WhilePending">The earliest day for as long as nothing pending happens.</param>
/// <param name="ApartFromPending">The earliest day without what moves with the day of evaluation.</param>
/// <param name="Grounds">What the days rest on.</param>
internal readonly record struct MomentSpan(int NotBefore, int NotAfter, int WhilePending, int ApartFromPending, SpanGrounds Grounds)
{
    public static MomentSpan At(int day) => new(day, day, day, day, SpanGrounds.None);

    public static MomentSpan Never => At(DayNumbers.Never);

    public static MomentSpan Unknown => new(DayNumbers.BeforeAll, DayNumbers.Never, DayNumbers.BeforeAll, DayNumbers.BeforeAll, SpanGrounds.Missing);

    public static MomentSpan Pending(int asOf) => new(DayNumbers.Next(asOf), DayNumbers.Never, DayNumbers.Never, DayNumbers.BeforeAll, SpanGrounds.Pending);

    /// <summary>Whether all bounds are one, so that a change to one is the change to all.</summary>
    public bool IsOneDay => NotBefore == NotAfter && WhilePending == NotBefore && ApartFromPending == NotBefore;

    /// <summary>Whether it is known to the day.</summary>
    public bool IsExact => NotBefore == NotAfter && DayNumbers.IsDay(NotBefore);

    /// <summary>The moment may turn out not to count, so it cannot delay another one for certain.</summary>
    public MomentSpan WithoutFloor() => this with { NotBefore = DayNumbers.BeforeAll, WhilePending = DayNumbers.BeforeAll, ApartFromPending = DayNumbers.BeforeAll };

    /// <summary>One of the two, and not known which.</summary>
    public static MomentSpan Hull(in MomentSpan a, in MomentSpan b) => new(
        Math.Min(a.NotBefore, b.NotBefore), Math.Max(a.NotAfter, b.NotAfter),
        Math.Min(a.WhilePending, b.WhilePending), Math.Min(a.ApartFromPending, b.ApartFromPending), a.Grounds | b.Grounds);

    /// <summary>The later of two: what surely has come when the other can come at the earliest does not matter.</summary>
    public static MomentSpan Latest(in MomentSpan a, in MomentSpan b)
    {
        int apart = Math.Max(a.ApartFromPending, b.ApartFromPending);
        SpanGrounds grounds = (a.NotAfter > apart ? a.Grounds : SpanGrounds.None) | (b.NotAfter > apart ? b.Grounds : SpanGrounds.None);
        return new(Math.Max(a.NotBefore, b.NotBefore), Math.Max(a.NotAfter, b.NotAfter), Math.Max(a.WhilePending, b.WhilePending), apart, grounds);
    }

    public DateBounds Bounds => new(DateBound.OfOrdinal(NotBefore), DateBound.OfOrdinal(NotAfter));
}
