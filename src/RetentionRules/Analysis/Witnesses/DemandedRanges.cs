using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Witnesses;

/// <summary>Between which numbers or days a fact must lie for the condition of an item; both ends count as within.</summary>
internal readonly record struct DemandedRange(decimal First, decimal Last, int Place)
{
    /// <summary>What tests that must all be true leave of a fact; null where they compare it with no number and no day.</summary>
    public static DemandedRange? Of(IEnumerable<Condition> tests, int place)
    {
        Comparison[] compared = [.. tests.OfType<Comparison>().Where(c => c.Right is ValueOperand { Value: var value } && (value.IsNumber || value.IsDate))];
        if (compared.Length == 0) return null;
        (decimal first, decimal last) = (decimal.MinValue, decimal.MaxValue);
        foreach (Comparison test in compared)
        {
            decimal value = NumberOf(((ValueOperand)test.Right).Value);
            if (test.Operator is ComparisonOperator.Equal or ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual) first = Math.Max(first, value);
            if (test.Operator is ComparisonOperator.Equal or ComparisonOperator.Less or ComparisonOperator.LessOrEqual) last = Math.Min(last, value);
        }

        return new DemandedRange(first, last, place);
    }

    /// <summary>A number, or of a day its number.</summary>
    public static decimal NumberOf(FactValue value) => value.IsNumber ? value.AsNumber : value.AsDayNumber;
}

/// <summary>The ranges in which items demand a fact to lie.</summary>
internal sealed class DemandedRanges
{
    private readonly DemandedRange[] _ranges;

    /// <summary>Of each range the latest end of all up to it, by their beginnings: where that lies before a value, none of them has it.</summary>
    private readonly decimal[] _latest;

    public DemandedRanges(IEnumerable<DemandedRange> ranges)
    {
        _ranges = [.. ranges.OrderBy(range => range.First)];
        decimal latest = decimal.MinValue;
        _latest = [.. _ranges.Select(range => latest = Math.Max(latest, range.Last))];
    }

    /// <summary>The places whose range has a value.</summary>
    public IEnumerable<int> At(FactValue value)
    {
        decimal number = DemandedRange.NumberOf(value);
        for (int i = BegunAt(number) - 1; i >= 0 && _latest[i] >= number; i--)
            if (_ranges[i].Last >= number) yield return _ranges[i].Place;
    }

    /// <summary>How many ranges begin at a value or before it.</summary>
    private int BegunAt(decimal number)
    {
        (int low, int high) = (0, _ranges.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ranges[middle].First <= number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
