using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>Numbers, cut at those that a policy names: each of them is a class, and so is what lies between two.</summary>
internal sealed class NumberClasses(decimal[] cuts) : ValueClasses((2 * cuts.Length) + 1)
{
    protected override int ClassOfKnown(in FactBits bits, object? reference) => CutPoints.ClassOf(cuts, bits.Number);

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, CutPoints.ClassOf(cuts, value.AsNumber), Known);
}

/// <summary>Days, cut at those that a policy names.</summary>
internal sealed class DayClasses(int[] cuts) : ValueClasses((2 * cuts.Length) + 1)
{
    protected override int ClassOfKnown(in FactBits bits, object? reference) => CutPoints.ClassOf(cuts, bits.Small);

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
