using System.Globalization;

namespace RetentionRules.Calendars;

/// <summary>
/// One end of an interval of days: a day of the years 1 to 9999, before all of them, after all of them, or +∞.
/// </summary>
/// <remarks>
/// A date that falls behind year 9999 is <see cref="AfterYear9999"/>. It compares below <see cref="PositiveInfinity"/>,
/// because a day too far to write down is still a day that comes, and not <em>never</em>.
/// </remarks>
public readonly record struct DateBound : IComparable<DateBound>
{
    private const int Before = -1;
    private static readonly int After = DateOnly.MaxValue.DayNumber + 1;

    private readonly int _day;

    private DateBound(int day) => _day = day;

    /// <summary>Before every day: nothing is known about the earliest day.</summary>
    public static DateBound NegativeInfinity => new(Before);

    /// <summary>Behind the last day that can be written.</summary>
    public static DateBound AfterYear9999 => new(After);

    /// <summary>After every day: nothing is known about the latest day, or there is none.</summary>
    public static DateBound PositiveInfinity => new(int.MaxValue);

    /// <summary>Whether it is a day that can be written.</summary>
    public bool IsFinite => _day != Before && _day < After;

    /// <summary>The day.</summary>
    /// <exception cref="InvalidOperationException">It is not finite.</exception>
    public DateOnly Date => IsFinite
        ? DateOnly.FromDayNumber(_day)
        : throw new InvalidOperationException("The bound is not finite; ask IsFinite first.");

    /// <summary>The bound as a number that keeps the order: the day's number, and below and above all days what lies there.</summary>
    internal int Ordinal => _day;

    internal static DateBound OfOrdinal(int ordinal) => new(ordinal);

    /// <summary>The bound at a day.</summary>
    public static DateBound At(DateOnly date) => new(date.DayNumber);

    /// <summary>The day after, or <see cref="AfterYear9999"/> for the last day of all; infinite bounds stay what they are.</summary>
    public DateBound NextDay() => IsFinite ? new(_day + 1) : this;

    /// <inheritdoc/>
    public int CompareTo(DateBound other) => _day.CompareTo(other._day);

    /// <summary>The earlier of two.</summary>
    public static DateBound Min(DateBound a, DateBound b) => a <= b ? a : b;

    /// <summary>The later of two.</summary>
    public static DateBound Max(DateBound a, DateBound b) => a >= b ? a : b;

    /// <summary><c>2026-11-22</c>, <c>-∞</c>, <c>after 9999</c> or <c>+∞</c>.</summary>
    public override string ToString() =>
        IsFinite ? Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : _day == Before ? "-∞"
        : _day == After ? "after 9999"
        : "+∞";

    /// <summary>Whether <paramref name="left"/> is earlier.</summary>
    public static bool operator <(DateBound left, DateBound right) => left._day < right._day;

    /// <summary>Whether <paramref name="left"/> is later.</summary>
    public static bool operator >(DateBound left, DateBound right) => left._day > right._day;

    /// <summary>Whether <paramref name="left"/> is earlier or the same.</summary>
    public static bool operator <=(DateBound left, DateBound right) => left._day <= right._day;

    /// <summary>Whether <paramref name="left"/> is later or the same.</summary>
    public static bool operator >=(DateBound left, DateBound right) => left._day >= right._day;
}
