namespace RetentionRules.Analysis.Days;

/// <summary>The days after which the Gregorian calendar repeats itself, the days of the week with it: whatever rests on one event and no list of days is told by them.</summary>
internal static class WholeCalendar
{
    public static readonly DateOnly First = new(2000, 1, 1);

    private const int Length = 146_097;

    /// <summary>That there never is one, and every day of 400 years.</summary>
    public static IEnumerable<FactValue> Values => Enumerable.Range(0, Length).Select(day => FactValue.Date(First.AddDays(day))).Prepend(FactValue.Never);
}
