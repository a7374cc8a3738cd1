using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>Numbers, cut at those that a policy names: each of them is a class, and so is what lies between two.</summary>
internal sealed class NumberClasses(decimal[] cuts) : ValueClasses((2 * cuts.Length) + 1)
{
    protected override int ClassOfKnown(in FactBits bits, object? reference) => CutPoints.ClassOf(cuts, bits.Number);

    public override IEnumerable<FactValue> Examples => cuts.Length == 0
        ? [FactValue.Number(0)]
        : cuts.Select((cut, i) => (IEnumerable<decimal>)[cut, i + 1 < cuts.Length ? (cut / 2) + (cuts[i + 1] / 2) : Above(cut)])
            .SelectMany(v => v).Prepend(Below(cuts[0])).Select(FactValue.Number);

    private static decimal Above(decimal cut) => cut < decimal.MaxValue - 1 ? decimal.Floor(cut) + 1 : decimal.MaxValue;

    private static decimal Below(decimal cut) => cut > decimal.MinValue + 1 ? decimal.Ceiling(cut) - 1 : decimal.MinValue;

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, CutPoints.ClassOf(cuts, value.AsNumber), Known);
}

/// <summary>Days, cut at those that a policy names.</summary>
internal sealed class DayClasses(int[] cuts) : ValueClasses((2 * cuts.Length) + 1)
{
    protected override int ClassOfKnown(in FactBits bits, object? reference) => CutPoints.ClassOf(cuts, bits.Small);

    /// <summary>Days without a cut are all alike; one is taken that every calendar has.</summary>
    private static readonly int anyDay = new DateOnly(2020, 6, 15).DayNumber;

    public override IEnumerable<FactValue> Examples => (cuts.Length == 0 ? [anyDay] : cuts.SelectMany(cut => (int[])[cut, cut + 1]).Prepend(cuts[0] - 1))
        .Where(day => day > 0 && day < DateOnly.MaxValue.DayNumber).Select(day => FactValue.Date(DateOnly.FromDayNumber(day)));

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, CutPoints.ClassOf(cuts, value.AsDayNumber), Known);
}

/// <summary>Classes of an order that is cut at points: even ones lie between two points, odd ones are a point.</summary>
internal static class CutPoints
{
    public static int ClassOf<T>(T[] cuts, T value)
        where T : IComparable<T>
    {
        int found = Array.BinarySearch(cuts, value);
        return found >= 0 ? (2 * found) + 1 : 2 * ~found;
    }
}
