using System.Runtime.CompilerServices;
using RetentionRules.Calendars;

namespace RetentionRules.Compilation;

/// <summary>
/// Days as numbers in the order of <see cref="DateBound"/>: from 0 for 0001-01-01, with the ends of time below and above, so
/// that the earlier of two is the smaller number.
/// </summary>
internal static class DayNumbers
{
    public static readonly int BeforeAll = DateBound.NegativeInfinity.Ordinal;
    public static readonly int AfterYear9999 = DateBound.AfterYear9999.Ordinal;
    public const int Never = int.MaxValue;

    private static ReadOnlySpan<byte> DaysInMonth => [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    public static bool IsDay(int number) => (uint)number < (uint)AfterYear9999;

    /// <summary>The day after a day; the ends of time stay what they are.</summary>
    public static int Next(int number) => IsDay(number) ? number + 1 : number;

    /// <summary>Months, rounded as said where the day does not exist, and then days. The ends of time stay what they are.</summary>
    public static int After(int day, int months, int days, bool roundsUp)
    {
        if (!IsDay(day)) return day;
        if (months == 0) return Capped((long)day + days);
        (int year, int month, int dayOfMonth) = DateOf(day);
        return After(year, month, dayOfMonth, months, days, roundsUp);
    }

    /// <summary>The same from the next day on which a year begins that is no calendar year, or is one.</summary>
    public static int AfterYear(int day, DayOfYear yearBegins, int months, int days, bool roundsUp)
    {
        if (!IsDay(day)) return day;
        (int year, int month, int dayOfMonth) = DateOf(day);
        if ((month << 5) + dayOfMonth >= (yearBegins.Month << 5) + yearBegins.Day) year++;
        return After(year, yearBegins.Month, yearBegins.Day, months, days, roundsUp);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int After(int year, int month, int dayOfMonth, int months, int days, bool roundsUp)
    {
        long index = ((long)year * 12) + (month - 1) + months;
        if (index >= 10_000 * 12) return AfterYear9999;
        (int toYear, int toMonth) = ((int)index / 12, ((int)index % 12) + 1);
        // Every month has this many days.
        if (dayOfMonth <= 28) return Capped((long)NumberOf(toYear, toMonth, dayOfMonth) + days);
        int length = LengthOf(toYear, toMonth);
        return Capped((dayOfMonth <= length ? NumberOf(toYear, toMonth, dayOfMonth) : (long)NumberOf(toYear, toMonth, length) + (roundsUp ? 1 : 0)) + days);
    }

    private static int Capped(long day) => day >= AfterYear9999 ? AfterYear9999 : (int)day;

    /// <summary>Whether the day on which the months are over does not exist.</summary>
    public static bool NeedsRounding(int day, int months, int days) => After(day, months, days, roundsUp: true) != After(day, months, days, roundsUp: false);

    public static int LengthOf(int year, int month) => month == 2 && IsLeap(year) ? 29 : DaysInMonth[month];

    /// <summary>The days of a month in a leap year.</summary>
    public static int MostDaysIn(int month) => month == 2 ? 29 : DaysInMonth[month];

    private static bool IsLeap(int year) => (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>
    /// Counts from 1 March of the year before the first: then the leap day is the last of its year, and months have lengths that
    /// a line describes (C. Neri, L. Schneider, Euclidean affine functions and their application to calendar algorithms, 2022).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Year, int Month, int Day) DateOf(int number)
    {
        uint n = (uint)number + 306;
        uint century = ((4 * n) + 3) / 146_097;
        uint ofCentury = ((4 * n) + 3) % 146_097 / 4;
        uint n2 = (4 * ofCentury) + 3;
        ulong product = 2_939_745UL * n2;
        uint yearOfCentury = (uint)(product >> 32);
        uint dayOfYear = (uint)(product & uint.MaxValue) / 2_939_745 / 4;
        uint n3 = (2141 * dayOfYear) + 197_913;
        (uint month, uint day) = (n3 >> 16, (n3 & 0xFFFF) / 2141);
        bool isNextYear = dayOfYear >= 306;
        return ((int)((100 * century) + yearOfCentury + (isNextYear ? 1u : 0u)), (int)(isNextYear ? month - 12 : month), (int)day + 1);
    }

    public static int NumberOf(int year, int month, int day)
    {
        bool isBeforeMarch = month <= 2;
        uint y = (uint)(isBeforeMarch ? year - 1 : year);
        uint m = (uint)(isBeforeMarch ? month + 12 : month);
        uint century = y / 100;
        uint days = (1461 * y / 4) - century + (century / 4);
        return (int)(days + (((979 * m) - 2919) >> 5) + (uint)day) - 1 - 306;
    }
}
