using System.Numerics;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>Numbers, cut at those that a policy names: each of them is a class, and so is what lies between two.</summary>
internal sealed class NumberClasses : ValueClasses
{
    private const int PlacesOfMoney = 2;

    private readonly decimal[] _cuts;

    /// <summary>The same as whole numbers, at so many decimal places that they are; null where one of them is too long for that.</summary>
    private readonly long[]? _wholeCuts;
    private readonly int _places;

    public NumberClasses(decimal[] cuts)
        : base((2 * cuts.Length) + 1)
    {
        (_cuts, _places) = (cuts, cuts.Aggregate(PlacesOfMoney, (places, cut) => Math.Max(places, cut.Scale)));
        long[] whole = new long[cuts.Length];
        bool areWhole = true;
        for (int i = 0; i < cuts.Length; i++) areWhole &= WholeNumber.TryMake(cuts[i], _places, out whole[i]);
        _wholeCuts = areWhole ? whole : null;
    }

    protected override int ClassOfKnown(RecordFacts facts, int fact) =>
        _wholeCuts is not null && WholeNumber.TryMake(facts.NumberAt(fact), _places, out long whole) ? CutPoints.ClassOf(_wholeCuts, whole) : CutPoints.ClassOf(_cuts, facts.NumberAt(fact));

    protected override int ClassOfKnown(FactValue value) => CutPoints.ClassOf(_cuts, value.AsNumber);

    public override IEnumerable<FactValue> Examples => _cuts.Length == 0
        ? [FactValue.Number(0)]
        : _cuts.Select((cut, i) => (IEnumerable<decimal>)[cut, i + 1 < _cuts.Length ? (cut / 2) + (_cuts[i + 1] / 2) : Above(cut)])
            .SelectMany(v => v).Prepend(Below(_cuts[0])).Select(FactValue.Number);

    private static decimal Above(decimal cut) => cut < decimal.MaxValue - 1 ? decimal.Floor(cut) + 1 : decimal.MaxValue;

    private static decimal Below(decimal cut) => cut > decimal.MinValue + 1 ? decimal.Ceiling(cut) - 1 : decimal.MinValue;

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, CutPoints.ClassOf(_cuts, value.AsNumber), Known);
}

/// <summary>Days, cut at those that a policy names.</summary>
internal sealed class DayClasses(int[] cuts) : ValueClasses((2 * cuts.Length) + 1)
{
    protected override int ClassOfKnown(RecordFacts facts, int fact) => CutPoints.ClassOf(cuts, facts.At(fact).Small);

    protected override int ClassOfKnown(FactValue value) => CutPoints.ClassOf(cuts, value.AsDayNumber);

    /// <summary>Days without a cut are all alike; one is taken that every calendar has.</summary>
    private static readonly int anyDay = new DateOnly(2020, 6, 15).DayNumber;

    public override IEnumerable<FactValue> Examples => (cuts.Length == 0 ? [anyDay] : cuts.SelectMany(cut => (int[])[cut, cut + 1]).Prepend(cuts[0] - 1))
        .Where(day => day > 0 && day < DateOnly.MaxValue.DayNumber).Select(day => FactValue.Date(DateOnly.FromDayNumber(day)));

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, CutPoints.ClassOf(cuts, value.AsDayNumber), Known);
}

/// <summary>Classes of an order that is cut at points: even ones lie between two points, odd ones are a point.</summary>
internal static class CutPoints
{
    /// <summary>Of so many points a search would guess wrong more often than it saves.</summary>
    private const int Few = 32;

    public static int ClassOf<T>(T[] cuts, T value)
        where T : IComparable<T>, IComparisonOperators<T, T, bool>
    {
        if (cuts.Length > Few)
        {
            int found = Array.BinarySearch(cuts, value);
            return found >= 0 ? (2 * found) + 1 : 2 * ~found;
        }

        int @class = 0;
        foreach (T cut in cuts) @class += (cut < value ? 1 : 0) + (cut <= value ? 1 : 0);
        return @class;
    }
}

/// <summary>Numbers of few digits as whole numbers, which are compared at once where decimals must be brought to one scale.</summary>
internal static class WholeNumber
{
    /// <summary>With 32 bits of digits before, that is less than 2⁶³.</summary>
    private const int MostPlaces = 9;

    private static ReadOnlySpan<long> Powers => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>The number times a power of ten; false where it has more decimal places than that, or too many digits.</summary>
    public static bool TryMake(decimal number, int places, out long whole)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        int scale = (parts[3] >> 16) & 0xFF;
        whole = 0;
        if ((parts[1] | parts[2]) != 0 || scale > places || places > MostPlaces) return false;
        whole = (uint)parts[0] * Powers[places - scale];
        if (parts[3] < 0) whole = -whole;
        return true;
    }
}
