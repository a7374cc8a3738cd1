namespace RetentionRules.Calendars;

/// <summary>
/// A way of cutting time into turns that follow one another without a gap: fiscal years, months, administrations. The
/// end of a turn is the moment at which its last day is over, so the first day on which something counted from it may
/// be done is the first day of the next turn (Order 79, art. 14, counts so: from the first day after the year).
/// </summary>
public abstract class CalendarCycle
{
    private protected CalendarCycle(string name) => Name = name;

    /// <summary>The name by which schedules call it: <c>fiscal year</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The first day of the turn after the one that holds <paramref name="day"/>. The bounds are exact unless the
    /// cycle is a list of turns that ends too early.
    /// </summary>
    public abstract DateBounds NextStart(DateOnly day);

    /// <summary>The same for an interval: the start of the next turn never comes earlier for a later day.</summary>
    public DateBounds NextStart(DateBounds day) => new(
        day.NotBefore.IsFinite ? NextStart(day.NotBefore.Date).NotBefore : day.NotBefore,
        day.NotAfter.IsFinite ? NextStart(day.NotAfter.Date).NotAfter : day.NotAfter);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>In which years a turn ends.</summary>
public enum YearParity
{
    /// <summary>Every year.</summary>
    Every,

    /// <summary>Years with an odd number, as in a biennium that ends in 2025.</summary>
    Odd,

    /// <summary>Years with an even number.</summary>
    Even,
}

/// <summary>The last day of a turn, as a day of the year.</summary>
/// <param name="Month">From 1 to 12.</param>
/// <param name="Day">
/// From 1 to 31, at most what the month can have, or <see cref="LastOfMonth"/>. 29 February is 28 February in a common
/// year; 28 February is taken at its word, so that in a leap year the 29th belongs to the next turn.
/// </param>
public readonly record struct DayOfYear(int Month, int Day)
{
    /// <summary>The last day of the month, whatever its number.</summary>
    public const int LastOfMonth = 31;

    /// <summary>The day in a certain year.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>Turns that end on the same days of the year: years, half-years, quarters, months, two-year budgets.</summary>
public sealed class YearlyCycle : CalendarCycle
{
    private readonly DayOfYear[] _ends;

    /// <param name="name">The name by which schedules call it.</param>
    /// <param name="parity">In which years turns end.</param>
    /// <param name="ends">The last days of the turns, in the order of the year; at least one.</param>
    /// <exception cref="ArgumentException">No end is given.</exception>
    public YearlyCycle(string name, YearParity parity, params IReadOnlyList<DayOfYear> ends)
        : base(name)
    {
        if (ends.Count == 0) throw new ArgumentException("A cycle needs an end.", nameof(ends));
        Parity = parity;
        _ends = [.. ends];
    }

    /// <summary>In which years turns end.</summary>
    public YearParity Parity { get; }

    /// <summary>The last days of the turns.</summary>
    public IReadOnlyList<DayOfYear> Ends => _ends;

    /// <inheritdoc/>
    public override DateBounds NextStart(DateOnly day)
    {
        for (int year = day.Year; year <= DateOnly.MaxValue.Year; year++)
        {
            if (!EndsIn(year)) continue;
            foreach (DayOfYear end in _ends)
            {
                DateOnly last = end.In(year);
                if (last >= day) return Exactly(DateBound.At(last).NextDay());
            }
        }

        return Exactly(DateBound.AfterYear9999);
    }

    private bool EndsIn(int year) => Parity switch
    {
        YearParity.Every => true,
        YearParity.Odd => year % 2 == 1,
        YearParity.Even => year % 2 == 0,
        _ => throw new InvalidOperationException("unknown parity"),
    };

    private static DateBounds Exactly(DateBound bound) => new(bound, bound);
}

/// <summary>Weeks.</summary>
public sealed class WeeklyCycle : CalendarCycle
{
    /// <param name="name">The name by which schedules call it.</param>
    /// <param name="firstDay">The day on which a week begins.</param>
    public WeeklyCycle(string name, DayOfWeek firstDay)
        : base(name) => FirstDay = firstDay;

    /// <summary>The day on which a week begins.</summary>
    public DayOfWeek FirstDay { get; }

    /// <inheritdoc/>
    public override DateBounds NextStart(DateOnly day)
    {
        int ahead = ((int)FirstDay - (int)day.DayOfWeek + 6) % 7 + 1;
        DateBound next = day.DayNumber + ahead > DateOnly.MaxValue.DayNumber
            ? DateBound.AfterYear9999
            : DateBound.At(day.AddDays(ahead));
        return new DateBounds(next, next);
    }
}

/// <summary>Turns of uneven length, known by the days on which they began: administrations, terms of office.</summary>
public sealed class ListedCycle : CalendarCycle
{
    private readonly DateOnly[] _starts;

    /// <param name="name">The name by which schedules call it.</param>
    /// <param name="starts">The first days of the turns; sorted here.</param>
    public ListedCycle(string name, IEnumerable<DateOnly> starts)
        : base(name) => _starts = [.. starts.Order()];

    /// <summary>The first days of the turns, in their order.</summary>
    public IReadOnlyList<DateOnly> Starts => _starts;

    /// <summary>
    /// The next listed start; beyond the last one, the day after at the earliest and no latest day, because nobody
    /// knows when the turn will end.
    /// </summary>
    public override DateBounds NextStart(DateOnly day)
    {
        foreach (DateOnly start in _starts)
            if (start > day) return DateBounds.At(start);
        return new DateBounds(DateBound.At(day).NextDay(), DateBound.PositiveInfinity);
    }
}
