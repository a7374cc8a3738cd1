using RetentionRules.Calendars;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// One line of the program of a disposition: it works out a moment from facts and from what the lines before it came to. A
/// closed hierarchy; immutable.
/// </summary>
internal abstract class MomentOperation
{
    /// <param name="lines">What the lines before came to.</param>
    /// <param name="facts">The record.</param>
    /// <param name="asOf">The day of evaluation.</param>
    public abstract MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf);

    /// <summary>The line as days that count from facts, of which the first that comes is meant; none where it is more than that.</summary>
    /// <param name="program">All lines.</param>
    public virtual CountedDay[] CountedDays(MomentOperation[] program) => [];

    /// <summary>Adds the names of what the line's days rest on, in the order in which the moment names them.</summary>
    public abstract void Name(GroundNames names, int line);

    protected static MomentSpan OfFact(in FactBits value, int asOf) => value.State switch
    {
        FactState.Known => MomentSpan.At(value.AsDayNumber),
        FactState.Never => MomentSpan.Never,
        FactState.Pending => MomentSpan.Pending(asOf),
        _ => MomentSpan.Unknown,
    };
}

/// <summary>A day that never changes: at once, or never.</summary>
internal sealed class FixedDay(int day) : MomentOperation
{
    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf) => MomentSpan.At(day);

    public override void Name(GroundNames names, int line)
    {
    }
}

/// <summary>The day of a date or an event.</summary>
internal sealed class DayOfFact(int place, string name) : MomentOperation
{
    public override CountedDay[] CountedDays(MomentOperation[] program) => [CountedDay.OfFact(place)];

    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf) => OfFact(facts.At(place), asOf);

    public override void Name(GroundNames names, int line) => names.AddFact(line, name);
}

/// <summary>One day of a list of dates; a list with too few days waits for the next one.</summary>
internal sealed class DayOfList(int place, string name, int nth) : MomentOperation
{
    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        ref readonly FactBits value = ref facts.At(place);
        if (value.State != FactState.Known) return OfFact(value, asOf);
        IReadOnlyList<DateOnly> dates = facts.ValueAt(place).AsDates;
        int wanted = nth == Schedules.NthOfMoment.Last ? dates.Count : nth;
        return wanted >= 1 && wanted <= dates.Count ? MomentSpan.At(dates[wanted - 1].DayNumber) : MomentSpan.Pending(asOf);
    }

    public override void Name(GroundNames names, int line) => names.AddFact(line, name);
}

/// <summary>A period after another line.</summary>
/// <param name="start">The line.</param>
/// <param name="least">The shortest that it can be, in months and days.</param>
/// <param name="most">The longest; the same unless a parameter is not set.</param>
/// <param name="rounding">How the schedule rounds, and on which side of the act the moment stands.</param>
/// <param name="unset">The parameters that are not set and leave the period open, in their order.</param>
internal sealed class PeriodFrom(int start, (int Months, int Days) least, (int Months, int Days) most, PeriodRounding rounding, IReadOnlyList<string> unset) : MomentOperation
{
    private readonly bool _isOneDay = unset.Count == 0 && rounding != PeriodRounding.Refused;

    public override CountedDay[] CountedDays(MomentOperation[] program) =>
        _isOneDay ? CountedDay.After(program[start].CountedDays(program), least.Months, least.Days, rounding == PeriodRounding.Up) : [];

    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        ref readonly MomentSpan from = ref lines[start];
        if (from.IsOneDay && _isOneDay)
        {
            int end = DayNumbers.After(from.NotBefore, least.Months, least.Days, rounding == PeriodRounding.Up);
            return new MomentSpan(end, end, end, end, from.Grounds);
        }

        return new MomentSpan(Early(from.NotBefore), Late(from.NotAfter), Early(from.WhilePending), Early(from.ApartFromPending), from.Grounds | Doubt(from) | (unset.Count > 0 ? SpanGrounds.Missing : SpanGrounds.None));
    }

    private int Early(int day) => DayNumbers.After(day, least.Months, least.Days, rounding == PeriodRounding.Up);

    private int Late(int day) => DayNumbers.After(day, most.Months, most.Days, rounding != PeriodRounding.Down);

    private SpanGrounds Doubt(in MomentSpan from) =>
        rounding != PeriodRounding.Refused ? SpanGrounds.None
        : DayNumbers.NeedsRounding(from.WhilePending, least.Months, least.Days) || DayNumbers.NeedsRounding(from.NotAfter, most.Months, most.Days) ? SpanGrounds.NeedsRounding
        : most.Months > 0 && (unset.Count > 0 || !from.IsExact) ? SpanGrounds.MayNeedRounding
        : SpanGrounds.None;

    public override void Name(GroundNames names, int line)
    {
        names.Of(start);
        foreach (string parameter in unset) names.AddMissing(parameter);
    }
}

/// <summary>Which of two neighbouring days a period ends on where its own does not exist.</summary>
internal enum PeriodRounding
{
    Up,
    Down,

    /// <summary>The schedule refuses to round: the bounds hold both days.</summary>
    Refused,
}

/// <summary>The first day after the turn of a cycle that another line lies in.</summary>
internal sealed class StartOfNextTurn(int within, CalendarCycle cycle) : MomentOperation
{
    private readonly DayOfYear _end = cycle is YearlyCycle { Parity: YearParity.Every, Ends: [var only] } ? only : default;

    public override CountedDay[] CountedDays(MomentOperation[] program) => CountedDay.AfterYears(_end, program[within].CountedDays(program));

    public override MomentSpan Work(ReadOnlySpan<MomentSpan> lines, RecordFacts facts, int asOf)
    {
        ref readonly MomentSpan inside = ref lines[within];
        if (inside.IsOneDay && _end.Month != 0)
        {
            int next = NextYear(inside.NotBefore);
            return new MomentSpan(next, next, next, next, inside.Grounds);
        }

        int latest = Latest(inside.NotAfter);
        SpanGrounds opened = DayNumbers.IsDay(inside.NotAfter) && latest == DayNumbers.Never ? SpanGrounds.OpenCycle : SpanGrounds.None;
        return new MomentSpan(Earliest(inside.NotBefore), latest, Earliest(inside.WhilePending), Earliest(inside.ApartFromPending), inside.Grounds | opened);
    }

    /// <summary>Turns that end on one day of every year, as most do.</summary>
    private int NextYear(int day)
    {
        if (!DayNumbers.IsDay(day)) return day;
        (int year, _, _) = DayNumbers.DateOf(day);
        int end = EndIn(year);
        return day <= end ? end + 1 : year == 9999 ? DayNumbers.AfterYear9999 : EndIn(year + 1) + 1;
    }

    private int EndIn(int year) => DayNumbers.NumberOf(year, _end.Month, Math.Min(_end.Day, DayNumbers.LengthOf(year, _end.Month)));

    private int Earliest(int day) => DayNumbers.IsDay(day) ? cycle.NextStart(DateOnly.FromDayNumber(day)).NotBefore.Ordinal : day;

    private int Latest(int day) => DayNumbers.IsDay(day) ? cycle.NextStart(DateOnly.FromDayNumber(day)).NotAfter.Ordinal : day;

    public override void Name(GroundNames names, int line)
    {
        names.Of(within);
        if (names.IsOpened(line, within)) names.AddOpenCycle(cycle.Name);
    }
}
